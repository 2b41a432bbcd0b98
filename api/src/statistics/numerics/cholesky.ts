/** A square symmetric matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/** What is left of a diagonal entry below this share of itself counts as nothing: the columns depend on each other. */
const SINGULAR = 1e-11;

/** The lower factor L with L·Lᵀ = matrix, or nothing where the matrix is not positive definite. */
export function choleskyFactor(matrix: Matrix): number[][] | undefined {
  const lower: number[][] = [];
  for (const [i, source] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const rest = (source[j] as number) - dot(row, lower[j] ?? row, j);
      if (j < i) row.push(rest / (lower[j] as number[])[j]!);
      else if (rest > SINGULAR * Math.abs(source[i] as number)) row.push(Math.sqrt(rest));
      else return undefined;
    }
    lower.push(row);
  }
  return lower;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** The x with L·Lᵀ·x = right. */
export function choleskySolve(lower: Matrix, right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) x[i] = (x[i]! - dot(lower[i]!, x, i)) / lower[i]![i]!;
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** (L·Lᵀ)⁻¹. */
export function choleskyInverse(lower: Matrix): number[][] {
  return lower.map((_, column) =>
    choleskySolve(
      lower,
      lower.map((_, row) => (row === column ? 1 : 0)),
    ),
  );
}
