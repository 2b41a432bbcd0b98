import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

/**
 * Mentees of the period's last day: whether over the year before it they had one and the same mentor alone, since more than
 * twelve months, and in how many tracks they were. A person counts once in the whole, and once in each track of theirs.
 */
const dependence = (key: string, track?: 'track'): Population => ({
  key,
  gives: 'tally',
  files: ['participations'],
  secret: track ? [track] : [],
  sql: `of_year as (
    select relationship_key, track_id, person_key, started_on, ended_on is null or ended_on >= $2 as runs
    from relationship_row where role = 'mentee' and (ended_on is null or ended_on > $2::date - interval '1 year')
  ),
  mentors as (
    select y.person_key, count(distinct m.person_key) as mentors, bool_and(m.person_key is not null) as known
    from of_year y left join mentor_of m using (relationship_key) group by y.person_key
  ),
  year_of as (
    select person_key, least(6, count(distinct track_id)) as tracks,
      min(started_on) filter (where runs) < $2::date - interval '1 year' as long
    from of_year group by person_key having bool_or(runs)
  ),
  standing as (
    select person_key, tracks, coalesce(known and mentors = 1 and long, false) as same from year_of join mentors using (person_key)
  )${track ? `,\n  place as (select distinct person_key, track_id as track from of_year where runs)` : ''}
  select ${ATTRIBUTES}${track ? ', track' : ''}, count(*) as mentees, count(*) filter (where same) as same,
    sum(tracks) as tracks, sum(tracks * tracks) as "tracksSquared"
  from standing ${track ? 'join place using (person_key)' : ''} join eligible using (person_key) group by ${ATTRIBUTES}${track ? ', track' : ''}`,
});

export const DEPENDENCE: readonly Population[] = [dependence('dependence'), dependence('dependence_tracks', 'track')];
