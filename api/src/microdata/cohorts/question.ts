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

/** $1 to $9 of every query. Each is named here once, so that a query may leave some out. */
export const GIVEN = `given as (
    select $1::int as load_no, $2::date as ends_on, $3::text[] as demographics, $4::date as starts_on, $5::text[] as tracks,
      $6::int as mentor_load_cap, $7::text[] as themes, $8::text[] as levels, $9::float8 as most_minutes)`;

/** Their values; null where a question leaves one out. */
export function parametersOf(question: Partial<CohortQuestion>): unknown[] {
  const { loadNo, endsOn, demographics, startsOn, tracks, mentorLoadCap, themes, levels, mostMinutes } = question;
  return [loadNo, endsOn, demographics, startsOn, tracks?.map(({ id }) => id), mentorLoadCap, themes, levels, mostMinutes];
}
