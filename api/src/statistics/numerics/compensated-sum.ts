/** Neumaier's compensated sum: the rounding error of every addition is carried along and added at the end. */
export class CompensatedSum {
  #sum = 0;
  #lost = 0;

  add(term: number): void {
    const next = this.#sum + term;
    this.#lost += Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - next + term : term - next + this.#sum;
    this.#sum = next;
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}

/** Σ of the values, compensated. @see Neumaier (1974), ZAMM 54, 39–51. */
export function compensatedSum(values: ArrayLike<number>): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < values.length; i++) sum.add(values[i] as number);
  return sum.value;
}

/** Arithmetic mean by compensated sum; the list must not be empty. */
export function compensatedMean(values: ArrayLike<number>): number {
  return compensatedSum(values) / values.length;
}

/** Σ(x − mean)², in two passes with the correction for the mean's own rounding. */
export function squaredDeviations(values: ArrayLike<number>, mean: number): number {
  const squares = new CompensatedSum();
  const deviations = new CompensatedSum();
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] as number) - mean;
    squares.add(deviation * deviation);
    deviations.add(deviation);
  }
  return Math.max(0, squares.value - deviations.value ** 2 / values.length);
}
