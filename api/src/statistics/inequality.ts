import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { nonNegative, sameLength } from './parts/arguments.js';
import { CompensatedSum } from './numerics/compensated-sum.js';

export interface InequalityInput {
  readonly values: ArrayLike<number>;
  /** How many people share a value (the bins of a histogram); 1 unless said. A drawn count below 0 counts as 0. */
  readonly weights?: ArrayLike<number> | undefined;
}

export interface InequalityResult {
  /** 0 all the same … 1 one has all. */
  readonly gini: number;
  /** The share of the total that the top ⌈n/10⌉ carry. */
  readonly topDecileShare: number;
}

/**
 * How unequally a total is shared: Gini coefficient (population form) and the share of the top tenth.
 *
 * @returns shares 0–1. `tooFew` without a value, `noContrast` where the total is 0.
 * @throws RangeError on a negative value or unequal lengths.
 * @see Gini (1912); Cowell (2011), Measuring Inequality, 2.2. Golden: R ineq::Gini(corr = FALSE).
 */
export function inequality({ values, weights }: InequalityInput): Estimate<InequalityResult> {
  const sorted = risingValues(values, weights);
  const people = sorted.weights === undefined ? sorted.values.length : sorted.weights.reduce((sum, weight) => sum + weight, 0);
  if (!(people > 0)) return notEstimable('tooFew');
  const total = new CompensatedSum();
  const ranked = new CompensatedSum();
  let below = 0;
  for (let i = 0; i < sorted.values.length; i++) {
    const weight = sorted.weights?.[i] ?? 1;
    const part = weight * sorted.values[i]!;
    total.add(part);
    ranked.add(part * (2 * below + weight - people));
    below += weight;
  }
  if (!(total.value > 0)) return notEstimable('noContrast');
  const gini = Math.max(0, ranked.value / (people * total.value));
  return estimated({ gini, topDecileShare: topSum(sorted, Math.ceil(people / 10)) / total.value });
}

interface Sorted {
  readonly values: Float64Array;
  readonly weights?: Float64Array;
}

function risingValues(values: ArrayLike<number>, weights?: ArrayLike<number>): Sorted {
  for (let i = 0; i < values.length; i++) nonNegative(values[i] as number, 'values');
  if (weights === undefined) return { values: Float64Array.from(values).sort() };
  sameLength(values, weights, 'values and weights');
  const order = Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  return {
    values: Float64Array.from(order, (i) => values[i] as number),
    weights: Float64Array.from(order, (i) => Math.max(0, weights[i] as number)),
  };
}

/** What the given number of people at the top hold together. */
function topSum({ values, weights }: Sorted, people: number): number {
  const sum = new CompensatedSum();
  let left = people;
  for (let i = values.length - 1; i >= 0 && left > 0; i--) {
    const taken = Math.min(left, weights?.[i] ?? 1);
    sum.add(taken * values[i]!);
    left -= taken;
  }
  return sum.value;
}
