import { describe, expect, it } from '@jest/globals';
import { chiSquareScore, logChanceOfHits, meeting } from './chance.js';

describe('what chance allows', () => {
  it('bounds how often two independent draws meet', () => {
    for (const noise of [2.5, 3, 4, 8]) {
      const weights = Array.from({ length: 201 }, (_, i) => Math.exp(-((i - 100) ** 2) / (2 * noise ** 2)));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const meet = weights.reduce((sum, weight) => sum + (weight / total) ** 2, 0);
      expect(meeting(noise, 1)).toBeGreaterThan(meet - 1e-12);
      expect(meeting(noise, 1)).toBeLessThan(meet * 1.001);
    }
  });

  it('bounds the binomial tail from above', () => {
    const tail = (n: number, p: number, from: number): number => {
      let [term, sum] = [(1 - p) ** n, 0];
      for (let k = 0; k <= n; k += 1) {
        if (k >= from) sum += term;
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      return sum;
    };
    for (const hits of [15, 20, 40, 60]) {
      expect(logChanceOfHits(hits, 9.4)).toBeGreaterThanOrEqual(Math.log(tail(100, 0.094, hits)));
      expect(logChanceOfHits(hits, 9.4)).toBeLessThan(Math.log(tail(100, 0.094, hits)) / 4);
    }
    expect(logChanceOfHits(3, 9.4)).toBe(0);
    expect(logChanceOfHits(0, 0)).toBe(0);
  });

  it('places a sum of squares among chi-squares', () => {
    // Quantiles of chi-square with 20 degrees of freedom at Φ(−3), Φ(0), Φ(3).
    expect(chiSquareScore(6.16843817876, 20)).toBeCloseTo(-3, 1);
    expect(chiSquareScore(19.3374292294, 20)).toBeCloseTo(0, 2);
    expect(chiSquareScore(44.3518123432, 20)).toBeCloseTo(3, 1);
  });
});
