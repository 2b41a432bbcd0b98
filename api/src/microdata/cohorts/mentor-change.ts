import { beginners } from './beginners.js';
import { skillChecks } from './checks.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { RAISES } from './steps.js';

/** Mentors to their first step up after they began to mentor. */
const MENTOR_PROGRESSION: Population = beginners({
  key: 'mentor_progression',
  role: 'mentor',
  points: [6, 12, 24],
  event: RAISES,
});

/** Skills of mentors before and after, in tracks in which they mentor; a person once in every table, by the mean. */
const MENTOR_SKILLS: Population = {
  key: 'mentor_skills',
  gives: 'tally',
  files: ['skill_checks', 'participations'],
  secret: ['track'],
  sql: `${skillChecks('mentor')},
  one as (
    select person_key, case when by_track then track_id end as track, avg(change) as change
    from skill_pair cross join (values (false), (true)) as split (by_track) where track_id <> ''
    group by person_key, by_track, 2
  )
  select ${ATTRIBUTES}, track, count(*) as pairs, sum(change) as change, sum(change * change) as "changeSquared"
  from one join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track`,
};

/** What mentors have learned, and who mentors whom and from when to when. */
const LEARNED = `
  learned_known as (
    select distinct on (person_key, topic, completed_on) person_key, topic, completed_on, kind, score, max_score, gone
    from microdata.mentor_development where load_no <= $1 and completed_on <= $2
    order by person_key, topic, completed_on, load_no desc
  ),
  learned as (select * from learned_known where not gone),
  pairing as (
    select m.person_key as mentor_key, r.person_key as mentee_key, r.relationship_key, r.track_id,
      greatest(r.started_on, m.started_on) as started_on,
      least(coalesce(r.ended_on, 'infinity'), coalesce(m.ended_on, 'infinity')) as ended_on
    from relationship_row r join relationship_row m using (relationship_key)
    where r.role = 'mentee' and m.role = 'mentor' and m.person_key <> r.person_key
  )`;

/** Answers to pulses from some day on, of each person, item and track on a day as known at the load. */
const answersSince = (day: string): string => `
  answer_known as (
    select distinct on (person_key, item, answered_on, track_id) person_key, item, answered_on, track_id, answer, gone
    from microdata.feedback where load_no <= $1 and answered_on >= ${day} and answered_on <= $2
    order by person_key, item, answered_on, track_id, load_no desc
  ),
  answer as (select * from answer_known where not gone and answer is not null)`;

/**
 * The last select over `one` (mentor_key, value), where `behind` (mentor_key, mentee_key) says whose records stand behind a
 * mentor's. A mentor weighs one, less where a mentee stands behind several; the mentees behind are counted beside.
 */
const WEIGHED_MENTORS = `
  of_mentee as (select mentee_key, count(*) as n from behind group by mentee_key),
  weighed as (
    select one.mentor_key, one.value, 1.0 / max(m.n) as weight, sum(1.0 / m.n) as mentees
    from one join behind using (mentor_key) join of_mentee m using (mentee_key) group by one.mentor_key, one.value
  )
  select ${ATTRIBUTES}, sum(weight) as mentors, sum(weight * value) as total, sum(weight * value * value) as "totalSquared",
    sum(mentees) as mentees
  from weighed join attributed on person_key = mentor_key where kind = 'human' group by ${ATTRIBUTES}`;

/** Within the last year: what mentors say of themselves, minus how their mentees judge the feedback; both from 0 to 100. */
const MENTOR_SELF_VIEW: Population = {
  key: 'mentor_self_view',
  gives: 'tally',
  files: ['mentor_development', 'feedback', 'participations'],
  secret: [],
  sql: `${LEARNED}, ${answersSince(`$2::date - interval '1 year' + interval '1 day'`)},
  self_known as (
    select distinct on (person_key, topic) person_key, 100 * score / max_score as score from learned
    where kind = 'self_assessment' and score is not null and max_score > 0 and completed_on > $2::date - interval '1 year'
    order by person_key, topic, completed_on desc
  ),
  self as (select person_key as mentor_key, avg(least(100, greatest(0, score))) as score from self_known group by person_key),
  told as (
    select p.mentor_key, p.mentee_key, avg(25 * (a.answer - 1)) as score
    from pairing p join answer a on a.person_key = p.mentee_key and a.item = 'feedback_quality'
      and a.answered_on >= p.started_on and a.answered_on <= p.ended_on and (a.track_id = '' or a.track_id = p.track_id)
    group by p.mentor_key, p.mentee_key
  ),
  one as (
    select mentor_key, least(50, greatest(-50, self.score - avg(told.score))) as value
    from self join told using (mentor_key) group by mentor_key, self.score
  ),
  behind as (select mentor_key, mentee_key from told join self using (mentor_key)),
  ${WEIGHED_MENTORS}`,
};

