import type { Drawn } from '../../kernel/index.js';
import { wilsonInterval, type ProportionResult } from '../../statistics/index.js';
import type { ShownCell } from './places.js';

/** A counted number over its base, with variances and covariance of their noise (`docs/release-file.md`). */
export interface Pair {
  readonly y: number;
  readonly n: number;
  readonly varianceY: number;
  readonly varianceN: number;
  readonly covariance: number;
}

export const NOTHING: Pair = { y: 0, n: 0, varianceY: 0, varianceN: 0, covariance: 0 };

/** The pair that two drawn statistics of a cell make; nothing where the cell does not hold them, or not as draws. */
export function pairOf(cell: ShownCell, of: readonly string[], kind: 'over a base' | 'of two'): Pair | undefined {
  const [yes, other] = of.map((name) => cell.drawn[name]);
  if (of.length !== 2 || !yes || !other || !(yes.noise > 0)) return undefined;
  return kind === 'of two' ? ofTwo(yes, other) : overBase(yes, other);
}

const overBase = (yes: Drawn, base: Drawn): Pair => ({
  y: yes.value,
  n: base.value,
  varianceY: yes.noise ** 2,
  varianceN: base.noise ** 2,
  covariance: 0,
});

const ofTwo = (yes: Drawn, no: Drawn): Pair => ({
  y: yes.value,
  n: yes.value + no.value,
  varianceY: yes.noise ** 2,
  varianceN: yes.noise ** 2 + no.noise ** 2,
  covariance: yes.noise ** 2,
});

/** Disjoint people, independent noise. */
export const sum = (a: Pair, b: Pair): Pair => ({
  y: a.y + b.y,
  n: a.n + b.n,
  varianceY: a.varianceY + b.varianceY,
  varianceN: a.varianceN + b.varianceN,
  covariance: a.covariance + b.covariance,
});

/** What is left of a whole, whose draw is another than the part's: the noise adds. */
export const without = (whole: Pair, part: Pair): Pair => ({
  ...sum(whole, part),
  y: whole.y - part.y,
  n: whole.n - part.n,
});

/** A sum minus one of the draws that it was added up from: the noise goes with it. */
export const takenOut = (total: Pair, part: Pair): Pair => ({
  y: total.y - part.y,
  n: total.n - part.n,
  varianceY: total.varianceY - part.varianceY,
  varianceN: total.varianceN - part.varianceN,
  covariance: total.covariance - part.covariance,
});

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
