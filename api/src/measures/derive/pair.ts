import type { Derivation, Drawn } from '../../kernel/index.js';
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

/** `overBase`: `[yes, base]`. A number: so many leading cases count, the base is the sum of all. */
export type PairKind = 'overBase' | number;

/** What a formula starts from where it names no number of cases: two where a special column takes part. */
export function pairKind({ parameters }: Pick<Derivation, 'parameters'>, special: boolean): PairKind {
  return parameters?.['yes'] ?? (special ? 1 : 'overBase');
}

/** The pair of a cell. */
export function pairOf(drawn: DrawnStatistics, of: readonly string[], kind: PairKind): Pair {
  if (kind === 'overBase') return overBase(named(drawn, of[0]), named(drawn, of[1]));
  const cases = of.map((name) => named(drawn, name));
  const yes = cases.slice(0, kind);
  const noise = sum(yes, variance);
  return {
    successes: sum(yes, ({ value }) => value),
    trials: sum(cases, ({ value }) => value),
    noiseVariance: noise,
    baseNoiseVariance: sum(cases, variance),
    baseNoiseCovariance: noise,
  };
}

function overBase(yes: Drawn, base: Drawn): Pair {
  return {
    successes: yes.value,
    trials: base.value,
    noiseVariance: variance(yes),
    baseNoiseVariance: variance(base),
    baseNoiseCovariance: 0,
  };
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** The rest of the total: open tables. */
export function rest(total: Pair, group: Pair): Pair {
  return {
    successes: total.successes - group.successes,
    trials: total.trials - group.trials,
    noiseVariance: total.noiseVariance + group.noiseVariance,
    baseNoiseVariance: total.baseNoiseVariance + group.baseNoiseVariance,
    baseNoiseCovariance: total.baseNoiseCovariance + group.baseNoiseCovariance,
  };
}

/** Pairs of different people together: the other groups of a personal characteristic. */
export function together(pairs: readonly Pair[]): Pair {
  return {
    successes: sum(pairs, (pair) => pair.successes),
    trials: sum(pairs, (pair) => pair.trials),
    noiseVariance: sum(pairs, (pair) => pair.noiseVariance),
    baseNoiseVariance: sum(pairs, (pair) => pair.baseNoiseVariance),
    baseNoiseCovariance: sum(pairs, (pair) => pair.baseNoiseCovariance),
  };
}

/** Whether the noise leaves enough of the pair to be read; the counted number itself plays no part. */
export function answers(pair: Pair): boolean {
  const atHalf = pair.noiseVariance - pair.baseNoiseCovariance + pair.baseNoiseVariance / 4;
  return pair.trials > 0 && atHalf <= 0.75 * pair.trials;
}

export const clipped = (p: number): number => Math.min(1, Math.max(0, p));

export const rateOf = (pair: Pair): number => clipped(pair.successes / pair.trials);
