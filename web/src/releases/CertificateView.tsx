import type { Certificate } from '../gateway/index.js';
import { type Column, DataTable } from '../kit/index.js';
import { count } from '../wording/index.js';
import styles from './releases.module.css';

type CertifiedTable = Certificate['tables'][number];

const COLUMNS: readonly Column<CertifiedTable>[] = [
  { key: 'table', label: 'Table', render: (row) => tableName(row.table) },
  { key: 'shown', label: 'Shown', numeric: true, render: (row) => count(row.shown) },
  { key: 'hidden', label: 'Hidden [c]', numeric: true, render: (row) => count(row.hidden) },
];

/** `parity/mentee/team+level` in words. */
function tableName(key: string): string {
  const [measure = '', variant = '', by = ''] = key.split('/');
  const cut =
    by === '' || by === 'organisation' ? 'whole organisation' : `by ${by.replaceAll('+', ' and ').replaceAll('demo_', '')}`;
  return `${measure}, ${variant}, ${cut}`;
}

const sum = (tables: readonly CertifiedTable[], what: 'shown' | 'hidden'): number =>
  tables.reduce((total, table) => total + table[what], 0);

/** What was checked before publication, against whom, with which result, and what it does not guarantee. */
export function CertificateView({ certificate }: { readonly certificate: Certificate }) {
  const hidden = sum(certificate.tables, 'hidden');
  const all = hidden + sum(certificate.tables, 'shown');
  return (
    <div className="stack">
      <dl className={styles['facts']}>
        <Fact name="Attack on the file">
          {certificate.attackFindings === 0
            ? `Nothing found; ${certificate.attackChecks.length} checks run`
            : `${certificate.attackFindings} findings`}
        </Fact>
        <Fact name="Results hidden [c]">
          {count(hidden)} of {count(all)}
        </Fact>
        <Fact name="Noise level">Standard deviation {certificate.noiseLevel} for every count of people</Fact>
        <Fact name="Exposure">{exposureInWords(certificate.exposure)}</Fact>
        <Fact name="Tables left out">{certificate.leftOut.length === 0 ? 'None' : certificate.leftOut.join(', ')}</Fact>
        {certificate.versions.map((version) => (
          <Fact key={version.key} name={`Version of ${version.key}`}>
            {version.value}
          </Fact>
        ))}
      </dl>
      <Points title="Rules applied" points={certificate.rules} />
      <Points title="What the attack tried" points={certificate.attackChecks} />
      <DataTable
        caption="Results shown and hidden, by table"
        columns={COLUMNS}
        rows={certificate.tables}
        rowKey={(row) => row.table}
        compact
      />
      <p className="small quiet">
        What this does not guarantee: a fact about a group is a probable statement about its members, and there is no limit for
        someone who already holds nearly all records.
      </p>
    </div>
  );
}

/** Exposure comes as JSON of named figures; where it was not measured it is called so. */
function exposureInWords(json: string): string {
  if (json.includes('notCollected')) return 'Not measured in this version';
  return json.replaceAll(/[{}"]/g, '').replaceAll(',', ', ').replaceAll(':', ' ');
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <details className={styles['details']}>
      <summary>
        {title} ({points.length})
      </summary>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </details>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
