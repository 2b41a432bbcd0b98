import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, fraction, nonNegative } from './parts/arguments.js';
import { normalMultiplier } from './distributions/normal.js';

/** The noise of a drawn count Y and of its base N: Var e_Y, Var e_N, Cov(e_Y, e_N). All default to 0. */
export interface ProportionNoise {
  readonly noiseVariance?: number | undefined;
  readonly baseNoiseVariance?: number | undefined;
  readonly baseNoiseCovariance?: number | undefined;
}

export interface ProportionInput extends ProportionNoise {
  readonly successes: number;
  readonly trials: number;
  readonly confidence?: number | undefined;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface ProportionResult extends Interval {
  readonly estimate: number;
}

/**
 * A proportion with its Wilson score interval (no continuity correction), widened by the noise of drawn counts.
 *
 * The interval holds every p with (Y/N − p)² ≤ z²·(p(1 − p)/N + Var(e_Y − p·e_N)/N²), clipped to [0, 1]; where
 * that leaves nothing (a draw far below 0 or above N), the interval of Y = 0 or Y = N.
 *
 * @param input successes Y of trials N. Drawn counts may fall outside 0…N; exact ones may not.
 * @returns fractions 0–1. `tooFew` when there are no trials.
 * @throws RangeError on negative or impossible exact counts, negative variances, a confidence outside (0, 1).
 * @see Wilson (1927), JASA 22, 209–212; Newcombe (1998), Stat Med 17, 857–872. Golden: R prop.test(correct = FALSE).
 */
export function wilsonInterval(input: ProportionInput): Estimate<ProportionResult> {
  const z = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence'));
  checkCounts(input);
  const { successes, trials } = input;
  if (!(trials > 0)) return notEstimable('tooFew');
  const estimate = clip(successes / trials);
  const interval = solve(successes, input, z) ?? solve(estimate <= 0 ? 0 : trials, input, z) ?? { lower: 0, upper: 1 };
  return estimated({ estimate, lower: Math.min(interval.lower, estimate), upper: Math.max(interval.upper, estimate) });
}

/** Var(e_Y − p·e_N): the noise of a count against its base, in counts squared. */
export function proportionNoise(noise: ProportionNoise, p: number): number {
  const { noiseVariance = 0, baseNoiseVariance = 0, baseNoiseCovariance = 0 } = noise;
  return Math.max(0, noiseVariance - 2 * p * baseNoiseCovariance + p * p * baseNoiseVariance);
}

/** A share as displayed: never below 0 or above 1. */
export function clip(p: number): number {
  return Math.min(1, Math.max(0, p));
}

/** Exact counts must be possible; drawn ones only finite. */
function checkCounts(input: ProportionInput): void {
  const noiseVariance = nonNegative(input.noiseVariance ?? 0, 'noiseVariance');
  const baseNoiseVariance = nonNegative(input.baseNoiseVariance ?? 0, 'baseNoiseVariance');
  finite(input.baseNoiseCovariance ?? 0, 'baseNoiseCovariance');
  finite(input.successes, 'successes');
  finite(input.trials, 'trials');
  if (baseNoiseVariance === 0) nonNegative(input.trials, 'trials');
  if (noiseVariance > 0) return;
  nonNegative(input.successes, 'successes');
  if (baseNoiseVariance === 0 && input.successes > input.trials) throw new RangeError('successes must not exceed trials');
}

/** The p in [0, 1] that the count does not contradict, or nothing where none or a single point is left. */
function solve(count: number, input: ProportionInput, z: number): Interval | undefined {
  const { trials: n, noiseVariance: v = 0, baseNoiseVariance: base = 0, baseNoiseCovariance: shared = 0 } = input;
  const zz = z * z;
  const square = n * n + zz * (n - base);
  // A base so small that its noise allows any p: the condition bounds p on no side.
  if (square <= 0) return { lower: 0, upper: 1 };
  const half = n * count + zz * (n / 2 - shared);
  // half² − square·level, multiplied out so that nothing cancels when n is large.
  const own = n * count * (n - count) + n * n * v - 2 * n * shared * count + base * count * count;
  const discriminant = zz * (own + zz * ((n / 2 - shared) ** 2 + (n - base) * v));
  if (!(discriminant >= 0)) return undefined;
  const [low, high] = roots(square, half, count * count - zz * v, Math.sqrt(discriminant));
  const lower = count <= 0 ? 0 : clip(low);
  const upper = noiseless(input) && count === n ? 1 : clip(high);
  return upper > lower ? { lower, upper } : undefined;
}

/** Both roots of square·p² − 2·half·p + level, without cancellation. */
function roots(square: number, half: number, level: number, root: number): [number, number] {
  const far = half >= 0 ? half + root : half - root;
  const one = far / square;
  const other = far === 0 ? 0 : level / far;
  return one < other ? [one, other] : [other, one];
}

function noiseless(noise: ProportionNoise): boolean {
  return !noise.noiseVariance && !noise.baseNoiseVariance;
}
