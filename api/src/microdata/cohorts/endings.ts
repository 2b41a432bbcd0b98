import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { weighRows } from './relationships.js';

/** Relationships that ended within the period, by reason: a row for every mentee in one, at most three a person. */
export const ENDINGS: Population = {
  key: 'endings',
  gives: 'tally',
  files: ['participations'],
  secret: ['track'],
  sql: `ended as (
    select relationship_key, track_id, person_key, coalesce(end_reason, 'unknown') as reason
    from relationship_row where role = 'mentee' and ended_on between $4 and $2
  ),
  ${weighRows('ended', 3)}
  select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors,
    ${['completed', 'independent', 'sunset', 'mismatch', 'reorganised', 'left', 'lapsed', 'unknown']
      .map((reason) => `sum(weight) filter (where reason = '${reason}') as "${reason}"`)
      .join(', ')}
  from weighed join attributed using (person_key) where kind = 'human'
  group by ${ATTRIBUTES}, track_id`,
};
