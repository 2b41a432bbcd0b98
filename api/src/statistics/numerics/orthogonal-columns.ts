import { CompensatedSum } from './compensated-sum.js';

/** What is left of a column below this share of its length counts as nothing: it is a mix of the others. */
const DEPENDENT = 1e-10;

/** X = Q·R with orthonormal columns Q and upper triangular R. */
export interface OrthogonalColumns {
  readonly columns: readonly Float64Array[];
  readonly upper: readonly (readonly number[])[];
  /** Qᵀy and what is left of y. */
  project(y: Float64Array): { projected: number[]; residuals: Float64Array };
}

/** Modified Gram–Schmidt, run twice so that Q is orthogonal to the last digits; nothing where columns depend. */
export function orthogonalColumns(source: readonly Float64Array[]): OrthogonalColumns | undefined {
  const columns: Float64Array[] = [];
  const upper = source.map(() => source.map(() => 0));
  for (const [j, original] of source.entries()) {
    const column = Float64Array.from(original);
    for (let round = 0; round < 2; round++) {
      for (const [k, earlier] of columns.entries()) upper[k]![j]! += subtract(column, earlier);
    }
    const length = Math.sqrt(inner(column, column));
    if (!(length > DEPENDENT * Math.sqrt(inner(original, original)))) return undefined;
    upper[j]![j] = length;
    columns.push(column.map((value) => value / length));
  }
  return { columns, upper, project: (y) => project(columns, y) };
}

function project(columns: readonly Float64Array[], y: Float64Array) {
  const residuals = Float64Array.from(y);
  const projected = columns.map(() => 0);
  for (let round = 0; round < 2; round++) {
    for (const [k, column] of columns.entries()) projected[k]! += subtract(residuals, column);
  }
  return { projected, residuals };
}

/** Takes the part along a unit column out of y, in place, and answers its length. */
function subtract(y: Float64Array, unit: Float64Array): number {
  const length = inner(y, unit);
  for (let i = 0; i < y.length; i++) y[i]! -= length * unit[i]!;
  return length;
}

function inner(a: Float64Array, b: Float64Array): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < a.length; i++) sum.add(a[i]! * b[i]!);
  return sum.value;
}

/** The x with R·x = right. */
export function solveUpper(upper: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x = [...right];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= upper[i]![k]! * x[k]!;
    x[i]! /= upper[i]![i]!;
  }
  return x;
}

/** R⁻¹. */
export function upperInverse(upper: readonly (readonly number[])[]): number[][] {
  const columns = upper.map((_, j) =>
    solveUpper(
      upper,
      upper.map((__, i) => (i === j ? 1 : 0)),
    ),
  );
  return upper.map((_, i) => columns.map((column) => column[i]!));
}
