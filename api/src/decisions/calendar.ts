import crypto from 'node:crypto';
import { type CalendarDate, parsePeriod } from '../kernel/index.js';
import type { Decision } from './decisions.js';
import type { Evidence } from './evidence.js';
import { DAYS_TO_DECIDE, endingOf } from './waiting.js';

/** A day that somebody should know of: what, of which track, when. Never who, never a figure. */
export interface CalendarDay {
  readonly track: string;
  readonly what: string;
  readonly on: CalendarDate;
}

const MONTHS_AHEAD = 6;
const DAY_MS = 86_400_000;

/** What is due about running tracks: check-ins every month, looks and their decisions, and the days of an end. */
export function calendarDays(
  all: readonly Evidence[],
  decisions: readonly Decision[],
  { now, fiscalYearStart }: { readonly now: Date; readonly fiscalYearStart: number },
): CalendarDay[] {
  return all.flatMap((evidence) => {
    const end = endingOf(
      decisions.filter(({ track }) => track === evidence.track.id),
      now,
    );
    if (end?.state === 'closed' || isOver(evidence, now)) return [];
    const track = evidence.track.name;
    const ends = [
      ...(end?.state === 'challenge' && end.windowEndsAt ? [{ what: 'Objections end', on: dayOf(end.windowEndsAt) }] : []),
      ...(end?.windsDownFrom && end.state !== 'withdrawn'
        ? [{ what: 'From today on nobody is matched anew', on: end.windsDownFrom }]
        : []),
    ];
    return [...checkIns(now), ...looksDue(evidence, fiscalYearStart), ...ends].map((day) => ({ track, ...day }));
  });
}

const isOver = ({ track: { endedOn } }: Evidence, now: Date): boolean => endedOn !== null && endedOn < dayOf(now);

type Due = Omit<CalendarDay, 'track'>;

const dayOf = (date: Date): CalendarDate => date.toISOString().slice(0, 10);

function checkIns(now: Date): Due[] {
  const month = (ahead: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 + ahead, 1));
  return Array.from({ length: MONTHS_AHEAD }, (_, ahead) => ({ what: 'Monthly check-in', on: dayOf(month(ahead)) }));
}

/** A look that is still to come is decided upon within thirty days of its quarter's end. */
function looksDue({ looks }: Evidence, fiscalYearStart: number): Due[] {
  const ends = (period: string): number => Date.parse(parsePeriod(period, fiscalYearStart).endsOn);
  return looks
    .filter(({ planned, state }) => planned && state === 'waiting')
    .map(({ period }) => ({
      what: `Decide after the look of ${period}`,
      on: dayOf(new Date(ends(period) + DAYS_TO_DECIDE * DAY_MS)),
    }));
}

/**
 * The days as an iCalendar file (RFC 5545). Names of events hold what, the track and the month; their identifiers tell nothing.
 *
 * @param stamp when it was asked for.
 */
export function asCalendar(days: readonly CalendarDay[], stamp: Date): string {
  const at = `${stamp.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = [
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Overstory//Tracks//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Overstory tracks',
    ],
    ...days.flatMap((day) => eventOf(day, at)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function eventOf({ track, what, on }: CalendarDay, at: string): string[] {
  const month = `${MONTHS[Number(on.slice(5, 7)) - 1] ?? ''} ${on.slice(0, 4)}`;
  const id = crypto.createHash('sha256').update([track, what, on].join('\n')).digest('hex').slice(0, 32);
  return [
    'BEGIN:VEVENT',
    `UID:${id}@overstory`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `SUMMARY:${escaped(`${what}: ${track}, ${month}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ');

const LONGEST_LINE = 75;

/** Lines go on after a break and a space, by octets, and never inside a letter. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const most = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1;
    if (Buffer.byteLength(part + letter) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