/**
 * The level of guidance (answering 0, asking 1, looking back 2) over the sessions of a mentor in the twelve months after the
 * month of the first training, minus that of the twelve months before; trainings of the last two years.
 */
const MENTOR_GUIDANCE: Population = {
  key: 'mentor_guidance',
  gives: 'tally',
  files: ['mentor_development', 'sessions', 'participations'],
  secret: [],
  sql: `${LEARNED},
  trained as (
    select person_key as mentor_key, date_trunc('month', min(completed_on)) as trained_in
    from learned where kind = 'training' group by person_key having min(completed_on) > $2::date - interval '2 years'
  ),
  rollup_known as materialized (
    select distinct on (relationship_key, month) relationship_key, month,
      (guidance_answer + guidance_question + guidance_debrief)::numeric as n, (guidance_question + 2 * guidance_debrief)::numeric as y
    from microdata.session_rollup where load_no <= $1 and month > $2::date - interval '37 months' and month <= $2
    order by relationship_key, month, load_no desc
  ),
  led as (
    select mentor_key, relationship_key, min(started_on) as started_on, max(ended_on) as ended_on
    from pairing join trained using (mentor_key) group by mentor_key, relationship_key
  ),
  guided as (
    select t.mentor_key, l.relationship_key, r.month > t.trained_in as after, r.n, r.y
    from trained t join led l using (mentor_key) join rollup_known r using (relationship_key)
    where r.n > 0 and r.month <> t.trained_in and r.month >= t.trained_in - interval '12 months'
      and r.month <= t.trained_in + interval '12 months' and r.month >= date_trunc('month', l.started_on) and r.month <= l.ended_on
  ),
  level as (
    select mentor_key, sum(y) filter (where after) / sum(n) filter (where after) as since,
      sum(y) filter (where not after) / sum(n) filter (where not after) as until
    from guided group by mentor_key
  ),
  one as (select mentor_key, least(1, greatest(-1, since - until)) as value from level where since is not null and until is not null),
  behind as (
    select distinct p.mentor_key, p.mentee_key
    from pairing p join guided g on g.mentor_key = p.mentor_key and g.relationship_key = p.relationship_key
      join one on one.mentor_key = p.mentor_key
  ),
  ${WEIGHED_MENTORS}`,
};

/**
 * Answers of the period by mentees, whose mentors had a training before it began, or had none: of each item the latest, of
 * each person the mean. At most three mentees of one mentor count.
 */
const PULSE_BY_TRAINING: Population = {
  key: 'pulse_by_training',
  gives: 'tally',
  files: ['mentor_development', 'feedback', 'participations'],
  secret: [],
  sql: `${LEARNED}, ${answersSince('$4')},
  latest as (
    select distinct on (person_key, item) person_key, item, answer from answer order by person_key, item, answered_on desc, track_id
  ),
  answered as (select person_key as mentee_key, avg(answer) as value from latest group by person_key),
  trained as (select distinct person_key as mentor_key from learned where kind = 'training' and completed_on < $4),
  behind as (
    select distinct p.mentor_key, p.mentee_key, t.mentor_key is not null as trained
    from pairing p join answered using (mentee_key) left join trained t on t.mentor_key = p.mentor_key
    where p.ended_on >= $4
  ),
  of_mentor as (select mentor_key, count(*) as n from behind group by mentor_key),
  weighed as (
    select b.mentee_key, a.value, bool_or(b.trained) as trained, least(1, 3.0 / max(m.n)) as weight, sum(1.0 / m.n) as mentors
    from behind b join answered a using (mentee_key) join of_mentor m using (mentor_key) group by b.mentee_key, a.value
  )
  select ${ATTRIBUTES},
    ${['trained', 'untrained']
      .map((name) => {
        const when = `filter (where ${name === 'trained' ? 'trained' : 'not trained'})`;
        return `coalesce(sum(weight) ${when}, 0) as ${name}, coalesce(sum(weight * value) ${when}, 0) as "${name}Answers",
        coalesce(sum(weight * value * value) ${when}, 0) as "${name}AnswersSquared", coalesce(sum(mentors) ${when}, 0) as "${name}Mentors"`;
      })
      .join(', ')}
  from weighed join attributed on person_key = mentee_key where kind = 'human' group by ${ATTRIBUTES}`,
};

export const MENTOR_CHANGE: readonly Population[] = [
  MENTOR_GUIDANCE,
  MENTOR_PROGRESSION,
  MENTOR_SELF_VIEW,
  MENTOR_SKILLS,
  PULSE_BY_TRAINING,
];
