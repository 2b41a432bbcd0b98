import { Link } from 'react-router';
import { TRUST_CENTRE, type TrustCentre, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead } from '../kit/index.js';
import { Points } from './Points.js';
import { NOT_PROMISED, PROMISE } from './promise.js';
import styles from './trust.module.css';
import {
  COLLECTED_SHORT,
  FORGOTTEN_AND_PUBLISHED,
  HOW_TO_ASK,
  PROTECTED_SHORT,
  refusalsInWords,
  WHO_SHORT,
  YOUR_CHOICES,
} from './trust-words.js';
import { t } from '../language/index.js';

const MORE = [
  ['/trust/policies', t('Policies'), t('What holds now and held before, who asked for it and who agreed.')],
  ['/trust/changes', t('Changes and certificates'), t('What changed, and what was checked before each release.')],
  ['/trust/methods', t('Methods'), t('How rates, ratios and intervals are made.')],
] as const;

/** One page that anybody in the organisation can read, without an account: in short first, each part with more behind it. */
export default function TrustPage() {
  const { answer, failed, retry } = useAsk<{ trustCentre: TrustCentre }>(TRUST_CENTRE);
  return (
    <>
      <PageHead
        title={t('Our promise')}
        lead={t('You see the canopy, never the trees. This page is for everybody, with or without an account.')}
      />
      <div className="stack-wide">
        <ol className={styles['promise']}>
          {PROMISE.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <Points
          id="collect"
          title={t('What we collect')}
          points={COLLECTED_SHORT}
          more={['/trust/collect', t('Every column, and why')]}
        />
        {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={960} /> : <Centre trust={answer.trustCentre} />}
      </div>
    </>
  );
}

function Centre({ trust }: { readonly trust: TrustCentre }) {
  const { purposes, retention } = trust.policy.explained;
  return (
    <>
      <Points id="why" title={t('Why we collect it')} points={purposes} />
      <Points id="who" title={t('Who can see what')} points={WHO_SHORT} more={['/trust/access', t('The whole table')]} />
      <Points
        id="protected"
        title={t('How you are protected')}
        points={PROTECTED_SHORT}
        more={['/trust/protection', t('Try it out')]}
      />
      <Points id="never" title={t('What it is never used for')} points={trust.neverUsedFor}>
        <p>{refusalsInWords(trust.refusals)}</p>
      </Points>
      <Choices characteristics={trust.characteristics} />
      <Points id="kept" title={t('How long we keep it')} points={retention.map(({ sentence }) => sentence)}>
        <p>{FORGOTTEN_AND_PUBLISHED}</p>
      </Points>
      <section className="stack" aria-labelledby="contact">
        <h2 id="contact">{t('Whom to ask: contact')}</h2>
        <p>{trust.contact ?? t('Ask your works council or privacy officer.')}</p>
        <p>{t('They can read every published result, every certificate and the trail of who opened what.')}</p>
      </section>
      <Points id="not-promised" title={t('What we do not promise')} points={NOT_PROMISED} />
      <section className="stack" aria-labelledby="more">
        <h2 id="more">{t('Read more')}</h2>
        <ul className={styles['cards']}>
          {MORE.map(([to, title, text]) => (
            <li key={to}>
              <Link to={to}>{title}</Link>
              <p className="small quiet">{text}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Choices({ characteristics }: { readonly characteristics: readonly string[] }) {
  return (
    <section className="stack" aria-labelledby="choices">
      <h2 id="choices">{t('Your choices')}</h2>
      <dl className={styles['words']}>
        {YOUR_CHOICES.map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {characteristics.length === 0 ? (
        <p>{t('No personal trait is asked for here.')}</p>
      ) : (
        <p>{t('Personal traits that are asked for: {traits}.', { traits: characteristics.join(', ') })}</p>
      )}
      <p>{HOW_TO_ASK}</p>
    </section>
  );
}
