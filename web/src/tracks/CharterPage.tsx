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

/** How a track will be judged: its charters, and the form for whoever writes them. */
export default function CharterPage() {
  const { key = '' } = useParams();
  const { answer, failed, retry } = useAsk<{ track: Track | null }>(TRACK, { key });
  const found = answer?.track ?? null;
  return (
    <>
      <PageHead
        title={found ? `Charter: ${found.summary.name}` : 'Charter'}
        context="Tracks"
        lead="A charter says what would be different, by how much, and when somebody looks. It is locked before the first look, and never changes after that."
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={720} /> : null}
      {answer !== null && found === null ? (
        <Notice>
          <p>
            {NOT_FOUND} <Link to="/tracks">See all tracks</Link>
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
        <Link to={`/tracks/${encodeURIComponent(track.summary.key)}`}>Back to {track.summary.name}</Link>
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
      <Notice title="No charter has been locked">
        <p>Until then the track can get no verdict.</p>
      </Notice>
    );
  return (
    <>
      {charters.map((charter, i) => (
        <section key={charter.version} aria-labelledby={`charter-${charter.version}`} className="stack">
          <h2 id={`charter-${charter.version}`}>
            Version {charter.version}
            {i === 0 ? ', in force' : ''}
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
    ['What would be different', aim],
    ['The outcome that decides', `${outcomeLabel}; a ${direction} is good`],
    ['The smallest change that matters', effectWithUnit(smallestEffect, unit)],
    ...(reference === null ? [] : [['Expected without the track', percent(reference)] as const]),
    ['Looks', looks.map(quarter).join(', ')],
    ['People expected', `${first} at the first look, ${each} more at each one after it; no verdict below ${minimum}`],
    ['Read beside it, does not decide', named(secondary)],
    ['Must not get worse', named(guardrails)],
    ['Time to object to its end', `${charter.challengeDays} days`],
    ...(charter.copiedFrom === null ? [] : [['Copied from', charter.copiedFrom] as const]),
    ['Locked on', calendarDate(charter.lockedAt ?? '')],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([term, fact]) => (
        <Fact key={term} term={term} fact={fact} />
      ))}
      <dt>Hash</dt>
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
  keys.length === 0 ? 'Nothing' : keys.map((key) => key.replaceAll('_', ' ')).join(', ');
