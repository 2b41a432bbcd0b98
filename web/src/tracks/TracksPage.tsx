import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { effectAxis, forestHeight, type Mark } from '../charts/index.js';
import { TRACKS, type TrackInterval, type TrackSummary, useAsk, type Value } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, Notice, PageHead } from '../kit/index.js';
import {
  calendarDate,
  decisionLabel,
  effectNumber,
  effectRange,
  effectWithUnit,
  quarter,
  trackStatus,
} from '../wording/index.js';
import { CalendarOfTracks } from './CalendarOfTracks.js';
import { Gaps } from './Gaps.js';
import { Strength, VerdictOfTrack } from './Scales.js';
import { Scorecard } from './Scorecard.js';
import { trackWord } from './what-track.js';
import { t } from '../language/index.js';

const ForestChart = lazy(() => import('../charts/ForestChart.js'));

/** The portfolio: what each track shows, how sure that is, and what was decided. */
export default function TracksPage() {
  const { answer, failed, retry } = useAsk<{ tracks: readonly TrackSummary[] }>(TRACKS);
  return (
    <>
      <PageHead
        title={t('Tracks')}
        lead={t(
          'What each track shows, how far that can be trusted, and what was decided. A track is judged by the charter that was locked before anybody looked.',
        )}
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={720} /> : <Portfolio tracks={answer.tracks} />}
    </>
  );
}

function Portfolio({ tracks }: { readonly tracks: readonly TrackSummary[] }) {
  if (tracks.length === 0)
    return (
      <Notice title={t('No track is known yet')}>
        <p>{t('Tracks come with the data. When a load with tracks has been confirmed, they appear here.')}</p>
      </Notice>
    );
  const outcomes = [...new Set(tracks.flatMap(({ charter, effect }) => (charter && effect ? charter.outcome : [])))];
  return (
    <div className="stack-wide">
      <section aria-labelledby="all" className="stack">
        <h2 id="all">{t('All tracks')}</h2>
        <DataTable caption={t('Tracks by name')} columns={COLUMNS} rows={tracks} rowKey={({ key }) => key} />
        <p className="small quiet">
          {t(
            'Verdict and strength are two scales. A track without a charter can get no verdict: nobody agreed beforehand how to judge it.',
          )}
        </p>
      </section>
      {outcomes.map((outcome) => (
        <Together
          key={outcome}
          tracks={besideTheirCopies(tracks.filter(({ charter, effect }) => charter?.outcome === outcome && effect))}
        />
      ))}
      <Gaps />
      <Scorecard />
      <CalendarOfTracks />
    </div>
  );
}

const COLUMNS: readonly Column<TrackSummary>[] = [
  { key: 'name', label: t('Track'), render: ({ key, name }) => <Link to={`/tracks/${encodeURIComponent(key)}`}>{name}</Link> },
  { key: 'verdict', label: t('Verdict'), render: (track) => <VerdictIn track={track} /> },
  { key: 'strength', label: t('Strength'), render: ({ strength }) => <Strength strength={strength} /> },
  {
    key: 'decision',
    label: t('Decided last'),
    render: ({ lastDecision }) => (lastDecision ? decidedLast(lastDecision) : t('Nothing yet')),
  },
  {
    key: 'next',
    label: t('Next look'),
    render: ({ nextLook, charter }) => (nextLook ? quarter(nextLook) : charter ? t('None left') : '–'),
  },
  {
    key: 'purpose',
    label: t('Purpose'),
    render: (track) => purposeOf(track) || '–',
  },
  { key: 'tier', label: t('Who mentors'), render: ({ tier }) => (tier ? trackWord(tier) : '–') },
  { key: 'owned', label: t('Owner'), render: ({ owned }) => (owned ? t('Yes') : t('Nobody')) },
  { key: 'status', label: t('Status'), render: ({ status }) => trackStatus(status) },
];

/** What it is for and about; a word that is both stands once. */
const purposeOf = ({ purpose, focus, practice }: TrackSummary): string =>
  [...new Set([purpose && trackWord(purpose), focus && trackWord(focus), practice === 'coaching' && t('coaching')])]
    .filter(Boolean)
    .join(', ');

