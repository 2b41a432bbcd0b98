import { skillChecks } from './checks.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

/**
 * Skills of people in a track before and after. A person counts once in every table: by the mean of their pairs over what
 * the table does not split. `lost` has a first check but no pair, although a check after it exists or a year has passed;
 * otherwise the second check is still to come, and the person counts in neither.
 *
 * Beside them everybody of that kind who was checked before, in whatever skill: what a mean regresses to. Of a track only
 * checks outside of it: whom it takes in may be chosen by their scores.
 */
function skillChange(key: string, kind: 'human' | 'agent'): Population {
  return {
    key,
    gives: 'tally',
    files: ['skill_checks', 'participations'],
    secret: ['track', 'skill'],
    sql: `${skillChecks()},
  first_check as (
    select person_key, track_id, skill, max(taken_on) filter (where phase = 'before') as taken_on,
      max(taken_on) filter (where phase = 'after') as checked_again_on
    from skill_check where track_id <> '' group by person_key, track_id, skill
  ),
  followed as (
    select f.person_key, f.track_id, f.skill, p.before, p.change, p.person_key is not null as paired
    from first_check f left join skill_pair p using (person_key, track_id, skill)
    where p.person_key is not null or f.checked_again_on > f.taken_on or f.taken_on <= $2::date - interval '1 year'
  ),
  own as (
    select person_key, case when by_track then track_id end as track, case when by_skill then skill end as skill,
      bool_or(paired)::int as pairs, avg(change) as change, avg(before) filter (where paired) as before
    from followed cross join (values (false, false), (false, true), (true, false), (true, true)) as split (by_track, by_skill)
    group by person_key, by_track, by_skill, 2, 3
  ),
  baseline as (
    select distinct on (person_key, track_id, skill) person_key, track_id, percent
    from skill_check where phase = 'before' order by person_key, track_id, skill, best, taken_on desc
  ),
  split_skill as (select null as track, skill from followed union select track_id, skill from followed),
  reference as (
    select person_key, null as track, avg(percent) as percent from baseline group by person_key
    union all select person_key, t.track, avg(percent)
    from baseline join (select distinct track from split_skill where track is not null) t on t.track <> track_id group by person_key, t.track
  ),
  reference_sum as (
    select ${ATTRIBUTES}, track, count(*) as checked, sum(percent) as percent
    from reference join attributed using (person_key) where kind = '${kind}' group by ${ATTRIBUTES}, track
  ),
  counted as (
    select ${ATTRIBUTES}, track, skill, sum(pairs) as pairs, sum(1 - pairs) as lost, sum(change) as change,
      sum(change * change) as change_squared, sum(before) as before, 0 as checked, 0 as percent
    from own join attributed using (person_key) where kind = '${kind}' group by ${ATTRIBUTES}, track, skill
    union all select ${ATTRIBUTES}, track, null, 0, 0, 0, 0, 0, checked, percent from reference_sum
    union all select ${ATTRIBUTES}, track, s.skill, 0, 0, 0, 0, 0, checked, percent
    from reference_sum join split_skill s using (track)
    union all select ${ATTRIBUTES}, null, s.skill, 0, 0, 0, 0, 0, checked, percent
    from reference_sum r cross join split_skill s where r.track is null and s.track is null
  )
  select ${ATTRIBUTES}, track, skill, sum(pairs) as pairs, sum(lost) as lost, coalesce(sum(change), 0) as change,
    coalesce(sum(change_squared), 0) as "changeSquared", coalesce(sum(before), 0) as before, sum(checked) as checked,
    sum(percent) as "checkedBefore"
  from counted
  group by ${ATTRIBUTES}, track, skill`,
  };
}

export const SKILL_CHANGE: Population = skillChange('skill_change', 'human');
export const SKILL_CHANGE_OF_AGENTS: Population = skillChange('skill_change_of_agents', 'agent');
