import { CompensatedSum } from '../numerics/compensated-sum.js';

/** Intervals (start, stop] by places among the distinct times, with row numbers by falling stop and falling start. */
export interface CoxRows {
  readonly columns: readonly Float64Array[];
  readonly stop: Int32Array;
  readonly start: Int32Array | undefined;
  readonly event: Uint8Array;
  readonly byStop: Int32Array;
  readonly byStart: Int32Array | undefined;
}

/** Efron's partial likelihood at some coefficients, with its derivatives; the information's lower half is filled. */
export interface PartialLikelihood {
  readonly logLikelihood: number;
  readonly score: number[];
  readonly information: number[][];
}

/** Weighted sums over a set of rows: Σr, Σr·x, Σr·x·xᵀ (lower half, packed). */
export interface Moments {
  weight: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * One pass backwards through time: rows enter the set at risk at their stop and leave it at their start, so that a
 * fit costs n·p² whatever the number of event times.
 */
export function riskSweep(rows: CoxRows, coefficients: readonly number[]): PartialLikelihood {
  const size = coefficients.length;
  const risk = relativeRisks(rows.columns, coefficients, rows.stop.length);
  const atRisk = emptyMoments(size);
  const logLikelihood = new CompensatedSum();
  const score = coefficients.map(() => 0);
  const information = coefficients.map(() => coefficients.map(() => 0));
  let entering = 0;
  let leaving = 0;
  while (entering < rows.byStop.length) {
    const time = rows.stop[rows.byStop[entering]!]!;
    leaving = removeBegun(rows, atRisk, risk.weights, { time, from: leaving });
    const dying = emptyMoments(size);
    let deaths = 0;
    for (; entering < rows.byStop.length && rows.stop[rows.byStop[entering]!] === time; entering++) {
      const row = rows.byStop[entering]!;
      addRow(atRisk, rows.columns, row, risk.weights[row]!);
      if (rows.event[row] !== 1) continue;
      deaths += 1;
      addRow(dying, rows.columns, row, risk.weights[row]!);
      logLikelihood.add(risk.logs[row]!);
      for (let j = 0; j < size; j++) score[j]! += rows.columns[j]![row]!;
    }
    for (let l = 0; l < deaths; l++) logLikelihood.add(-addDeath(atRisk, dying, l / deaths, { score, information }));
  }
  return { logLikelihood: logLikelihood.value, score, information };
}

/** exp(x·β), measured from the largest so that nothing overflows. */
export function relativeRisks(columns: readonly Float64Array[], coefficients: readonly number[], rows: number) {
  const logs = new Float64Array(rows);
  coefficients.forEach((b, j) => {
    const column = columns[j]!;
    for (let i = 0; i < rows; i++) logs[i]! += b * column[i]!;
  });
  let most = Number.NEGATIVE_INFINITY;
  for (const log of logs) most = Math.max(most, log);
  for (let i = 0; i < rows; i++) logs[i]! -= most;
  return { logs, weights: logs.map((log) => Math.exp(log)) };
}

export function emptyMoments(size: number): Moments {
  return { weight: 0, first: new Float64Array(size), second: new Float64Array((size * (size + 1)) / 2) };
}

/** Adds a row to the sums, or takes it out with a negative weight. */
export function addRow(moments: Moments, columns: readonly Float64Array[], row: number, weight: number): void {
  moments.weight += weight;
  let place = 0;
  for (let j = 0; j < columns.length; j++) {
    const part = weight * columns[j]![row]!;
    moments.first[j]! += part;
    for (let k = 0; k <= j; k++) moments.second[place++]! += part * columns[k]![row]!;
  }
}

/** Takes out the rows whose interval begins at this time or later: they are not yet at risk. */
export function removeBegun(
  rows: CoxRows,
  atRisk: Moments,
  weights: Float64Array,
  { time, from }: { time: number; from: number },
): number {
  const { byStart, start, columns } = rows;
  if (byStart === undefined || start === undefined) return from;
  let next = from;
  for (; next < byStart.length && start[byStart[next]!]! >= time; next++) {
    const row = byStart[next]!;
    addRow(atRisk, columns, row, -weights[row]!);
  }
  return next;
}

interface Derivatives {
  readonly score: number[];
  readonly information: number[][];
}

/** One of several tied deaths, with the share of the dying already taken out: log of the weight at risk. */
function addDeath(atRisk: Moments, dying: Moments, share: number, { score, information }: Derivatives): number {
  const weight = atRisk.weight - share * dying.weight;
  let place = 0;
  for (let j = 0; j < score.length; j++) {
    const mean = (atRisk.first[j]! - share * dying.first[j]!) / weight;
    score[j]! -= mean;
    for (let k = 0; k <= j; k++, place++) {
      const other = (atRisk.first[k]! - share * dying.first[k]!) / weight;
      information[j]![k]! += (atRisk.second[place]! - share * dying.second[place]!) / weight - mean * other;
    }
  }
  return Math.log(weight);
}
