import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allBinary, allFinite, fraction, sameLength } from './parts/arguments.js';
import { rowContributions } from './parts/cox-leave-one-out.js';
import { riskSweep, type CoxRows, type PartialLikelihood } from './parts/cox-risk-sweep.js';
import { chiSquareSurvival } from './distributions/chi-square.js';
import { normalMultiplier } from './distributions/normal.js';
import { rowsByPerson, type LeaveOneOut } from './parts/leave-one-out.js';
import { choleskyFactor, choleskyInverse, choleskySolve, type Matrix } from './numerics/cholesky.js';
import { distinctTimes, placeOf } from './numerics/distinct-times.js';
import { lazily } from './numerics/lazily.js';
import { standardizedColumns, type StandardizedColumns } from './numerics/standardized-columns.js';

export interface CoxInput {
  /** Beginning of each interval (start, stop]; all observed from the beginning unless said. */
  readonly starts?: readonly number[] | undefined;
  readonly stops: readonly number[];
  /** 1 where the interval ends with the event. */
  readonly events: readonly number[];
  readonly covariates: readonly (readonly number[])[];
  readonly names?: readonly string[] | undefined;
  /** Whose interval each row is; every row is its own person unless said. */
  readonly people?: readonly (string | number)[] | undefined;
  readonly confidence?: number | undefined;
}

export interface CoxResult {
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** `unbounded` where a ratio is beyond the largest number. */
  readonly hazardRatios: readonly (number | NotEstimable)[];
  readonly lower: readonly number[];
  readonly upper: readonly (number | NotEstimable)[];
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number };
  /** Made when first read. */
  readonly leaveOneOut: LeaveOneOut;
}

/** A converged fit on the standardized scale. */
export interface CoxFit {
  readonly rows: CoxRows;
  readonly design: StandardizedColumns;
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly likelihood: PartialLikelihood;
  readonly nullLogLikelihood: number;
}

/**
 * Cox's proportional hazards model with Efron's treatment of ties; intervals (start, stop] carry covariates that
 * change with time.
 *
 * @param input one row per interval.
 * @returns log hazard ratios with Wald intervals, and the likelihood-ratio test. `tooFew` without an event,
 *   `constant` where a covariate does not vary, `noContrast` where covariates determine each other at the event
 *   times, `separation` where an estimate would run away, `notConverged` otherwise.
 * @throws RangeError on unequal lengths, a start not before its stop, events other than 0 and 1, values that are not
 *   finite, no covariate.
 * @see Cox (1972), JRSS B 34, 187–220; Efron (1977), JASA 72, 557–565; Andersen & Gill (1982), Ann Stat 10, 1100–1120.
 *   Golden: R coxph(ties = "efron").
 */
export function cox(input: CoxInput): Estimate<CoxResult> {
  const z = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence'));
  const fitted = fitCox(input);
  if (fitted.kind === 'notEstimable') return fitted;
  const { design, likelihood, covariance, nullLogLikelihood } = fitted.value;
  const coefficients = fitted.value.coefficients.map((b, j) => b / design.scales[j]!);
  const standardErrors = covariance.map((row, j) => Math.sqrt(row[j]!) / design.scales[j]!);
  const statistic = Math.max(0, 2 * (likelihood.logLikelihood - nullLogLikelihood));
  const degreesOfFreedom = coefficients.length;
  const changes = lazily(() => leaveOneOut(fitted.value, rowsByPerson(input.stops.length, input.people)));
  return estimated({
    coefficients,
    standardErrors,
    hazardRatios: coefficients.map(ratio),
    lower: coefficients.map((b, j) => Math.min(Number.MAX_VALUE, Math.exp(b - z * standardErrors[j]!))),
    upper: coefficients.map((b, j) => ratio(b + z * standardErrors[j]!)),
    logLikelihood: likelihood.logLikelihood,
    nullLogLikelihood,
    likelihoodRatio: { statistic, degreesOfFreedom, pValue: chiSquareSurvival(statistic, degreesOfFreedom) },
    get leaveOneOut() {
      return changes();
    },
  });
}

function ratio(log: number): number | NotEstimable {
  const value = Math.exp(log);
  return Number.isFinite(value) ? value : notEstimable('unbounded');
}

/** One Newton step without the person, and half the share of the variance that their information took off. */
function leaveOneOut({ rows, design, coefficients, covariance }: CoxFit, byPerson: Map<string | number, number[]>): LeaveOneOut {
  const { score, information } = rowContributions(rows, coefficients);
  const total = (column: Float64Array, own: readonly number[]) => own.reduce((sum, row) => sum + column[row]!, 0);
  const changes: number[][] = [];
  const logStandardErrorChanges: number[][] = [];
  for (const own of byPerson.values()) {
    const lost = score.map((column) => total(column, own));
    changes.push(covariance.map((row, j) => -row.reduce((sum, v, k) => sum + v * lost[k]!, 0) / design.scales[j]!));
    const removed = information.map((column) => total(column, own));
    logStandardErrorChanges.push(
      covariance.map((row) => packedForm(removed, row)).map((taken, j) => taken / (2 * covariance[j]![j]!)),
    );
  }
  return { people: [...byPerson.keys()], changes, logStandardErrorChanges };
}

