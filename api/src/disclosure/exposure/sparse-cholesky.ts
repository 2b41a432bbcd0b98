import { factorDense, invertDense } from './dense.js';

/**
 * The lower triangle of a sparse symmetric matrix by rows: row i stands from `first[i]` to `first[i + 1]`, with its columns
 * in any order and the diagonal among them.
 */
export interface SymmetricRows {
  readonly size: number;
  readonly first: Float64Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A lower triangle by columns: column j stands from `first[j]` to `first[j + 1]`, its diagonal first, then rows ascending. */
export interface LowerColumns {
  readonly size: number;
  /** From this column on every row has an entry. */
  readonly full: number;
  readonly first: Float64Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** What the factor of a matrix will look like: the tree along which entries spread, and the entries of each column. */
export interface Shape {
  readonly parent: Int32Array;
  readonly counts: Int32Array;
}

/** The elimination tree (Liu 1986): the parent of a column is the first row below its diagonal in the factor. */
function eliminationTree({ size, first, columns }: SymmetricRows): Int32Array {
  const parent = new Int32Array(size).fill(-1);
  const shortcut = new Int32Array(size).fill(-1);
  for (let row = 0; row < size; row += 1)
    for (let at = first[row]!; at < first[row + 1]!; at += 1) climb(columns[at]!, row, parent, shortcut);
  return parent;
}

/** From a column up to the root of its tree so far, which gets `row` for its parent; the way there becomes short. */
function climb(column: number, row: number, parent: Int32Array, shortcut: Int32Array): void {
  for (let node = column; node >= 0 && node < row;) {
    const above = shortcut[node]!;
    shortcut[node] = row;
    if (above < 0) parent[node] = row;
    node = above;
  }
}

/** The columns below each row in which the factor has an entry of this row, one row after the other. */
class RowPatterns {
  private readonly mark: Int32Array;

  constructor(
    private readonly matrix: SymmetricRows,
    private readonly parent: Int32Array,
  ) {
    this.mark = new Int32Array(matrix.size).fill(-1);
  }

  each(row: number, visit: (column: number) => void): void {
    const { mark, parent } = this;
    mark[row] = row;
    for (let at = this.matrix.first[row]!; at < this.matrix.first[row + 1]!; at += 1)
      for (let node = this.matrix.columns[at]!; mark[node] !== row; node = parent[node]!) {
        mark[node] = row;
        visit(node);
      }
  }
}

export function shapeOf(matrix: SymmetricRows): Shape {
  const parent = eliminationTree(matrix);
  const counts = new Int32Array(matrix.size).fill(1);
  const patterns = new RowPatterns(matrix, parent);
  for (let row = 0; row < matrix.size; row += 1) patterns.each(row, (column) => (counts[column]! += 1));
  return { parent, counts };
}

/** Multiplications that a factor of this shape needs. */
export function workOf({ counts }: Shape): number {
  return counts.reduce((sum, count) => sum + count * count, 0);
}

/** Columns at the end are taken as full when this share of their triangle is. */
const NEARLY_FULL = 0.75;

/**
 * The column from which on the factor is nearly full, and the shape with what is missing there: columns that overlap all
 * others come last, and full rows are multiplied several times as fast as scattered ones.
 */
export function withFullEnd({ parent, counts }: Shape): Shape & { readonly full: number } {
  const size = counts.length;
  let full = size;
  for (let column = size - 1, held = 0; column >= 0; column -= 1) {
    held += counts[column]!;
    const rows = size - column;
    if (held >= (NEARLY_FULL * rows * (rows + 1)) / 2) full = column;
  }
  return { parent, full, counts: counts.map((count, column) => (column < full ? count : size - column)) };
}

/**
 * The factor L of a positive definite matrix, A = LLᵀ, row by row; the full end of it by itself.
 *
 * @see Davis (2006), Direct methods for sparse linear systems, section 4.7.
 */
export function cholesky(matrix: SymmetricRows, sparse: Shape = shapeOf(matrix)): LowerColumns {
  const { parent, counts, full } = withFullEnd(sparse);
  const { size } = matrix;
  const first = new Float64Array(size + 1);
  for (let column = 0; column < size; column += 1) first[column + 1] = first[column]! + counts[column]!;
  const [rows, values] = [new Int32Array(first[size]!), new Float64Array(first[size]!)];
  const factor = { size, full, first, rows, values };
  const end = first.slice();
  const patterns = new RowPatterns(matrix, parent);
  const pending = new Float64Array(size);
  const block = new Float64Array((size - full) ** 2);
  const found = new Int32Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let at = matrix.first[row]!; at < matrix.first[row + 1]!; at += 1) pending[matrix.columns[at]!] = matrix.values[at]!;
    let before = 0;
    patterns.each(row, (column) => {
      if (column < full) found[before++] = column;
    });
    let diagonal = pending[row]!;
    for (const column of found.subarray(0, before).sort()) {
      const start = first[column]!;
      const entry = pending[column]! / values[start]!;
      const stop = end[column]!;
      for (let at = start + 1; at < stop; at += 1) pending[rows[at]!]! -= values[at]! * entry;
      diagonal -= entry * entry;
      rows[stop] = row;
      values[stop] = entry;
      end[column] = stop + 1;
      pending[column] = 0;
    }
    pending[row] = diagonal;
    if (row < full) begin(factor, end, row, diagonal);
    else block.set(pending.subarray(full, row + 1), (row - full) * (size - full));
    pending.fill(0, Math.min(row, full), row + 1);
  }
  factorDense(block, size - full);
  putFullEnd(factor, block);
  return factor;
}

