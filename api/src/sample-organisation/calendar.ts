import { type CalendarDate, type Period, parsePeriod, shiftPeriod } from '../kernel/index.js';

const MILLISECONDS = 86_400_000;

/** Days since 1970-01-01. */
export const dayOf = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / MILLISECONDS;
export const dateOf = (day: number): CalendarDate => new Date(Math.round(day) * MILLISECONDS).toISOString().slice(0, 10);

export interface Quarter {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

const quarterOf = (period: Period): Quarter => ({ key: period.key, first: dayOf(period.startsOn), last: dayOf(period.endsOn) });

/** `count` quarters, the last of them `until`. */
export function quartersUntil(until: string, count: number): Quarter[] {
  const last = parsePeriod(until);
  return Array.from({ length: count }, (_, i) => quarterOf(shiftPeriod(last, i - count + 1)));
}
