import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { followUpOf } from './follow-up.js';

// From a ratio of 0.5, ten points more are a fifth more.
const agreed = { baseline: 0.5, smallestChange: 0.1, concern: 'lower' } as const;
const read = (lower: number, upper: number) => followUpOf(agreed, { change: Math.sqrt(lower * upper), lower, upper });

describe('what became of an action', () => {
  it.each([
    ['moved-enough', 1.2, 1.6],
    ['moved-less', 1.01, 1.19],
    ['moved-less', 0.9, 1.19],
    ['cannot-tell', 0.9, 1.2],
    ['cannot-tell', 1.1, 1.5],
    ['cannot-tell', 0.6, Infinity],
    ['worse', 0.6, 0.99],
  ])('is %s from %d to %d', (verdict, lower, upper) => {
    expect(read(lower, upper)).toBe(verdict);
  });

  it('is read in the mirror where more is the concern', () => {
    // From 1.5 to 1.2: a fifth less.
    const carried = { baseline: 1.5, smallestChange: 0.3, concern: 'higher' } as const;
    expect(followUpOf(carried, { change: 0.7, lower: 0.6, upper: 0.8 })).toBe('moved-enough');
    expect(followUpOf(carried, { change: 0.9, lower: 0.81, upper: 1.1 })).toBe('moved-less');
    expect(followUpOf(carried, { change: 1.2, lower: 1.01, upper: 1.4 })).toBe('worse');
    expect(followUpOf(carried, { change: 0.8, lower: 0, upper: 1.1 })).toBe('cannot-tell');
  });

  it('never says that something moved enough, or got worse, when the interval says both', () => {
    const ends = fc.double({ min: 0.05, max: 4, noNaN: true });
    fc.assert(
      fc.property(ends, ends, (a, b) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        const verdict = read(lower, upper);
        expect(verdict === 'moved-enough').toBe(lower >= 1.2);
        expect(verdict === 'worse').toBe(upper < 1);
      }),
    );
  });
});
