import { cellsOf, type Effect } from './outcome-figure.js';
import type { ReleasedTable } from '../kernel/index.js';

/** Hours that mentors of a track held in a quarter, all of them together. */
export type MentorHours = Effect;

const MINUTES = 60;

/**
 * The released number of mentors times their released mean and its limits. A mentor counts with 24 hours at most, as in the
 * measure. Null where either is not shown.
 */
export function mentorHoursIn(tables: readonly ReleasedTable[], track: string): MentorHours | null {
  const cell = cellsOf(tables, track).get('load/mentor_minutes');
  if (cell?.status !== 'shown') return null;
  const [mentors, mean, lower, upper] = ['mentors', 'mean', 'meanLower', 'meanUpper'].map((key) => cell.values[key]);
  if (typeof mentors !== 'number' || typeof mean !== 'number' || typeof lower !== 'number' || typeof upper !== 'number')
    return null;
  const hours = (minutes: number): number => (mentors * Math.max(0, minutes)) / MINUTES;
  return { value: hours(mean), lower: hours(lower), upper: hours(upper) };
}
