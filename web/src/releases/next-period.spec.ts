import { describe, expect, it } from '@jest/globals';
import { buildable, quarterBefore, shift } from './next-period.js';

describe('quarters to build', () => {
  it('begin with the last that has ended', () => {
    expect(quarterBefore('2026-11-20')).toBe('2026-Q3');
    expect(quarterBefore('2026-01-01')).toBe('2025-Q4');
    expect(buildable([], '2026-11-20', 3)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1']);
  });

  it('keep a published quarter that lies later', () => {
    expect(buildable(['2026-Q4'], '2026-11-20', 2)).toEqual(['2026-Q4', '2026-Q3']);
    expect(shift('2026-Q4', 1)).toBe('2027-Q1');
  });
});
