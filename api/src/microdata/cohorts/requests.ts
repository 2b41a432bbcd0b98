/**
 * SQL shared by populations of requests.
 *
 * `request`: requests of the year that ends with the period, in known tracks, with what came of them. A request is served
 * by the first relationship that its person begins as a mentee in that track on the day it was asked for or later; one that
 * a `closed` relationship served is left out. It is matched where it was served, or where its outcome says so by the last
 * day. Parameters: $1 load, $2 last day, $5 tracks.
 */
export const REQUESTS = `
  request_known as (
    select distinct on (request_key) request_key, person_key, track_id, asked_on, outcome, decided_on, allocation, gone
    from microdata.requests where load_no <= $1 order by request_key, load_no desc
  ),
  asked as (
    select request_key, person_key, track_id, asked_on, outcome, decided_on, allocation from request_known
    where not gone and track_id = any($5::text[]) and asked_on > $2::date - interval '1 year' and asked_on <= $2
  ),
  answer as (
    select distinct on (a.request_key) a.request_key, p.relationship_key, p.started_on as served_on, p.closed
    from asked a join known_part p on p.person_key = a.person_key and p.track_id = a.track_id
    where p.role = 'mentee' and not p.gone and p.started_on >= a.asked_on
    order by a.request_key, p.started_on, p.closed
  ),
  request as (
    select a.*, s.relationship_key, s.served_on,
      s.served_on is not null or coalesce(a.outcome = 'matched' and coalesce(a.decided_on, a.asked_on) <= $2, false) as matched
    from asked a left join answer s on s.request_key = a.request_key where not coalesce(s.closed, false)
  )`;
