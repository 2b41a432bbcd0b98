import { useSession } from '../access/index.js';
import type { Measure, Table } from '../gateway/index.js';
import { Panel } from '../kit/index.js';
import { formulaInWords, hiddenExplained, quarter, similarNote } from '../wording/index.js';
import styles from './measures.module.css';

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
    <Panel title="How is this computed?" opened={opened} onClose={onClose}>
      <div className="stack">
        <p>
          <strong>{measure.label}</strong> answers: {measure.question}
        </p>
        <dl className={styles['facts']}>
          <Fact name="About whom">{measure.population}</Fact>
          <Fact name="Above the line">{measure.numerator}</Fact>
          <Fact name="Below the line">{measure.denominator}</Fact>
          <Fact name="Interval">{measure.interval}</Fact>
          <Fact name="When there is no answer">{measure.whenThereIsNoAnswer}</Fact>
          <Fact name="Period">{quarter(table.period)}, as of its last day</Fact>
          <Fact name="Release">{table.releaseId}</Fact>
          <Fact name="Noise level">Standard deviation {installation.noiseLevel} for every count of people</Fact>
        </dl>
        <h3>How each value follows</h3>
        <dl className={styles['facts']}>
          {table.derived.map((derived) => (
            <Fact key={derived.key} name={derived.label}>
              {formulaInWords(derived.formula)} <span className="quiet">({derived.of.join(', ')})</span>
            </Fact>
          ))}
        </dl>
        {measure.key === 'parity' ? <p>{similarNote(table.similar.low, table.similar.high)}</p> : null}
        <h3>What is hidden, and why</h3>
        <p>{hiddenExplained(dimension, special)}</p>
        {measure.notFor.length === 0 ? null : <NotFor measure={measure} />}
        <p className="quiet">
          Method {measure.method}. Sources: {measure.source}
        </p>
      </div>
    </Panel>
  );
}

function NotFor({ measure }: { readonly measure: Measure }) {
  return (
    <>
      <h3>What it must not be used for</h3>
      <ul>
        {measure.notFor.map((use) => (
          <li key={use}>{use}</li>
        ))}
      </ul>
      {measure.counterMeasure === '' ? null : <p>Read it together with: {measure.counterMeasure}</p>}
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
