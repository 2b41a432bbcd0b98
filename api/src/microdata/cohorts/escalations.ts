import { onGrid } from './grid.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { weighRows } from './relationships.js';

/** Escalations that were raised within the period about a relationship that is known, as they stood on its last day. */
const RAISED = `
  escalation_known as (
    select distinct on (escalation_key) escalation_key, relationship_key, raised_on, resolved_on, kind, outcome, gone
    from microdata.escalations where load_no <= $1 order by escalation_key, load_no desc
  ),
  escalation as (
    select escalation_key, relationship_key, raised_on, kind, case when resolved_on <= $2 then resolved_on end as resolved_on,
      case when resolved_on <= $2 then outcome end as outcome
    from escalation_known where not gone and raised_on between $4 and $2
  )`;

/** A row for every mentee in a relationship on at least one day of the period. */
const RUNNING = `
  running as (
    select distinct relationship_key, track_id, person_key
    from relationship_row where role = 'mentee' and (ended_on is null or ended_on >= $4)
  )`;

const ESCALATED = `sum(weight) filter (where escalated) as "escalated", sum(weight) filter (where not escalated) as "notEscalated"`;

/** Running relationships, by whether any escalation was raised about them. */
const ESCALATED_AT_ALL: Population = {
  key: 'escalated',
  gives: 'tally',
  files: ['participations', 'escalations'],
  secret: ['track'],
  sql: `${RAISED}, ${RUNNING}, ${weighRows('running', 3)},
  about as (select distinct relationship_key, true as escalated from escalation),
  told as (select w.*, coalesce(a.escalated, false) as escalated from weighed w left join about a using (relationship_key))
  select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors, ${ESCALATED}
  from told join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track_id`,
};

/** The same for each kind: a relationship stands once in every one. */
const ESCALATED_BY_KIND: Population = {
  ...ESCALATED_AT_ALL,
  key: 'escalated_by_kind',
  secret: ['track', 'escalation_kind'],
  sql: `${RAISED}, ${RUNNING}, ${weighRows('running', 3)},
  kinds as (select unnest(array['mismatch', 'communication', 'workload', 'outside_scope']) as escalation_kind),
  about as (select distinct relationship_key, kind as escalation_kind, true as escalated from escalation),
  told as (
    select w.*, k.escalation_kind, coalesce(a.escalated, false) as escalated
    from weighed w cross join kinds k left join about a using (relationship_key, escalation_kind)
  )
  select ${ATTRIBUTES}, track_id as track, escalation_kind, sum(mentees) as mentees, sum(mentors) as mentors, ${ESCALATED}
  from told join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track_id, escalation_kind`,
};

const OUTCOMES = ['rematched', 'resolved', 'ended', 'routed'];

/**
 * Escalations raised within the period, a row for every mentee in the relationship, at most three a person: how long until
 * they were resolved, and what came of those that were.
 */
const ESCALATIONS_RAISED: Population = {
  key: 'escalations',
  gives: 'tally',
  files: ['participations', 'escalations'],
  secret: ['track', 'escalation_kind'],
  sql: `${RAISED},
  raised as (
    select e.*, m.track_id, m.person_key
    from escalation e join (select distinct relationship_key, track_id, person_key from relationship_row where role = 'mentee') m
      using (relationship_key)
  ),
  ${weighRows('raised', 3)},
  followed as (
    select w.*, coalesce(resolved_on, $2::date) - raised_on as days, resolved_on is not null as met from weighed w
  )
  select ${ATTRIBUTES}, track_id as track, f.kind as escalation_kind, sum(mentees) as mentees, sum(mentors) as mentors,
    ${OUTCOMES.map((outcome) => `sum(weight) filter (where outcome = '${outcome}') as "${outcome}"`).join(', ')},
    sum(weight) filter (where met and outcome is null) as "outcomeNotSaid",
    ${onGrid({ points: [14, 30], time: 'days', event: 'met', weight: 'weight' })}
  from followed f join attributed a using (person_key) where a.kind = 'human' group by ${ATTRIBUTES}, track_id, f.kind`,
};

export const ESCALATIONS: readonly Population[] = [ESCALATED_AT_ALL, ESCALATED_BY_KIND, ESCALATIONS_RAISED];
