import { useSession } from '../access/index.js';
import { PageHead } from '../kit/index.js';
import { HIDDEN_SHORT, hiddenExplained } from '../wording/index.js';
import { PROMISE } from './promise.js';
import { MembershipToy, Toy } from './Toy.js';
import { t } from '../language/index.js';

/** How small groups are protected, in the promise's words, with two toys of invented numbers. */
export default function ProtectionPage() {
  const { installation } = useSession();
  const { dimension, special } = installation.thresholds;
  return (
    <>
      <PageHead title={t('How groups are protected')} lead={PROMISE[1]} />
      <div className="stack-wide">
        <section className="stack" aria-labelledby="c">
          <h2 id="c">{t('What [c] means')}</h2>
          <p>
            <strong>{t(HIDDEN_SHORT)}</strong>
          </p>
          <p>{hiddenExplained(dimension, special)}</p>
        </section>
        <section className="stack" aria-labelledby="try">
          <h2 id="try">{t('Try it: a group becomes small')}</h2>
          <Toy />
        </section>
        <section className="stack" aria-labelledby="off">
          <h2 id="off">{t('Why numbers are a little off')}</h2>
          <p>{PROMISE[2]}</p>
          <MembershipToy noiseLevel={installation.noiseLevel} />
        </section>
        <section className="stack" aria-labelledby="add-up">
          <h2 id="add-up">{t('Why don’t these add up?')}</h2>
          <p>
            {t(
              'Every number is drawn by itself, so the parts of a table may add up to a little more or less than their total, and two pages about different groups need not agree to the last person. Making them add up would mean that one number gives another away. Where parts and total differ, the total is the better answer for the whole.',
            )}
          </p>
          <p>{t('Hidden groups and people who did not say also belong to the total, though not to any part that is shown.')}</p>
        </section>
        <section className="stack" aria-labelledby="measured">
          <h2 id="measured">{t('How we know that it holds')}</h2>
          <p>{PROMISE[4]}</p>
          <p>
            {t(
              'Before a release is published, a program that was written separately attacks its file: it recomputes every number, looks for groups that a subtraction would give away and for anything that is not noise. If it finds one, there is no release. The result stands in the certificate of every release.',
            )}
          </p>
          <p>
            {t('Noise level now: standard deviation {noiseLevel, number} for every count of people.', {
              noiseLevel: installation.noiseLevel,
            })}
          </p>
        </section>
      </div>
    </>
  );
}
