import { TrendChart, type TrendMark } from '../charts/drawings.js';
import { effectAxis, flagsAmong, flagsOfRow, type TrendFlag } from '../charts/index.js';
import { type Track, type TrackLook, useTrackMarks, type Value } from '../gateway/index.js';
import { type Column, DataTable } from '../kit/index.js';
import {
  count,
  effectNumber,
  effectRange,
  HOW_TO_READ_FLAGS,
  lookState,
  trackMarkSentence,
  measured,
  percent,
  quarter,
} from '../wording/index.js';
import { VerdictOfTrack } from './Scales.js';

/** The looks of a track as a drawing and a table, with what was agreed and decided in between. */
export function LooksOfTrack({ track: { looks, summary } }: { readonly track: Track }) {
  const { unit = 'points', outcomeLabel = '' } = summary.charter ?? {};
  const { answer } = useTrackMarks(summary.key);
  const events = (answer ?? []).map((mark) => ({ period: mark.period, sentence: trackMarkSentence(mark) }));
  const periods = looks.map(({ period }) => period);
  return (
    <section aria-labelledby="looks" className="stack">
      <h2 id="looks">Looks</h2>
      <p>
        {outcomeLabel}. The first release of each planned quarter is a look. Early looks reach further, so that all of them
        together err in one of twenty cases. In between the outcome is not shown.
      </p>
      <LookChart track={summary.name} looks={looks} unit={unit} events={events} />
      <DataTable
        caption="Looks in the order of their quarters"
        columns={columnsOf(unit, flagsAmong(periods, events))}
        rows={looks}
        rowKey={({ period }) => period}
        compact
      />
    </section>
  );
}

interface LookChartProps {
  readonly track: string;
  readonly looks: readonly TrackLook[];
  readonly unit: string;
  readonly events: Parameters<typeof flagsAmong>[1];
}

/** Nothing is drawn of a single look: the strip above shows it. */
function LookChart({ track, looks, unit, events }: LookChartProps) {
  const read = looks.filter(({ effect }) => effect !== null);
  if (read.length < 2) return null;
  const axis = effectAxis(unit, '', (value) => effectNumber(value, unit));
  const periods = read.map(({ period }) => period);
  return (
    <>
      <TrendChart
        marks={read.map((look) => trendMark(look, unit))}
        axis={axis}
        label={`${track}: its looks`}
        flags={flagsAmong(periods, events)}
      />
      <p className="small quiet">
        Dots show the effect at each look, the band its interval, as wide as the bound of that look.{' '}
        {events.length === 0 ? '' : HOW_TO_READ_FLAGS}
      </p>
    </>
  );
}

const number = (value: number): Value => ({ kind: 'number', number: value });

function trendMark({ period, planned, effect }: TrackLook, unit: string): TrendMark {
  const { value, lower, upper } = effect ?? { value: 0, lower: 0, upper: 0 };
  return {
    key: period,
    label: quarter(period),
    depth: 0,
    status: 'shown',
    value: number(value),
    lower: number(lower),
    upper: number(upper),
    sentence: `${quarter(period)}${planned ? '' : ', not planned'}: ${effectNumber(value, unit)}, interval ${effectRange({ lower, upper }, unit)}.`,
    broken: false,
  };
}

function columnsOf(unit: string, flags: readonly TrendFlag[]): readonly Column<TrackLook>[] {
  const columns: readonly Column<TrackLook>[] = [
    { key: 'period', label: 'Quarter', render: ({ period, planned }) => `${quarter(period)}${planned ? '' : ' (not planned)'}` },
    { key: 'state', label: 'Look', render: ({ state }) => lookState(state) },
    {
      key: 'verdict',
      label: 'Verdict',
      render: ({ state, verdict }) => (state === 'read' ? <VerdictOfTrack verdict={verdict} /> : '–'),
    },
    {
      key: 'effect',
      label: 'Effect and interval',
      numeric: true,
      render: ({ effect }) => (effect ? `${effectNumber(effect.value, unit)} (${effectRange(effect, unit)})` : '–'),
    },
    {
      key: 'people',
      label: 'About how many people',
      numeric: true,
      render: ({ people }) => (people === null ? '–' : count(people)),
    },
    {
      key: 'information',
      label: 'Of planned information',
      numeric: true,
      render: ({ information }) => (information === null ? '–' : percent(information)),
    },
    { key: 'bound', label: 'Standard errors', numeric: true, render: ({ bound }) => (bound === null ? '–' : measured(bound)) },
  ];
  if (flags.length === 0) return columns;
  return [
    ...columns,
    { key: 'flags', label: 'Charters and decisions', render: ({ period }) => flagsOfRow(flags, period) || '–' },
  ];
}
