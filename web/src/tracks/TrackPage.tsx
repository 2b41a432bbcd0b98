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
import { trackWord } from './what-track.js';
import { t } from '../language/index.js';

interface Answer {
  readonly track: Track | null;
}

/** One track: evidence, decision, history. */
export default function TrackPage() {
  const { key = '' } = useParams();
  const { answer, failed, retry } = useAsk<Answer>(TRACK, { key });
  const track = answer?.track ?? null;
  const name = track?.summary.name ?? (answer === null ? t('Track') : t('We don’t know that track'));
  return (
    <>
      <PageHead title={name} context={t('Tracks')} lead={track ? leadOf(track) : undefined} />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={720} /> : null}
      {answer !== null && track === null ? (
        <Notice>
          <p>
            {t(NOT_FOUND)} <Link to="/tracks">{t('See all tracks')}</Link>
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
    purpose ? t('for {purpose}', { purpose: trackWord(purpose) }) : '',
    capability ? t('builds {capability}', { capability }) : '',
    owned ? t('somebody answers for it') : t('nobody answers for it'),
    nextLook ? t('next look {quarter}', { quarter: quarter(nextLook) }) : '',
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
      <h2 id="verdict">{effect === null ? t('No verdict yet') : t('What the evidence says')}</h2>
      <p>{sentence}</p>
      <div className={styles['scales']}>
        <span>
          {t('Verdict:')} {verdict === null ? t('no look yet') : <VerdictOfTrack verdict={verdict} />}
        </span>
        <span>
          {t('Strength of the evidence:')} <Strength strength={strength} />
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
        {t('The smallest change that matters is {change}, agreed on {day}.', {
          change: effectWithUnit(smallestEffect, unit),
          day: calendarDate(lockedAt ?? ''),
        })}{' '}
        <Link to={`/tracks/${encodeURIComponent(key)}/charter`}>{t('Read the charter (version {version})', { version })}</Link>
      </p>
      <ul>
        {strengthReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {settling === null ? null : (
        <p>
          {settling.looks === null
            ? t('What would settle it: about {people} people more.', { people: count(settling.people) })
            : t(
                'What would settle it: about {people} people more, or about {looks} more {n, plural, one {look} other {looks}} at the expected intake.',
                { people: count(settling.people), looks: count(settling.looks), n: settling.looks },
              )}
        </p>
      )}
    </section>
  );
}

function NoCharter({ track: { summary } }: { readonly track: Track }) {
  return (
    <section className={styles['verdict']} aria-labelledby="verdict">
      <h2 id="verdict">{t('No charter, no verdict')}</h2>
      <p>
        {t(
          'Nobody agreed beforehand how {name} would be judged, so nothing that is published about it can decide anything. A charter says what would be different, by how much, and when somebody looks.',
          { name: summary.name },
        )}
      </p>
      <p>
        <Link to={`/tracks/${encodeURIComponent(summary.key)}/charter`}>
          {summary.hasDraft ? t('See the draft of its charter') : t('Write its charter')}
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
      : t('Who joins a track chose it, or was chosen. What differs may have been there before.'),
    expected === null || expected < 0.5 || summary.effect === null
      ? ''
      : t(
          'Who starts low rises by chance alone: of the change, about {points} points would be expected from regression to the mean.',
          { points: measured(expected) },
        ),
    summary.charter?.outcome === 'promotion_comparison'
      ? t(
          'A cause that nobody recorded may stand behind both mentoring and promotions; the E-value says how strong it would have to be.',
        )
      : '',
    restated
      ? t(
          'The quarter of this look was restated since. A restatement is no look, so the verdict stays that of the first release.',
        )
      : '',
    early > 0
      ? t(
          '{n, plural, one {One look was} other {{looks} looks were}} not planned. They count, and make the later ones stricter.',
          { n: early, looks: count(early) },
        )
      : '',
    t('Delivery is known for the whole organisation alone; what a track did for delivery is not measured.'),
  ].filter(Boolean);
  return (
    <section aria-labelledby="doubts" className="stack">
      <h2 id="doubts">{t('Reasons this could be wrong')}</h2>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </section>
  );
}
