import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { allBinary, allFinite, sameLength } from './parts/arguments.js';
import { chiSquareSurvival } from './distributions/chi-square.js';
import { choleskyFactor, choleskySolve } from './numerics/cholesky.js';
import { distinctTimes, placeOf } from './numerics/distinct-times.js';

export interface LogRankInput {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  readonly groups: ArrayLike<string | number>;
}

export interface LogRankResult {
  /** In the order in which they first appear. */
  readonly groups: readonly (string | number)[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** Per group and distinct time: how many end there, and how many of them by an event. */
interface Tally {
  readonly ends: readonly Float64Array[];
  readonly events: readonly Float64Array[];
}

/**
 * Log-rank test that waiting times of two or more groups follow one curve.
 *
 * @param input one row per case: last time, event (1) or censored (0), group.
 * @returns observed and expected events per group, chi-square statistic and p. `tooFew` without a case,
 *   `noContrast` where fewer than two groups are ever at risk together with an event.
 * @throws RangeError on unequal lengths, times that are not finite, events other than 0 and 1.
 * @see Mantel (1966), Cancer Chemother Rep 50, 163–170. Golden: R survdiff.
 */
export function logRank(input: LogRankInput): Estimate<LogRankResult> {
  checkRows(input);
  if (input.times.length === 0) return notEstimable('tooFew');
  const groups = [...new Set(Array.from(input.groups))];
  const distinct = distinctTimes(input.times);
  const { observed, expected, variance } = compare(tally(input, groups, distinct), distinct.length);
  const compared = groups.map((_, g) => g).filter((g) => expected[g]! > 0);
  const test = quadratic(observed, expected, variance, compared.slice(1));
  if (test === undefined) return notEstimable('noContrast');
  const degreesOfFreedom = compared.length - 1;
  const pValue = chiSquareSurvival(test, degreesOfFreedom);
  return estimated({ groups, observed, expected, statistic: test, degreesOfFreedom, pValue });
}

function checkRows({ times, events, groups }: LogRankInput): void {
  sameLength(times, events, 'times and events');
  sameLength(times, groups, 'times and groups');
  allFinite(times, 'times');
  allBinary(events, 'events');
}

function tally({ times, events, groups }: LogRankInput, labels: readonly (string | number)[], distinct: Float64Array): Tally {
  const number = new Map(labels.map((label, index) => [label, index]));
  const ends = labels.map(() => new Float64Array(distinct.length));
  const happened = labels.map(() => new Float64Array(distinct.length));
  for (let i = 0; i < times.length; i++) {
    const group = number.get(groups[i] as string | number) as number;
    const place = placeOf(distinct, times[i] as number);
    ends[group]![place]! += 1;
    happened[group]![place]! += events[i] as number;
  }
  return { ends, events: happened };
}

/** Backwards through time, so that the numbers at risk add up; hypergeometric moments at every event time. */
function compare({ ends, events }: Tally, times: number) {
  const atRisk = ends.map(() => 0);
  const observed = ends.map(() => 0);
  const expected = ends.map(() => 0);
  const variance = ends.map(() => ends.map(() => 0));
  for (let t = times - 1; t >= 0; t--) {
    let died = 0;
    let people = 0;
    for (let g = 0; g < ends.length; g++) {
      atRisk[g]! += ends[g]![t]!;
      observed[g]! += events[g]![t]!;
      died += events[g]![t]!;
      people += atRisk[g]!;
    }
    if (died > 0) addMoments(atRisk, died / people, varianceFactor(people, died), { expected, variance });
  }
  return { observed, expected, variance };
}

/** d·(n − d)/(n²·(n − 1)). */
function varianceFactor(people: number, died: number): number {
  return people > 1 ? ((died / people) * (people - died)) / (people - 1) / people : 0;
}

interface Moments {
  readonly expected: number[];
  readonly variance: number[][];
}

function addMoments(atRisk: readonly number[], rate: number, factor: number, { expected, variance }: Moments): void {
  const people = atRisk.reduce((sum, own) => sum + own, 0);
  for (let g = 0; g < atRisk.length; g++) {
    if (atRisk[g] === 0) continue;
    expected[g]! += atRisk[g]! * rate;
    const row = variance[g]!;
    for (let h = 0; h < g; h++) row[h]! -= factor * atRisk[g]! * atRisk[h]!;
    row[g]! += factor * atRisk[g]! * (people - atRisk[g]!);
  }
}

/** (O − E)ᵀ·V⁻¹·(O − E) over all compared groups but one. */
function quadratic(observed: number[], expected: number[], variance: number[][], chosen: readonly number[]): number | undefined {
  if (chosen.length === 0) return undefined;
  const difference = chosen.map((g) => observed[g]! - expected[g]!);
  const lower = choleskyFactor(chosen.map((g) => chosen.map((h) => variance[Math.max(g, h)]![Math.min(g, h)]!)));
  if (lower === undefined) return undefined;
  return choleskySolve(lower, difference).reduce((sum, x, i) => sum + x * difference[i]!, 0);
}
