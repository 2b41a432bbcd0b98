import { describe, expect, it } from '@jest/globals';
import { estimateComparison } from './estimate-comparison.js';
import { proportionRatio } from './proportion-ratio.js';
import { wilsonInterval } from './proportions.js';

const wilson = (successes: number, trials: number) => {
  const found = wilsonInterval({ successes, trials });
  if (found.kind === 'notEstimable') throw new Error('no interval');
  const { estimate, lower, upper } = found.value;
  return { estimate, lower, upper, variance: (estimate * (1 - estimate)) / trials };
};
const compared = (...input: Parameters<typeof estimateComparison>) => {
  const found = estimateComparison(...input);
  if (found.kind === 'notEstimable') throw new Error('no comparison');
  return found.value;
};

describe('the comparison of two estimates', () => {
  it('is MOVER on any interval: with Wilson limits it is the ratio of proportions', () => {
    const ratio = proportionRatio({ successes1: 12, trials1: 40, successes2: 60, trials2: 120 });
    expect(compared({ first: wilson(12, 40), second: wilson(60, 120) }).ratio).toEqual(ratio);
  });

  it('adds the squares of the half widths for a difference', () => {
    const first = { estimate: 5, lower: 4, upper: 7, variance: 1 };
    const second = { estimate: 2, lower: 1, upper: 2.5, variance: 1 };
    const { difference, z } = compared({ first, second });
    expect(difference.estimate).toBe(3);
    expect(difference.lower).toBeCloseTo(3 - Math.sqrt(1 + 0.25), 12);
    expect(difference.upper).toBeCloseTo(3 + Math.sqrt(4 + 1), 12);
    expect(z).toBeCloseTo(3 / Math.SQRT2, 12);
  });

  it('is wider where shared noise pulls the two apart', () => {
    const side = { estimate: 2, lower: 1, upper: 3, variance: 0.25 };
    const alone = compared({ first: side, second: side });
    const shared = compared({ first: side, second: side, covariance: -0.1 });
    expect(shared.difference.upper).toBeGreaterThan(alone.difference.upper);
    expect(alone.pValue).toBe(1);
  });

  it('refuses a variance that cannot be', () => {
    const side = { estimate: 2, lower: 1, upper: 3, variance: -1 };
    expect(() => estimateComparison({ first: side, second: side })).toThrow('first.variance');
  });
});
