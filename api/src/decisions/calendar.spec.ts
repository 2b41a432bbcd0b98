import { describe, expect, it } from '@jest/globals';
import { asCalendar, calendarDays } from './calendar.js';
import type { Evidence } from './evidence.js';

const NOW = new Date('2026-11-21T09:00:00Z');
const EVIDENCE = {
  track: { id: 'x', name: 'Écrire, relire; et retenir un très long nom de parcours pour voir', endedOn: null },
  looks: [
    { period: '2026-Q3', planned: true, state: 'read' },
    { period: '2026-Q4', planned: true, state: 'waiting' },
  ],
} as unknown as Evidence;

describe('the calendar of tracks', () => {
  const days = calendarDays([EVIDENCE], [], { now: NOW, fiscalYearStart: 1 });

  it('has a check-in every month, and thirty days after a quarter for the decision', () => {
    expect(days.map(({ what, on }) => `${what} ${on}`)).toEqual([
      ...['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'].map((month) => `Monthly check-in ${month}-01`),
      'Decide after the look of 2026-Q4 2027-01-30',
    ]);
  });

  it('says nothing of a track that is over', () => {
    const over = { ...EVIDENCE, track: { ...EVIDENCE.track, endedOn: '2026-01-01' } };
    expect(calendarDays([over], [], { now: NOW, fiscalYearStart: 1 })).toEqual([]);
  });

  it('is a file in which no line is longer than 75 octets, and marks are escaped', () => {
    const file = asCalendar(days, NOW);
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain('SUMMARY:Monthly check-in: Écrire\\, relire\\; et retenir');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(7);
    expect(new Set(file.match(/^UID:\S+/gm)).size).toBe(7);
    expect(file).not.toMatch(/UID:.*x\b.*@/);
  });
});
