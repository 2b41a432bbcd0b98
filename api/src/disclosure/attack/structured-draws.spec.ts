import { describe, expect, it } from '@jest/globals';
import { StructuredDraws, type Sum } from './structured-draws.js';

/** A table of 2 × 2 with margins and total: places 0–3 are cells, 4–5 rows, 6–7 columns, 8 the total. */
const TABLE: readonly Sum[] = [
  { parent: 4, parts: [0, 1] },
  { parent: 5, parts: [2, 3] },
  { parent: 6, parts: [0, 2] },
  { parent: 7, parts: [1, 3] },
  { parent: 8, parts: [4, 5] },
  { parent: 8, parts: [6, 7] },
];

describe('draws that have to add up', () => {
  it('know four of nine numbers when all are drawn', () => {
    const draws = new StructuredDraws(new Float64Array(9).fill(1), TABLE);
    for (let at = 0; at < 9; at += 1) expect(draws.variance(at)).toBeCloseTo(4 / 9, 9);
  });

  it('read a number that is not drawn from its three neighbourhoods', () => {
    const variances = new Float64Array(9).fill(1);
    variances[0] = 1e6;
    expect(new StructuredDraws(variances, TABLE).variance(0)).toBeCloseTo(0.8, 5);
  });

  it('cannot read a number whose row and column hold another one that is not drawn', () => {
    const variances = new Float64Array(9).fill(1);
    [0, 1, 2, 3].forEach((at) => (variances[at] = 1e6));
    expect(new StructuredDraws(variances, TABLE).variance(0)).toBeGreaterThan(1e5);
  });

  it('know a number for certain that is 0 by open facts', () => {
    const variances = new Float64Array(9).fill(1);
    variances[1] = 0;
    expect(new StructuredDraws(variances, TABLE).variance(1)).toBe(0);
  });

  it('estimate all variances at once', () => {
    const variances = Float64Array.from([1e4, 1, 1, 1, 1, 1, 1, 1, 1]);
    const estimates = new StructuredDraws(variances, TABLE).screen(4000);
    expect(estimates[0]).toBeGreaterThan(0.75);
    expect(estimates[0]).toBeLessThan(0.85);
  });

  it('fit when they add up, and count the independent sums', () => {
    const draws = new StructuredDraws(new Float64Array(9).fill(1), TABLE);
    expect(draws.misfit(Float64Array.from([1, 2, 3, 4, 3, 7, 4, 6, 10]))).toBeCloseTo(0, 12);
    expect(draws.misfit(Float64Array.from([1, 2, 3, 4, 3, 7, 4, 6, 13]))).toBeCloseTo(9 * (5 / 9), 9);
    expect(draws.freedom(4000)).toBeCloseTo(5, 0);
  });
});