const decidedLast = ({ kind, state, decidedAt }: NonNullable<TrackSummary['lastDecision']>): string =>
  [decisionLabel(kind), DECIDED_STATES[state]].filter(Boolean).join(' ') + `, ${calendarDate(decidedAt)}`;

const DECIDED_STATES: Readonly<Record<string, string>> = {
  waits: t('(waits for a second person)'),
  refused: t('(not agreed)'),
};

function VerdictIn({ track: { charter, hasDraft, verdict } }: { readonly track: TrackSummary }) {
  if (charter === null) return hasDraft ? t('No charter yet: a draft waits') : t('No charter');
  return verdict === null ? t('No look yet') : <VerdictOfTrack verdict={verdict} />;
}

/** A copy stands right after the track whose charter it copied. */
function besideTheirCopies(tracks: readonly TrackSummary[]): readonly TrackSummary[] {
  const isCopy = ({ charter }: TrackSummary): boolean => tracks.some(({ key }) => key === charter?.copiedFrom);
  return tracks
    .filter((track) => !isCopy(track))
    .flatMap((track) => [track, ...tracks.filter((other) => isCopy(other) && other.charter?.copiedFrom === track.key)]);
}

/** The effects of tracks with one outcome, drawn towards each other. */
function Together({ tracks }: { readonly tracks: readonly TrackSummary[] }) {
  const [first] = tracks;
  if (!first?.charter) return null;
  const { outcome, outcomeLabel, unit } = first.charter;
  const together = tracks.some(({ shrunken }) => shrunken !== null);
  const id = `fig-tracks-${outcome}`;
  const title = together
    ? t('{outcome}: tracks seen together', { outcome: outcomeLabel })
    : t('{outcome}: what each track shows', { outcome: outcomeLabel });
  const axis = effectAxis(unit, unit === 'ratio' ? t('1 = no effect') : t('0 = no effect'), (value) => effectNumber(value, unit));
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="stack">
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="quiet">
        {together
          ? t(
              'Each effect is drawn towards those of the others, the less certain ones most, so that luck neither crowns nor sinks a small track. Lines are 95 % intervals. This is for seeing tracks side by side; verdicts come from each track alone.',
            )
          : t('Two tracks or one cannot be drawn towards each other. The intervals are those of the look that decides.')}
      </p>
      <Suspense fallback={<div style={{ height: forestHeight(tracks.length, false) }} data-loading />}>
        <ForestChart id={id} title={title} marks={tracks.map((track) => markOf(track, unit))} axis={axis} />
      </Suspense>
      <DataTable
        caption={t('{title}: all values', { title })}
        columns={effectColumns(unit)}
        rows={tracks}
        rowKey={({ key }) => key}
        compact
      />
    </section>
  );
}

const number = (value: number): Value => ({ kind: 'number', number: value });

function markOf({ key, name, charter, shrunken, effect }: TrackSummary, unit: string): Mark {
  const shown = shrunken ?? effect ?? { value: 0, lower: 0, upper: 0 };
  const copy = charter?.copiedFrom ? ` ${t('(a copy)')}` : '';
  return {
    key,
    label: `${name}${copy}`,
    depth: charter?.copiedFrom ? 1 : 0,
    status: 'shown',
    value: number(shown.value),
    lower: number(shown.lower),
    upper: number(shown.upper),
    sentence: t('{name}: {effect}, interval {range}.', {
      name,
      effect: effectWithUnit(shown.value, unit),
      range: effectRange(shown, unit),
    }),
  };
}

function effectColumns(unit: string): readonly Column<TrackSummary>[] {
  const written = (effect: TrackInterval | null): string =>
    effect ? `${effectNumber(effect.value, unit)} (${effectRange(effect, unit)})` : '–';
  return [
    { key: 'name', label: t('Track'), render: ({ name }) => name },
    { key: 'shrunken', label: t('Seen together'), numeric: true, render: ({ shrunken }) => written(shrunken) },
    { key: 'effect', label: t('Alone, at its look'), numeric: true, render: ({ effect }) => written(effect) },
    {
      key: 'mark',
      label: t('Smallest that matters'),
      numeric: true,
      render: ({ charter }) => (charter ? effectNumber(charter.smallestEffect, unit) : '–'),
    },
  ];
}
