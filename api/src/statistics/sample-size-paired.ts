import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, fraction, positive } from './parts/arguments.js';
import { bothTailsPower } from './distributions/both-tails-power.js';

export interface SampleSizePairedInput {
  readonly difference: number;
  readonly standardDeviationDifference: number;
  readonly power: number;
  readonly alpha?: number | undefined;
}

export interface SampleSizePairedResult {
  readonly pairs: number;
}

const MOST_PAIRS = 1e12;

/**
 * The smallest number of pairs with which a two-sided paired t test has the given power, both tails counted.
 *
 * @returns a whole number ≥ 2. `unbounded` where the difference is 0, or so small that no number is enough.
 * @throws RangeError on a standard deviation that is not positive, a power or α outside (0, 1).
 * @see Cohen (1988), ch. 2. Golden: R power.t.test(type = "paired", strict = TRUE), rounded up.
 */
export function sampleSizePaired(input: SampleSizePairedInput): Estimate<SampleSizePairedResult> {
  const alpha = fraction(input.alpha ?? 0.05, 'alpha');
  const power = fraction(input.power, 'power');
  const sd = positive(input.standardDeviationDifference, 'standardDeviationDifference');
  const size = Math.abs(finite(input.difference, 'difference')) / sd;
  const enough = (pairs: number): boolean => bothTailsPower(pairs - 1, size * Math.sqrt(pairs), alpha).found >= power;
  if (size === 0) return notEstimable('unbounded');
  let high = 2;
  while (!enough(high)) if ((high *= 2) > MOST_PAIRS) return notEstimable('unbounded');
  let low = high === 2 ? 1 : high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return estimated({ pairs: high });
}
