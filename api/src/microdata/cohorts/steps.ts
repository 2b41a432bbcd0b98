/**
 * SQL shared by populations of steps.
 *
 * `step`: what happened to people by the period's last day, as known at the load; it raises a rank where `to_rank` is above
 * `from_rank`. Parameters: $1 load, $2 last day.
 */
export const STEPS = `
  step_known as (
    select distinct on (person_key, occurred_on, kind, from_rank, to_rank) person_key, occurred_on, kind, from_rank, to_rank, gone
    from microdata.progressions where load_no <= $1 and occurred_on <= $2
    order by person_key, occurred_on, kind, from_rank, to_rank, load_no desc
  ),
  step as (select person_key, occurred_on, kind, from_rank, to_rank from step_known where not gone)`;

/** A step of whatever kind that raises the rank. */
export const RAISES = 'to_rank > from_rank';
