import { describe, expect, it } from '@jest/globals';
import { followedBy } from './scorecard.js';

const SIMILAR = { low: 0.8, high: 1.25 };

describe('what followed a decision', () => {
  it.each([
    [1.1, 2, 'lower', 'better'],
    [1.1, 2, 'higher', 'worse'],
    [0.5, 0.95, 'lower', 'worse'],
    [0.5, 0.95, 'higher', 'better'],
    [0.85, 1.2, 'lower', 'not-moved'],
    [0.8, 1.25, 'higher', 'not-moved'],
    [0.7, 1.2, 'lower', 'cannot-tell'],
    [0, Infinity, 'lower', 'cannot-tell'],
  ] as const)('of %s to %s, where %s asks for a word, is %s', (lower, upper, concern, followed) => {
    expect(followedBy({ lower, upper }, concern, SIMILAR)).toBe(followed);
  });
});
