import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

/** Months in which software agents at work on the period's last day were mentees, with held minutes clipped as those of people are. */
export const DOSE_OF_AGENTS: Population = {
  key: 'dose_of_agents',
  gives: 'tally',
  files: ['participations', 'sessions'],
  secret: [],
  sql: `agent as (
    select person_key, ${ATTRIBUTES} from attributed
    where kind = 'agent' and coalesce(hired_on, first_from) <= $2 and (left_on is null or left_on > $2)
  ),
  limits as (
    select distinct on (track_id) track_id, 2 * coalesce(nullif(monthly_minutes, 0), 120) as most,
      coalesce(started_on, $2) <= $2 and coalesce(ended_on, $4) >= $4 as runs
    from tracks.track where load_no <= $1 order by track_id, load_no desc
  ),
  month as (select generate_series(date_trunc('month', $4::date), $2::date, '1 month')::date as month),
  membership as (
    select distinct t.person_key, t.track_id, t.relationship_key, m.month
    from taking_part t join agent a on a.person_key = t.person_key
      join month m on t.started_on < m.month + interval '1 month' and (t.ended_on is null or t.ended_on >= m.month)
    where t.role = 'mentee' and not t.closed
  ),
  held as materialized (
    select distinct on (relationship_key, month) relationship_key, month, minutes
    from microdata.session_rollup where load_no <= $1 and month in (select month from month)
    order by relationship_key, month, load_no desc
  ),
  by_track as (
    select person_key, track_id, month, least(sum(coalesce(minutes, 0)), max(most)) as minutes
    from membership join limits using (track_id) left join held using (relationship_key, month)
    group by person_key, track_id, month
  ),
  by_month as (
    select person_key, month, least(sum(minutes), (select coalesce(max(most) filter (where runs), 240) from limits)) as minutes
    from by_track group by person_key, month
  )
  select ${ATTRIBUTES}, count(distinct person_key) as agents, count(*) as "agentMonths", sum(minutes) as "agentMinutes",
    sum(minutes * minutes) as "agentMinutesSquared"
  from by_month join agent using (person_key) group by ${ATTRIBUTES}`,
};
