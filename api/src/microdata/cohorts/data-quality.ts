import type { Population } from './population.js';

/** Rows of a person that count at most, in each column or file, and over all of them. */
const MOST = 3;

/** The rows of a file with a day within the period, as known: `person_key` and the columns that are looked at. */
const inPeriod = (file: string, key: string, day: string, columns: readonly string[]): string => `
  ${file}_known as (
    select distinct on (${key}) person_key, ${columns.join(', ')}, gone from microdata.${file}
    where load_no <= $1 and ${day} between $4 and $2 order by ${key}, load_no desc
  )`;

const STEPS = [
  `part_version as (
    select distinct on (relationship_key, track_id, person_key, role, started_on) relationship_key, track_id, person_key, role,
      started_on, ended_on, end_reason, formation, rationale_recorded, goals_agreed, baseline_taken, gone
    from microdata.participations where load_no <= $1
    order by relationship_key, track_id, person_key, role, started_on, load_no desc
  ),
  part as (select * from part_version where not gone and role = 'mentee' and started_on <= $2 and (ended_on is null or ended_on >= $4)),
  rollup_version as materialized (
    select distinct on (relationship_key, month) relationship_key, month, held_count, timed_count,
      guidance_answer + guidance_question + guidance_debrief as guided, situation_real + situation_generic as situated
    from microdata.session_rollup where load_no <= $1 and month between $4 and $2 order by relationship_key, month, load_no desc
  ),
  held as (
    select relationship_key, sum(held_count)::float8 as held, sum(timed_count) as timed, sum(guided) as guided, sum(situated) as situated
    from rollup_version group by relationship_key having sum(held_count) > 0
  ),
  met as (
    select distinct r.person_key, r.relationship_key, held, timed, guided, situated
    from held join relationship_row r using (relationship_key)
    where r.role = 'mentee' and (r.ended_on is null or r.ended_on >= $4)
  )`,
  inPeriod('skill_checks', 'person_key, track_id, skill, phase, taken_on, assessor', 'taken_on', ['score']),
  inPeriod('feedback', 'person_key, item, answered_on, track_id', 'answered_on', ['answer']),
  inPeriod('exit_interviews', 'person_key, held_on', 'held_on', ['themes', 'would_recommend']),
  inPeriod('requests', 'request_key', 'asked_on', ['outcome', 'allocation']),
].join(', ');

/** By column of the dictionary: where its rows are, and how far each row says it, from 0 to 1. */
const COLUMNS: Readonly<Record<string, readonly [rows: string, filled: string]>> = {
  'people.team': ['eligible', `(team <> '(not said)')::int`],
  'people.level': ['eligible', `(level <> '(not said)')::int`],
  'people.location': ['eligible', `(location <> '(not said)')::int`],
  'people.hired_on': ['eligible', `(tenure <> '(not said)')::int`],
  'participations.started_on': [
    `(select * from part_version where not gone and role = 'mentee' and (ended_on is null or ended_on >= $4)) p`,
    `(started_on > '-infinity')::int`,
  ],
  'participations.end_reason': ['(select * from part where ended_on <= $2) p', '(end_reason is not null)::int'],
  'participations.formation': ['part', '(formation is not null)::int'],
  'participations.rationale_recorded': ['part', '(rationale_recorded is not null)::int'],
  'participations.goals_agreed': ['part', '(goals_agreed is not null)::int'],
  'participations.baseline_taken': ['part', '(baseline_taken is not null)::int'],
  'sessions.minutes': ['met', 'timed / held'],
  'sessions.guidance': ['met', 'guided / held'],
  'sessions.situation': ['met', 'situated / held'],
  'requests.outcome': ['(select * from requests_known where not gone) r', '(outcome is not null)::int'],
  'requests.allocation': ['(select * from requests_known where not gone) r', '(allocation is not null)::int'],
  'skill_checks.score': ['(select * from skill_checks_known where not gone) c', '(score is not null)::int'],
  'feedback.answer': ['(select * from feedback_known where not gone) f', '(answer is not null)::int'],
  'exit_interviews.themes': ['(select * from exit_interviews_known where not gone) x', '(themes is not null)::int'],
  'exit_interviews.would_recommend': [
    '(select * from exit_interviews_known where not gone) x',
    '(would_recommend is not null)::int',
  ],
};

const LOOKED_AT = Object.entries(COLUMNS)
  .map(([column, [rows, filled]]) => `select person_key, '${column}' as place, (${filled})::float8 as complete from ${rows}`)
  .join(' union all ');

/** Sums of rows by how complete each is, no person with more than three in a group. */
const weighed = (group: string): string => `
  weighed as (
    select *, least(1, ${MOST}.0 / count(*) over (partition by person_key${group})) as weight from looked_at
  )`;
const SUMS = `sum(weight * complete) as complete, sum(weight * (1 - complete)) as incomplete`;
const NOWHERE = `null as team, null as level, null as location, null as tenure, array[]::text[] as special`;

