import { random } from './organisation.js';

// Looked up once: tests run in a context of their own, where every look at a global is slow.
const { PI, ceil, cos, exp, log, sqrt } = Math;

/** The discrete Gaussian: the chance of every whole number within reach. */
export interface NoiseTable {
  readonly reach: number;
  chance(e: number): number;
}

export function noiseTable(level: number, widths = 6): NoiseTable {
  const reach = ceil(widths * level);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => exp(-((i - reach) ** 2) / (2 * level * level)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { reach, chance: (e) => weights[e + reach]! / total };
}

/** The chance of every count from 0 to n. */
export function binomials(n: number, rate: number): number[] {
  const logs = [n * log(1 - rate)];
  for (let k = 1; k <= n; k += 1) logs.push(logs[k - 1]! + log((n - k + 1) / k) + log(rate / (1 - rate)));
  return logs.map(exp);
}

/** A standard normal number. */
export const normals = (uniform: () => number): number => sqrt(-2 * log(1 - uniform())) * cos(2 * PI * uniform());

/** Seeded chance of one noise level. */
export interface Chance {
  binomial(n: number, p: number): number;
  /** Discrete Gaussian of the level. */
  noise(): number;
  gaussian(): number;
}

export function gaussians(level: number, seed: number): Chance {
  const uniform = random(seed);
  const table = noiseTable(level);
  return {
    binomial: (n, p) => {
      let count = 0;
      for (let i = 0; i < n; i += 1) if (uniform() < p) count += 1;
      return count;
    },
    noise: () => {
      let left = uniform();
      for (let e = -table.reach; e < table.reach; e += 1) {
        left -= table.chance(e);
        if (left < 0) return e;
      }
      return table.reach;
    },
    gaussian: () => normals(uniform),
  };
}
