import { Link, useParams } from 'react-router';
import { useMay } from '../access/index.js';
import {
  type Charter,
  CHARTER_TEMPLATES,
  type CharterTemplate,
  TRACK,
  type Track,
  TRACKS,
  type TrackSummary,
  useAsk,
} from '../gateway/index.js';
import { Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { calendarDate, effectWithUnit, NOT_FOUND, percent, quarter } from '../wording/index.js';
import { CharterEditor } from './CharterEditor.js';
import styles from './tracks.module.css';
import { t } from '../language/index.js';

/** How a track will be judged: its charters, and the form for whoever writes them. */
export default function CharterPage() {
  const { key = '' } = useParams();
  const { answer, failed, retry } = useAsk<{ track: Track | null }>(TRACK, { key });
  const found = answer?.track ?? null;
  return (
    <>
      <PageHead
        title={found ? t('Charter: {name}', { name: found.summary.name }) : t('Charter')}
        context={t('Tracks')}
        lead={t(
          'A charter says what would be different, by how much, and when somebody looks. It is locked before the first look, and never changes after that.',
        )}
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={720} /> : null}
      {answer !== null && found === null ? (
        <Notice>
          <p>
            {t(NOT_FOUND)} <Link to="/tracks">{t('See all tracks')}</Link>
          </p>
        </Notice>
      ) : null}
      {found === null ? null : <Charters track={found} renew={retry} />}
    </>
  );
}

interface ChartersProps {
  readonly track: Track;
  readonly renew: () => void;
}

function Charters({ track, renew }: ChartersProps) {
  const writes = useMay('write', 'charters');
  return (
    <div className="stack-wide">
      <p>
        <Link to={`/tracks/${encodeURIComponent(track.summary.key)}`}>{t('Back to {name}', { name: track.summary.name })}</Link>
      </p>
      <Versions charters={track.charters.filter(({ hash }) => hash !== null)} />
      {writes ? <Writing track={track} renew={renew} /> : null}
    </div>
  );
}

/** What to start from has to be known before the form is filled. */
function Writing({ track, renew }: ChartersProps) {
  const { key } = track.summary;
  const templates = useAsk<{ charterTemplates: readonly CharterTemplate[] }>(CHARTER_TEMPLATES, { key });
  const tracks = useAsk<{ tracks: readonly TrackSummary[] }>(TRACKS);
  if (templates.failed || tracks.failed) return <Failed retry={templates.failed ? templates.retry : tracks.retry} />;
  if (templates.answer === null || tracks.answer === null) return <Loading height={480} />;
  return (
    <CharterEditor
      track={track}
      templates={templates.answer.charterTemplates}
      others={tracks.answer.tracks.filter((other) => other.key !== key && other.charter !== null)}
      renew={renew}
    />
  );
}

function Versions({ charters }: { readonly charters: readonly Charter[] }) {
  if (charters.length === 0)
    return (
      <Notice title={t('No charter has been locked')}>
        <p>{t('Until then the track can get no verdict.')}</p>
      </Notice>
    );
  return (
    <>
      {charters.map((charter, i) => (
        <section key={charter.version} aria-labelledby={`charter-${charter.version}`} className="stack">
          <h2 id={`charter-${charter.version}`}>
            {i === 0 ? t('Version {n}, in force', { n: charter.version }) : t('Version {n}', { n: charter.version })}
          </h2>
          <Facts charter={charter} />
        </section>
      ))}
    </>
  );
}

function Facts({ charter }: { readonly charter: Charter }) {
  const { aim, outcomeLabel, unit, direction, smallestEffect, reference, looks, first, each, minimum, secondary, guardrails } =
    charter;
  const facts: readonly (readonly [string, string])[] = [
    [t('What would be different'), aim],
    [
      t('The outcome that decides'),
      direction === 'rise'
        ? t('{outcome}; a rise is good', { outcome: outcomeLabel })
        : t('{outcome}; a fall is good', { outcome: outcomeLabel }),
    ],
    [t('The smallest change that matters'), effectWithUnit(smallestEffect, unit)],
    ...(reference === null ? [] : [[t('Expected without the track'), percent(reference)] as const]),
    [t('Looks'), looks.map(quarter).join(', ')],
    [
      t('People expected'),
      t('{first} at the first look, {each} more at each one after it; no verdict below {minimum}', { first, each, minimum }),
    ],
    [t('Read beside it, does not decide'), named(secondary)],
    [t('Must not get worse'), named(guardrails)],
    [t('Time to object to its end'), t('{n} days', { n: charter.challengeDays })],
    ...(charter.copiedFrom === null ? [] : [[t('Copied from'), charter.copiedFrom] as const]),
    [t('Locked on'), calendarDate(charter.lockedAt ?? '')],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([term, fact]) => (
        <Fact key={term} term={term} fact={fact} />
      ))}
      <dt>{t('Hash')}</dt>
      <dd className={styles['hash']}>{charter.hash}</dd>
    </dl>
  );
}

const Fact = ({ term, fact }: { readonly term: string; readonly fact: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{fact}</dd>
  </>
);

const named = (keys: readonly string[]): string =>
  keys.length === 0 ? t('Nothing') : keys.map((key) => NAMES[key] ?? key.replaceAll('_', ' ')).join(', ');

/** What a charter names beside its outcome, inside a line. */
const NAMES: Readonly<Record<string, string>> = {
  skill_change: t('skill change'),
  skill_comparison: t('skill comparison'),
  progression: t('progression'),
  promotion_comparison: t('promotion comparison'),
  novel_situations: t('novel situations'),
  guidance: t('guidance'),
  endings: t('endings'),
  delivery: t('delivery'),
  parity: t('parity'),
  pulse: t('pulse'),
  load: t('load'),
};
