import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, fraction, positive } from './parts/arguments.js';
import { bothTailsPower } from './distributions/both-tails-power.js';
import { increasingRoot } from './numerics/increasing-root.js';

export interface PowerPairedInput {
  readonly pairs: number;
  readonly standardDeviationDifference: number;
  readonly power: number;
  readonly alpha?: number | undefined;
}

export interface PowerPairedResult {
  /** In the unit of the standard deviation. */
  readonly minimumDetectableDifference: number;
}

/**
 * The smallest mean change that a two-sided paired t test finds with the given power, both tails counted.
 *
 * @returns `tooFew` below two pairs, `noContrast` where the power asked for is no more than α.
 * @throws RangeError on a standard deviation that is not positive, a power or α outside (0, 1).
 * @see Cohen (1988), ch. 2. Golden: R power.t.test(type = "paired", strict = TRUE).
 */
export function powerPaired(input: PowerPairedInput): Estimate<PowerPairedResult> {
  const alpha = fraction(input.alpha ?? 0.05, 'alpha');
  const power = fraction(input.power, 'power');
  const sd = positive(input.standardDeviationDifference, 'standardDeviationDifference');
  const df = finite(input.pairs, 'pairs') - 1;
  if (!(df >= 1)) return notEstimable('tooFew');
  if (power <= alpha) return notEstimable('noContrast');
  const missing = (logDelta: number): number =>
    Math.log(power) - Math.log1p(-bothTailsPower(df, Math.exp(logDelta), alpha).missed);
  const delta = Math.exp(increasingRoot((u) => -missing(u), 0.5));
  return estimated({ minimumDetectableDifference: (delta * sd) / Math.sqrt(input.pairs) });
}
