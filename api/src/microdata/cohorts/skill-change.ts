import { skillChecks } from './checks.js';
import { ATTRIBUTES, ELIGIBLE } from './known-people.js';
import type { Population } from './population.js';
import { RELATIONSHIP_ROWS } from './relationships.js';

/**
 * Skills of people in a track before and after. A person counts once in every table: by the mean of their pairs over what
 * the table does not split. `lost` has a first check but no pair, although a check after it exists or a year has passed;
 * otherwise the second check is still to come, and the person counts in neither.
 *
 * Beside them everybody of that kind who was checked before in the same skills, in whatever track or in none: what a mean
 * regresses to.
 */
function skillChange(key: string, kind: 'human' | 'agent'): Population {
  return {
    key,
    gives: 'tally',
    files: ['skill_checks', 'participations'],
    secret: ['track', 'skill'],
    sql: `${ELIGIBLE}, ${RELATIONSHIP_ROWS}, ${skillChecks()},
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
    select distinct on (person_key, skill) person_key, skill, percent
    from skill_check where phase = 'before' and skill in (select skill from followed)
    order by person_key, skill, best, taken_on desc
  ),
  track_skill as (select distinct track_id, skill from followed),
  reference as (
    select person_key, null as track, null as skill, avg(percent) as percent from baseline group by person_key
    union all select person_key, null, skill, percent from baseline
    union all select person_key, track_id, null, avg(percent) from baseline join track_skill using (skill) group by person_key, track_id
    union all select person_key, track_id, skill, percent from baseline join track_skill using (skill)
  ),
  counted as (
    select person_key, track, skill, pairs, 1 - pairs as lost, change, change * change as change_squared, before, 0 as checked, 0 as percent
    from own
    union all select person_key, track, skill, 0, 0, 0, 0, 0, 1, percent from reference
  )
  select ${ATTRIBUTES}, track, skill, sum(pairs) as pairs, sum(lost) as lost, coalesce(sum(change), 0) as change,
    coalesce(sum(change_squared), 0) as "changeSquared", coalesce(sum(before), 0) as before, sum(checked) as checked,
    sum(percent) as "checkedBefore"
  from counted join attributed using (person_key) where kind = '${kind}'
  group by ${ATTRIBUTES}, track, skill`,
  };
}

export const SKILL_CHANGE: Population = skillChange('skill_change', 'human');
export const SKILL_CHANGE_OF_AGENTS: Population = skillChange('skill_change_of_agents', 'agent');
