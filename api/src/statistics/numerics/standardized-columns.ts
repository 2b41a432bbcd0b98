import { compensatedMean } from './compensated-sum.js';

/** Covariates as columns around their mean, in units of their spread: every fit then meets numbers near 1. */
export interface StandardizedColumns {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
  readonly centers: readonly number[];
  readonly scales: readonly number[];
  /** Whether some column does not vary. */
  readonly constant: boolean;
}

/**
 * @throws RangeError where rows differ in length or hold anything but finite numbers.
 */
export function standardizedColumns(covariates: readonly (readonly number[])[]): StandardizedColumns {
  const width = covariates[0]?.length ?? 0;
  const columns = Array.from({ length: width }, () => new Float64Array(covariates.length));
  covariates.forEach((row, i) => {
    if (row.length !== width) throw new RangeError('covariates must have rows of the same length');
    row.forEach((value, j) => {
      if (!Number.isFinite(value)) throw new RangeError('covariates must hold finite numbers only');
      columns[j]![i] = value;
    });
  });
  const centers = columns.map((column) => compensatedMean(column));
  const scales = columns.map((column, j) => standardize(column, centers[j]!));
  return { rows: covariates.length, columns, centers, scales, constant: scales.includes(0) };
}

/** Centres and scales a column in place; answers the scale, 0 for one that varies by rounding alone. */
function standardize(column: Float64Array, center: number): number {
  let squares = 0;
  for (let i = 0; i < column.length; i++) {
    column[i]! -= center;
    squares += column[i]! ** 2;
  }
  const scale = Math.sqrt(squares / Math.max(1, column.length));
  if (!(scale > 1e-13 * Math.abs(center))) return 0;
  for (let i = 0; i < column.length; i++) column[i]! /= scale;
  return scale;
}
