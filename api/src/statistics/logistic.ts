import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allBinary, fraction, nonNegative, sameLength } from './parts/arguments.js';
import { normalMultiplier, twoSidedNormal } from './distributions/normal.js';
import { choleskyFactor, choleskyInverse, choleskySolve } from './numerics/cholesky.js';
import { CompensatedSum } from './numerics/compensated-sum.js';
import { standardizedColumns, type StandardizedColumns } from './numerics/standardized-columns.js';

export interface LogisticInput {
  /** One row per case, without the intercept. */
  readonly covariates: readonly (readonly number[])[];
  readonly names?: readonly string[] | undefined;
  /** 0 or 1. */
  readonly outcomes: readonly number[];
  /** How many cases a row stands for; 1 unless said. */
  readonly weights?: readonly number[] | undefined;
  readonly confidence?: number | undefined;
}

export interface LogisticResult {
  /** Log odds ratios, the intercept first. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly pValues: readonly number[];
  readonly deviance: number;
  readonly nullDeviance: number;
}

/** A converged fit, kept on the standardized scale too for what is built on it. */
export interface LogisticFit {
  readonly design: StandardizedColumns;
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly probabilities: Float64Array;
  readonly deviance: number;
}

/**
 * Logistic regression with intercept by iteratively reweighted least squares, Wald intervals.
 *
 * @param input rows of covariates and their outcomes.
 * @returns log odds. `constant` where the outcome or a covariate does not vary, `noContrast` where covariates
 *   determine each other, `tooFew` with no more rows than coefficients, `separation` where covariates split the
 *   outcomes perfectly and an estimate would run away, `notConverged` otherwise.
 * @throws RangeError on unequal lengths, outcomes other than 0 and 1, values that are not finite.
 * @see McCullagh & Nelder (1989), ch. 4; Albert & Anderson (1984), Biometrika 71, 1–10. Golden: R glm(family = binomial).
 */
export function logistic(input: LogisticInput): Estimate<LogisticResult> {
  const z = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence'));
  const fitted = fitLogistic(input);
  if (fitted.kind === 'notEstimable') return fitted;
  const { design, deviance } = fitted.value;
  const { coefficients, standardErrors } = onOriginalScale(fitted.value, design);
  return estimated({
    coefficients,
    standardErrors,
    lower: coefficients.map((b, j) => b - z * standardErrors[j]!),
    upper: coefficients.map((b, j) => b + z * standardErrors[j]!),
    pValues: coefficients.map((b, j) => twoSidedNormal(b / standardErrors[j]!)),
    deviance,
    nullDeviance: nullDeviance(input),
  });
}

const MOST_STEPS = 60;
/** Once no case's linear predictor moves by more than this, one step more is exact to the last digits. */
const STILL = 1e-7;
/** Steps that stay this large while the deviance stands still mean that an estimate runs away. */
const RUNAWAY = 1e-2;

/** The fit behind `logistic` and `overlapWeights`. */
export function fitLogistic(input: Omit<LogisticInput, 'confidence'>): Estimate<LogisticFit> {
  const { covariates, outcomes, weights } = input;
  sameLength(covariates, outcomes, 'covariates and outcomes');
  allBinary(outcomes, 'outcomes');
  if (weights !== undefined) sameLength(covariates, weights, 'covariates and weights');
  weights?.forEach((weight) => nonNegative(weight, 'weights'));
  const design = standardizedColumns(covariates);
  if (design.rows <= design.columns.length) return notEstimable('tooFew');
  const share = meanOutcome(input);
  if (!(share > 0 && share < 1) || design.constant) return notEstimable('constant');
  return iterate(design, input, [Math.log(share / (1 - share)), ...design.columns.map(() => 0)]);
}

/** Newton's steps, halved while they raise the deviance. */
function iterate(design: StandardizedColumns, input: Omit<LogisticInput, 'confidence'>, start: number[]): Estimate<LogisticFit> {
  let at = evaluate(design, input, start);
  let moved = Number.POSITIVE_INFINITY;
  for (let i = 0; i < MOST_STEPS; i++) {
    const lower = choleskyFactor(at.information);
    if (lower === undefined) return notEstimable(i === 0 ? 'noContrast' : 'separation');
    const step = choleskySolve(lower, at.score);
    moved = largestMove(design, step);
    const next = improve(design, input, at, step);
    if (moved < STILL) return converged(next ?? at, design);
    if (next === undefined) return runaway(moved);
    at = next;
  }
  return runaway(moved);
}

function converged(at: Evaluation, design: StandardizedColumns): Estimate<LogisticFit> {
  const lower = choleskyFactor(at.information);
  return lower === undefined ? notEstimable('notConverged') : estimated({ ...at, design, covariance: choleskyInverse(lower) });
}

function runaway(moved: number): NotEstimable {
  return notEstimable(moved > RUNAWAY ? 'separation' : 'notConverged');
}

interface Evaluation {
  readonly coefficients: readonly number[];
  readonly probabilities: Float64Array;
  readonly deviance: number;
  readonly score: number[];
  readonly information: number[][];
}

function improve(
  design: StandardizedColumns,
  input: Omit<LogisticInput, 'confidence'>,
  at: Evaluation,
  step: readonly number[],
): Evaluation | undefined {
  for (let share = 1; share > 1e-4; share /= 2) {
    const next = evaluate(
      design,
      input,
      at.coefficients.map((b, j) => b + share * step[j]!),
    );
    if (next.deviance <= at.deviance * (1 + 1e-13)) return next;
  }
  return undefined;
}

function evaluate(
  design: StandardizedColumns,
  { outcomes, weights }: Omit<LogisticInput, 'confidence'>,
  coefficients: readonly number[],
): Evaluation {
  const size = coefficients.length;
  const score = coefficients.map(() => 0);
  const information = coefficients.map(() => coefficients.map(() => 0));
  const probabilities = new Float64Array(design.rows);
  const deviance = new CompensatedSum();
  const row = new Float64Array(size).fill(1);
  for (let i = 0; i < design.rows; i++) {
    const weight = weights?.[i] ?? 1;
    const eta = readRow(design, i, row, coefficients);
    const p = 1 / (1 + Math.exp(-eta));
    const spread = weight * p * (1 / (1 + Math.exp(eta)));
    const y = outcomes[i]!;
    probabilities[i] = p;
    deviance.add(2 * weight * softplus(y === 1 ? -eta : eta));
    const residual = weight * (y === 1 ? 1 / (1 + Math.exp(eta)) : -p);
    for (let j = 0; j < size; j++) {
      score[j]! += residual * row[j]!;
      const scaled = spread * row[j]!;
      for (let k = 0; k <= j; k++) information[j]![k]! += scaled * row[k]!;
    }
  }
  return { coefficients, probabilities, deviance: deviance.value, score, information };
}

/** Fills `row` with 1 and the covariates of one case, and gives its linear predictor. */
function readRow(design: StandardizedColumns, i: number, row: Float64Array, coefficients: readonly number[]): number {
  let eta = coefficients[0]!;
  for (let j = 1; j < row.length; j++) {
    row[j] = design.columns[j - 1]![i]!;
    eta += row[j]! * coefficients[j]!;
  }
  return eta;
}

/** log(1 + e^x). */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function largestMove(design: StandardizedColumns, step: readonly number[]): number {
  const row = new Float64Array(step.length).fill(1);
  let most = 0;
  for (let i = 0; i < design.rows; i++) most = Math.max(most, Math.abs(readRow(design, i, row, step)));
  return most;
}

/** Coefficients and standard errors for covariates as they came: slopes divided, the intercept moved back. */
function onOriginalScale({ coefficients: b, covariance: v }: LogisticFit, { centers, scales }: StandardizedColumns) {
  const shift = centers.map((center, j) => -center / scales[j]!);
  const intercept = shift.reduce((sum, by, j) => sum + by * b[j + 1]!, b[0]!);
  const weights = [1, ...shift];
  const variance = weights.reduce((sum, x, j) => sum + weights.reduce((rest, y, k) => rest + x * y * v[j]![k]!, 0), 0);
  return {
    coefficients: [intercept, ...scales.map((scale, j) => b[j + 1]! / scale)],
    standardErrors: [Math.sqrt(variance), ...scales.map((scale, j) => Math.sqrt(v[j + 1]![j + 1]!) / scale)],
  };
}

function meanOutcome({ outcomes, weights }: Omit<LogisticInput, 'confidence'>): number {
  const events = new CompensatedSum();
  const all = new CompensatedSum();
  outcomes.forEach((y, i) => {
    events.add(y * (weights?.[i] ?? 1));
    all.add(weights?.[i] ?? 1);
  });
  return events.value / all.value;
}

/** Deviance of the intercept alone. */
function nullDeviance(input: LogisticInput): number {
  const share = meanOutcome(input);
  const people = input.weights === undefined ? input.outcomes.length : input.weights.reduce((sum, weight) => sum + weight, 0);
  return -2 * people * (share * Math.log(share) + (1 - share) * Math.log1p(-share));
}
