/** So many rows are multiplied at once: every number that is read serves each, and their sums do not wait for one another. */
const AT_ONCE = 4;

/** Products of rows of two square matrices, a and b. */
class Products {
  private readonly sums = new Float64Array(AT_ONCE);

  constructor(
    private readonly a: Float64Array,
    private readonly b: Float64Array,
    private readonly size: number,
  ) {}

  /** Of the rows of a from `row` on with one row of b, from one column up to another; they hold until the next call. */
  of(row: number, other: number, from: number, to: number): Float64Array {
    const { a, b, size, sums } = this;
    const last = size - 1;
    // Where there are fewer rows the last one is multiplied again.
    const [p, q] = [row * size, Math.min(row + 1, last) * size];
    const [r, s] = [Math.min(row + 2, last) * size, Math.min(row + 3, last) * size];
    const at = other * size;
    let [w, x, y, z] = [0, 0, 0, 0];
    for (let k = from; k < to; k += 1) {
      const value = b[at + k]!;
      w += a[p + k]! * value;
      x += a[q + k]! * value;
      y += a[r + k]! * value;
      z += a[s + k]! * value;
    }
    [sums[0], sums[1], sums[2], sums[3]] = [w, x, y, z];
    return sums;
  }
}

/** Turns the lower triangle of a full positive definite matrix, row by row, into its factor L, A = LLᵀ. */
export function factorDense(a: Float64Array, size: number): void {
  const products = new Products(a, a, size);
  for (let row = 0; row < size; row += AT_ONCE) {
    const end = Math.min(row + AT_ONCE, size);
    for (let j = 0; j < end; j += 1) {
      const sums = products.of(row, j, 0, j);
      if (j >= row) a[j * size + j] = Math.sqrt(a[j * size + j]! - sums[j - row]!);
      for (let i = Math.max(row, j + 1); i < end; i += 1)
        a[i * size + j] = (a[i * size + j]! - sums[i - row]!) / a[j * size + j]!;
    }
  }
}

/** Turns a factor L into the lower triangle of the inverse of LLᵀ, MᵀM with M the inverse of L. */
export function invertDense(l: Float64Array, size: number): void {
  const columns = invertedColumns(l, size);
  const products = new Products(columns, columns, size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += AT_ONCE) {
      const sums = products.of(j, i, i, size);
      for (let column = j; column <= Math.min(i, j + AT_ONCE - 1); column += 1) l[i * size + column] = sums[column - j]!;
    }
}

/** The columns of the inverse of L, each as a row, with zeros before its diagonal: Lx = e for every unit vector e. */
function invertedColumns(l: Float64Array, size: number): Float64Array {
  const m = new Float64Array(size * size);
  const products = new Products(m, l, size);
  for (let row = 0; row < size; row += 1) {
    const pivot = l[row * size + row]!;
    for (let j = 0; j < row; j += AT_ONCE) {
      const sums = products.of(j, row, j, row);
      for (let column = j; column < Math.min(row, j + AT_ONCE); column += 1) m[column * size + row] = -sums[column - j]! / pivot;
    }
    m[row * size + row] = 1 / pivot;
  }
  return m;
}
