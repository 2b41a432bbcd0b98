import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { fraction } from './arguments.js';
import { normalDensity, normalSurvival, normalUpperQuantile } from './distributions/normal.js';
import { increasingRoot } from './numerics/increasing-root.js';

export interface AlphaSpendingInput {
  /** Share of the planned information at each look, rising, at most 1. */
  readonly informationFractions: readonly number[];
  readonly alpha?: number | undefined;
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
 * @throws RangeError on fractions that do not rise or lie outside (0, 1], α outside (0, 1).
 * @see Lan & DeMets (1983), Biometrika 70, 659–663; Armitage, McPherson & Rowe (1969), JRSS A 132, 235–244. Golden: R
 *   ldbounds::ldBounds(iuse = 1).
 */
export function alphaSpending(input: AlphaSpendingInput): Estimate<AlphaSpendingResult> {
  const alpha = fraction(input.alpha ?? 0.05, 'alpha');
  const times = input.informationFractions;
  times.forEach((time, k) => {
    if (!(time > (times[k - 1] ?? 0) && time <= 1)) throw new RangeError('informationFractions must rise within (0, 1]');
  });
  if (times.length === 0) return notEstimable('tooFew');
  const cumulativeAlpha = times.map((time) => 4 * normalSurvival(normalUpperQuantile(alpha / 4) / Math.sqrt(time)));
  return estimated({ bounds: boundsFor(times, cumulativeAlpha), cumulativeAlpha });
}

function boundsFor(times: readonly number[], spent: readonly number[]): (number | NotEstimable)[] {
  let alive: Alive | undefined;
  return times.map((time, k) => {
    const toSpend = spent[k]! - (spent[k - 1] ?? 0);
    if (!(toSpend > 1e-300)) {
      alive = advance(alive, time, FARTHEST * Math.sqrt(time));
      return notEstimable('unbounded');
    }
    const bound = boundFor(alive, time, toSpend);
    alive = advance(alive, time, bound * Math.sqrt(time));
    return bound;
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

const INTERVALS = 400;
const FARTHEST = 9;

/** The density among those alive after a look, by Simpson's rule between the bounds. */
function advance(alive: Alive | undefined, time: number, limit: number): Alive {
  const edge = Math.min(limit, FARTHEST * Math.sqrt(time));
  const narrow = Math.sqrt(time - (alive?.time ?? 0));
  const intervals = 2 * Math.ceil(Math.max(INTERVALS, (40 * edge) / narrow) / 2);
  const step = (2 * edge) / intervals;
  const points = Float64Array.from({ length: intervals + 1 }, (_, i) => -edge + i * step);
  const mass = points.map((x, i) => {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    return ((weight * step) / 3) * densityAt(alive, x, narrow);
  });
  return { points, mass, time };
}

function densityAt(alive: Alive | undefined, x: number, scale: number): number {
  if (alive === undefined) return normalDensity(x / scale) / scale;
  let sum = 0;
  for (let i = 0; i < alive.points.length; i++) sum += alive.mass[i]! * normalDensity((x - alive.points[i]!) / scale);
  return sum / scale;
}
