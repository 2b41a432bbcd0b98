import { ATTRIBUTES } from './known-people.js';
import { MENTOR_ROWS } from './mentors.js';
import type { Population } from './population.js';

/** Held minutes of a period up to which each bin reaches; the last has no end. They are public and chosen in advance. */
export const MINUTE_BINS = [0, 180, 360, 720, 1080, 1440, 2160] as const;
/** The most minutes of a mentor that count towards the mean. */
export const MOST_MINUTES = 1440;

const binNames = [...MINUTE_BINS.map((upTo) => `minutes${upTo}`), 'minutesAbove'];
const bins = binNames.map((name, at) => {
  const from = at > 0 ? [`minutes > ${MINUTE_BINS[at - 1]}`] : [];
  const to = at < MINUTE_BINS.length ? [`minutes <= ${MINUTE_BINS[at]}`] : [];
  return `count(*) filter (where ${[...from, ...to].join(' and ')}) as "${name}"`;
});

/** `, track` where the rows are a mentor's in one track. */
const by = (column?: 'track'): string => (column ? `, ${column}` : '');

/** Eligible mentors by their active mentees: people who were mentees in one of their relationships at the same time. */
const mentees = (key: string, column?: 'track'): Population => ({
  key,
  gives: 'tally',
  files: ['participations'],
  secret: column ? [column] : [],
  sql: `${MENTOR_ROWS},
  mentored as (
    select distinct m.person_key, m.track, t.person_key as mentee_key
    from mentor_row m join taking_part t on t.relationship_key = m.relationship_key and t.track_id = m.track
      join attributed a on a.person_key = t.person_key and a.kind = 'human'
    where t.role = 'mentee' and not t.closed and t.started_on <= coalesce(m.ended_on, $2) and m.started_on <= coalesce(t.ended_on, $2)
  ),
  load as (
    select m.person_key${by(column)}, count(distinct mentee_key) as mentees
    from (select distinct person_key${by(column)} from mentor_row) m left join mentored using (person_key${by(column)})
    group by m.person_key${by(column)}
  ),
  clipped as (select *, least(mentees, 2 * $6) as counted from load)
  select ${ATTRIBUTES}${by(column)}, count(*) as mentors, count(*) filter (where mentees > $6) as "overCap",
    sum(counted) as "activeMentees", sum(counted * counted) as "activeMenteesSquared"
  from clipped join eligible using (person_key) group by ${ATTRIBUTES}${by(column)}`,
});

/** Eligible mentors by the minutes held in their relationships; a session with a group is given once. */
const minutes = (key: string, column?: 'track'): Population => ({
  key,
  gives: 'tally',
  files: ['participations', 'sessions'],
  secret: column ? [column] : [],
  sql: `${MENTOR_ROWS},
  held as materialized (
    select distinct on (relationship_key, month) relationship_key, month, minutes
    from microdata.session_rollup where load_no <= $1 and month between date_trunc('month', $4::date) and $2
    order by relationship_key, month, load_no desc
  ),
  given_row as (
    select distinct m.person_key, m.track, h.relationship_key, h.month, h.minutes
    from mentor_row m join held h on h.relationship_key = m.relationship_key
      and m.started_on < h.month + interval '1 month' and (m.ended_on is null or m.ended_on >= h.month)
  ),
  load as (
    select m.person_key${by(column)}, coalesce(sum(g.minutes), 0) as minutes
    from (select distinct person_key${by(column)} from mentor_row) m left join given_row g using (person_key${by(column)})
    group by m.person_key${by(column)}
  ),
  clipped as (select *, least(minutes, ${MOST_MINUTES}) as counted from load)
  select ${ATTRIBUTES}${by(column)}, count(*) as mentors, sum(counted) as "minutesGiven",
    sum(counted * counted) as "minutesGivenSquared", ${bins.join(', ')}
  from clipped join eligible using (person_key) group by ${ATTRIBUTES}${by(column)}`,
});

export const LOAD: readonly Population[] = [
  mentees('load'),
  mentees('load_tracks', 'track'),
  minutes('load_minutes'),
  minutes('load_minutes_tracks', 'track'),
];
