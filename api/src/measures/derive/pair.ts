import type { ProportionInput } from '../../statistics/index.js';
import { type DrawnStatistics, named, variance } from './values.js';

/** A count over a base as drawn, with the variances and the covariance of their noise. */
export interface Pair extends Required<Omit<ProportionInput, 'confidence'>> {
  readonly successes: number;
  readonly trials: number;
  readonly noiseVariance: number;
  readonly baseNoiseVariance: number;
  readonly baseNoiseCovariance: number;
}

export type PairKind = 'overBase' | 'ofTwo';

/** The pair of a cell: `[yes, base]`, or of two `[yes, no]`, whose base is their sum. */
export function pairOf(drawn: DrawnStatistics, [first, second]: readonly string[], kind: PairKind): Pair {
  const yes = named(drawn, first);
  const other = named(drawn, second);
  const two = kind === 'ofTwo';
  return {
    successes: yes.value,
    trials: two ? yes.value + other.value : other.value,
    noiseVariance: variance(yes),
    baseNoiseVariance: two ? variance(yes) + variance(other) : variance(other),
    baseNoiseCovariance: two ? variance(yes) : 0,
  };
}

/** The rest of the total: open tables. */
export function rest(total: Pair, group: Pair): Pair {
  return {
    successes: total.successes - group.successes,
    trials: total.trials - group.trials,
    noiseVariance: total.noiseVariance + group.noiseVariance,
    baseNoiseVariance: total.baseNoiseVariance + group.baseNoiseVariance,
    baseNoiseCovariance: 0,
  };
}

/** Pairs of different people together: the other groups of a personal characteristic. */
export function together(pairs: readonly Pair[]): Pair {
  const sum = (of: (pair: Pair) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  return {
    successes: sum((pair) => pair.successes),
    trials: sum((pair) => pair.trials),
    noiseVariance: sum((pair) => pair.noiseVariance),
    baseNoiseVariance: sum((pair) => pair.baseNoiseVariance),
    baseNoiseCovariance: sum((pair) => pair.baseNoiseCovariance),
  };
}

/** Whether the noise leaves enough of the pair to be read; the counted number itself plays no part. */
export function answers(pair: Pair): boolean {
  const atHalf = pair.noiseVariance - pair.baseNoiseCovariance + pair.baseNoiseVariance / 4;
  return pair.trials > 0 && atHalf <= 0.75 * pair.trials;
}

export const clipped = (p: number): number => Math.min(1, Math.max(0, p));

export const rateOf = (pair: Pair): number => clipped(pair.successes / pair.trials);
