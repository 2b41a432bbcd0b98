import { useSession } from '../access/index.js';
import type { Measure, Table } from '../gateway/index.js';
import { Panel, rich } from '../kit/index.js';
import { formulaInWords, hiddenExplained, quarter, similarNote } from '../wording/index.js';
import styles from './measures.module.css';
import { t } from '../language/index.js';

interface ExplainPanelProps {
  readonly measure: Measure;
  readonly table: Table;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What stands behind a figure: the contract of its measure, the formulas that the release names, the protection. */
export function ExplainPanel({ measure, table, opened, onClose }: ExplainPanelProps) {
  const { installation } = useSession();
  const { dimension, special } = installation.thresholds;
  return (
    <Panel title={t('How is this computed?')} opened={opened} onClose={onClose}>
      <div className="stack">
        <p>
          {rich('<strong>{label}</strong> answers: {question}', {
            label: measure.label,
            question: measure.question,
            strong: (inside) => <strong>{inside}</strong>,
          })}
        </p>
        <dl className={styles['facts']}>
          <Fact name={t('About whom')}>{measure.population}</Fact>
          <Fact name={t('Above the line')}>{measure.numerator}</Fact>
          <Fact name={t('Below the line')}>{measure.denominator}</Fact>
          <Fact name={t('Interval')}>{measure.interval}</Fact>
          <Fact name={t('When there is no answer')}>{measure.whenThereIsNoAnswer}</Fact>
          <Fact name={t('Period')}>{t('{quarter}, as of its last day', { quarter: quarter(table.period) })}</Fact>
          <Fact name={t('Release')}>{table.releaseId}</Fact>
          <Fact name={t('Noise level')}>
            {t('Standard deviation {noiseLevel} for every count of people', { noiseLevel: installation.noiseLevel })}
          </Fact>
        </dl>
        <h3>{t('How each value follows')}</h3>
        <dl className={styles['facts']}>
          {table.derived.map((derived) => (
            <Fact key={derived.key} name={derived.label}>
              {formulaInWords(derived.formula)} <span className="quiet">({derived.of.join(', ')})</span>
            </Fact>
          ))}
        </dl>
        {measure.key === 'parity' ? <p>{similarNote(table.similar.low, table.similar.high)}</p> : null}
        <h3>{t('What is hidden, and why')}</h3>
        <p>{hiddenExplained(dimension, special)}</p>
        {measure.notFor.length === 0 ? null : <NotFor measure={measure} />}
        <p className="quiet">{t('Method {method}. Sources: {source}', { method: measure.method, source: measure.source })}</p>
      </div>
    </Panel>
  );
}

function NotFor({ measure }: { readonly measure: Measure }) {
  return (
    <>
      <h3>{t('What it must not be used for')}</h3>
      <ul>
        {measure.notFor.map((use) => (
          <li key={use}>{use}</li>
        ))}
      </ul>
      {measure.counterMeasure === '' ? null : (
        <p>{t('Read it together with: {counterMeasure}', { counterMeasure: measure.counterMeasure })}</p>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
