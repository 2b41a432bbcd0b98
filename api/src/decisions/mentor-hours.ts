import { cellsOf, type Effect, figureIn } from './outcome-figure.js';
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
  const mean = figureIn(cell, 'mean');
  const { mentors } = cell.values;
  if (!mean || typeof mentors !== 'number') return null;
  const hours = (minutes: number): number => (mentors * Math.max(0, minutes)) / MINUTES;
  return { value: hours(mean.value), lower: hours(mean.lower), upper: hours(mean.upper) };
}
