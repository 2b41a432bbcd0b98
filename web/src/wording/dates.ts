import { locale, saying, t } from '../language/index.js';
import { range } from './numbers.js';

const MONTHS: readonly string[] = [
  saying('January'), saying('February'), saying('March'), saying('April'), saying('May'), saying('June'), saying('July'),
  saying('August'), saying('September'), saying('October'), saying('November'), saying('December'),
]; // prettier-ignore

/** A calendar date `2026-10-01` as `1 October 2026`. It never passes through a time zone. */
export function calendarDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : dayOf(Number(day), t(name), year ?? '');
}

const dayOf = (day: number | string, month: string, year: string): string => t('{day} {month} {year}', { day, month, year });

function monthOf(date: string): string {
  const name = MONTHS[Number(date.slice(5, 7)) - 1];
  return name === undefined ? date : t(name);
}

/** `2026-Q3` as `Q3 2026`. */
export function quarter(key: string): string {
  const match = /^(\d{4})-Q([1-4])$/.exec(key);
  return match ? `Q${match[2]} ${match[1]}` : key;
}

/** `Q3 2026 (July to September)`. */
export const quarterWithMonths = (key: string, startsOn: string, endsOn: string): string =>
  `${quarter(key)} (${range(monthOf(startsOn), monthOf(endsOn))})`;

/** `July to September 2026`; with both years where a quarter crosses one. */
export function span(startsOn: string, endsOn: string): string {
  const years = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  const first = years[0] === years[1] ? monthOf(startsOn) : `${monthOf(startsOn)} ${years[0]}`;
  return range(first, `${monthOf(endsOn)} ${years[1]}`);
}

/** An instant in the reader's zone, with the zone named: `2 October 2026, 14:05 CEST`. */
export function stamp(instant: string, zone?: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const options = zone === undefined ? {} : { timeZone: zone };
  const parts = new Intl.DateTimeFormat(locale(), {
    day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', ...options,
  }).formatToParts(at); // prettier-ignore
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  const date = dayOf(part('day'), part('month'), part('year'));
  return t('{date}, {time} {zone}', { date, time: `${part('hour')}:${part('minute')}`, zone: part('timeZoneName') });
}
