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

const ForestChart = lazy(() => import('../charts/ForestChart.js'));

/** The portfolio: what each track shows, how sure that is, and what was decided. */
export default function TracksPage() {
  const { answer, failed, retry } = useAsk<{ tracks: readonly TrackSummary[] }>(TRACKS);
  return (
    <>
      <PageHead
        title="Tracks"
        lead="What each track shows, how far that can be trusted, and what was decided. A track is judged by the charter that was locked before anybody looked."
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={720} /> : <Portfolio tracks={answer.tracks} />}
    </>
  );
}

function Portfolio({ tracks }: { readonly tracks: readonly TrackSummary[] }) {
  if (tracks.length === 0)
    return (
      <Notice title="No track is known yet">
        <p>Tracks come with the data. When a load with tracks has been confirmed, they appear here.</p>
      </Notice>
    );
  const outcomes = [...new Set(tracks.flatMap(({ charter, effect }) => (charter && effect ? charter.outcome : [])))];
  return (
    <div className="stack-wide">
      <section aria-labelledby="all" className="stack">
        <h2 id="all">All tracks</h2>
        <DataTable caption="Tracks by name" columns={COLUMNS} rows={tracks} rowKey={({ key }) => key} />
        <p className="small quiet">
          Verdict and strength are two scales. A track without a charter can get no verdict: nobody agreed beforehand how to judge
          it.
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
  { key: 'name', label: 'Track', render: ({ key, name }) => <Link to={`/tracks/${encodeURIComponent(key)}`}>{name}</Link> },
  { key: 'verdict', label: 'Verdict', render: (track) => <VerdictIn track={track} /> },
  { key: 'strength', label: 'Strength', render: ({ strength }) => <Strength strength={strength} /> },
  {
    key: 'decision',
    label: 'Decided last',
    render: ({ lastDecision }) => (lastDecision ? decidedLast(lastDecision) : 'Nothing yet'),
  },
  {
    key: 'next',
    label: 'Next look',
    render: ({ nextLook, charter }) => (nextLook ? quarter(nextLook) : charter ? 'None left' : '–'),
  },
  {
    key: 'purpose',
    label: 'Purpose',
    render: ({ purpose, practice }) => [purpose, practice === 'coaching' ? 'coaching' : null].filter(Boolean).join(', '),
  },
  { key: 'focus', label: 'Focus', render: ({ focus }) => focus ?? '–' },
  { key: 'tier', label: 'Who mentors', render: ({ tier }) => tier ?? '–' },
  { key: 'owned', label: 'Owner', render: ({ owned }) => (owned ? 'Yes' : 'Nobody') },
  { key: 'status', label: 'Status', render: ({ status }) => trackStatus(status) },
];

const decidedLast = ({ kind, state, decidedAt }: NonNullable<TrackSummary['lastDecision']>): string =>
  `${decisionLabel(kind)}${state === 'waits' ? ' (waits for a second person)' : state === 'refused' ? ' (not agreed)' : ''}, ${calendarDate(decidedAt)}`;

function VerdictIn({ track: { charter, hasDraft, verdict } }: { readonly track: TrackSummary }) {
  if (charter === null) return hasDraft ? 'No charter yet: a draft waits' : 'No charter';
  return verdict === null ? 'No look yet' : <VerdictOfTrack verdict={verdict} />;
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
  const title = together ? `${outcomeLabel}: tracks seen together` : `${outcomeLabel}: what each track shows`;
  const axis = effectAxis(unit, unit === 'ratio' ? '1 = no effect' : '0 = no effect', (value) => effectNumber(value, unit));
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="stack">
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="quiet">
        {together
          ? 'Each effect is drawn towards those of the others, the less certain ones most, so that luck neither crowns nor sinks a small track. Lines are 95 % intervals. This is for seeing tracks side by side; verdicts come from each track alone.'
          : 'Two tracks or one cannot be drawn towards each other. The intervals are those of the look that decides.'}
      </p>
      <Suspense fallback={<div style={{ height: forestHeight(tracks.length, false) }} data-loading />}>
        <ForestChart id={id} title={title} marks={tracks.map((track) => markOf(track, unit))} axis={axis} />
      </Suspense>
      <DataTable caption={`${title}: all values`} columns={effectColumns(unit)} rows={tracks} rowKey={({ key }) => key} compact />
    </section>
  );
}

const number = (value: number): Value => ({ kind: 'number', number: value });

function markOf({ key, name, charter, shrunken, effect }: TrackSummary, unit: string): Mark {
  const shown = shrunken ?? effect ?? { value: 0, lower: 0, upper: 0 };
  const copy = charter?.copiedFrom ? ' (a copy)' : '';
  return {
    key,
    label: `${name}${copy}`,
    depth: charter?.copiedFrom ? 1 : 0,
    status: 'shown',
    value: number(shown.value),
    lower: number(shown.lower),
    upper: number(shown.upper),
    sentence: `${name}: ${effectWithUnit(shown.value, unit)}, interval ${effectRange(shown, unit)}.`,
  };
}

function effectColumns(unit: string): readonly Column<TrackSummary>[] {
  const written = (effect: TrackInterval | null): string =>
    effect ? `${effectNumber(effect.value, unit)} (${effectRange(effect, unit)})` : '–';
  return [
    { key: 'name', label: 'Track', render: ({ name }) => name },
    { key: 'shrunken', label: 'Seen together', numeric: true, render: ({ shrunken }) => written(shrunken) },
    { key: 'effect', label: 'Alone, at its look', numeric: true, render: ({ effect }) => written(effect) },
    {
      key: 'mark',
      label: 'Smallest that matters',
      numeric: true,
      render: ({ charter }) => (charter ? effectNumber(charter.smallestEffect, unit) : '–'),
    },
  ];
}
