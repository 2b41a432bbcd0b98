import { estimated, notEstimable, type AbsenceReason, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allFinite, fraction, sameLength } from './parts/arguments.js';
import { noncentralityBound } from './distributions/noncentral-t.js';
import { stirlingError } from './distributions/stirling.js';
import { studentMultiplier, twoSidedStudent } from './distributions/student-t.js';
import { compensatedMean, squaredDeviations } from './numerics/compensated-sum.js';

export interface PairedInput {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface PairedComparisonInput extends PairedInput {
  readonly confidence?: number | undefined;
}

type OrAbsent = number | NotEstimable;

export interface PairedComparisonResult {
  readonly pairs: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly meanDifference: number;
  readonly standardDeviationDifference: number;
  readonly statistic: OrAbsent;
  readonly degreesOfFreedom: number;
  readonly pValue: OrAbsent;
  readonly lower: OrAbsent;
  readonly upper: OrAbsent;
  readonly hedgesG: { readonly estimate: OrAbsent; readonly lower: OrAbsent; readonly upper: OrAbsent };
}

/** Moments of after − before. */
export interface PairedMoments {
  readonly pairs: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly meanDifference: number;
  readonly standardDeviationDifference: number;
  /** Whether the differences vary by more than rounding. */
  readonly varies: boolean;
}

/**
 * Change from before to after in the same people: paired t test, and Hedges' g of the differences.
 *
 * g = J(n − 1)·mean/sd with the exact J; its interval turns the noncentral t interval of √n·mean/sd into the scale of g.
 *
 * @param input two lists, one pair per place; positive differences are rises.
 * @returns means in the unit of the input, g in standard deviations. `tooFew` below two pairs; what needs a spread is
 *   `constant` where all differences are the same.
 * @throws RangeError on unequal lengths, values that are not finite, a confidence outside (0, 1).
 * @see Student (1908), Biometrika 6, 1–25; Hedges (1981), J Educ Stat 6, 107–128; Cumming & Finch (2001), Educ Psychol
 *   Meas 61, 532–574. Golden: R t.test(paired = TRUE).
 */
export function pairedComparison(input: PairedComparisonInput): Estimate<PairedComparisonResult> {
  const confidence = fraction(input.confidence ?? 0.95, 'confidence');
  const moments = pairedMoments(input);
  if (moments === undefined) return notEstimable('tooFew');
  const { varies, ...described } = moments;
  const degreesOfFreedom = moments.pairs - 1;
  return estimated({ ...described, degreesOfFreedom, ...(varies ? compared(moments, confidence) : withoutSpread()) });
}

/** Moments of the differences, or nothing below two pairs. */
export function pairedMoments({ before, after }: PairedInput): PairedMoments | undefined {
  sameLength(before, after, 'before and after');
  allFinite(before, 'before');
  allFinite(after, 'after');
  const pairs = before.length;
  if (pairs < 2) return undefined;
  const differences = after.map((value, i) => value - (before[i] as number));
  const [meanBefore, meanAfter, meanDifference] = [compensatedMean(before), compensatedMean(after), compensatedMean(differences)];
  const standardDeviationDifference = Math.sqrt(squaredDeviations(differences, meanDifference) / (pairs - 1));
  const rounding = 10 * Number.EPSILON * Math.max(...[meanBefore, meanAfter, meanDifference].map(Math.abs));
  const varies = standardDeviationDifference / Math.sqrt(pairs) > rounding;
  return { pairs, meanBefore, meanAfter, meanDifference, standardDeviationDifference, varies };
}

function compared({ pairs, meanDifference, standardDeviationDifference }: PairedMoments, confidence: number) {
  const df = pairs - 1;
  const standardError = standardDeviationDifference / Math.sqrt(pairs);
  const statistic = meanDifference / standardError;
  const half = studentMultiplier(confidence, df) * standardError;
  return {
    statistic,
    pValue: twoSidedStudent(statistic, df),
    lower: meanDifference - half,
    upper: meanDifference + half,
    hedgesG: hedgesG(statistic, pairs, confidence),
  };
}

/** With two pairs J is 0: no size can be told without bias. */
function hedgesG(statistic: number, pairs: number, confidence: number): PairedComparisonResult['hedgesG'] {
  if (pairs < 3) return allAbsent('tooFew');
  const df = pairs - 1;
  const scale = smallSampleFactor(df) / Math.sqrt(pairs);
  const tail = (1 - confidence) / 2;
  return {
    estimate: scale * statistic,
    lower: scale * noncentralityBound(statistic, df, 1 - tail),
    upper: scale * noncentralityBound(statistic, df, tail),
  };
}

function withoutSpread() {
  const absent = notEstimable('constant');
  return { statistic: absent, pValue: absent, lower: absent, upper: absent, hedgesG: allAbsent('constant') };
}

function allAbsent(reason: AbsenceReason): PairedComparisonResult['hedgesG'] {
  const absent = notEstimable(reason);
  return { estimate: absent, lower: absent, upper: absent };
}

/** J(m) = Γ(m/2)/(√(m/2)·Γ((m−1)/2)) for m > 1, through Stirling's errors so that nothing overflows. */
export function smallSampleFactor(m: number): number {
  const [x, y] = [m / 2, (m - 1) / 2];
  const exponent = (y - 0.5) * Math.log1p(0.5 / y) - 0.5 + stirlingError(x) - stirlingError(y);
  return Math.exp(exponent);
}
