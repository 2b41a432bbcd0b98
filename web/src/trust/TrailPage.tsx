import { Link, useNavigate, useSearchParams } from 'react-router';
import {
  TRAIL_KINDS_QUERY,
  TRAIL_QUERY,
  type TrailKind,
  type TrailPage as Page,
  type TrailRecord,
  useAsk,
} from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, Notice, PageHead, rich } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { asVariables, EVERYTHING, isFiltered, readTrailView, type TrailView, writeTrailView } from './trail-address.js';
import { TrailFilters } from './TrailFilters.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

/** Who opened, sent, decided or was refused what. What is looked for stands in the address. */
export default function TrailPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const view = readTrailView(search);
  const kinds = useAsk<{ trailKinds: readonly TrailKind[] }>(TRAIL_KINDS_QUERY);
  return (
    <>
      <PageHead
        title={t('Audit trail')}
        lead={t(
          'Who opened, sent, decided or was refused what. No entry can be changed or removed unnoticed, and reading this page is an entry too.',
        )}
      />
      <div className="stack-wide">
        <TrailFilters
          key={writeTrailView({ ...view, below: null })}
          view={view}
          kinds={kinds.answer?.trailKinds ?? []}
          onApply={(next) => void navigate(`/trust/trail${writeTrailView(next)}`)}
        />
        <Entries view={view} />
        <Kept kinds={kinds.answer?.trailKinds ?? []} />
      </div>
    </>
  );
}

const times = (entry: TrailRecord): string => (entry.times > 1 ? ` ${t('({n} times)', { n: entry.times })}` : '');
const SAID: Readonly<Record<string, string>> = { previewOf: t('as seen by') };
const more = (entry: TrailRecord): string => entry.more.map(({ key, value }) => `${SAID[key] ?? key}: ${value}`).join(', ');

const COLUMNS: readonly Column<TrailRecord>[] = [
  { key: 'number', label: t('Entry'), render: (entry) => entry.number },
  { key: 'when', label: t('When'), render: (entry) => stamp(entry.at) },
  {
    key: 'who',
    label: t('Who'),
    render: (entry) => (
      <>
        <span className={styles['breakable']} data-verbatim>
          {entry.who}
        </span>
        {entry.roleLabel === null ? null : <span className={styles['under']}>{entry.roleLabel}</span>}
      </>
    ),
  },
  {
    key: 'what',
    label: t('What'),
    render: (entry) => (
      <>
        <span data-verbatim>{entry.action}</span>
        {times(entry)}
      </>
    ),
  },
  {
    key: 'subject',
    label: t('To what'),
    render: (entry) => (
      <>
        <span className={styles['breakable']} data-verbatim>
          {entry.subject === '' ? '–' : entry.subject}
        </span>
        {entry.more.length === 0 ? null : (
          <span className={styles['under']} data-verbatim>
            {more(entry)}
          </span>
        )}
      </>
    ),
  },
  { key: 'purpose', label: t('What for'), render: (entry) => entry.purpose ?? '–' },
];

function Entries({ view }: { readonly view: TrailView }) {
  const { answer, failed, retry } = useAsk<{ trail: Page }>(TRAIL_QUERY, asVariables(view));
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={480} />;
  const { entries, hasOlder } = answer.trail;
  if (entries.length === 0) return <Nothing view={view} />;
  const [newest, oldest] = [entries[0]?.number ?? 0, entries.at(-1)?.number ?? 0];
  return (
    <section className="stack" aria-labelledby="entries">
      <h2 id="entries">{isFiltered(view) ? t('Entries that fit') : t('All entries')}</h2>
      <p role="status">
        {t('{n, plural, one {One entry} other {{n} entries}}, the newest first: {newest} to {oldest}.', {
          n: entries.length,
          newest,
          oldest,
        })}
      </p>
      <DataTable
        caption={t('Entries of the trail')}
        captionHidden
        compact
        columns={COLUMNS}
        rows={entries}
        rowKey={(entry) => String(entry.number)}
      />
      <Pages view={view} older={hasOlder ? oldest : null} />
    </section>
  );
}

function Pages({ view, older }: { readonly view: TrailView; readonly older: number | null }) {
  if (view.below === null && older === null) return null;
  return (
    <nav className={styles['pages']} aria-label={t('Pages of the trail')}>
      {view.below === null ? null : (
        <Link to={`/trust/trail${writeTrailView({ ...view, below: null })}`}>{t('Newest entries')}</Link>
      )}
      {older === null ? null : <Link to={`/trust/trail${writeTrailView({ ...view, below: older })}`}>{t('Older entries')}</Link>}
    </nav>
  );
}

function Nothing({ view }: { readonly view: TrailView }) {
  return (
    <Notice title={t('No entry fits')}>
      <p role="status">
        {isFiltered(view) ? t('Nothing on the trail is about all of this together.') : t('There are no older entries.')}{' '}
        <Link to={`/trust/trail${writeTrailView(EVERYTHING)}`}>{t('Show all entries')}</Link>
      </p>
    </Notice>
  );
}

const VERIFY = 'overstory trail verify';

const keptInWords = ({ months }: TrailKind): string =>
  months === null ? t('as long as the installation') : t('{months} months', { months });

function Kept({ kinds }: { readonly kinds: readonly TrailKind[] }) {
  if (kinds.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="kept">
      <h2 id="kept">{t('How long entries are kept')}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.key}>
            {kind.label}: {keptInWords(kind)}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {rich(
          'What is removed after that leaves a signed summary in its place, so the chain stays whole. {command} checks it, and says where if it is not.',
          { command: <code>{VERIFY}</code> },
        )}
      </p>
    </section>
  );
}
