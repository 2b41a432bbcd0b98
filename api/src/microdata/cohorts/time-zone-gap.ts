import type { Population } from './population.js';
import { countRunning, RUNNING } from './running.js';

/**
 * Running relationships by how far apart the clocks of mentee and mentor stand at noon (UTC) of the last day, the shorter
 * way round. With several mentors the nearest counts.
 */
export const TIME_ZONE_GAP: Population = {
  key: 'time_zone_gap',
  gives: 'tally',
  files: ['participations'],
  secret: ['track'],
  sql: `${RUNNING},
  zone_name as materialized (select name, lower(name) as lowered from pg_timezone_names),
  zone as materialized (
    select a.time_zone, min(z.name) as name
    from (select distinct time_zone from attributed) a join zone_name z on z.lowered = lower(a.time_zone) group by a.time_zone
  ),
  clock as (
    select a.person_key, extract(epoch from (noon at time zone 'UTC' at time zone z.name) - noon) / 3600 as hours
    from attributed a join zone z using (time_zone) cross join (select $2::timestamp + interval '12 hours' as noon) day
    where a.kind = 'human'
  ),
  apart as (
    select r.relationship_key, r.person_key, min(least(abs(own.hours - other.hours), 24 - abs(own.hours - other.hours))) as hours
    from running r join clock own on own.person_key = r.person_key
      join relationship_row m on m.relationship_key = r.relationship_key and m.role = 'mentor' and (m.ended_on is null or m.ended_on >= $2)
      join clock other on other.person_key = m.person_key
    group by r.relationship_key, r.person_key
  ),
  gap as (
    select w.*, a.hours from weighed w left join apart a on a.relationship_key = w.relationship_key and a.person_key = w.person_key
  )
  ${countRunning('gap', { apart: 'hours > 4', near: 'hours <= 4', notSaid: 'hours is null' })}`,
};
