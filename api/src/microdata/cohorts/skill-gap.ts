import type { Population } from './population.js';
import { HOLDERS } from './skills-held.js';
import { ANCESTORS, summed, TEAM } from './teams.js';

/** What a team needs, by skill: targets of the roadmap that had not passed when the period began. */
const TARGETS = `
  target_version as (
    select distinct on (team, skill) team, skill, needed_level, needed_people, needed_by, gone
    from microdata.skill_targets where load_no <= $1 order by team, skill, load_no desc
  ),
  target as (
    select * from target_version
    where not gone and needed_people > 0 and needed_level is not null and (needed_by is null or needed_by >= $4)
  )`;

/** `learner`: who on the period's last day is a mentee in a track that builds a skill, and when they have had its time. */
const LEARNERS = `
  track_version as (
    select distinct on (track_id) track_id, capability, purpose, practice, gone
    from tracks.track where load_no <= $1 order by track_id, load_no desc
  ),
  learner as (
    select r.person_key, t.capability as skill, bool_or(t.purpose = 'legacy') as legacy,
      min(r.started_on + case when t.practice = 'coaching' then interval '3 months' else interval '6 months' end) as ready_on
    from relationship_row r join track_version t using (track_id)
    where r.role = 'mentee' and (r.ended_on is null or r.ended_on >= $2) and not t.gone and t.capability is not null
    group by r.person_key, t.capability
  )`;

/** The most people of a team that count in one figure. */
const MOST = 10;

const NEEDS = `${ANCESTORS}, ${HOLDERS}, ${TARGETS}, ${LEARNERS},
  below as (select person_key, node as team from eligible join ancestor using (team)),
  has as (
    select t.team, t.skill, b.person_key from target t join below b using (team) join assessed a using (person_key, skill)
    where a.skill_level >= t.needed_level
  ),
  present_in as (select team, skill, count(*) as present from has group by team, skill),
  learns as (
    select t.team, t.skill, count(*) as learning, count(*) filter (where l.ready_on <= t.needed_by) as ready
    from target t join below b using (team) join learner l using (person_key, skill) left join has h using (team, skill, person_key)
    where h.person_key is null group by t.team, t.skill
  ),
  need as (
    select t.team, t.skill, least(${MOST}, t.needed_people)::float8 as needed, least(${MOST}, coalesce(present, 0))::float8 as present,
      least(${MOST}, coalesce(learning, 0))::float8 as learning,
      least(${MOST}, greatest(0, t.needed_people - coalesce(present, 0)))::float8 as missing,
      case when coalesce(present, 0) >= t.needed_people then 'met'
        when coalesce(present, 0) + coalesce(ready, 0) >= t.needed_people then 'closing' else 'open' end as gap
    from target t left join present_in using (team, skill) left join learns using (team, skill)
  )`;

const FIGURES = `${['needed', 'present', 'learning', 'missing'].map((name) => summed(name, name)).join(', ')},
  count(*) filter (where gap = 'met') as met, count(*) filter (where gap = 'closing') as closing,
  count(*) filter (where gap = 'open') as "open"`;

/** Teams, each by the mean of what it needs over its skills; its gap is met when all are, open when any is. */
const BY_TEAM: Population = {
  key: 'skill_gap',
  gives: 'tally',
  files: ['skill_targets', 'skills', 'participations', 'tracks'],
  secret: [],
  sql: `${NEEDS},
  of_team as (
    select team, avg(needed) as needed, avg(present) as present, avg(learning) as learning, avg(missing) as missing,
      case when bool_and(gap = 'met') then 'met' when bool_or(gap = 'open') then 'open' else 'closing' end as gap
    from need group by team
  )
  select ${TEAM}, ${FIGURES} from of_team group by team`,
};

const BY_SKILL: Population = {
  ...BY_TEAM,
  key: 'skill_gap_by_skill',
  secret: ['skill'],
  sql: `${NEEDS} select ${TEAM}, skill, ${FIGURES} from need group by team, skill`,
};

/** Skills of one kind, weighed so that nobody moves their sum by more than three: 3 ÷ the most of them of any of their people. */
const weighSkills = (kind: string, people: string): string => `
  ${kind}_breadth as (select person_key, count(*) as skills from ${people} group by person_key),
  ${kind}_weight as (
    select skill, count(*) as people, least(1, 3.0 / max(skills)) as weight
    from ${people} join ${kind}_breadth using (person_key) group by skill
  )`;

/** Skills that the roadmap needs, by how many hold them, and skills of legacy tracks, by how many learn them. */
const SKILLS: Population = {
  key: 'skills_needed',
  gives: 'tally',
  files: ['skill_targets', 'skills', 'participations', 'tracks'],
  secret: [],
  sql: `${HOLDERS}, ${TARGETS}, ${LEARNERS},
  wanted as (select distinct skill from target),
  held_by as (select person_key, skill from holder join wanted using (skill) join eligible using (person_key)),
  learned_by as (select person_key, skill from learner join eligible using (person_key) where legacy),
  legacy as (
    select distinct capability as skill from track_version
    where not gone and purpose = 'legacy' and capability is not null and track_id = any($5::text[])
  ),
  ${weighSkills('held', 'held_by')}, ${weighSkills('learned', 'learned_by')},
  rests as (select skill, coalesce(people, 0) as people, coalesce(weight, 1) as weight from wanted left join held_weight using (skill)),
  taught as (select skill, coalesce(people, 0) as people, coalesce(weight, 1) as weight from legacy left join learned_weight using (skill))
  select null as team, null as level, null as location, null as tenure, array[]::text[] as special,
    (select count(distinct person_key) from held_by) as holders,
    (select coalesce(sum(weight) filter (where people <= 2), 0) from rests) as "restsOnTwo",
    (select coalesce(sum(weight) filter (where people > 2), 0) from rests) as "restsOnMore",
    (select coalesce(sum(weight) filter (where people >= 2), 0) from taught) as "learnedByTwo",
    (select coalesce(sum(weight) filter (where people < 2), 0) from taught) as "learnedByFewer"`,
};

export const SKILL_GAP: readonly Population[] = [BY_TEAM, BY_SKILL, SKILLS];
