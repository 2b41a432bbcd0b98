import type { Population } from './population.js';

/** The columns of a row that is a team: it has a place in the tree, and no other attribute. */
export const TEAM = `team, null as level, null as location, null as tenure, array[]::text[] as special`;

/** `sprint_known`: every team's sprints as they are known. A sprint belongs to the period in which it ends. */
export const SPRINTS = `
  sprint_version as (
    select distinct on (team, sprint) team, sprint, ends_on, capacity_hours, committed_points, completed_points,
      mentoring_allocation_hours, gone
    from microdata.delivery where load_no <= $1 order by team, sprint, load_no desc
  ),
  sprint_known as (select * from sprint_version where not gone and ends_on is not null)`;

/** `ancestor (team, node)`: every team that eligible people are in, under itself and each team above it. */
export const ANCESTORS = `
  said_team as (select distinct team from eligible),
  ancestor as (
    select team, array_to_string((string_to_array(team, '/'))[1:depth], '/') as node
    from said_team cross join lateral generate_series(1, cardinality(string_to_array(team, '/'))) as depth
  )`;

/** `values` as SQL: their number, sum and sum of squares, over the rows of which it is said. */
export const summed = (name: string, value: string, where = `${value} is not null`): string => `
  count(*) filter (where ${where}) as "${name}", coalesce(sum(${value}) filter (where ${where}), 0) as "${name}Sum",
  coalesce(sum(${value} * ${value}) filter (where ${where}), 0) as "${name}Squares"`;

/** Within the public range; what is not known stays so (`least` and `greatest` alone would pass over it). */
const clipped = (value: string, low: number, high: number): string =>
  `case when (${value}) is not null then least(${high}, greatest(${low}, ${value})) end`;

const ratioWithin = (from: string, to: string): string => `
  avg(least(2, completed_points / committed_points)) filter (where ends_on between ${from} and ${to} and committed_points > 0 and completed_points is not null)`;

/**
 * Completed ÷ committed points of each team, the mean of the period's sprints, and its change against the same quarter a
 * year before, by whether at least five of the team's people are mentees.
 */
const DELIVERY: Population = {
  key: 'delivery',
  gives: 'tally',
  files: ['delivery', 'participations'],
  secret: [],
  sql: `${SPRINTS}, ${ANCESTORS},
  mentee as (select distinct person_key from relationship_row where role = 'mentee' and (ended_on is null or ended_on >= $4)),
  mentees_of as (
    select node as team, count(*) as mentees
    from mentee join eligible using (person_key) join ancestor using (team) group by node
  ),
  reliability as (
    select team, ${ratioWithin('$4', '$2')} as now,
      ${ratioWithin(`$4::date - interval '1 year'`, `$2::date - interval '1 year'`)} as before
    from sprint_known group by team
  ),
  changed as (
    select team, (${clipped('now', 0.4, 1.2)})::float8 as ratio, (${clipped('now - before', -0.3, 0.3)})::float8 as change,
      coalesce(mentees, 0) >= 5 as mentored
    from reliability left join mentees_of using (team) where now is not null
  )
  select ${TEAM}, ${summed('teams', 'change')}, ${summed('ratios', 'ratio', 'change is not null')},
    ${summed('mentored', 'change', 'change is not null and mentored')},
    ${summed('others', 'change', 'change is not null and not mentored')}
  from changed group by team`,
};

const shareOf = (part: string, whole: string): string =>
  clipped(
    `sum(${part}) filter (where ${whole} is not null)::float8 / nullif(sum(${whole}) filter (where ${part} is not null), 0)`,
    0,
    1,
  );

