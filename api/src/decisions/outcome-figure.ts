import type { AbsenceReason, CellStatus, Drawn, ReleasedCell, ReleasedTable, ReleasedValue } from '../kernel/index.js';
import type { CharterContent, OutcomeKey } from '../tracks/index.js';
import { scaleOf } from './effect-scale.js';

/** An outcome as a release tells it: in its own unit, with its 95 % interval. */
export interface OutcomeFigure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** On whom it rests, as drawn. */
  readonly people: number;
  /** Share of its variance that is the noise of this release, which no other release shares. */
  readonly noise: number;
}

/** A figure, or why there is none: as the page names every absence. */
export type OutcomeReading =
  | { readonly kind: 'read'; readonly figure: OutcomeFigure }
  | { readonly kind: 'absent'; readonly status: CellStatus | 'notPlanned'; readonly reason: AbsenceReason | null };

interface Place {
  readonly measure: string;
  readonly variant: string;
  readonly value: string;
  /** The value that counts the people; the drawn cases together where there is none. */
  readonly people: string | null;
  /** The drawn statistic whose noise carries over; a sum, which its people divide, or an estimate of a model. */
  readonly drawn: { readonly name: string; readonly per: 'person' | 'estimate' } | null;
}

/** Where each outcome stands in a release. Limits carry the name of their value. */
export const PLACES: Readonly<Record<OutcomeKey, Place>> = {
  skill_comparison: {
    measure: 'skill_comparison',
    variant: 'compared',
    value: 'difference',
    people: 'inTrackPeople',
    drawn: { name: 'adjusted', per: 'estimate' },
  },
  skill_change: {
    measure: 'skill_change',
    variant: 'checked',
    value: 'change',
    people: 'pairsCounted',
    drawn: { name: 'change', per: 'person' },
  },
  progression: { measure: 'progression', variant: 'starters', value: 'by12', people: null, drawn: null },
  promotion_comparison: {
    measure: 'promotion_comparison',
    variant: 'over_time',
    value: 'hazardRatio',
    people: 'mentoredPeople',
    drawn: { name: 'logHazardRatio', per: 'estimate' },
  },
};

/** The cells of one track in one release, by `measure/variant`. */
export type TrackCells = ReadonlyMap<string, ReleasedCell>;

/** The cells of a track among the tables that are split by track alone. */
export function cellsOf(tables: readonly ReleasedTable[], track: string): TrackCells {
  return new Map(
    tables.flatMap((table) => {
      const cell = table.cells.find(({ group }) => group['track'] === track);
      return cell ? [[`${table.measure}/${table.variant}`, cell]] : [];
    }),
  );
}

/** The outcome that decides, as a release tells it for a track. */
export function readOutcome(outcome: OutcomeKey, cells: TrackCells): OutcomeReading {
  const { measure, variant, value, people: counting } = PLACES[outcome];
  const cell = cells.get(`${measure}/${variant}`);
  if (cell?.status !== 'shown') return absentCell(cell);
  const limits = numbersIn([value, `${value}Lower`, `${value}Upper`].map((key) => cell.values[key]));
  if (!limits) return absent('notEstimable', 'protection');
  const [point = 0, lower = 0, upper = 0] = limits;
  const [counted = 0] = numbersIn([counting === null ? sumOf(cell.drawn) : cell.values[counting]]) ?? [];
  const figure = { value: point, lower, upper, people: Math.max(0, counted) };
  return { kind: 'read', figure: { ...figure, noise: noiseShareOf(outcome, cell.drawn, figure) } };
}

/** All of them as numbers, or nothing. */
const numbersIn = (values: readonly (ReleasedValue | undefined)[]): readonly number[] | undefined =>
  values.every((value) => typeof value === 'number') ? values : undefined;

const absentCell = (cell: Exclude<ReleasedCell, { status: 'shown' }> | undefined): OutcomeReading =>
  cell ? absent(cell.status, cell.status === 'notEstimable' ? cell.reason : null) : absent('notPlanned', null);

type Draws = Readonly<Record<string, Drawn>>;

/** From the widths of the noise that the file names beside every drawn statistic. */
function noiseShareOf(outcome: OutcomeKey, drawn: Draws, figure: Omit<OutcomeFigure, 'noise'>): number {
  const variance = standardErrorOf(outcome === 'promotion_comparison' ? logarithms(figure) : figure) ** 2;
  const share = variance > 0 ? noiseVarianceOf(outcome, drawn, figure) / variance : 0;
  return Math.min(MOST_NOISE, share);
}

/** A figure is published while its noise has at most three quarters of the variance. */
const MOST_NOISE = 0.75;

function noiseVarianceOf(outcome: OutcomeKey, drawn: Draws, { value, people }: Omit<OutcomeFigure, 'noise'>): number {
  const carried = PLACES[outcome].drawn;
  const noiseOf = (name: string): number => drawn[name]?.noise ?? 0;
  if (carried?.per === 'estimate') return noiseOf(carried.name) ** 2;
  if (people === 0) return 0;
  if (carried) return (noiseOf(carried.name) / people) ** 2;
  // A share of disjoint cases: those that are steps, and those that are not.
  return (
    Object.entries(drawn).reduce(
      (sum, [name, { noise }]) => sum + (noise * (name.startsWith('events') ? 1 - value : value)) ** 2,
      0,
    ) /
    people ** 2
  );
}

const logarithms = ({ value, lower, upper }: Effect): Effect => ({
  value: Math.log(value),
  lower: Math.log(lower),
  upper: Math.log(upper),
});

const absent = (status: CellStatus | 'notPlanned', reason: AbsenceReason | null): OutcomeReading => ({
  kind: 'absent',
  status,
  reason,
});
const sumOf = (drawn: Draws): number => Object.values(drawn).reduce((sum, { value }) => sum + value, 0);

/** An effect in the good direction, on the scale on which it is judged; 0 is none. */
export interface Effect {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A value of a cell with its limits; null where one of them is not shown. */
export function figureIn(cell: ReleasedCell | undefined, value: string): Effect | null {
  if (cell?.status !== 'shown') return null;
  const [point, lower, upper] = [value, `${value}Lower`, `${value}Upper`].map((key) => cell.values[key]);
  if (typeof point !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return null;
  return { value: point, lower, upper };
}

/** z of a 95 % interval. */
const Z95 = 1.959963984540054;

/** What the charter judges: progression against its reference, ratios by their logarithm, a wished-for fall as a gain. */
export function effectIn(content: CharterContent, { value, lower, upper }: Effect): Effect {
  const { on } = scaleOf(content);
  const against = content.outcome === 'progression' ? (content.reference ?? 0) : 0;
  const [point, low, high] = [value, lower, upper].map((one) => on(one) - against) as [number, number, number];
  return content.direction === 'fall' ? { value: -point, lower: -high, upper: -low } : { value: point, lower: low, upper: high };
}

/** A 95 % interval, as wide as the bound of a look asks for; each side keeps its own shape. */
export function stretched({ value, lower, upper }: Effect, bound: number): Effect {
  const by = bound / Z95;
  return { value, lower: value - (value - lower) * by, upper: value + (upper - value) * by };
}

/** Half of a 95 % interval as one standard error; of a lopsided interval the mean of its sides. */
export const standardErrorOf = ({ lower, upper }: Effect): number => (upper - lower) / (2 * Z95);
