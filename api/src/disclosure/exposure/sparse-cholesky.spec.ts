import { describe, expect, it } from '@jest/globals';
import { cholesky, inverseOnPattern, shapeOf, solveLower, workOf, type SymmetricRows } from './sparse-cholesky.js';

/** The lower triangle of a dense matrix, zeros left out. */
function rowsOf(matrix: readonly (readonly number[])[]): SymmetricRows {
  const rows = matrix.map((row, i) => row.slice(0, i + 1).flatMap((value, j) => (value === 0 ? [] : [{ j, value }])));
  const first = Float64Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0))]);
  const all = rows.flat();
  return {
    size: matrix.length,
    first,
    columns: Int32Array.from(all, ({ j }) => j),
    values: Float64Array.from(all, ({ value }) => value),
  };
}

/** The third row's entry in the factor's second column cancels to an exact zero, which still belongs to the pattern. */
const CANCELLING = [
  [4, 2, 2, 0],
  [2, 5, 1, 2],
  [2, 1, 6, 1],
  [0, 2, 1, 9],
];
const INVERSE_DIAGONAL = [0.37821, 0.28205, 0.20513, 0.12821];

/** Eight such matrices that have nothing in common but the last three rows: a factor with a sparse beginning and a full end. */
const BLOCKS = Array.from({ length: 35 }, (_, i) =>
  Array.from({ length: 35 }, (__, j) => {
    if (i >= 32 && j >= 32) return i === j ? 30 : 1;
    if (i >= 32 || j >= 32) return Math.min(i, j) % 4 === 3 ? 0.5 : 0;
    return i >> 2 === j >> 2 ? CANCELLING[i % 4]![j % 4]! : 0;
  }),
);

describe('a sparse factor', () => {
  it.each([
    ['that is nearly full', CANCELLING, [0, 0]],
    ['with a full end', BLOCKS, [24, 32]],
  ])('%s multiplies back to its matrix', (_, matrix, [least, most]) => {
    const { size, full, first, rows, values } = cholesky(rowsOf(matrix));
    expect(full).toBeGreaterThanOrEqual(least!);
    expect(full).toBeLessThanOrEqual(most!);
    const product = matrix.map((row) => row.map(() => 0));
    for (let k = 0; k < size; k += 1)
      for (let a = first[k]!; a < first[k + 1]!; a += 1)
        for (let b = first[k]!; b < first[k + 1]!; b += 1) product[rows[a]!]![rows[b]!]! += values[a]! * values[b]!;
    for (const [i, row] of product.entries())
      for (const [j, value] of row.entries()) expect(value).toBeCloseTo(matrix[i]![j]!, 12);
  });

  it.each([
    ['that is nearly full', CANCELLING],
    ['with a full end', BLOCKS],
  ])('%s gives the entries of the inverse also where an entry of the factor cancels to zero', (_, matrix) => {
    const factor = cholesky(rowsOf(matrix));
    const { size, first, rows, values } = inverseOnPattern(factor);
    for (let j = 0; j < size; j += 1) {
      const column = solveBoth(factor, j);
      for (let at = first[j]!; at < first[j + 1]!; at += 1) expect(values[at]).toBeCloseTo(column[rows[at]!]!, 12);
      if (matrix === CANCELLING) expect(values[first[j]!]).toBeCloseTo(INVERSE_DIAGONAL[j]!, 4);
    }
  });

  it('knows its work before it is done', () => {
    const shape = shapeOf(rowsOf(CANCELLING));
    expect([...shape.counts]).toEqual([3, 3, 2, 1]);
    expect(workOf(shape)).toBe(23);
  });
});

/** A column of the inverse from the inverse of the factor: (LLᵀ)⁻¹ = L⁻ᵀL⁻¹. */
function solveBoth(factor: ReturnType<typeof cholesky>, j: number): number[] {
  const unit = (i: number): Float64Array => Float64Array.from({ length: factor.size }, (_, k) => (k === i ? 1 : 0));
  const solved = [...Array(factor.size).keys()].map((i) => {
    const b = unit(i);
    solveLower(factor, b);
    return b;
  });
  return solved.map((column) => column.reduce((sum, value, k) => sum + value * solved[j]![k]!, 0));
}
