import { heldOn } from './held-dates.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { REQUESTS } from './requests.js';

const STEPS = ['asked', 'matched', 'third', 'completed'] as const;

/**
 * Requests of a year by the furthest step that they came to. A person's requests share one weight. Who no longer needed the
 * relationship has come to its end as one who completed it has.
 */
export const FUNNEL: Population = {
  key: 'funnel',
  gives: 'tally',
  files: ['requests', 'participations', 'sessions'],
  secret: ['track'],
  sql: `${REQUESTS},
  served_row as (
    select r.request_key, p.relationship_key, p.person_key, p.started_on, p.ended_on, p.end_reason
    from request r join relationship_row p on p.person_key = r.person_key and p.relationship_key = r.relationship_key
      and p.track_id = r.track_id and p.started_on = r.served_on and p.role = 'mentee'
  ),
  served_once as (select distinct relationship_key, person_key, started_on, ended_on from served_row),
  ${heldOn('served_once', `date_trunc('month', $2::date - interval '1 year')`)},
  sessions_of as (select relationship_key, person_key, count(*) as held from held_on group by relationship_key, person_key),
  step as (
    select r.person_key, r.track_id as track, 1.0 / count(*) over (partition by r.person_key) as weight,
      case when s.ended_on <= $2 and s.end_reason in ('completed', 'independent') then 'completed'
        when h.held >= 3 then 'third'
        when r.matched then 'matched' else 'asked' end as step
    from request r left join served_row s on s.request_key = r.request_key
      left join sessions_of h on h.relationship_key = s.relationship_key and h.person_key = s.person_key
  )
  select ${ATTRIBUTES}, track, ${STEPS.map((name) => `coalesce(sum(weight) filter (where step = '${name}'), 0) as ${name}`).join(', ')}
  from step join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track`,
};
