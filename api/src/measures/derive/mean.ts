import { type Derivation, estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import { mean } from '../../statistics/index.js';
import type { Scene, ShownCell } from './scene.js';
import { type DrawnStatistics, named, variance } from './values.js';

export interface MeanRange {
  readonly low: number;
  readonly high: number;
}

export interface DerivedMean {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly variance: number;
  /** How much of the variance is noise. */
  readonly noiseVariance: number;
  readonly spread: number;
  readonly n: number;
}

/** Drawn sum, squares and base of values, with the noise variances that the mean needs. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
  readonly sumNoise: number;
  readonly baseNoise: number;
}

/** A parent lends its spread from this drawn size on. */
const LARGE = 50;

export function rangeOf({ parameters = {} }: Derivation): MeanRange {
  const { low = NaN, high = NaN } = parameters;
  return { low, high };
}

/**
 * The mean of `[sum, squares, base]` with its interval, the spread taken from the nearest large parent. `protection` where
 * none were drawn, no spread is shown, or the noise outweighs the mean's own variance threefold.
 */
export function meanOf(cell: ShownCell, of: readonly string[], scene: Scene, range: MeanRange): Estimate<DerivedMean> {
  return meanWith(sumsOf(cell.drawn, of), spreadSource(cell, of, scene), range);
}

/** The cell from which a spread is taken: the nearest above with enough values, the organisation last. */
export function spreadSource(cell: ShownCell, of: readonly string[], scene: Scene): Sums | undefined {
  const source = scene.above(cell).find(({ drawn }) => sumsOf(drawn, of).n >= LARGE) ?? scene.total;
  return source && sumsOf(source.drawn, of);
}

/** The mean of sums with the spread of others. */
export function meanWith(own: Sums, source: Sums | undefined, range: MeanRange): Estimate<DerivedMean> {
  const { n, sum, sumNoise, baseNoise } = own;
  if (n <= 0 || !source || source.n - 1 < 1) return notEstimable('protection');
  const spread = spreadOf(source, range);
  const noiseVariance = (sumNoise + (sum / n) ** 2 * baseNoise) / (n * n);
  if (noiseVariance > (3 * spread * spread) / n) return notEstimable('protection');
  const middle = (range.low + range.high) / 2;
  const noises = { noiseVariance: sumNoise, baseNoiseVariance: baseNoise };
  const result = mean({ n, sum, middle, standardDeviation: spread, degreesOfFreedom: source.n - 1, ...noises });
  if (result.kind === 'notEstimable') return notEstimable('protection');
  const { estimate, lower, upper } = result.value;
  if (typeof lower !== 'number' || typeof upper !== 'number') return notEstimable('protection');
  const clip = (value: number): number => Math.min(range.high, Math.max(range.low, value));
  const clipped = { estimate: clip(estimate), lower: clip(lower), upper: clip(upper) };
  return estimated({ ...clipped, variance: (spread * spread) / n + noiseVariance, noiseVariance, spread, n });
}

/** The standard deviation of the values, never below a tenth of half the range. */
function spreadOf({ n, sum, squares }: Sums, { low, high }: MeanRange): number {
  const half = (high - low) / 2;
  const square = (squares + (n * half * half) / 2 - (sum * sum) / n) / (n - 1);
  return Math.max(half / 10, Math.sqrt(Math.max(0, square)));
}

export function sumsOf(drawn: DrawnStatistics, [sum, squares, base]: readonly string[]): Sums {
  const s = named(drawn, sum);
  const n = named(drawn, base);
  return { n: n.value, sum: s.value, squares: named(drawn, squares).value, sumNoise: variance(s), baseNoise: variance(n) };
}

/** Sums of two disjoint sets together, or (`sign` −1) of a set without a part of it. */
export function addSums(one: Sums, other: Sums, sign: 1 | -1): Sums {
  return {
    n: one.n + sign * other.n,
    sum: one.sum + sign * other.sum,
    squares: one.squares + sign * other.squares,
    sumNoise: one.sumNoise + other.sumNoise,
    baseNoise: one.baseNoise + other.baseNoise,
  };
}
