import type { Gathered } from './gathered.js';

/**
 * People as known at a load, gathered before any cohort is read: of everybody who was ever known `attributed`, agents and
 * those who left included, with the attributes of the period's last day; of them `eligible`; and `combination`, the
 * attributes in which people differ, each once, by whose number both name theirs.
 *
 * Parameters: $1 load number, $2 last day, $3 demographic columns (text[]). Eligible are humans employed on the last day; an
 * unknown `hired_on` is the first `effective_from`, and tenure then is not said; who left on or before that day is gone.
 * Every step groups or picks by `person_key` alone, so that it runs on the shards of a distributed table.
 */
export const KNOWN_PEOPLE: readonly Gathered[] = [
  {
    name: 'known_row',
    sql: `
    select distinct on (person_key, effective_from) person_key, effective_from, hired_on, left_on, kind, team, level, location,
      time_zone, autonomy_rank, performance_band, consent_demographics, gone
    from microdata.people
    where load_no <= $1 and effective_from <= $2
    order by person_key, effective_from, load_no desc`,
  },
  {
    name: 'employment',
    sql: `
    select person_key, max(effective_from) as holds_from, min(effective_from) as first_from,
      (array_agg(hired_on order by effective_from desc) filter (where hired_on is not null))[1] as hired_on
    from known_row where not gone group by person_key`,
  },
  {
    name: 'described',
    sql: `
    with said_row as (
      select distinct on (person_key, effective_from, column_key) person_key, effective_from, column_key, value, gone
      from microdata.demographics
      where load_no <= $1 and effective_from <= $2 and column_key = any($3::text[])
      order by person_key, effective_from, column_key, load_no desc
    ),
    said as (
      select person_key, effective_from, array_agg(column_key) as columns, array_agg(value) as values
      from said_row where not gone and value is not null group by person_key, effective_from
    )
    select p.person_key, p.kind, p.time_zone, p.autonomy_rank, p.performance_band, e.hired_on, e.first_from, p.left_on,
      coalesce(nullif(p.team, ''), '(not said)') as team,
      coalesce(nullif(p.level, ''), '(not said)') as level,
      coalesce(nullif(p.location, ''), '(not said)') as location,
      case when e.hired_on is null then '(not said)'
        when e.hired_on > ($2::date - interval '1 year') then '0-1'
        when e.hired_on > ($2::date - interval '2 years') then '1-2'
        when e.hired_on > ($2::date - interval '4 years') then '2-4'
        else '4+' end as tenure,
      case when p.consent_demographics then array(
        select s.values[array_position(s.columns, asked)] from unnest($3::text[]) with ordinality as declared(asked, place) order by place
      ) else array[]::text[] end as special
    from employment e
    join known_row p on p.person_key = e.person_key and p.effective_from = e.holds_from
    left join said s on s.person_key = e.person_key and s.effective_from = e.holds_from`,
  },
  {
    name: 'combination',
    sql: `
    select (row_number() over (order by team, level, location, tenure, special) - 1)::int as combination,
      team, level, location, tenure, special
    from (select distinct team, level, location, tenure, special from described) one`,
  },
  {
    name: 'attributed',
    sql: `select d.*, c.combination from described d join combination c using (team, level, location, tenure, special)`,
  },
  {
    name: 'eligible',
    sql: `
    select person_key, combination, team, level, location, tenure, special
    from attributed
    where kind = 'human' and coalesce(hired_on, first_from) <= $2 and (left_on is null or left_on > $2)`,
  },
];

/** By what rows are told apart: who agrees in every attribute stands under one number. */
export const ATTRIBUTES = 'combination';
