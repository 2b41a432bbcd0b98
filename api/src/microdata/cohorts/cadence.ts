import type { Population } from './population.js';
import { countRunning, RUNNING } from './running.js';

/**
 * Running relationships by whether their track's monthly minutes were held in at least two months of the period. Who began
 * after the period's first month has not had two whole months; a track that names no minutes agreed on none.
 */
export const CADENCE: Population = {
  key: 'cadence',
  gives: 'tally',
  files: ['participations', 'sessions'],
  secret: ['track'],
  sql: `${RUNNING},
  agreed as (
    select distinct on (track_id) track_id, nullif(monthly_minutes, 0) as agreed
    from tracks.track where load_no <= $1 order by track_id, load_no desc
  ),
  held as materialized (
    select distinct on (relationship_key, month) relationship_key, month, minutes
    from microdata.session_rollup where load_no <= $1 and month between date_trunc('month', $4::date) and $2
    order by relationship_key, month, load_no desc
  ),
  kept as (
    select r.relationship_key, r.track_id, count(*) as months
    from (select distinct relationship_key, track_id from running) r join agreed a on a.track_id = r.track_id
      join held h on h.relationship_key = r.relationship_key
    where h.minutes >= a.agreed group by r.relationship_key, r.track_id
  ),
  judged as (
    select w.*, a.agreed, coalesce(k.months, 0) as months,
      w.started_on >= date_trunc('month', $4::date) + interval '1 month' as young
    from weighed w left join agreed a on a.track_id = w.track_id
      left join kept k on k.relationship_key = w.relationship_key and k.track_id = w.track_id
  )
  ${countRunning('judged', {
    kept: 'agreed is not null and not young and months >= 2',
    notKept: 'agreed is not null and not young and months < 2',
    tooYoung: 'agreed is not null and young',
    noDose: 'agreed is null',
  })}`,
};
