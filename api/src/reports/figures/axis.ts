import { locale } from '#language';
import { written } from '#wording';
import type { Figure } from '../model/model.js';

type Intervals = Extract<Figure, { kind: 'interval' }>;

/** A fixed axis: it depends on what is measured and printed, never on what is hidden. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly logarithmic: boolean;
  /** Where nothing would differ; null where there is no such value. */
  readonly reference: number | null;
}

/** Around 1 for ratios, around 0 where values can be negative, from 0 for all others. */
export function axisOf(figure: Intervals): Axis {
  if (figure.format === 'effect') return EFFECTS;
  if (figure.similar !== null) return rates();
  if (figure.format === 'ratio') return ratios();
  const printed = figure.rows.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((one) => one !== null);
  const [least, most] = [Math.min(0, ...printed), Math.max(0, ...printed)];
  const bare =
    figure.format === 'difference'
      ? (at: number): string => written(at, 'fraction')
      : (at: number): string => written(at, figure.format);
  const [low, high] = ends(figure.format, least, most);
  return low < 0 ? around(high, bare) : from(high, bare);
}

/** The ends of a straight axis, by what is printed on it: around 0 where something is below it, else from 0. */
export const linearAxis = (format: string, printed: readonly number[]): readonly [number, number] =>
  ends(format, Math.min(0, ...printed), Math.max(0, ...printed));

function ends(format: string, least: number, most: number): readonly [number, number] {
  if (least < 0) return [-fitting(Math.max(-least, most), TOPS), fitting(Math.max(-least, most), TOPS)];
  return [0, format === 'fraction' ? fitting(most, [0.25, 0.5, 1]) : fitting(most, TOPS)];
}

const ticksAt = (places: readonly number[], write: (at: number) => string): Axis['ticks'] =>
  places.map((at) => ({ at, label: write(at) }));

/** As it is printed, with a point or a comma. */
const bareNumber = (at: number): string => at.toLocaleString(locale(), { maximumFractionDigits: 2 });

const rates = (): Axis => ({
  domain: [0.33, 3],
  ticks: ticksAt([0.33, 0.5, 0.8, 1, 1.25, 2, 3], bareNumber),
  logarithmic: true,
  reference: 1,
});

/** In multiples of the smallest change that matters. */
const EFFECTS: Axis = {
  domain: [-3, 3],
  ticks: [-3, -2, -1, 0, 1, 2, 3].map((at) => ({ at, label: String(at).replace('-', '\u2212') })),
  logarithmic: false,
  reference: 0,
};

const ratios = (): Axis => ({
  domain: [0.2, 5],
  ticks: ticksAt([0.2, 0.5, 1, 2, 5], bareNumber),
  logarithmic: true,
  reference: 1,
});

const TOPS = [0.1, 1, 10, 100, 1000, 10_000, 100_000].flatMap((power) => [1, 2, 5].map((first) => first * power));

const fitting = (most: number, tops: readonly number[]): number => tops.find((top) => most <= top) ?? Math.max(most, 1);

function from(top: number, write: (at: number) => string): Axis {
  return { domain: [0, top], ticks: ticksAt(steps(0, top), write), logarithmic: false, reference: null };
}

function around(top: number, write: (at: number) => string): Axis {
  return { domain: [-top, top], ticks: ticksAt(steps(-top, top), write), logarithmic: false, reference: 0 };
}

/** Five places from end to end, or four steps. */
const steps = (low: number, high: number): number[] => [0, 1, 2, 3, 4].map((i) => low + ((high - low) * i) / 4);

/** Where a value stands between the ends of the axis, from 0 to 1; what lies beyond stands at the end. */
export function placeOn({ domain: [low, high], logarithmic }: Axis, value: number): number {
  const at = Math.min(Math.max(value, low), high);
  return logarithmic ? (Math.log(at) - Math.log(low)) / (Math.log(high) - Math.log(low)) : (at - low) / (high - low);
}
