/** A calendar date `YYYY-MM-DD`. Dates are compared as text and never pass through a time zone. */
export type CalendarDate = string;

/** A quarter of a fiscal year: `2026-Q3`. A fiscal year carries the number of the calendar year in which it ends. */
export interface Period {
  readonly key: string;
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** Whether the text is a date of the Gregorian calendar in the form `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The quarter named by a key such as `2026-Q3`.
 *
 * @param fiscalYearStart the month (1 to 12) in which the fiscal year begins; 1 is the calendar year.
 * @throws RangeError when the key is not a quarter or the month is none.
 */
export function parsePeriod(key: string, fiscalYearStart = 1): Period {
  const match = /^(\d{4})-Q([1-4])$/.exec(key);
  if (!match) throw new RangeError('a period is written like 2026-Q3');
  if (!Number.isInteger(fiscalYearStart) || fiscalYearStart < 1 || fiscalYearStart > 12)
    throw new RangeError('fiscalYearStart is a month from 1 to 12');
  const year = Number(match[1]);
  const quarter = Number(match[2]) as Period['quarter'];
  const offset = (fiscalYearStart === 1 ? 0 : fiscalYearStart - 13) + (quarter - 1) * 3;
  const first = monthAt(year, offset);
  const last = monthAt(year, offset + 2);
  return {
    key,
    year,
    quarter,
    startsOn: `${first.year}-${pad(first.month)}-01`,
    endsOn: `${last.year}-${pad(last.month)}-${pad(daysInMonth(last.year, last.month))}`,
  };
}

/** The quarter that a date falls in. */
export function periodOf(date: CalendarDate, fiscalYearStart = 1): Period {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const since = (month - fiscalYearStart + 12) % 12;
  const fiscalYear = fiscalYearStart === 1 || month < fiscalYearStart ? year : year + 1;
  return parsePeriod(`${fiscalYear}-Q${Math.floor(since / 3) + 1}`, fiscalYearStart);
}

/** The period that lies `steps` quarters after (negative: before) the given one. */
export function shiftPeriod(period: Period, steps: number, fiscalYearStart = 1): Period {
  const index = period.year * 4 + (period.quarter - 1) + steps;
  return parsePeriod(`${Math.floor(index / 4)}-Q${(index % 4) + 1}`, fiscalYearStart);
}

/** The first day of every month of the period. */
export function monthsOf(period: Period): CalendarDate[] {
  const year = Number(period.startsOn.slice(0, 4));
  const month = Number(period.startsOn.slice(5, 7));
  return [0, 1, 2].map((step) => {
    const at = monthAt(year, month - 1 + step);
    return `${at.year}-${pad(at.month)}-01`;
  });
}

function monthAt(year: number, offset: number): { year: number; month: number } {
  const index = year * 12 + offset;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}
