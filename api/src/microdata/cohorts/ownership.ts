import type { Population } from './population.js';

/** Tracks that ran on at least one day of the period, and those for which nobody is named to answer. No person enters. */
export const OWNERSHIP: Population = {
  key: 'ownership',
  gives: 'tally',
  files: ['tracks'],
  secret: [],
  sql: `track_version as (
    select distinct on (track_id) track_id, owned, started_on, ended_on, gone
    from tracks.track where load_no <= $1 order by track_id, load_no desc
  )
  select null as team, null as level, null as location, null as tenure, array[]::text[] as special,
    count(*) as tracks, count(*) filter (where not coalesce(owned, false)) as unowned
  from track_version
  where not gone and (started_on is null or started_on <= $2) and (ended_on is null or ended_on >= $4)`,
};
