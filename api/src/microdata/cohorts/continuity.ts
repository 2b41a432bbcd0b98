import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { weighRows } from './relationships.js';
import { HOLDERS } from './skills-held.js';

/** Days within which a new relationship has to begin. */
const DAYS = 30;

/**
 * Relationships that a reorganisation ended, a row for every mentee, at most three a person, by whether the mentee began
 * another within thirty days. Those count whose thirtieth day lies in the period: of later ones nobody knows yet.
 */
const REORGANISED: Population = {
  key: 'reorganised',
  gives: 'tally',
  files: ['participations'],
  secret: ['track'],
  sql: `reorganised as (
    select distinct relationship_key, track_id, person_key, ended_on
    from relationship_row
    where role = 'mentee' and end_reason = 'reorganised' and ended_on between $4::date - ${DAYS} and $2::date - ${DAYS}
  ),
  begun as (
    select distinct o.relationship_key, o.person_key, o.ended_on, true as continued
    from reorganised o join relationship_row n using (person_key)
    where n.role = 'mentee' and n.relationship_key <> o.relationship_key and n.started_on between o.ended_on and o.ended_on + ${DAYS}
  ),
  ${weighRows('reorganised', 3)}
  select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors,
    sum(weight) filter (where continued) as kept, sum(weight) filter (where continued is null) as lost
  from weighed left join begun using (relationship_key, person_key, ended_on) join attributed using (person_key)
  where kind = 'human' group by ${ATTRIBUTES}, track_id`,
};

/**
 * Skills that people who left within the period had held, by whether at least two others hold them on its last day. A skill
 * weighs 1 ÷ the most such skills of any of its people, so that nobody moves the sum by more than one.
 *
 * @param place by which the organisation falls apart; nothing where it is one whole.
 */
const leaversSkills = (place?: 'location'): Population => {
  const where = place ? `, ${place}` : '';
  return {
    key: place ? 'leavers_skills_by_location' : 'leavers_skills',
    gives: 'tally',
    files: ['people', 'skills'],
    secret: [],
    sql: `${HOLDERS},
  leaver as (
    select person_key, location from attributed where kind = 'human' and left_on between $4 and $2
  ),
  left_behind as (select skill${where}, count(*) as leavers from holder join leaver using (person_key) group by skill${where}),
  concerned as (
    select person_key, skill${where}, false as stays from holder join leaver using (person_key)
    union all
    select person_key, skill${where}, true from holder join eligible using (person_key) join left_behind using (skill${where})
  ),
  breadth as (select person_key, count(*) as skills from concerned group by person_key),
  rest as (
    select skill${where}, count(*) filter (where stays) >= 2 as kept, 1.0 / max(skills) as weight
    from concerned join breadth using (person_key) group by skill${where}
  ),
  people_gone as (select ${place ?? 'null::text as none'}, count(distinct person_key) as leavers
    from holder join leaver using (person_key) ${place ? `group by ${place}` : ''})
  select null as team, null as level, ${place ?? 'null as location'}, null as tenure, array[]::text[] as special,
    0 as leavers, sum(weight) filter (where kept) as kept, sum(weight) filter (where not kept) as lost
  from rest ${place ? `group by ${place}` : ''}
  union all
  select null, null, ${place ?? 'null'}, null, array[]::text[], leavers, 0, 0 from people_gone`,
  };
};

export const CONTINUITY: readonly Population[] = [REORGANISED, leaversSkills(), leaversSkills('location')];
