import { describe, expect, it } from '@jest/globals';
import { discreteGaussian, noiseAt } from './discrete-gaussian.js';

/** Probability of each value as the table gives it. */
function probabilities(sigma: number): { z: number; p: number }[] {
  const { reach, below } = discreteGaussian(sigma);
  return Array.from(below, (threshold, i) => ({ z: i - reach, p: (threshold - (i > 0 ? below[i - 1]! : 0)) / 2 ** 53 }));
}

describe('the discrete Gaussian', () => {
  it.each([2, 2.5, 3, 4, 5, 6, 8, 40, 48, 120, 144, 384])('has the stated mean, variance and shape at σ = %d', (sigma) => {
    const table = probabilities(sigma);
    const total = table.reduce((sum, { z }) => sum + Math.exp(-(z * z) / (2 * sigma * sigma)), 0);
    for (const { z, p } of table) expect(Math.abs(p - Math.exp(-(z * z) / (2 * sigma * sigma)) / total)).toBeLessThan(1e-15);
    expect(table.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 14);
    expect(Math.abs(table.reduce((sum, { z, p }) => sum + z * p, 0))).toBeLessThan(1e-12 * sigma);
    expect(table.reduce((sum, { z, p }) => sum + z * z * p, 0) / sigma ** 2).toBeCloseTo(1, 9);
  });

  it('finds for every uniform number the value whose threshold is the first above it', () => {
    const noise = discreteGaussian(3);
    for (const [i, threshold] of noise.below.entries()) {
      if (i < noise.below.length - 1 && noise.below[i + 1]! > threshold)
        expect(noiseAt(threshold, noise)).toBe(i + 1 - noise.reach);
      if (threshold > (noise.below[i - 1] ?? 0)) expect(noiseAt(threshold - 1, noise)).toBe(i - noise.reach);
    }
    expect(noiseAt(0, noise)).toBeLessThan(-20);
    expect(noiseAt(2 ** 53 - 1, noise)).toBeGreaterThan(20);
  });

  it('has these thresholds on every machine', () => {
    const { reach, below } = discreteGaussian(3);
    expect([reach, below[reach], below[reach + 3], below[reach - 8]]).toEqual([
      27, 5102491729156572, 7921150493841729, 54123758888419,
    ]);
  });
});
