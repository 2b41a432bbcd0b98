import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { weighRows } from './relationships.js';

/** By name of the case: the roll-up's column. The rest of each set, nothing said, is what is left of the held sessions. */
const SETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  modeNotSaid: {
    meeting: 'mode_meeting',
    twoAtOneScreen: 'mode_pairing',
    codeReview: 'mode_code_review',
    designReview: 'mode_design_review',
    inWriting: 'mode_async',
    inGroup: 'mode_group',
  },
  ritualNotSaid: { noRitual: 'ritual_none', retro: 'ritual_retro', huddle: 'ritual_huddle', review: 'ritual_review' },
  situationNotSaid: { real: 'situation_real', generic: 'situation_generic' },
};
const COLUMNS = Object.values(SETS).flatMap((set) => Object.values(set));

/** The weight of a row, shared among the cases in the proportion of its held sessions. */
const shared = (sessions: string): string => `coalesce(sum(weight * (${sessions}) / nullif(held, 0)), 0)`;

const PARTS = Object.entries(SETS).flatMap(([rest, set]) => [
  ...Object.entries(set).map(([name, column]) => `${shared(column)} as "${name}"`),
  `${shared(`held - ${Object.values(set).join(' - ')}`)} as "${rest}"`,
]);

/**
 * What kind of sessions relationships had within the period: a row for every mentee in one with any session, at most three
 * a person, its weight shared among the kinds. So a pair that meets often says no more than one that meets seldom.
 */
export const SESSION_MIX: Population = {
  key: 'session_mix',
  gives: 'tally',
  files: ['participations', 'sessions'],
  secret: ['track'],
  sql: `rollup_known as materialized (
    select distinct on (relationship_key, month) relationship_key, held_count, planned_count, ${COLUMNS.join(', ')}
    from microdata.session_rollup where load_no <= $1 and month between $4 and $2
    order by relationship_key, month, load_no desc
  ),
  mix as (
    select relationship_key, sum(held_count)::numeric as held, sum(planned_count)::numeric as planned,
      ${COLUMNS.map((column) => `sum(${column})::numeric as ${column}`).join(', ')}
    from rollup_known group by relationship_key having sum(held_count) + sum(planned_count) > 0
  ),
  met as (
    select distinct r.relationship_key, r.track_id, r.person_key
    from relationship_row r join mix using (relationship_key)
    where r.role = 'mentee' and (r.ended_on is null or r.ended_on >= $4)
  ),
  ${weighRows('met', 3)}
  select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors, ${PARTS.join(', ')},
    sum(weight * held / (held + planned)) as "held", sum(weight * planned / (held + planned)) as "planned"
  from weighed join mix using (relationship_key) join attributed using (person_key)
  where kind = 'human' group by ${ATTRIBUTES}, track_id`,
};
