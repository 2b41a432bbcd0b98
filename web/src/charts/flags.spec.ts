import { describe, expect, it } from '@jest/globals';
import { flagsAmong, flagsOfRow } from './flags.js';

const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q4'];
const events = (...periods: string[]) => periods.map((period) => ({ period, sentence: `Something in ${period}.` }));

describe('flags among quarters', () => {
  it('stand between the quarter before and the quarter after, also where one was never published', () => {
    expect(flagsAmong(QUARTERS, events('2026-Q2', '2026-Q3')).map(({ no, at, period }) => [no, at, period])).toEqual([
      [1, 0.5, '2026-Q2'],
      [2, 1.5, '2026-Q4'],
    ]);
  });

  it('stand at the edge before the first and after the last, in the nearest row', () => {
    expect(flagsAmong(QUARTERS, events('2025-Q3', '2027-Q1')).map(({ at, period }) => [at, period])).toEqual([
      [-0.42, '2026-Q1'],
      [2.42, '2026-Q4'],
    ]);
  });

  it('at one place are stacked', () => {
    expect(flagsAmong(QUARTERS, events('2026-Q2', '2026-Q2', '2026-Q4')).map(({ below }) => below)).toEqual([0, 1, 0]);
  });

  it('are told in the row of their quarter by their numbers', () => {
    const flags = flagsAmong(QUARTERS, events('2026-Q2', '2026-Q3', '2026-Q4'));
    expect(flagsOfRow(flags, '2026-Q4')).toBe('2: Something in 2026-Q3. 3: Something in 2026-Q4.');
    expect(flagsOfRow(flags, '2026-Q1')).toBe('');
  });

  it('are none where there is no quarter', () => {
    expect(flagsAmong([], events('2026-Q1'))).toEqual([]);
  });
});
