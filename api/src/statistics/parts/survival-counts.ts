import { allFinite, finite, nonNegative, sameLength } from './arguments.js';
import { distinctTimes, placeOf } from '../numerics/distinct-times.js';

/**
 * Cases of one time, counted. A count that is left out was not drawn; one that is there may, with noise, be below 0.
 * Within a time the events come first, so that cases censored there are still at risk.
 */
export interface TimeCounts {
  readonly time: number;
  readonly events?: number | undefined;
  readonly competing?: number | undefined;
  readonly censored?: number | undefined;
}

/** Cases per distinct time, in rising order, with the number at risk just before each. */
export interface RiskTable {
  readonly times: Float64Array;
  readonly events: Float64Array;
  readonly competing: Float64Array;
  readonly censored: Float64Array;
  readonly atRisk: Float64Array;
}

/** How each row ends: 0 censored, 1 event, 2 competing event. */
export function riskTableOfRows(times: ArrayLike<number>, states: ArrayLike<number>, weights?: ArrayLike<number>): RiskTable {
  allFinite(times, 'times');
  if (weights !== undefined) sameLength(times, weights, 'times and weights');
  const table = emptyTable(distinctTimes(times));
  for (const state of [0, 1, 2]) {
    if (weights === undefined) countSorted(columnOf(table, state), table.times, timesInState(times, states, state));
    else addWeights(columnOf(table, state), table.times, { times, states, state, weights });
  }
  return withRisk(table);
}

/** Counts of one time may come in several entries. */
export function riskTableOfCounts(counts: readonly TimeCounts[], drawn: boolean): RiskTable {
  const check = drawn ? finite : nonNegative;
  const times = counts.map((entry) => finite(entry.time, 'counts.time'));
  const table = emptyTable(distinctTimes(times));
  for (const entry of counts) {
    const place = placeOf(table.times, entry.time);
    table.events[place]! += check(entry.events ?? 0, 'counts.events');
    table.competing[place]! += check(entry.competing ?? 0, 'counts.competing');
    table.censored[place]! += check(entry.censored ?? 0, 'counts.censored');
  }
  return withRisk(table);
}

function emptyTable(times: Float64Array): RiskTable {
  const column = (): Float64Array => new Float64Array(times.length);
  return { times, events: column(), competing: column(), censored: column(), atRisk: column() };
}

function columnOf(table: RiskTable, state: number): Float64Array {
  return state === 1 ? table.events : state === 2 ? table.competing : table.censored;
}

/** Sorted times of the rows in one state: two sorted lists then merge without a search. */
function timesInState(times: ArrayLike<number>, states: ArrayLike<number>, state: number): Float64Array {
  const found = new Float64Array(times.length);
  let size = 0;
  for (let i = 0; i < times.length; i++) if (states[i] === state) found[size++] = times[i] as number;
  return found.subarray(0, size).sort();
}

function countSorted(column: Float64Array, distinct: Float64Array, sorted: Float64Array): void {
  let place = 0;
  for (let i = 0; i < sorted.length; i++) {
    while (place + 1 < distinct.length && distinct[place + 1]! <= sorted[i]!) place++;
    column[place]! += 1;
  }
}

interface WeightedRows {
  readonly times: ArrayLike<number>;
  readonly states: ArrayLike<number>;
  readonly state: number;
  readonly weights: ArrayLike<number>;
}

function addWeights(column: Float64Array, distinct: Float64Array, { times, states, state, weights }: WeightedRows): void {
  for (let i = 0; i < times.length; i++) {
    const weight = nonNegative(weights[i] as number, 'weights');
    if (states[i] === state) column[placeOf(distinct, times[i] as number)]! += weight;
  }
}

/** Everyone who ends at a time or later is at risk there. */
function withRisk(table: RiskTable): RiskTable {
  let left = 0;
  for (let i = table.times.length - 1; i >= 0; i--) {
    left += table.events[i]! + table.competing[i]! + table.censored[i]!;
    table.atRisk[i] = left;
  }
  return table;
}

/**
 * The steps of a curve, column by column: which distinct time, how many at risk, and the hazards of the event and of
 * the competing event, clipped so that curves stay monotone.
 */
export interface Hazards {
  readonly index: Int32Array;
  readonly atRisk: Float64Array;
  readonly event: Float64Array;
  readonly competing: Float64Array;
}

/** The times at which something happens, while anyone is at risk. */
export function hazardsOf(table: RiskTable): Hazards {
  const most = table.times.length;
  const [atRisk, event, competing] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  const index = new Int32Array(most);
  let size = 0;
  for (let i = 0; i < most && table.atRisk[i]! > 0; i++) {
    const people = table.atRisk[i]!;
    index[size] = i;
    atRisk[size] = people;
    event[size] = Math.min(1, Math.max(0, table.events[i]! / people));
    competing[size] = Math.min(1 - event[size]!, Math.max(0, table.competing[i]! / people));
    if (event[size]! > 0 || competing[size]! > 0) size++;
    // A curve that has come down to the ground stays there, whatever noise makes of the counts after it.
    if (size > 0 && event[size - 1]! + competing[size - 1]! >= 1) break;
  }
  const cut = (column: Float64Array) => column.subarray(0, size);
  return { index: index.subarray(0, size), atRisk: cut(atRisk), event: cut(event), competing: cut(competing) };
}

/** The last step at or before a time; nothing before the first, where the curve still stands at its start. */
export function stepAt<Step extends { readonly time: number }>(steps: readonly Step[], time: number): Step | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}
