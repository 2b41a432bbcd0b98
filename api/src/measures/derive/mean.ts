import { estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import { mean } from '../../statistics/index.js';
import type { Scene, ShownCell } from './scene.js';
import { type DrawnStatistics, named, variance } from './values.js';

export interface MeanRange {
  readonly low: number;
  readonly high: number;
}

export interface DerivedMean {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** A parent lends its spread from this drawn size on. */
const LARGE = 50;

/**
 * The mean of `[sum, squares, base]` with its interval, the spread taken from the nearest large parent. `protection` where
 * none were drawn, no spread is shown, or the noise outweighs the mean's own variance threefold.
 */
export function meanOf(cell: ShownCell, of: readonly string[], scene: Scene, range: MeanRange): Estimate<DerivedMean> {
  const { n, sum, sumNoise, baseNoise } = sumsOf(cell.drawn, of);
  const source = scene.above(cell).find(({ drawn }) => sumsOf(drawn, of).n >= LARGE) ?? scene.total;
  if (n <= 0 || !source) return notEstimable('protection');
  const degreesOfFreedom = sumsOf(source.drawn, of).n - 1;
  if (degreesOfFreedom < 1) return notEstimable('protection');
  const spread = spreadOf(source.drawn, of, range);
  const noise = (sumNoise + (sum / n) ** 2 * baseNoise) / (n * n);
  if (noise > (3 * spread * spread) / n) return notEstimable('protection');
  const middle = (range.low + range.high) / 2;
  const noises = { noiseVariance: sumNoise, baseNoiseVariance: baseNoise };
  const result = mean({ n, sum, middle, standardDeviation: spread, degreesOfFreedom, ...noises });
  if (result.kind === 'notEstimable') return notEstimable('protection');
  const { estimate, lower, upper } = result.value;
  if (typeof lower !== 'number' || typeof upper !== 'number') return notEstimable('protection');
  const clip = (value: number): number => Math.min(range.high, Math.max(range.low, value));
  return estimated({ mean: clip(estimate), lower: clip(lower), upper: clip(upper) });
}

/** The standard deviation of the values in a cell, never below a tenth of half the range. */
function spreadOf(drawn: DrawnStatistics, of: readonly string[], { low, high }: MeanRange): number {
  const half = (high - low) / 2;
  const { n, sum, squares } = sumsOf(drawn, of);
  const square = (squares + (n * half * half) / 2 - (sum * sum) / n) / (n - 1);
  return Math.max(half / 10, Math.sqrt(Math.max(0, square)));
}

function sumsOf(drawn: DrawnStatistics, [sum, squares, base]: readonly string[]) {
  const s = named(drawn, sum);
  const n = named(drawn, base);
  return { n: n.value, sum: s.value, squares: named(drawn, squares).value, sumNoise: variance(s), baseNoise: variance(n) };
}
