import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allFinite, fraction, sameLength } from './arguments.js';
import { studentMultiplier } from './distributions/student-t.js';
import { compensatedMean, compensatedSum, squaredDeviations } from './numerics/compensated-sum.js';
import { orthogonalColumns, solveUpper, upperInverse } from './numerics/orthogonal-columns.js';
import { standardizedColumns, type StandardizedColumns } from './numerics/standardized-columns.js';

export interface LeastSquaresInput {
  /** One row per case, without the intercept. */
  readonly covariates: readonly (readonly number[])[];
  readonly names?: readonly string[] | undefined;
  readonly outcomes: readonly number[];
  readonly confidence?: number | undefined;
}

export interface LeastSquaresResult {
  /** The intercept first. */
  readonly coefficients: readonly number[];
  readonly hc3StandardErrors: readonly (number | NotEstimable)[];
  readonly lower: readonly (number | NotEstimable)[];
  readonly upper: readonly (number | NotEstimable)[];
  readonly residualDegreesOfFreedom: number;
  readonly rSquared: number | NotEstimable;
  /** The change of each coefficient that leaving out one case makes; case by case, exact. */
  readonly leaveOneOut: readonly (readonly (number | NotEstimable)[])[];
}

/**
 * Ordinary least squares with intercept, with standard errors that do not assume equal spread (HC3).
 *
 * @param input rows of covariates and their outcomes.
 * @returns coefficients in outcome units per unit of covariate; t intervals on n − p degrees of freedom. `tooFew` with
 *   no more rows than coefficients, `constant` where a covariate does not vary, `noContrast` where covariates
 *   determine each other; a standard error is `unbounded` where one case alone decides a coefficient and
 *   `constant` where the fit is exact; R² is `constant` where the outcome does not vary.
 * @throws RangeError on unequal lengths or values that are not finite.
 * @see MacKinnon & White (1985), J Econometrics 29, 305–325; Long & Ervin (2000), Am Stat 54, 217–224. Golden: R lm with
 *   sandwich::vcovHC(type = "HC3").
 */
export function leastSquares(input: LeastSquaresInput): Estimate<LeastSquaresResult> {
  const confidence = fraction(input.confidence ?? 0.95, 'confidence');
  sameLength(input.covariates, input.outcomes, 'covariates and outcomes');
  allFinite(input.outcomes, 'outcomes');
  const design = standardizedColumns(input.covariates);
  const df = design.rows - design.columns.length - 1;
  if (df < 1) return notEstimable('tooFew');
  if (design.constant) return notEstimable('constant');
  const basis = orthogonalColumns([new Float64Array(design.rows).fill(1), ...design.columns]);
  if (basis === undefined) return notEstimable('noContrast');
  const center = compensatedMean(input.outcomes);
  const deviations = Float64Array.from(input.outcomes, (y) => y - center);
  const { projected, residuals } = basis.project(deviations);
  const slopes = solveUpper(basis.upper, projected);
  const pulls = influence(basis.columns, residuals, upperInverse(basis.upper), design);
  const coefficients = original(slopes, design, center);
  const hc3StandardErrors = exact(input.outcomes, residuals)
    ? coefficients.map(() => notEstimable('constant'))
    : standardErrors(pulls, coefficients.length);
  const half = hc3StandardErrors.map((error) => (typeof error === 'number' ? studentMultiplier(confidence, df) * error : error));
  return estimated({
    coefficients,
    hc3StandardErrors,
    lower: coefficients.map((b, j) => shifted(b, half[j]!, -1)),
    upper: coefficients.map((b, j) => shifted(b, half[j]!, 1)),
    residualDegreesOfFreedom: df,
    rSquared: explained(input.outcomes, center, residuals),
    leaveOneOut: pulls.map((pull) => pull ?? coefficients.map(() => notEstimable('unbounded'))),
  });
}

function shifted(estimate: number, half: number | NotEstimable, sign: 1 | -1): number | NotEstimable {
  return typeof half === 'number' ? estimate + sign * half : half;
}

/** −(XᵀX)⁻¹xᵢ·eᵢ/(1 − hᵢ) on the original scale: how far the fit moves without case i; nothing where hᵢ is 1. */
function influence(
  orthogonal: readonly Float64Array[],
  residuals: Float64Array,
  inverse: readonly (readonly number[])[],
  design: StandardizedColumns,
): (number[] | undefined)[] {
  return Array.from(residuals, (residual, i) => {
    const q = orthogonal.map((column) => column[i]!);
    const free = 1 - compensatedSum(q.map((value) => value * value));
    if (free < 1e-12) return undefined;
    const direction = inverse.map((row) => row.reduce((sum, value, k) => sum + value * q[k]!, 0));
    return original(direction, design, 0).map((value) => (-value * residual) / free);
  });
}

/** Coefficients for covariates as they came. */
function original(slopes: readonly number[], { centers, scales }: StandardizedColumns, center: number): number[] {
  const raw = scales.map((scale, j) => slopes[j + 1]! / scale);
  return [compensatedSum([center, slopes[0]!, ...raw.map((slope, j) => -slope * centers[j]!)]), ...raw];
}

function standardErrors(pulls: readonly (number[] | undefined)[], size: number): (number | NotEstimable)[] {
  if (pulls.includes(undefined)) return Array.from({ length: size }, () => notEstimable('unbounded'));
  return Array.from({ length: size }, (_, j) => Math.sqrt(compensatedSum(pulls.map((pull) => pull![j]! ** 2))));
}

/** Whether nothing but rounding is left: an exact fit has no error to measure. */
function exact(outcomes: readonly number[], residuals: Float64Array): boolean {
  const largest = outcomes.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  return residuals.every((residual) => Math.abs(residual) <= 64 * Number.EPSILON * largest);
}

function explained(outcomes: readonly number[], center: number, residuals: Float64Array): number | NotEstimable {
  const total = squaredDeviations(outcomes, center);
  const rounding = outcomes.length * (4 * Number.EPSILON * Math.abs(center)) ** 2;
  if (!(total > rounding)) return notEstimable('constant');
  return Math.max(0, 1 - compensatedSum(residuals.map((e) => e * e)) / total);
}
