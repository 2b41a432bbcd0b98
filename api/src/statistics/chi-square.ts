import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, nonNegative, sameLength } from './parts/arguments.js';
import { chiSquareSurvival } from './distributions/chi-square.js';
import { choleskyFactor, choleskySolve } from './numerics/cholesky.js';

export interface ChiSquareInput {
  /** Counts, row by row. */
  readonly table: readonly (readonly number[])[];
  /** Variance of the noise of every cell's drawn count. */
  readonly noiseVariance?: number | undefined;
}

export interface ChiSquareResult {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** √(X²/(N·(min(rows, columns) − 1))), at most 1. */
  readonly cramersV: number;
}

interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/**
 * Pearson's chi-square test that rows and columns are independent, no continuity correction, with Cramér's V.
 *
 * With drawn counts the deviations O − E are held against the sum of their own covariance and that of the noise; a
 * 2×2 table then gives the square of the score test's z with both counts of a side drawn.
 *
 * @returns `noContrast` where fewer than two rows or columns hold anybody; empty ones change nothing.
 * @throws RangeError on a ragged table, a negative exact count.
 * @see Pearson (1900), Phil Mag 50, 157–175; Cramér (1946), 21.9. Golden: R chisq.test(correct = FALSE).
 */
export function chiSquare(input: ChiSquareInput): Estimate<ChiSquareResult> {
  const noiseVariance = nonNegative(input.noiseVariance ?? 0, 'noiseVariance');
  const table = withoutEmpty(checked(input.table, noiseVariance > 0));
  const margins = marginsOf(table);
  const [r, c] = [margins.rows.length, margins.columns.length];
  if (r < 2 || c < 2) return notEstimable('noContrast');
  const statistic = noiseVariance > 0 ? withNoise(table, margins, noiseVariance) : pearson(table, margins);
  if (statistic === undefined) return notEstimable('noContrast');
  const degreesOfFreedom = (r - 1) * (c - 1);
  const cramersV = Math.min(1, Math.sqrt(statistic / (margins.total * (Math.min(r, c) - 1))));
  return estimated({ statistic, degreesOfFreedom, pValue: chiSquareSurvival(statistic, degreesOfFreedom), cramersV });
}

function checked(table: ChiSquareInput['table'], drawn: boolean): ChiSquareInput['table'] {
  for (const row of table) {
    sameLength(row, table[0]!, 'rows of table');
    for (const count of row) (drawn ? finite : nonNegative)(count, 'table');
  }
  return table;
}

/** Rows and columns whose margin is above 0. */
function withoutEmpty(table: ChiSquareInput['table']): number[][] {
  const { rows, columns } = marginsOf(table);
  return table.filter((_, i) => rows[i]! > 0).map((row) => row.filter((_, j) => columns[j]! > 0));
}

function marginsOf(table: ChiSquareInput['table']): Margins {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}

const expectedIn = ({ rows, columns, total }: Margins, i: number, j: number): number => rows[i]! * (columns[j]! / total);

function pearson(table: readonly number[][], margins: Margins): number {
  return table.reduce(
    (sum, row, i) =>
      row.reduce((rest, count, j) => rest + (count - expectedIn(margins, i, j)) ** 2 / expectedIn(margins, i, j), sum),
    0,
  );
}

/** dᵀ·(N·P⊗Q + ν²·A⊗B)⁻¹·d over all rows and columns but the last: multinomial covariance plus that of the noise. */
function withNoise(table: readonly number[][], margins: Margins, noiseVariance: number): number | undefined {
  const places = table.slice(1).flatMap((_, i) => table[0]!.slice(1).map((__, j) => [i, j] as const));
  const deviations = places.map(([i, j]) => table[i]![j]! - expectedIn(margins, i, j));
  const own = (shares: readonly number[], i: number, k: number) => (i === k ? shares[i]! : 0) - shares[i]! * shares[k]!;
  const noise = (shares: readonly number[], i: number, k: number) =>
    (i === k ? 1 : 0) - shares[i]! - shares[k]! + shares.length * shares[i]! * shares[k]!;
  const p = margins.rows.map((count) => count / margins.total);
  const q = margins.columns.map((count) => count / margins.total);
  const covariance = places.map(([i, j]) =>
    places.map(([k, l]) => margins.total * own(p, i, k) * own(q, j, l) + noiseVariance * noise(p, i, k) * noise(q, j, l)),
  );
  const lower = choleskyFactor(covariance);
  return lower && choleskySolve(lower, deviations).reduce((sum, x, i) => sum + x * deviations[i]!, 0);
}
