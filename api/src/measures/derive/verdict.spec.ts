import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './verdict.js';

const similar = { low: 0.8, high: 1.25 };
const read = (lower: number, upper: number, p = 0.01) => verdictOf([lower, upper, p], similar);

describe('a verdict', () => {
  it.each([
    ['clearly_lower', 0.4, 0.79],
    ['lower_unsure', 0.4, 0.8],
    ['lower_unsure', 0.4, 0.99],
    ['slightly_lower', 0.8, 0.99],
    ['similar', 0.8, 1.25],
    ['similar', 1, 1],
    ['cannot_tell', 0.79, 1.25],
    ['cannot_tell', 0.8, 1.26],
    ['slightly_higher', 1.01, 1.25],
    ['higher_unsure', 1.01, 1.26],
    ['higher_unsure', 1.25, 2],
    ['clearly_higher', 1.26, 2],
  ])('is %s from %d to %d', (verdict, lower, upper) => {
    expect(read(lower, upper)).toBe(verdict);
  });

  it('of lower or higher is "cannot tell" where chance inside the family would do; "similar" is not', () => {
    expect(read(0.4, 0.5, 0.06)).toBe('cannot_tell');
    expect(read(1.01, 1.2, 0.0501)).toBe('cannot_tell');
    expect(read(0.9, 1.1, 0.9)).toBe('similar');
    expect(read(0.4, 0.5, 0.05)).toBe('clearly_lower');
  });

  it('hears an unbounded upper limit as no limit, and any other absence as its own', () => {
    expect(verdictOf([1.3, { absent: 'notEstimable', reason: 'unbounded' }, 0.01], similar)).toBe('clearly_higher');
    expect(verdictOf([{ absent: 'notEstimable', reason: 'noContrast' }, 1, 0.01], similar)).toEqual({
      absent: 'notEstimable',
      reason: 'noContrast',
    });
    expect(verdictOf([0.5, 0.9, { absent: 'notEstimable', reason: 'protection' }], similar)).toEqual({
      absent: 'notEstimable',
      reason: 'protection',
    });
  });

  it('mirrors when the groups change places', () => {
    const mirror: Record<string, string> = { lower: 'higher', higher: 'lower' };
    for (let lower = 0.3; lower < 3; lower += 0.07)
      for (let upper = lower + 0.013; upper < 4; upper += 0.11) {
        const there = read(lower, upper) as string;
        const back = read(1 / upper, 1 / lower) as string;
        expect(back).toBe(there.replace(/lower|higher/, (word) => mirror[word] ?? word));
      }
  });
});