/** The first entry of a column, on the diagonal. */
function begin({ first, rows, values }: LowerColumns, end: Float64Array, row: number, diagonal: number): void {
  rows[first[row]!] = row;
  values[first[row]!] = Math.sqrt(diagonal);
  end[row]! += 1;
}

/** Writes a full lower triangle, row by row, into the columns at the end. */
function putFullEnd({ size, full, first, rows, values }: LowerColumns, block: Float64Array): void {
  for (let column = full; column < size; column += 1)
    for (let row = column; row < size; row += 1) {
      const at = first[column]! + row - column;
      rows[at] = row;
      values[at] = block[(row - full) * (size - full) + column - full]!;
    }
}

/** The same triangle, read. */
function fullEndOf({ size, full, first, values }: LowerColumns): Float64Array {
  const block = new Float64Array((size - full) ** 2);
  for (let column = full; column < size; column += 1)
    for (let row = column; row < size; row += 1)
      block[(row - full) * (size - full) + column - full] = values[first[column]! + row - column]!;
  return block;
}

/** Solves Lx = b in place. */
export function solveLower({ size, first, rows, values }: LowerColumns, b: Float64Array): void {
  for (let column = 0; column < size; column += 1) {
    if (b[column] === 0) continue;
    const start = first[column]!;
    const x = (b[column]! /= values[start]!);
    for (let at = start + 1; at < first[column + 1]!; at += 1) b[rows[at]!]! -= values[at]! * x;
  }
}

/**
 * The entries of the inverse that stand where the factor has entries, from the last column to the first.
 *
 * @see Erisman & Tinney (1975), On computing certain elements of the inverse of a sparse matrix.
 */
export function inverseOnPattern(factor: LowerColumns): LowerColumns {
  const { size, full, first, rows, values } = factor;
  const inverse = new Float64Array(values.length);
  const end = fullEndOf(factor);
  invertDense(end, size - full);
  putFullEnd({ ...factor, values: inverse }, end);
  const product = { left: new Float64Array(size), sums: new Float64Array(size), taking: new Int32Array(size).fill(-1) };
  const { left, sums, taking } = product;
  for (let j = full - 1; j >= 0; j -= 1) {
    const [start, stop] = [first[j]!, first[j + 1]!];
    const pivot = values[start]!;
    for (let at = start + 1; at < stop; at += 1) {
      const row = rows[at]!;
      left[row] = values[at]! / pivot;
      sums[row] = 0;
      taking[row] = j;
    }
    for (let at = start + 1; at < stop; at += 1) gather(rows[at]!, j, { first, rows, inverse }, product);
    let diagonal = 1 / (pivot * pivot);
    for (let at = start + 1; at < stop; at += 1) {
      const row = rows[at]!;
      inverse[at] = -sums[row]!;
      diagonal += sums[row]! * left[row]!;
    }
    inverse[start] = diagonal;
  }
  return { ...factor, values: inverse };
}

/** The inverse times `left` gathers in `sums`, over the rows that the column j takes. */
interface Product {
  readonly left: Float64Array;
  readonly sums: Float64Array;
  readonly taking: Int32Array;
}

type InverseColumns = Pick<LowerColumns, 'first' | 'rows'> & { readonly inverse: Float64Array };

/** Adds one column of the inverse, times `left`, to `sums`, on both sides of the diagonal, over the rows that j takes. */
function gather(column: number, j: number, { first, rows, inverse }: InverseColumns, { left, sums, taking }: Product): void {
  const [start, end] = [first[column]!, first[column + 1]!];
  const own = left[column]!;
  let sum = inverse[start]! * own;
  for (let at = start + 1; at < end; at += 1) {
    const row = rows[at]!;
    if (taking[row] !== j) continue;
    const value = inverse[at]!;
    sum += value * left[row]!;
    sums[row]! += value * own;
  }
  sums[column]! += sum;
}
