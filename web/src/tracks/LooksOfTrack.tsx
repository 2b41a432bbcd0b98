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
import { t } from '../language/index.js';

/** The looks of a track as a drawing and a table, with what was agreed and decided in between. */
export function LooksOfTrack({ track: { looks, summary } }: { readonly track: Track }) {
  const { unit = 'points', outcomeLabel = '' } = summary.charter ?? {};
  const { answer } = useTrackMarks(summary.key);
  const events = (answer ?? []).map((mark) => ({ period: mark.period, sentence: trackMarkSentence(mark) }));
  const periods = looks.map(({ period }) => period);
  return (
    <section aria-labelledby="looks" className="stack">
      <h2 id="looks">{t('Looks')}</h2>
      <p>
        {t(
          '{outcome}. The first release of each planned quarter is a look. Early looks reach further, so that all of them together err in one of twenty cases. In between the outcome is not shown.',
          { outcome: outcomeLabel },
        )}
      </p>
      <LookChart track={summary.name} looks={looks} unit={unit} events={events} />
      <DataTable
        caption={t('Looks in the order of their quarters')}
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
        label={t('{track}: its looks', { track })}
        flags={flagsAmong(periods, events)}
      />
      <p className="small quiet">
        {t('Dots show the effect at each look, the band its interval, as wide as the bound of that look.')}{' '}
        {events.length === 0 ? '' : t(HOW_TO_READ_FLAGS)}
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
    sentence: t('{look}: {effect}, interval {range}.', {
      look: planned ? quarter(period) : t('{quarter}, not planned', { quarter: quarter(period) }),
      effect: effectNumber(value, unit),
      range: effectRange({ lower, upper }, unit),
    }),
    broken: false,
  };
}

function columnsOf(unit: string, flags: readonly TrendFlag[]): readonly Column<TrackLook>[] {
  const columns: readonly Column<TrackLook>[] = [
    {
      key: 'period',
      label: t('Quarter'),
      render: ({ period, planned }) => (planned ? quarter(period) : t('{quarter} (not planned)', { quarter: quarter(period) })),
    },
    { key: 'state', label: t('Look'), render: ({ state }) => lookState(state) },
    {
      key: 'verdict',
      label: t('Verdict'),
      render: ({ state, verdict }) => (state === 'read' ? <VerdictOfTrack verdict={verdict} /> : '–'),
    },
    {
      key: 'effect',
      label: t('Effect and interval'),
      numeric: true,
      render: ({ effect }) => (effect ? `${effectNumber(effect.value, unit)} (${effectRange(effect, unit)})` : '–'),
    },
    {
      key: 'people',
      label: t('About how many people'),
      numeric: true,
      render: ({ people }) => (people === null ? '–' : count(people)),
    },
    {
      key: 'information',
      label: t('Of planned information'),
      numeric: true,
      render: ({ information }) => (information === null ? '–' : percent(information)),
    },
    { key: 'bound', label: t('Standard errors'), numeric: true, render: ({ bound }) => (bound === null ? '–' : measured(bound)) },
  ];
  if (flags.length === 0) return columns;
  return [
    ...columns,
    { key: 'flags', label: t('Charters and decisions'), render: ({ period }) => flagsOfRow(flags, period) || '–' },
  ];
}
