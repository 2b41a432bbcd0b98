import { onGrid } from './grid.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { REQUESTS } from './requests.js';

/** Days after which the share served is told. */
const POINTS = [30, 60, 90, 180];

/**
 * Requests of a year by how long they waited. A person's requests share one weight. Who was not served is followed until
 * the period's last day, until leaving, or until the day on which they withdrew or declined; a refusal by the programme
 * ends no waiting.
 */
export const WAIT: Population = {
  key: 'wait',
  gives: 'tally',
  files: ['requests', 'participations'],
  secret: ['track'],
  sql: `${REQUESTS},
  waited as (
    select ${ATTRIBUTES}, track_id as track, served_on is not null as served,
      1.0 / count(*) over (partition by person_key) as weight,
      coalesce(served_on, greatest(asked_on, least($2::date, left_on,
        case when outcome in ('withdrawn', 'declined_by_person') then decided_on end))) - asked_on as days
    from request join attributed using (person_key) where kind = 'human'
  )
  select ${ATTRIBUTES}, track, ${onGrid({ points: POINTS, time: 'days', event: 'served', weight: 'weight' })}
  from waited group by ${ATTRIBUTES}, track`,
};
