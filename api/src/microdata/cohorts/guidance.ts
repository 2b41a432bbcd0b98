import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { weighRows } from './relationships.js';

/** Months of a relationship, the calendar month in which it began being the first. */
const PHASES = { early: [1, 3], middle: [4, 6], late: [7, 12] } as const;
const KINDS = ['answer', 'question', 'debrief'] as const;

const within = ([first, last]: readonly [number, number]): string => `x between ${first} and ${last}`;
const sums = Object.entries(PHASES).flatMap(([phase, months]) => [
  ...KINDS.map((kind) => `sum(${kind}) filter (where ${within(months)}) as ${phase}_${kind}`),
  `sum(n) filter (where ${within(months)}) as ${phase}`,
]);
const parts = Object.keys(PHASES).flatMap((phase) =>
  KINDS.map(
    (kind) =>
      `coalesce(sum(weight * ${phase}_${kind} / ${phase}), 0) as "${phase}${kind.charAt(0).toUpperCase()}${kind.slice(1)}"`,
  ),
);

/** SQL: of months with x, their number, and n sessions with the level y in all, the slope of the level on the month. */
export const SLOPE = `(sum(n) * sum(x * y) - sum(x * n) * sum(y))::numeric / nullif(sum(n) * sum(x * x * n) - sum(x * n) * sum(x * n), 0)`;

/**
 * How guidance is given over the months of relationships that began in the two years up to the period's last day: a row for
 * every mentee in one, at most three a person. The weight of a row is shared among the kinds of guidance of each phase.
 *
 * `slope` is the change a month of the level of guidance (answering 0, asking 1, looking back 2) over the first twelve
 * months, by least squares over sessions; of relationships with such sessions in at least three months.
 */
export const GUIDANCE: Population = {
  key: 'guidance',
  gives: 'tally',
  files: ['participations', 'sessions'],
  secret: ['track'],
  sql: `rollup_known as materialized (
    select distinct on (relationship_key, month) relationship_key, month,
      guidance_answer as answer, guidance_question as question, guidance_debrief as debrief
    from microdata.session_rollup where load_no <= $1 and month > $2::date - interval '25 months' and month <= $2
    order by relationship_key, month, load_no desc
  ),
  begun as (
    select relationship_key, track_id, person_key, min(started_on) as started_on, max(coalesce(ended_on, 'infinity')) as ended_on
    from relationship_row where role = 'mentee' group by relationship_key, track_id, person_key
    having min(started_on) > $2::date - interval '2 years'
  ),
  month_of as (
    select b.relationship_key, b.track_id, b.person_key, r.answer, r.question, r.debrief,
      (12 * (extract(year from r.month) - extract(year from b.started_on)) + extract(month from r.month)
        - extract(month from b.started_on) + 1)::int as x,
      r.answer + r.question + r.debrief as n, r.question + 2 * r.debrief as y
    from begun b join rollup_known r using (relationship_key)
    where r.month <= b.ended_on and r.month < b.started_on + interval '1 year' and r.answer + r.question + r.debrief > 0
  ),
  guided as (
    select relationship_key, track_id, person_key, ${sums.join(', ')},
      case when count(*) >= 3 then least(0.5, greatest(-0.5, ${SLOPE})) end as slope
    from month_of where x between 1 and 12 group by relationship_key, track_id, person_key
  ),
  ${weighRows('guided', 3)}
  select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors, ${parts.join(', ')},
    coalesce(sum(weight) filter (where slope is not null), 0) as followed, coalesce(sum(weight * slope), 0) as slopes,
    coalesce(sum(weight * slope * slope), 0) as "slopesSquared"
  from weighed join attributed using (person_key) where kind = 'human'
  group by ${ATTRIBUTES}, track_id`,
};
