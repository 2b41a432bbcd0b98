/** Mean, variance and their standard errors for independent numbers. */
export function moments(numbers: readonly number[]): { mean: number; variance: number; count: number } {
  const count = numbers.length;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / count;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1);
  return { mean, variance, count };
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const [first, second] = [moments(a), moments(b)];
  const together = a.reduce((sum, x, i) => sum + (x - first.mean) * (b[i]! - second.mean), 0) / (first.count - 1);
  return together / Math.sqrt(first.variance * second.variance);
}

/** The most likely value of a discrete Gaussian is this likely. */
export function hitChance(noise: number): number {
  let total = 0;
  for (let x = -200; x <= 200; x += 1) total += Math.exp(-(x * x) / (2 * noise * noise));
  return 1 / total;
}

/** Solves a symmetric positive definite system by Cholesky; right sides are columns. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower = matrix.map((row) => [...row]);
  for (let j = 0; j < n; j += 1) {
    for (let k = 0; k < j; k += 1) for (let i = j; i < n; i += 1) lower[i]![j]! -= lower[i]![k]! * lower[j]![k]!;
    const pivot = Math.sqrt(lower[j]![j]!);
    for (let i = j; i < n; i += 1) lower[i]![j]! /= pivot;
  }
  const x = [...right];
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
