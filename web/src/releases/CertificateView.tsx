import type { Certificate } from '../gateway/index.js';
import { type Column, DataTable } from '../kit/index.js';
import { capital, count } from '../wording/index.js';
import { type Exposure, type ExposureRow, type MeasureRow, readExposure } from './exposure.js';
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
  const exposure = readExposure(certificate.exposure);
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
        <Fact name="Exposure">{exposureInWords(exposure)}</Fact>
        <Fact name="Tables left out">{certificate.leftOut.length === 0 ? 'None' : certificate.leftOut.join(', ')}</Fact>
        {certificate.versions.map((version) => (
          <Fact key={version.key} name={`Version of ${version.key}`}>
            {version.value}
          </Fact>
        ))}
      </dl>
      {exposure === null ? null : <ExposureTable exposure={exposure} />}
      {certificate.changed === null ? null : (
        <Points title="What changed since the release that it restates" points={changes(certificate.changed)} />
      )}
      {certificate.quality.length === 0 ? null : <Points title="Quality of the data" points={certificate.quality} />}
      <Points title="Charters in force" points={certificate.charters.map(charterLine)} />
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

const charterLine = ({ track, version, hash }: Certificate['charters'][number]): string =>
  `${track}: version ${version}, ${hash}`;

const changes = (said: readonly string[]): readonly string[] =>
  said.length > 0 ? said : ['Nothing that it is computed from: its noise alone is drawn anew.'];

const share = (value: number | null): string => (value === null ? 'not measured' : value.toFixed(2));

const EXPOSURE_COLUMNS: readonly Column<ExposureRow>[] = [
  { key: 'subject', label: 'Secret', render: (row) => capital(row.subject) },
  { key: 'release', label: 'This release, greatest', numeric: true, render: (row) => share(row.release.greatest) },
  { key: 'release-mean', label: 'mean', numeric: true, render: (row) => share(row.release.mean) },
  { key: 'history', label: 'Eight quarters, greatest', numeric: true, render: (row) => share(row.history.greatest) },
  { key: 'history-mean', label: 'mean', numeric: true, render: (row) => share(row.history.mean) },
];

const MEASURE_COLUMNS: readonly Column<MeasureRow>[] = [
  { key: 'measure', label: 'Measure', render: (row) => capital(row.measure) },
  { key: 'subject', label: 'Tells most about', render: (row) => capital(row.subject) },
  { key: 'greatest', label: 'Greatest', numeric: true, render: (row) => share(row.greatest) },
  { key: 'mean', label: 'mean', numeric: true, render: (row) => share(row.mean) },
];

/** How much everything published could tell about one person, by what it would tell. */
function ExposureTable({ exposure }: { readonly exposure: Exposure }) {
  return (
    <>
      <h3>What all published numbers together could tell about one person</h3>
      <p>
        0 is nothing, 1 is certainty: how much of a yes or no the most skilful reading could explain for the person about whom
        most can be read. Rounded up to 0.05.
      </p>
      <DataTable
        caption="Exposure by secret"
        captionHidden
        compact
        columns={EXPOSURE_COLUMNS}
        rows={exposure.rows}
        rowKey={(row) => row.subject}
      />
      {exposure.manager === null ? null : (
        <p>
          Somebody who already knows the records of self and two confidants would reach {share(exposure.insider)}; a manager who
          knows the whole own team but one person, {share(exposure.manager)}. There is no limit for them: they knew most of it
          before.
        </p>
      )}
      {exposure.measures.length === 0 ? null : (
        <details className={styles['details']}>
          <summary>What the tables of each measure cost ({exposure.measures.length})</summary>
          <p>
            What they would tell if nothing else were published. The figures do not add up: measures share draws, and what they
            tell of the same people overlaps.
          </p>
          <DataTable
            caption="Exposure by measure"
            captionHidden
            compact
            columns={MEASURE_COLUMNS}
            rows={exposure.measures}
            rowKey={(row) => row.measure}
          />
        </details>
      )}
    </>
  );
}

const exposureInWords = (exposure: Exposure | null): string =>
  exposure === null
    ? 'Not measured for this release'
    : `At most ${share(exposure.release)} in this release, ${share(exposure.history)} over eight quarters`;

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
