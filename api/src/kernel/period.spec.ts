import { describe, expect, it } from '@jest/globals';
import { isCalendarDate, monthsOf, parsePeriod, periodOf, shiftPeriod } from './period.js';

describe('a period', () => {
  it('is a calendar quarter by default', () => {
    expect(parsePeriod('2024-Q1')).toMatchObject({ startsOn: '2024-01-01', endsOn: '2024-03-31' });
    expect(parsePeriod('2026-Q4')).toMatchObject({ startsOn: '2026-10-01', endsOn: '2026-12-31' });
  });

  it('follows a fiscal year that is named after the calendar year in which it ends', () => {
    expect(parsePeriod('2026-Q1', 7)).toMatchObject({ startsOn: '2025-07-01', endsOn: '2025-09-30' });
    expect(parsePeriod('2026-Q4', 7)).toMatchObject({ startsOn: '2026-04-01', endsOn: '2026-06-30' });
    expect(parsePeriod('2024-Q1', 12)).toMatchObject({ startsOn: '2023-12-01', endsOn: '2024-02-29' });
  });

  it('contains the dates from its first to its last day, whatever the fiscal year', () => {
    for (let start = 1; start <= 12; start += 1)
      for (let quarter = 1; quarter <= 4; quarter += 1) {
        const period = parsePeriod(`2025-Q${quarter}`, start);
        expect(periodOf(period.startsOn, start).key).toBe(period.key);
        expect(periodOf(period.endsOn, start).key).toBe(period.key);
        expect(monthsOf(period)[0]).toBe(period.startsOn);
      }
  });

  it('steps over the turn of the year', () => {
    expect(shiftPeriod(parsePeriod('2026-Q1'), -1).key).toBe('2025-Q4');
    expect(shiftPeriod(parsePeriod('2025-Q4'), 5).key).toBe('2027-Q1');
  });

  it('refuses what is no quarter', () => {
    expect(() => parsePeriod('2026-Q5')).toThrow(RangeError);
    expect(() => parsePeriod('2026')).toThrow(RangeError);
  });
});

describe('a calendar date', () => {
  it('knows leap years', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2100-02-29')).toBe(false);
    expect(isCalendarDate('2026-13-01')).toBe(false);
    expect(isCalendarDate('26-01-01')).toBe(false);
  });
});
