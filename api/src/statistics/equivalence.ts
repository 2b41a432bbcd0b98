import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, fraction } from './parts/arguments.js';
import { studentCdf, studentSurvival, studentUpperQuantile } from './distributions/student-t.js';
import { pairedMoments, type PairedInput } from './paired-comparison.js';

export interface EquivalenceInput extends PairedInput {
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly alpha?: number | undefined;
}

export interface EquivalenceResult {
  /** Against a mean change at or below the lower bound. */
  readonly pLower: number;
  /** Against a mean change at or above the upper bound. */
  readonly pUpper: number;
  readonly pValue: number;
  readonly equivalent: boolean;
  /** The 1 − 2α interval of the mean change. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Whether the mean change lies inside bounds that do not matter: two one-sided paired t tests.
 *
 * @param input pairs, the bounds in their unit, α of each test (0.05 unless said).
 * @returns both p, the larger as the p of equivalence, and the interval that lies inside the bounds exactly when
 *   `equivalent`. `tooFew` below two pairs, `constant` where all differences are the same.
 * @throws RangeError on unequal lengths, bounds out of order, α outside (0, ½).
 * @see Schuirmann (1987), J Pharmacokinet Biopharm 15, 657–680. Golden: R t.test, one-sided, at each bound.
 */
export function equivalence(input: EquivalenceInput): Estimate<EquivalenceResult> {
  const alpha = fraction(input.alpha ?? 0.05, 'alpha');
  if (alpha >= 0.5) throw new RangeError('alpha must be below 0.5');
  const { lowerBound, upperBound } = input;
  if (!(finite(lowerBound, 'lowerBound') < finite(upperBound, 'upperBound')))
    throw new RangeError('lowerBound must be below upperBound');
  const moments = pairedMoments(input);
  if (moments === undefined) return notEstimable('tooFew');
  if (!moments.varies) return notEstimable('constant');
  const df = moments.pairs - 1;
  const center = moments.meanDifference;
  const standardError = moments.standardDeviationDifference / Math.sqrt(moments.pairs);
  const pLower = studentSurvival((center - lowerBound) / standardError, df);
  const pUpper = studentCdf((center - upperBound) / standardError, df);
  const pValue = Math.max(pLower, pUpper);
  const half = studentUpperQuantile(alpha, df) * standardError;
  return estimated({ pLower, pUpper, pValue, equivalent: pValue < alpha, lower: center - half, upper: center + half });
}
