import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allFinite, fraction, sameLength } from './parts/arguments.js';
import { studentMultiplier } from './distributions/student-t.js';
import { leastSquaresLeaveOneOut, type FittedRow } from './parts/least-squares-leave-one-out.js';
import { rowsByPerson, type LeaveOneOut } from './parts/leave-one-out.js';
import { compensatedMean, compensatedSum, squaredDeviations } from './numerics/compensated-sum.js';
import { lazily } from './numerics/lazily.js';
import { orthogonalColumns, solveUpper, upperInverse } from './numerics/orthogonal-columns.js';
import { standardizedColumns, type StandardizedColumns } from './numerics/standardized-columns.js';

export interface LeastSquaresInput {
  /** One row per case, without the intercept. */
  readonly covariates: readonly (readonly number[])[];
  readonly names?: readonly string[] | undefined;
  readonly outcomes: readonly number[];
  /** Whose row each is; every row is its own person unless said. */
  readonly people?: readonly (string | number)[] | undefined;
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
  /** Made when first read. Exact where a person has one row; `unbounded` where one row alone decides a coefficient. */
  readonly leaveOneOut: LeaveOneOut | NotEstimable;
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
  const rows = fittedRows(basis.columns, residuals, upperInverse(basis.upper), design);
  const coefficients = original(slopes, design, center);
  const hc3StandardErrors = exact(input.outcomes, residuals)
    ? coefficients.map(() => notEstimable('constant'))
    : standardErrors(rows, coefficients.length);
  const half = hc3StandardErrors.map((error) => (typeof error === 'number' ? studentMultiplier(confidence, df) * error : error));
  const changes = lazily(() =>
    rows === undefined
      ? notEstimable('unbounded')
      : leastSquaresLeaveOneOut(rows, coefficients.length, rowsByPerson(design.rows, input.people)),
  );
  return estimated({
    coefficients,
    hc3StandardErrors,
    lower: coefficients.map((b, j) => shifted(b, half[j]!, -1)),
    upper: coefficients.map((b, j) => shifted(b, half[j]!, 1)),
    residualDegreesOfFreedom: df,
    rSquared: explained(input.outcomes, center, residuals),
    get leaveOneOut() {
      return changes();
    },
  });
}

function shifted(estimate: number, half: number | NotEstimable, sign: 1 | -1): number | NotEstimable {
  return typeof half === 'number' ? estimate + sign * half : half;
}

/** Every row in the terms of the fit, or nothing where one row alone decides a coefficient (its leverage is 1). */
function fittedRows(
  orthogonal: readonly Float64Array[],
  residuals: Float64Array,
  inverse: readonly (readonly number[])[],
  design: StandardizedColumns,
): FittedRow[] | undefined {
  const rows: FittedRow[] = [];
  for (let i = 0; i < design.rows; i++) {
    const q = orthogonal.map((column) => column[i]!);
    const free = 1 - compensatedSum(q.map((value) => value * value));
    if (free < 1e-12) return undefined;
    const slopes = inverse.map((row) => row.reduce((sum, value, k) => sum + value * q[k]!, 0));
    rows.push({ q, direction: original(slopes, design, 0), residual: residuals[i]! / free, free });
  }
  return rows;
}

/** Coefficients for covariates as they came. */
function original(slopes: readonly number[], { centers, scales }: StandardizedColumns, center: number): number[] {
  const raw = scales.map((scale, j) => slopes[j + 1]! / scale);
  return [compensatedSum([center, slopes[0]!, ...raw.map((slope, j) => -slope * centers[j]!)]), ...raw];
}

/** The square root of Σ(gᵢeᵢ/(1 − hᵢ))². */
function standardErrors(rows: readonly FittedRow[] | undefined, size: number): (number | NotEstimable)[] {
  return Array.from({ length: size }, (_, j) =>
    rows === undefined
      ? notEstimable('unbounded')
      : Math.sqrt(compensatedSum(rows.map((row) => (row.direction[j]! * row.residual) ** 2))),
  );
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
