/**
 * SQL shared by populations of sessions.
 *
 * `heldOn(rows, since)`: `held_on` (relationship_key, person_key, held_on), the dates on which sessions of these people's
 * relationships were held while they belonged to them, up to the last day. Of each month only the first three dates are
 * kept, so it tells when first and whether often, never how often. `rows` has relationship_key, person_key, started_on,
 * ended_on; `since` is the first month of interest.
 */
export const heldOn = (rows: string, since: string): string => `
  held_month as materialized (
    select distinct on (relationship_key, month) relationship_key, month, held_dates
    from microdata.session_rollup where load_no <= $1 and month >= ${since} and month <= $2
    order by relationship_key, month, load_no desc
  ),
  held_on as (
    select r.relationship_key, r.person_key, dates.held_on
    from ${rows} r join held_month h using (relationship_key) cross join lateral unnest(h.held_dates) as dates(held_on)
    where dates.held_on >= r.started_on and (r.ended_on is null or dates.held_on <= r.ended_on) and dates.held_on <= $2
  )`;
