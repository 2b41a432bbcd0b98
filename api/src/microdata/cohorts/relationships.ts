/**
 * The steps that weigh the rows of mentees in `rows` (relationship_key, person_key, …): `weighed`, the same rows with
 * `weight`, `mentees` and `mentors`.
 *
 * A row weighs min(1, cap ÷ r), r the rows of whichever of its people has most. `mentees` and `mentors` are each person's
 * one, shared equally among the rows: summed over a cell they never exceed the people that it has, and over all rows they
 * are their number.
 */
export const weighRows = (rows: string, cap: number): string => `
  mentee_rows as (select person_key, count(*) as n from ${rows} group by person_key),
  mentor_rows as (select m.person_key, count(*) as n from ${rows} join mentor_of m using (relationship_key) group by m.person_key),
  mentor_side as (
    select m.relationship_key, max(r.n) as most, sum(1.0 / r.n) as mentors
    from (select distinct relationship_key from ${rows}) one join mentor_of m using (relationship_key)
      join mentor_rows r on r.person_key = m.person_key
    group by m.relationship_key
  ),
  weighed as (
    select one.*, least(1, ${cap}.0 / greatest(n.n, coalesce(s.most, 0))) as weight, 1.0 / n.n as mentees, coalesce(s.mentors, 0) as mentors
    from ${rows} one join mentee_rows n on n.person_key = one.person_key left join mentor_side s on s.relationship_key = one.relationship_key
  )`;
