import type pg from 'pg';
import type { CalendarDate } from '../../kernel/index.js';

/** Which people, as known when: what a cohort is asked with. */
export interface CohortQuestion {
  /** What was loaded later is not seen. */
  readonly loadNo: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** The first day of each month of the period. */
  readonly months: readonly CalendarDate[];
  /** Declared demographic columns, in the order in which rows carry them. */
  readonly demographics: readonly string[];
  /** Known tracks, and the most minutes of a month that count in each. */
  readonly tracks: readonly { readonly id: string; readonly mostMinutes: number }[];
  /** The most minutes of a person's month that count over all tracks. */
  readonly mostMinutes: number;
  /** Active mentees of a mentor above which the load counts as too high. */
  readonly mentorLoadCap: number;
  /** Codes of themes that exit interviews may name. */
  readonly themes: readonly string[];
  /** Job levels from lowest to highest, as far as the settings name them. */
  readonly levels: readonly string[];
}

/** $1 to $5 of every query: load, last day, demographics, first day, tracks. */
export function commonParameters({ loadNo, endsOn, demographics, startsOn, tracks }: CohortQuestion): unknown[] {
  return [loadNo, endsOn, demographics, startsOn, tracks.map(({ id }) => id)];
}

/**
 * Settings of the transaction that reads cohorts. Every step of a cohort joins whole sets by a key, and none has
 * statistics of its own: left alone, the planner guesses one row and loops over all of them for each of all of them.
 */
export async function joinWholeSets(tx: pg.PoolClient): Promise<void> {
  await tx.query(`set local enable_nestloop = off; set local work_mem = '128MB'; set local jit = off`);
}
