import type { Derivation } from '../../../kernel/index.js';
import { wilsonInterval, type ProportionResult } from '../../../statistics/index.js';
import type { Draws } from './draws.js';

/** A counted number over its base, with variances and covariance of their noise (`docs/release-file.md`). */
export interface Pair {
  readonly y: number;
  readonly n: number;
  readonly varianceY: number;
  readonly varianceN: number;
  readonly covariance: number;
}

/** Over a base, or of disjoint cases, so many of which are counted. */
export type PairKind = 'over a base' | { readonly cases: number };

/** What kind of pair a formula starts from: parameters that name cases go before everything else. */
export function pairKind({ parameters }: Derivation, ofTwo: boolean): PairKind {
  if (parameters?.['yes'] !== undefined) return { cases: parameters['yes'] };
  return ofTwo ? { cases: 1 } : 'over a base';
}

/** The pair that drawn statistics make; nothing where they make none. */
export function pairOf(draws: Draws | undefined, kind: PairKind): Pair | undefined {
  if (!draws || draws.length < 2) return undefined;
  if (kind !== 'over a base') return ofCases(draws, kind.cases);
  const [yes, base] = draws;
  return draws.length === 2 ? overBase(yes!, base!) : undefined;
}

type Draw = Draws[number];

const overBase = (yes: Draw, base: Draw): Pair => ({
  y: yes.value,
  n: base.value,
  varianceY: yes.variance,
  varianceN: base.variance,
  covariance: 0,
});

function ofCases(draws: Draws, counted: number): Pair | undefined {
  if (!Number.isInteger(counted) || counted < 1 || counted >= draws.length) return undefined;
  const [yes, all] = [added(draws.slice(0, counted)), added(draws)];
  return { y: yes.value, n: all.value, varianceY: yes.variance, varianceN: all.variance, covariance: yes.variance };
}

const added = (draws: Draws): Draw =>
  draws.reduce((total, { value, variance }) => ({ value: total.value + value, variance: total.variance + variance }));

/** Var(e_Y − p·e_N). */
export const noiseAt = (pair: Pair, p: number): number => pair.varianceY - 2 * p * pair.covariance + p * p * pair.varianceN;

/** Whether a proportion may be read from the pair at all; what is counted plays no part. */
export const answers = (pair: Pair): boolean => pair.n > 0 && noiseAt(pair, 0.5) <= 0.75 * pair.n;

/** The rate and its interval. The pair has to answer. */
export function rate(pair: Pair): ProportionResult {
  const result = wilsonInterval({
    successes: pair.y,
    trials: pair.n,
    noiseVariance: pair.varianceY,
    baseNoiseVariance: pair.varianceN,
    baseNoiseCovariance: pair.covariance,
  });
  if (result.kind === 'notEstimable') throw new RangeError('a pair that answers has a rate');
  return result.value;
}
