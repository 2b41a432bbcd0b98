import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './verdict.js';

const SIMILAR = { low: 0.8, high: 1.25 };
const verdict = (lower: number, upper: number, p = 0.01): string => verdictOf(lower, upper, p, SIMILAR);

describe('a verdict', () => {
  it.each([
    [0.3, 0.79, 'clearly_lower'],
    [0.3, 0.8, 'lower_unsure'],
    [0.79, 0.99, 'lower_unsure'],
    [0.8, 0.99, 'slightly_lower'],
    [0.8, 1, 'similar'],
    [1, 1.25, 'similar'],
    [0.8, 1.25, 'similar'],
    [0.79, 1.2, 'cannot_tell'],
    [0.9, 1.26, 'cannot_tell'],
    [1.01, 1.25, 'slightly_higher'],
    [1.01, 1.26, 'higher_unsure'],
    [1.25, 1.5, 'higher_unsure'],
    [1.26, 1.5, 'clearly_higher'],
    [1.3, Number.POSITIVE_INFINITY, 'clearly_higher'],
  ])('of %d to %d is %s', (lower, upper, key) => {
    expect(verdict(lower, upper)).toBe(key);
  });

  it('of lower or higher does not survive an adjusted p above 0.05', () => {
    expect(verdict(0.3, 0.79, 0.06)).toBe('cannot_tell');
    expect(verdict(0.85, 0.99, 0.051)).toBe('cannot_tell');
    expect(verdict(1.3, 1.5, 0.06)).toBe('cannot_tell');
    expect(verdict(0.3, 0.79, 0.05)).toBe('clearly_lower');
    expect(verdict(0.9, 1.1, 0.7)).toBe('similar');
  });
});
