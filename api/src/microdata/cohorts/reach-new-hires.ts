import { onGrid } from './grid.js';
import { heldOn } from './held-dates.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

/** Days after which the share reached is told. */
const POINTS = [30, 60, 90];

/** People hired in the year that ends with the period, by the days until the first session held with them as a mentee. */
export const REACH_NEW_HIRES: Population = {
  key: 'reach_new_hires',
  gives: 'tally',
  files: ['participations', 'sessions'],
  secret: [],
  sql: `new_hire as (
    select person_key, hired_on, left_on, ${ATTRIBUTES} from attributed
    where kind = 'human' and hired_on > $2::date - interval '1 year' and hired_on <= $2
  ),
  mentee_row as (
    select m.relationship_key, m.person_key, m.started_on, m.ended_on
    from relationship_row m join new_hire n on n.person_key = m.person_key where m.role = 'mentee'
  ),
  ${heldOn('mentee_row', `date_trunc('month', $2::date - interval '1 year')`)},
  met as (
    select h.person_key, min(h.held_on) as met_on from held_on h join new_hire n on n.person_key = h.person_key
    where h.held_on >= n.hired_on group by h.person_key
  ),
  reached as (
    select n.*, m.met_on is not null as met, coalesce(m.met_on, least($2::date, n.left_on)) - n.hired_on as days
    from new_hire n left join met m on m.person_key = n.person_key
  )
  select ${ATTRIBUTES}, ${onGrid({ points: POINTS, time: 'days', event: 'met', weight: '1' })}
  from reached group by ${ATTRIBUTES}`,
};
