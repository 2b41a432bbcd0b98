import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { fraction, sameLength } from './parts/arguments.js';
import { normalDensity, normalSurvival, normalUpperQuantile } from './distributions/normal.js';
import { increasingRoot } from './numerics/increasing-root.js';

export interface AlphaSpendingInput {
  /** Share of the planned information at each look, rising, at most 1. */
  readonly informationFractions: readonly number[];
  readonly alpha?: number | undefined;
  /**
   * Where looks hang together less than their information says (fresh noise at each): a second scale of time, rising, on
   * which the square of the correlation of two looks is the earlier over the later. The information itself unless said.
   */
  readonly covarianceTimes?: readonly number[] | undefined;
}

export interface AlphaSpendingResult {
  /** |z| at or beyond which a look stops; `unbounded` where nothing is left to spend at it. */
  readonly bounds: readonly (number | NotEstimable)[];
  readonly cumulativeAlpha: readonly number[];
}

/** The chance density of the running sum among those that have not stopped, on a grid; sums have variance t. */
interface Alive {
  readonly points: Float64Array;
  /** Density times quadrature weight. */
  readonly mass: Float64Array;
  readonly time: number;
}

/**
 * Bounds for repeated looks that keep the total error (Lan and DeMets), spending like O'Brien and Fleming: two-sided,
 * each side spends 2 − 2Φ(z₁₋α/₄/√t).
 *
 * @returns one bound per look, and the error spent up to it.
 * @throws RangeError on fractions that do not rise or lie outside (0, 1], times that do not rise, α outside (0, 1).
 * @see Lan & DeMets (1983), Biometrika 70, 659–663; Armitage, McPherson & Rowe (1969), JRSS A 132, 235–244. Golden: R
 *   ldbounds::ldBounds(iuse = 1); the second scale is its t2.
 */
export function alphaSpending(input: AlphaSpendingInput): Estimate<AlphaSpendingResult> {
  const alpha = fraction(input.alpha ?? 0.05, 'alpha');
  const times = input.informationFractions;
  times.forEach((time, k) => {
    if (!(time > (times[k - 1] ?? 0) && time <= 1)) throw new RangeError('informationFractions must rise within (0, 1]');
  });
  const covarianceTimes = input.covarianceTimes ?? times;
  sameLength(times, covarianceTimes, 'informationFractions and covarianceTimes');
  covarianceTimes.forEach((time, k) => {
    if (!(time > (covarianceTimes[k - 1] ?? 0))) throw new RangeError('covarianceTimes must rise above 0');
  });
  if (times.length === 0) return notEstimable('tooFew');
  const cumulativeAlpha = times.map((time) => 4 * normalSurvival(normalUpperQuantile(alpha / 4) / Math.sqrt(time)));
  return estimated({ bounds: boundsFor(covarianceTimes, cumulativeAlpha), cumulativeAlpha });
}

function boundsFor(times: readonly number[], spent: readonly number[]): (number | NotEstimable)[] {
  let alive: Alive | undefined;
  return times.map((time, k) => {
    const toSpend = spent[k]! - (spent[k - 1] ?? 0);
    const bound = toSpend > LEAST ? boundFor(alive, time, toSpend) : FARTHEST;
    const next = times[k + 1];
    if (next !== undefined) alive = advance(alive, time, next, Math.min(bound, FARTHEST) * Math.sqrt(time));
    return toSpend > LEAST ? bound : notEstimable('unbounded');
  });
}

/** The z beyond which the share `toSpend` of all stops at this look. */
function boundFor(alive: Alive | undefined, time: number, toSpend: number): number {
  if (alive === undefined) return normalUpperQuantile(toSpend / 2);
  const excess = (z: number) => Math.log(toSpend) - Math.log(beyond(alive, time, Math.max(0, z) * Math.sqrt(time)));
  return increasingRoot((z) => Math.max(-1e6, Math.min(1e6, excess(z))), normalUpperQuantile(toSpend / 2));
}

/** The chance to stand beyond ±limit at a time, having been alive before. */
function beyond(alive: Alive, time: number, limit: number): number {
  const scale = Math.sqrt(time - alive.time);
  let sum = 0;
  for (let i = 0; i < alive.points.length; i++) {
    const up = normalSurvival((limit - alive.points[i]!) / scale);
    const down = normalSurvival((limit + alive.points[i]!) / scale);
    sum += alive.mass[i]! * (up + down);
  }
  return sum;
}

/** Nothing beyond so many standard deviations, and no error below this share, changes a bound. */
const FARTHEST = 9;
const LEAST = 1e-300;
/** Steps of the grid per standard deviation of the narrower of the two increments that it serves. */
const FINENESS = 20;

/** The density among those alive after a look, by Simpson's rule between the bounds. */
function advance(alive: Alive | undefined, time: number, next: number, edge: number): Alive {
  const scale = Math.sqrt(time - (alive?.time ?? 0));
  const finest = Math.min(scale, Math.sqrt(next - time));
  const intervals = 2 * Math.ceil((FINENESS * edge) / finest);
  const step = (2 * edge) / intervals;
  const points = Float64Array.from({ length: intervals + 1 }, (_, i) => -edge + i * step);
  const mass = points.map((x, i) => {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    return ((weight * step) / 3) * densityAt(alive, x, scale);
  });
  return { points, mass, time };
}

/** Only the points within reach of x are visited: the grid is even. */
function densityAt(alive: Alive | undefined, x: number, scale: number): number {
  if (alive === undefined) return normalDensity(x / scale) / scale;
  const { points, mass } = alive;
  const step = points[1]! - points[0]!;
  const from = Math.max(0, Math.floor((x - FARTHEST * scale - points[0]!) / step));
  const to = Math.min(points.length - 1, Math.ceil((x + FARTHEST * scale - points[0]!) / step));
  let sum = 0;
  for (let i = from; i <= to; i++) sum += mass[i]! * normalDensity((x - points[i]!) / scale);
  return sum / scale;
}
