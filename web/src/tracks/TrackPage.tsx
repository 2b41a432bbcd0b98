import { Link, useParams } from 'react-router';
import { VerdictStrip } from '../charts/drawings.js';
import { TRACK, type Track, useAsk } from '../gateway/index.js';
import { Failed, Loading, Notice, PageHead } from '../kit/index.js';
import {
  calendarDate,
  count,
  effectNumber,
  effectWithUnit,
  measured,
  NOT_FOUND,
  quarter,
  trackSentence,
  trackStatus,
} from '../wording/index.js';
import { DecideTrack } from './DecideTrack.js';
import { FigureTables } from './FigureTables.js';
import { GuardrailsOfTrack } from './GuardrailsOfTrack.js';
import { HistoryOfTrack } from './HistoryOfTrack.js';
import { LooksOfTrack } from './LooksOfTrack.js';
import { RetirementOfTrack } from './RetirementOfTrack.js';
import { SkillChange } from './SkillChange.js';
import { Strength, VerdictOfTrack } from './Scales.js';
import styles from './tracks.module.css';

interface Answer {
  readonly track: Track | null;
}

/** One track: evidence, decision, history. */
export default function TrackPage() {
  const { key = '' } = useParams();
  const { answer, failed, retry } = useAsk<Answer>(TRACK, { key });
  const track = answer?.track ?? null;
  const name = track?.summary.name ?? (answer === null ? 'Track' : 'We don’t know that track');
  return (
    <>
      <PageHead title={name} context="Tracks" lead={track ? leadOf(track) : undefined} />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={720} /> : null}
      {answer !== null && track === null ? (
        <Notice>
          <p>
            {NOT_FOUND} <Link to="/tracks">See all tracks</Link>
          </p>
        </Notice>
      ) : null}
      {track === null ? null : <Evidence key={track.summary.key} track={track} renew={retry} />}
    </>
  );
}

const leadOf = ({ summary: { status, purpose, capability, owned, nextLook } }: Track): string =>
  [
    trackStatus(status),
    purpose ? `for ${purpose}` : '',
    capability ? `builds ${capability}` : '',
    owned ? 'somebody answers for it' : 'nobody answers for it',
    nextLook ? `next look ${quarter(nextLook)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

interface PartProps {
  readonly track: Track;
  readonly renew: () => void;
}

function Evidence({ track, renew }: PartProps) {
  const { charter } = track.summary;
  return (
    <div className="stack-wide">
      <Verdict track={track} />
      {track.retirement === null ? null : <RetirementOfTrack track={track} retirement={track.retirement} renew={renew} />}
      {charter === null ? null : <LooksOfTrack track={track} />}
      <GuardrailsOfTrack track={track} />
      <SkillChange track={track} />
      <FigureTables track={track} />
      <Doubts track={track} />
      <DecideTrack track={track} renew={renew} />
      <HistoryOfTrack track={track} renew={renew} />
    </div>
  );
}

function Verdict({ track }: { readonly track: Track }) {
  const { summary, strengthReasons, settling } = track;
  const { charter, verdict, strength, effect, name, key } = summary;
  if (charter === null) return <NoCharter track={track} />;
  const { outcome, unit, smallestEffect, lockedAt, version } = charter;
  const sentence = trackSentence({ name, verdict: verdict ?? 'not_assessable', strength, outcome, unit, smallestEffect, effect });
  return (
    <section className={styles['verdict']} aria-labelledby="verdict">
      <h2 id="verdict">{effect === null ? 'No verdict yet' : 'What the evidence says'}</h2>
      <p>{sentence}</p>
      <div className={styles['scales']}>
        <span>Verdict: {verdict === null ? 'no look yet' : <VerdictOfTrack verdict={verdict} />}</span>
        <span>
          Strength of the evidence: <Strength strength={strength} />
        </span>
      </div>
      {effect === null ? null : (
        <VerdictStrip
          effect={effect}
          mark={smallestEffect}
          ratio={unit === 'ratio'}
          write={(value) => effectNumber(value, unit)}
          sentence={sentence}
        />
      )}
      <p>
        The smallest change that matters is {effectWithUnit(smallestEffect, unit)}, agreed on {calendarDate(lockedAt ?? '')}.{' '}
        <Link to={`/tracks/${encodeURIComponent(key)}/charter`}>Read the charter (version {version})</Link>
      </p>
      <ul>
        {strengthReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {settling === null ? null : (
        <p>
          What would settle it: about {count(settling.people)} people more
          {settling.looks === null
            ? ''
            : `, or about ${count(settling.looks)} more ${settling.looks === 1 ? 'look' : 'looks'} at the expected intake`}
          .
        </p>
      )}
    </section>
  );
}

function NoCharter({ track: { summary } }: { readonly track: Track }) {
  return (
    <section className={styles['verdict']} aria-labelledby="verdict">
      <h2 id="verdict">No charter, no verdict</h2>
      <p>
        Nobody agreed beforehand how {summary.name} would be judged, so nothing that is published about it can decide anything. A
        charter says what would be different, by how much, and when somebody looks.
      </p>
      <p>
        <Link to={`/tracks/${encodeURIComponent(summary.key)}/charter`}>
          {summary.hasDraft ? 'See the draft of its charter' : 'Write its charter'}
        </Link>
      </p>
    </section>
  );
}

/** What stands against the verdict, said aloud. */
function Doubts({ track }: { readonly track: Track }) {
  const { summary, restated, skillChange, looks } = track;
  const expected = summary.charter?.outcome === 'skill_change' ? (skillChange?.expectedByChance ?? null) : null;
  const early = looks.filter(({ planned }) => !planned).length;
  const doubts = [
    summary.charter?.outcome === 'promotion_comparison'
      ? ''
      : 'Who joins a track chose it, or was chosen. What differs may have been there before.',
    expected === null || expected < 0.5 || summary.effect === null
      ? ''
      : `Who starts low rises by chance alone: of the change, about ${measured(expected)} points would be expected from regression to the mean.`,
    summary.charter?.outcome === 'promotion_comparison'
      ? 'A cause that nobody recorded may stand behind both mentoring and promotions; the E-value says how strong it would have to be.'
      : '',
    restated
      ? 'The quarter of this look was restated since. A restatement is no look, so the verdict stays that of the first release.'
      : '',
    early > 0
      ? `${early === 1 ? 'One look was' : `${count(early)} looks were`} not planned. They count, and make the later ones stricter.`
      : '',
    'Delivery is known for the whole organisation alone; what a track did for delivery is not measured.',
  ].filter(Boolean);
  return (
    <section aria-labelledby="doubts" className="stack">
      <h2 id="doubts">Reasons this could be wrong</h2>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </section>
  );
}
