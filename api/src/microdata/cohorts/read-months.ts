import type pg from 'pg';
import type { CohortRow, MenteeMonthsRow } from '../../kernel/index.js';
import type { GatheredQuestion } from './gathered.js';
import { ATTRIBUTES } from './known-people.js';

interface Row {
  readonly combination: number;
  readonly track?: string;
  readonly people: number;
  readonly months: number;
  readonly minutes: number;
  readonly squares: number;
  readonly bins: readonly number[];
}

// $1 load, $2 tracks, $3 the most minutes of each, $4 months, $5 the most minutes over all tracks. A month counts for every member who was a mentee of the relationship on at least one of its days; closed
// relationships are left out. Roll-ups are kept by relationship: they are read by that key alone, as a result of their
// own, and joined afterwards, since on a distributed database they live elsewhere than people.
const MONTHS = `
  month as (select unnest($4::date[]) as month),
  membership as (
    select distinct t.person_key, t.track_id, t.relationship_key, m.month
    from taking_part t join month m
      on t.started_on < m.month + interval '1 month' and (t.ended_on is null or t.ended_on >= m.month)
    where t.role = 'mentee' and not t.closed
  ),
  held as materialized (
    select distinct on (relationship_key, month) relationship_key, month, minutes
    from microdata.session_rollup
    where load_no <= $1 and month = any($4::date[])
    order by relationship_key, month, load_no desc
  ),
  limits as (select unnest($2::text[]) as track_id, unnest($3::numeric[]) as most),
  by_track as (
    select person_key, track_id, month, least(sum(coalesce(minutes, 0)), max(most)) as minutes
    from membership join limits using (track_id) left join held using (relationship_key, month)
    group by person_key, track_id, month
  )`;

// A person's bin follows from the mean of their months: none, or one of seven equal parts of the range. Each stands in it once.
const binned = (rows: string, one: string): string => `
  binned as (
    select *, row_number() over (partition by ${one} order by month) as nth,
      least(7, ceil(7 * avg(minutes) over (partition by ${one}) / $5::numeric)) as bin
    from ${rows}
  )`;
const BINS = Array.from({ length: 8 }, (_, bin) => `count(*) filter (where nth = 1 and bin = ${bin})`);

const SUMS = `count(*)::int as months, sum(minutes)::float8 as minutes, sum(minutes * minutes)::float8 as squares,
  array[${BINS.join(', ')}]::int[] as bins`;

const BY_MONTH = `
with ${MONTHS},
  by_month as (select person_key, month, least(sum(minutes), $5::numeric) as minutes from by_track group by person_key, month),
  ${binned('by_month', 'person_key')}
select ${ATTRIBUTES}, 0 as people, ${SUMS}
from binned join eligible using (person_key) group by ${ATTRIBUTES}`;

const BY_TRACK = `
with ${MONTHS}, ${binned('by_track', 'person_key, track_id')}
select ${ATTRIBUTES}, track_id as track, count(distinct person_key)::int as people, ${SUMS}
from binned join eligible using (person_key) group by ${ATTRIBUTES}, track_id`;

/** Months of mentees by the finest combination: a row's month is a person's, over all tracks. */
export async function readMenteeMonths(tx: pg.PoolClient, question: GatheredQuestion): Promise<MenteeMonthsRow[]> {
  return read(tx, BY_MONTH, question);
}

/** The same by track: a row's month is a person's in that track. */
export async function readMenteeTrackMonths(tx: pg.PoolClient, question: GatheredQuestion): Promise<MenteeMonthsRow[]> {
  return read(tx, BY_TRACK, question);
}

async function read(tx: pg.PoolClient, sql: string, question: GatheredQuestion): Promise<MenteeMonthsRow[]> {
  const { loadNo, tracks, months, mostMinutes, combinations } = question;
  const ofTracks = [tracks.map(({ id }) => id), tracks.map(({ mostMinutes: most }) => most)];
  const { rows } = await tx.query<Row>(sql, [loadNo, ...ofTracks, months, mostMinutes]);
  return rows.map(({ combination, track, ...sums }) => ({
    ...(combinations[combination] as CohortRow),
    ...(track !== undefined && { track }),
    ...sums,
  }));
}

/** Whether any session was known: without one, no dose is collected. */
export async function sessionsWereLoaded(tx: pg.PoolClient, loadNo: number): Promise<boolean> {
  const { rows } = await tx.query<{ loaded: boolean }>(
    'select exists (select from microdata.sessions where load_no <= $1) as loaded',
    [loadNo],
  );
  return rows[0]?.loaded ?? false;
}
