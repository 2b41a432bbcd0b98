import { correlation, moments, solve } from './moments.js';

/** How well a truth is predicted from exported numbers: the variance that is left, in worlds that the fit has not seen. */
export interface Reading {
  readonly group: Readonly<Record<string, string>>;
  /** By the one number that predicts it best. */
  readonly alone: number;
  /** By the best of them together. */
  readonly together: number;
}

const FEATURES = 25;
const RIDGE = 1e-6;

/** Fits on the first half of the worlds and judges on the second. */
export function fitted(
  group: Readonly<Record<string, string>>,
  truth: readonly number[],
  numbers: readonly ReadonlyMap<string, number>[],
): Reading {
  const half = Math.floor(truth.length / 2);
  const names = [...new Set(numbers.flatMap((world) => [...world.keys()]))];
  const columns = new Map(names.map((name) => [name, numbers.map((world) => world.get(name) ?? 0)]));
  const strong = names
    .map((name) => ({ name, r: Math.abs(correlation(columns.get(name)!.slice(0, half), truth.slice(0, half))) }))
    .filter(({ r }) => Number.isFinite(r))
    .sort((a, b) => b.r - a.r);
  const left = (of: readonly string[]): number =>
    remaining(
      of.map((name) => columns.get(name)!),
      truth,
      half,
    );
  return {
    group,
    alone: Math.min(...strong.slice(0, 5).map(({ name }) => left([name]))),
    together: left(strong.slice(0, FEATURES).map(({ name }) => name)),
  };
}

/** Mean square of what least squares leave in the second half. */
function remaining(columns: readonly (readonly number[])[], truth: readonly number[], half: number): number {
  const scaled = columns.map((column) => standardised(column, half));
  const centre = moments(truth.slice(0, half)).mean;
  const matrix = scaled.map((a, i) => scaled.map((b, j) => dot(a, b, 0, half) / half + (i === j ? RIDGE : 0)));
  const right = scaled.map((a) => a.slice(0, half).reduce((sum, x, w) => sum + x * (truth[w]! - centre), 0) / half);
  const weights = solve(matrix, right);
  let squares = 0;
  for (let w = half; w < truth.length; w += 1) {
    const guess = centre + scaled.reduce((sum, column, i) => sum + weights[i]! * column[w]!, 0);
    squares += (truth[w]! - guess) ** 2;
  }
  return squares / (truth.length - half);
}

function standardised(column: readonly number[], half: number): number[] {
  const { mean, variance } = moments(column.slice(0, half));
  return column.map((x) => (x - mean) / Math.sqrt(variance || 1));
}

const dot = (a: readonly number[], b: readonly number[], from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/**
 * The variance that the best linear reader of some sums leaves of another sum, where every member is a yes/no of the given
 * variance and every draw has the given noise variance.
 */
export function bestLinear(
  sums: readonly (readonly number[])[],
  target: readonly number[],
  prior: number,
  noise: number,
): number {
  const together = (a: readonly number[], b: readonly number[]): number => prior * dot(a, b, 0, a.length);
  const covariance = sums.map((a, i) => sums.map((b, j) => together(a, b) + (i === j ? noise : 0)));
  const shared = sums.map((a) => together(a, target));
  const weights = solve(covariance, shared);
  return together(target, target) - weights.reduce((sum, weight, i) => sum + weight * shared[i]!, 0);
}
