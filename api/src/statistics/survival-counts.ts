import { allFinite, nonNegative, finite } from './arguments.js';
import { distinctTimes, placeOf } from './numerics/distinct-times.js';

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

/** Kind of each row's end: 0 censored, 1 event, 2 competing event. */
export function riskTableOfRows(times: ArrayLike<number>, states: ArrayLike<number>, weights?: ArrayLike<number>): RiskTable {
  allFinite(times, 'times');
  const table = emptyTable(distinctTimes(times));
  for (let i = 0; i < times.length; i++) {
    const place = placeOf(table.times, times[i] as number);
    const state = states[i] as number;
    const column = state === 1 ? table.events : state === 2 ? table.competing : table.censored;
    column[place]! += weights === undefined ? 1 : nonNegative(weights[i] as number, 'weights');
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

/** Everyone who ends at a time or later is at risk there. */
function withRisk(table: RiskTable): RiskTable {
  let left = 0;
  for (let i = table.times.length - 1; i >= 0; i--) {
    left += table.events[i]! + table.competing[i]! + table.censored[i]!;
    table.atRisk[i] = left;
  }
  return table;
}

/** One step of a curve: the hazards of the event and of the competing event, clipped so that curves stay monotone. */
export interface Hazard {
  readonly index: number;
  readonly atRisk: number;
  readonly event: number;
  readonly competing: number;
}

/** The times at which something happens, while anyone is at risk. */
export function* hazardsOf(table: RiskTable): Generator<Hazard> {
  for (let index = 0; index < table.times.length; index++) {
    const atRisk = table.atRisk[index]!;
    if (!(atRisk > 0)) return;
    const event = Math.min(1, Math.max(0, table.events[index]! / atRisk));
    const competing = Math.min(1 - event, Math.max(0, table.competing[index]! / atRisk));
    if (event > 0 || competing > 0) yield { index, atRisk, event, competing };
  }
}