/** How far the columns that measures rest on are filled, in rows of the period about people who are known. */
const coverage = (column?: 'data_column'): Population => ({
  key: column ? 'coverage_by_column' : 'coverage',
  gives: 'tally',
  files: ['people'],
  secret: column ? [column] : [],
  sql: `${STEPS},
  looked_at as (select l.* from (${LOOKED_AT}) l join attributed using (person_key) where kind = 'human'),
  ${weighed(column ? ', place' : '')}
  select ${NOWHERE}${column ? `, place as ${column}` : ''}, ${SUMS} from weighed ${column ? 'group by place' : ''}`,
});

/** Files that name a person, and those that name a relationship, by whose keys a row may wait. */
const OF_PEOPLE: Readonly<Record<string, readonly [key: string, track: string]>> = {
  participations: ['relationship_key, track_id, person_key, role, started_on', 'track_id'],
  requests: ['request_key', 'track_id'],
  skill_checks: ['person_key, track_id, skill, phase, taken_on, assessor', 'track_id'],
  progressions: ['person_key, occurred_on, kind, from_rank, to_rank', `''`],
  exit_interviews: ['person_key, held_on', 'track_id'],
  feedback: ['person_key, item, answered_on, track_id', 'track_id'],
  mentor_development: ['person_key, topic, completed_on', `''`],
  skills: ['person_key, skill, assessed_on', `''`],
};
const OF_RELATIONSHIPS: Readonly<Record<string, string>> = {
  session_rollup: 'relationship_key, month',
  reviews: 'relationship_key, reviewed_on',
  escalations: 'escalation_key',
};

const latest = (file: string, key: string, columns: string): string => `
  select distinct on (${key}) ${columns} from microdata.${file} where load_no <= $1 order by ${key}, load_no desc`;

const PENDING = [
  ...Object.entries(OF_PEOPLE).map(
    ([file, [key, track]]) => `
    select '${file}' as place, r.person_key::text as unit,
      (p.person_key is not null and (coalesce(track, '') = '' or track = any($5::text[])))::int as complete
    from (${latest(file, key, `person_key, ${track} as track, gone`)}) r left join known_person p using (person_key) where not r.gone`,
  ),
  ...Object.entries(OF_RELATIONSHIPS).map(
    ([file, key]) => `
    select '${file === 'session_rollup' ? 'sessions' : file}' as place, coalesce(b.person_key::text, r.relationship_key::text) as unit,
      (b.relationship_key is not null)::int as complete
    from (${latest(file, key, `relationship_key, ${file === 'session_rollup' ? 'false as gone' : 'gone'}`)}) r
      left join busiest b using (relationship_key) where not r.gone`,
  ),
].join(' union all ');

/**
 * Rows by whether everything is known that they speak of. A row of a relationship counts as one of whoever of its people
 * is in most relationships; one whose relationship is not known counts by itself. Sessions count by month. Who is known only
 * from a later day on is known: a row waits for the other file, not for a day.
 */
const pending = (file?: 'data_file'): Population => ({
  key: file ? 'pending_by_file' : 'pending',
  gives: 'tally',
  files: ['people'],
  secret: file ? [file] : [],
  sql: `person_version as (
    select distinct on (person_key, effective_from) person_key, gone
    from microdata.people where load_no <= $1 order by person_key, effective_from, load_no desc
  ),
  known_person as (select distinct person_key from person_version where not gone),
  member as (select distinct relationship_key, person_key from microdata.participations where load_no <= $1),
  breadth as (select person_key, count(*) as relationships from member group by person_key),
  busiest as (
    select distinct on (relationship_key) relationship_key, person_key
    from member join breadth using (person_key) order by relationship_key, relationships desc, person_key
  ),
  waiting as (${PENDING}),
  weighed as (select *, least(1, ${MOST}.0 / count(*) over (partition by unit${file ? ', place' : ''})) as weight from waiting)
  select ${NOWHERE}${file ? `, place as ${file}` : ''}, ${SUMS} from weighed ${file ? 'group by place' : ''}`,
});

/** Eligible people by whether a declared characteristic is known of them: said, and with consent. */
const characteristics = (column?: 'characteristic'): Population => ({
  key: column ? 'known_by_characteristic' : 'known_characteristics',
  gives: 'tally',
  files: ['people'],
  secret: column ? [column] : [],
  sql: `declared as (select name, place from unnest($3::text[]) with ordinality as d(name, place)),
  looked_at as (
    select person_key, ${column ? 'name as place, (special[place] is not null)::int' : 'avg((special[place] is not null)::int)'} as complete
    from eligible cross join declared ${column ? '' : 'group by person_key'}
  )
  select ${NOWHERE}${column ? `, place as ${column}` : ''}, sum(complete) as complete, sum(1 - complete) as incomplete
  from looked_at ${column ? 'group by place' : ''}`,
});

export const DATA_QUALITY: readonly Population[] = [
  coverage(),
  coverage('data_column'),
  pending(),
  pending('data_file'),
  characteristics(),
  characteristics('characteristic'),
];
