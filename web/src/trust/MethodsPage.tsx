import { useSession } from '../access/index.js';
import { PageHead } from '../kit/index.js';
import { similarNote } from '../wording/index.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

const METHODS = [
  [
    'participation-rate',
    t('Participation rate'),
    t(
      'People who take part in the quarter, divided by people employed on its last day. The interval is a score interval (Wilson) widened by the noise that protects people.',
    ),
  ],
  [
    'parity-ratio',
    t('Rate compared with everyone else'),
    t(
      'A group’s rate divided by the rate of everyone else, not of the largest group. Its interval is made from the intervals of both rates (MOVER). 100 % means equal rates.',
    ),
  ],
  [
    'adjustment',
    t('Many comparisons'),
    t(
      'Among many comparisons a few stand out by chance. All comparisons of a measure in a release are adjusted together (Benjamini–Hochberg); a lower or higher verdict that does not survive it reads “cannot tell yet”.',
    ),
  ],
  [
    'verdicts',
    t('Verdicts'),
    t(
      'A verdict follows from the interval alone: wholly outside the similar range, partly, inside it, or so wide that nothing can be said. “Cannot tell” is not “similar”.',
    ),
  ],
  [
    'dose',
    t('Dose'),
    t(
      'Held minutes in a mentee’s month, averaged. Planned sessions never count. Minutes beyond twice the agreed dose of a track count as that.',
    ),
  ],
  [
    'interval',
    t('95 % interval'),
    t('A range made so that in 95 of 100 such situations it contains what would be found without chance and without noise.'),
  ],
] as const;

/** How numbers are made, for readers who want to know more than the drawer of a figure says. */
export default function MethodsPage() {
  const { measures, installation } = useSession();
  return (
    <>
      <PageHead
        title={t('Methods')}
        lead={t('How the numbers are made. Behind every figure, “How is this computed?” says the same for that figure.')}
      />
      <div className="stack-wide">
        {METHODS.map(([id, title, text]) => (
          <section key={id} id={id} className="stack-tight" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <p>{text}</p>
            {id === 'verdicts' ? <p>{similarNote(installation.similar.low, installation.similar.high)}</p> : null}
          </section>
        ))}
        {measures.length === 0 ? null : (
          <section className="stack" aria-labelledby="contracts">
            <h2 id="contracts">{t('Contracts of the measures')}</h2>
            {measures.map((measure) => (
              <div key={measure.key} className={styles['contract']}>
                <h3>{measure.label}</h3>
                <p>{measure.question}</p>
                <p>
                  <strong>{t('Above the line:')}</strong> {measure.numerator} <strong>{t('Below the line:')}</strong>{' '}
                  {measure.denominator}
                </p>
                <p>
                  <strong>{t('Never for:')}</strong> {measure.notFor.join('; ')}.
                </p>
                <p className="small quiet">
                  {measure.method} · {measure.source}
                </p>
              </div>
            ))}
          </section>
        )}
      </div>
    </>
  );
}