/** How far mentoring is in the daily work of each team, over the period's sprints; the dates are those of delivery. */
const PRACTICE: Population = {
  key: 'practice_uptake',
  gives: 'tally',
  files: ['practice', 'delivery'],
  secret: [],
  sql: `${SPRINTS},
  practice_version as (
    select distinct on (team, sprint) * from microdata.practice where load_no <= $1 order by team, sprint, load_no desc
  ),
  uptake as (
    select p.team, ${shareOf('with_mentoring_sections', 'pull_requests')} as sections,
      ${shareOf('plans_with_mentoring', 'plans')} as plans, ${shareOf('items_accepted', 'walkthrough_items')} as accepted,
      ${shareOf('items_in_time_box', 'walkthrough_items')} as boxed
    from practice_version p join sprint_known s using (team, sprint)
    where not p.gone and s.ends_on between $4 and $2 group by p.team
  )
  select ${TEAM}, ${summed('sections', 'sections')}, ${summed('plans', 'plans')},
    ${summed('accepted', 'accepted', 'accepted is not null and boxed is not null')},
    ${summed('boxed', 'boxed', 'accepted is not null and boxed is not null')}
  from uptake group by team`,
};

/** Sessions of whole teams within the period: three goals named, goals in the next sprint, goals looked at again. */
const TEAM_SESSIONS: Population = {
  key: 'team_mentoring',
  gives: 'tally',
  files: ['team_sessions'],
  secret: [],
  sql: `session_version as (
    select distinct on (team, held_on) * from microdata.team_sessions where load_no <= $1 and held_on between $4 and $2
    order by team, held_on, load_no desc
  ),
  goals as (
    select team, avg(case when goals_named >= 3 then 1 else 0 end)::float8 as three,
      ${shareOf('goals_in_next_sprint', 'goals_named')} as taken, ${shareOf('goals_retested', 'goals_named')} as retested
    from session_version where not gone and goals_named is not null group by team
  )
  select ${TEAM}, ${summed('three', 'three')},
    ${summed('taken', 'taken', 'taken is not null and retested is not null')},
    ${summed('retested', 'retested', 'taken is not null and retested is not null')}
  from goals group by team`,
};

/** The most hours of one person that count, in a quarter. */
const MOST_HOURS = 60;

/** What mentoring costs each team: hours agreed and held, and points, for each hour that the team could work. */
const CAPACITY: Population = {
  key: 'capacity',
  gives: 'tally',
  files: ['delivery', 'participations', 'sessions'],
  secret: [],
  sql: `${SPRINTS}, ${ANCESTORS},
  rollup_known as materialized (
    select distinct on (relationship_key, month) relationship_key, month, minutes
    from microdata.session_rollup where load_no <= $1 and month between $4 and $2 order by relationship_key, month, load_no desc
  ),
  held as (select relationship_key, sum(minutes)::float8 / 60 as hours from rollup_known group by relationship_key),
  member as (
    select distinct relationship_key, person_key from relationship_row where ended_on is null or ended_on >= $4
  ),
  person_hours as (
    select person_key, least(${MOST_HOURS}, sum(hours)) as hours from member join held using (relationship_key) group by person_key
  ),
  used_by as (
    select node as team, sum(hours) as hours
    from person_hours join eligible using (person_key) join ancestor using (team) group by node
  ),
  worked as (
    select team, sum(capacity_hours)::float8 as hours, coalesce(sum(mentoring_allocation_hours), 0)::float8 as allocated,
      coalesce(sum(completed_points), 0)::float8 as points
    from sprint_known where ends_on between $4 and $2 and capacity_hours > 0 group by team
  ),
  cost as (
    select team, ${clipped('allocated / w.hours', 0, 0.2)} as agreed, ${clipped('coalesce(u.hours, 0) / w.hours', 0, 0.2)} as used,
      ${clipped('points / w.hours', 0, 0.5)} as gross,
      ${clipped('points / greatest(w.hours - coalesce(u.hours, 0), w.hours / 2)', 0, 0.5)} as net
    from worked w left join used_by u using (team)
  )
  select ${TEAM}, ${['agreed', 'used', 'gross', 'net'].map((name) => summed(name, name)).join(', ')} from cost group by team`,
};

export const TEAMS: readonly Population[] = [DELIVERY, PRACTICE, TEAM_SESSIONS, CAPACITY];