/** vᵀ·M·v of a symmetric matrix whose lower half is packed. */
function packedForm(packed: readonly number[], v: readonly number[]): number {
  let sum = 0;
  for (let j = 0, place = 0; j < v.length; j++) {
    for (let k = 0; k <= j; k++, place++) sum += (j === k ? 1 : 2) * packed[place]! * v[j]! * v[k]!;
  }
  return sum;
}

const MOST_STEPS = 60;
/** Once no row's linear predictor moves by more than this, one step more is exact to the last digits. */
const STILL = 1e-7;
/** Steps that stay this large mean that an estimate runs away. */
const RUNAWAY = 1e-2;
/** Information that has shrunk to this share of what it was: rounding is all that is left of it. */
const VANISHED = 1e-10;

/** The fit behind `cox`. */
export function fitCox(input: CoxInput): Estimate<CoxFit> {
  checkRows(input);
  const design = standardizedColumns(input.covariates);
  if (!input.events.includes(1)) return notEstimable('tooFew');
  if (design.columns.length === 0) throw new RangeError('covariates must have at least one column');
  if (design.constant) return notEstimable('constant');
  const rows = orderRows(input, design);
  return iterate(rows, design);
}

function checkRows({ starts, stops, events, covariates }: CoxInput): void {
  sameLength(stops, events, 'stops and events');
  sameLength(stops, covariates, 'stops and covariates');
  allFinite(stops, 'stops');
  allBinary(events, 'events');
  if (starts === undefined) return;
  sameLength(starts, stops, 'starts and stops');
  allFinite(starts, 'starts');
  if (starts.some((start, i) => !(start < stops[i]!))) throw new RangeError('starts must lie before their stops');
}

/** Times become places among the distinct times; rows are put in order of their stop and of their start. */
function orderRows({ starts, stops, events }: CoxInput, design: StandardizedColumns): CoxRows {
  const distinct = distinctTimes(starts === undefined ? stops : [...stops, ...starts]);
  const place = (times: readonly number[]) => Int32Array.from(times, (time) => placeOf(distinct, time));
  const stop = place(stops);
  const start = starts === undefined ? undefined : place(starts);
  return {
    columns: design.columns,
    stop,
    start,
    event: Uint8Array.from(events),
    byStop: latestFirst(stop, distinct.length),
    byStart: start && latestFirst(start, distinct.length),
  };
}

/** Row numbers by falling place: a counting sort. */
function latestFirst(places: Int32Array, count: number): Int32Array {
  const next = new Int32Array(count + 1);
  for (const place of places) next[count - place]! += 1;
  for (let i = 1; i <= count; i++) next[i]! += next[i - 1]!;
  const order = new Int32Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const slot = count - places[row]! - 1;
    order[next[slot]!++] = row;
  }
  return order;
}

/** Newton's steps, halved while they lower the likelihood. */
function iterate(rows: CoxRows, design: StandardizedColumns): Estimate<CoxFit> {
  let coefficients: readonly number[] = design.columns.map(() => 0);
  let likelihood = riskSweep(rows, coefficients);
  const nullLogLikelihood = likelihood.logLikelihood;
  let moved = Number.POSITIVE_INFINITY;
  const start = choleskyFactor(likelihood.information);
  if (start === undefined) return notEstimable('noContrast');
  for (let i = 0; i < MOST_STEPS; i++) {
    const lower = choleskyFactor(likelihood.information);
    if (lower === undefined || vanished(lower, start)) return notEstimable('separation');
    const step = choleskySolve(lower, likelihood.score);
    moved = largestMove(design, step);
    const next = improve(rows, coefficients, likelihood, step);
    if (moved < STILL) {
      const at = next ?? { coefficients, likelihood };
      const final = choleskyFactor(at.likelihood.information);
      if (final === undefined) return notEstimable('notConverged');
      return estimated({ ...at, rows, design, covariance: choleskyInverse(final), nullLogLikelihood });
    }
    if (next === undefined) return runaway(moved);
    ({ coefficients, likelihood } = next);
  }
  return runaway(moved);
}

/** Whether the data no longer say anything about some direction of which they said something at the start. */
function vanished(lower: Matrix, start: Matrix): boolean {
  return lower.some((row, j) => row[j]! ** 2 < VANISHED * start[j]![j]! ** 2);
}

function runaway(moved: number): NotEstimable {
  return notEstimable(moved > RUNAWAY ? 'separation' : 'notConverged');
}

function improve(rows: CoxRows, from: readonly number[], before: PartialLikelihood, step: readonly number[]) {
  for (let share = 1; share > 1e-4; share /= 2) {
    const coefficients = from.map((b, j) => b + share * step[j]!);
    const likelihood = riskSweep(rows, coefficients);
    if (likelihood.logLikelihood >= before.logLikelihood - 1e-13 * Math.abs(before.logLikelihood))
      return { coefficients, likelihood };
  }
  return undefined;
}

function largestMove({ rows, columns }: StandardizedColumns, step: readonly number[]): number {
  let most = 0;
  for (let i = 0; i < rows; i++) {
    let move = 0;
    for (let j = 0; j < step.length; j++) move += step[j]! * columns[j]![i]!;
    most = Math.max(most, Math.abs(move));
  }
  return most;
}
