import { skillChecks } from './checks.js';
import type { Population } from './population.js';

/**
 * People with a pair of checks in a track beside people with one in no track, of skills that a track checks; each once, by
 * the mean of their pairs. Who has a pair in any track is in no comparison as one of the others. Rows that name a track hold
 * its people and the others, by the skills of that track; rows that name none are about all tracks together.
 */
export const SKILL_COMPARISON: Population = {
  key: 'skill_comparison',
  gives: 'cases',
  files: ['skill_checks', 'participations'],
  secret: ['track'],
  sql: `${skillChecks()},
  pair as (
    select p.* from skill_pair p join attributed a using (person_key) where a.kind = 'human'
  ),
  in_track as (select distinct person_key from pair where track_id <> ''),
  other as (select * from pair where track_id = '' and person_key not in (select person_key from in_track)),
  track_skill as (select distinct track_id, skill from pair where track_id <> ''),
  compared as (
    select person_key, null as track, 1 as mentored, before, change from pair where track_id <> ''
    union all select person_key, track_id, 1, before, change from pair where track_id <> ''
    union all select person_key, null, 0, before, change from other where skill in (select skill from track_skill)
    union all select o.person_key, t.track_id, 0, o.before, o.change from other o join track_skill t using (skill)
  )
  select dense_rank() over (order by person_key) as person, track, mentored, avg(before) as before, avg(change) as change
  from compared group by person_key, track, mentored`,
};
