import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, fraction, positive } from './parts/arguments.js';
import { bothTailsPower } from './distributions/both-tails-power.js';

export interface PowerTwoSampleInput {
  /** People in each group. */
  readonly n: number;
  readonly difference: number;
  readonly standardDeviation: number;
  readonly alpha?: number | undefined;
}

export interface PowerTwoSampleResult {
  readonly power: number;
}

/**
 * Power of the two-sided t test of two groups of the same size, both tails counted.
 *
 * @returns a probability; α where the difference is 0. `tooFew` below two people in each group.
 * @throws RangeError on a standard deviation that is not positive, α outside (0, 1).
 * @see Cohen (1988), ch. 2. Golden: R power.t.test(type = "two.sample", strict = TRUE).
 */
export function powerTwoSample(input: PowerTwoSampleInput): Estimate<PowerTwoSampleResult> {
  const alpha = fraction(input.alpha ?? 0.05, 'alpha');
  const sd = positive(input.standardDeviation, 'standardDeviation');
  const size = Math.abs(finite(input.difference, 'difference')) / sd;
  if (!(finite(input.n, 'n') >= 2)) return notEstimable('tooFew');
  return estimated({ power: bothTailsPower(2 * (input.n - 1), size * Math.sqrt(input.n / 2), alpha).found });
}
