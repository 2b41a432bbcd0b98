import { useSession } from '../access/index.js';
import type { Certificate } from '../gateway/index.js';
import { type Column, DataTable } from '../kit/index.js';
import { capital, count, listed } from '../wording/index.js';
import { type Exposure, type ExposureRow, type MeasureRow, readExposure } from './exposure.js';
import styles from './releases.module.css';
import { locale, saying, t } from '../language/index.js';

type CertifiedTable = Certificate['tables'][number];

const COLUMNS: readonly Column<CertifiedTable>[] = [
  { key: 'table', label: t('Table'), render: (row) => tableName(row.table) },
  { key: 'shown', label: t('Shown'), numeric: true, render: (row) => count(row.shown) },
  { key: 'hidden', label: t('Hidden [c]'), numeric: true, render: (row) => count(row.hidden) },
];

/** `parity/mentee/team+level` in words. */
function tableName(key: string): string {
  const [measure = '', variant = '', by = ''] = key.split('/');
  const cut =
    by === '' || by === 'organisation'
      ? t('whole organisation')
      : t('by {groups}', { groups: listed(by.replaceAll('demo_', '').split('+')) });
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
        <Fact name={t('Attack on the file')}>
          {certificate.attackFindings === 0
            ? t('Nothing found; {n} checks run', { n: certificate.attackChecks.length })
            : t('{n} findings', { n: certificate.attackFindings })}
        </Fact>
        <Fact name={t('Results hidden [c]')}>{t('{hidden} of {all}', { hidden: count(hidden), all: count(all) })}</Fact>
        <Fact name={t('Noise level')}>
          {t('Standard deviation {noiseLevel} for every count of people', { noiseLevel: certificate.noiseLevel })}
        </Fact>
        <Fact name={t('Exposure')}>{exposureInWords(exposure)}</Fact>
        <Fact name={t('Tables left out')}>{certificate.leftOut.length === 0 ? t('None') : certificate.leftOut.join(', ')}</Fact>
        {certificate.versions.map((version) => (
          <Fact key={version.key} name={t('Version of {key}', { key: version.key })}>
            {version.value}
          </Fact>
        ))}
      </dl>
      {exposure === null ? null : <ExposureTable exposure={exposure} />}
      {certificate.changed === null ? null : (
        <Points title={t('What changed since the release that it restates')} points={changes(certificate.changed)} />
      )}
      {certificate.quality.length === 0 ? null : <Points title={t('Quality of the data')} points={certificate.quality} />}
      <Points title={t('Charters in force')} points={certificate.charters.map(charterLine)} />
      <Points title={t('Rules applied')} points={certificate.rules} />
      <Points title={t('What the attack tried')} points={certificate.attackChecks} />
      <DataTable
        caption={t('Results shown and hidden, by table')}
        columns={COLUMNS}
        rows={certificate.tables}
        rowKey={(row) => row.table}
        compact
      />
      <p className="small quiet">
        {t(
          'What this does not guarantee: a fact about a group is a probable statement about its members, and there is no limit for someone who already holds nearly all records.',
        )}
      </p>
    </div>
  );
}

const charterLine = ({ track, version, hash }: Certificate['charters'][number]): string =>
  t('{track}: version {version}, {hash}', { track, version, hash });

const changes = (said: readonly string[]): readonly string[] =>
  said.length > 0 ? said : [t('Nothing that it is computed from: its noise alone is drawn anew.')];

const two = new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const share = (value: number | null): string => (value === null ? t('not measured') : two.format(value));

const EXPOSURE_COLUMNS: readonly Column<ExposureRow>[] = [
  { key: 'subject', label: t('Secret'), render: (row) => subjectName(row.subject) },
  { key: 'release', label: t('This release, greatest'), numeric: true, render: (row) => share(row.release.greatest) },
  { key: 'release-mean', label: t('mean'), numeric: true, render: (row) => share(row.release.mean) },
  { key: 'history', label: t('Eight quarters, greatest'), numeric: true, render: (row) => share(row.history.greatest) },
  { key: 'history-mean', label: t('mean'), numeric: true, render: (row) => share(row.history.mean) },
];

/** Whose secrets are told apart; a declared characteristic goes by the name that the organisation gave it. */
const SUBJECTS: Readonly<Record<string, string>> = {
  mentees: saying('Mentees'),
  mentors: saying('Mentors'),
  agents: saying('Agents'),
  leavers: saying('Leavers'),
  characteristics: saying('Characteristics'),
};

const subjectName = (subject: string): string => {
  const known = SUBJECTS[subject];
  return known === undefined ? capital(subject) : t(known);
};

const MEASURE_COLUMNS: readonly Column<MeasureRow>[] = [
  { key: 'measure', label: t('Measure'), render: (row) => <MeasureName measure={row.measure} /> },
  { key: 'subject', label: t('Tells most about'), render: (row) => subjectName(row.subject) },
  { key: 'greatest', label: t('Greatest'), numeric: true, render: (row) => share(row.greatest) },
  { key: 'mean', label: t('mean'), numeric: true, render: (row) => share(row.mean) },
];

/** As the catalogue calls it, for those who may read that. */
function MeasureName({ measure }: { readonly measure: string }) {
  const { measures } = useSession();
  return measures.find(({ key }) => key.replaceAll('_', ' ') === measure)?.label ?? capital(measure);
}

/** How much everything published could tell about one person, by what it would tell. */
function ExposureTable({ exposure }: { readonly exposure: Exposure }) {
  return (
    <>
      <h3>{t('What all published numbers together could tell about one person')}</h3>
      <p>
        {t(
          '0 is nothing, 1 is certainty: how much of a yes or no the most skilful reading could explain for the person about whom most can be read. Rounded up to 0.05.',
        )}
      </p>
      <DataTable
        caption={t('Exposure by secret')}
        captionHidden
        compact
        columns={EXPOSURE_COLUMNS}
        rows={exposure.rows}
        rowKey={(row) => row.subject}
      />
      {exposure.manager === null ? null : (
        <p>
          {t(
            'Somebody who already knows the records of self and two confidants would reach {insider}; a manager who knows the whole own team but one person, {manager}. There is no limit for them: they knew most of it before.',
            { insider: share(exposure.insider), manager: share(exposure.manager) },
          )}
        </p>
      )}
      {exposure.measures.length === 0 ? null : (
        <details className={styles['details']}>
          <summary>{t('What the tables of each measure cost ({n})', { n: exposure.measures.length })}</summary>
          <p>
            {t(
              'What they would tell if nothing else were published. The figures do not add up: measures share draws, and what they tell of the same people overlaps.',
            )}
          </p>
          <DataTable
            caption={t('Exposure by measure')}
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
    ? t('Not measured for this release')
    : t('At most {release} in this release, {history} over eight quarters', {
        release: share(exposure.release),
        history: share(exposure.history),
      });

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
