import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { weighRows } from './relationships.js';

const SPLITS = ['formation', 'criterion', 'format', 'tier', 'purpose', 'pair_location', 'level_gap'];

/** A level's place: among those that the settings name, or its own number. */
const placeOf = (level: string): string =>
  `coalesce(array_position($8::text[], ${level}), case when ${level} ~ '^[0-9]{1,4}$' then cardinality($8::text[]) + ${level}::int end)`;

/**
 * The steps from rows of mentees to `paired`: each beside what is known of its pairing, its weight shared equally among the
 * criteria that were named. What the record of any of its people says holds for the whole relationship. A mentor's level
 * and place are those of the period's last day; of several mentors the highest level, and the same place where one has it.
 */
const pairingOf = (practice: string, rows: string, cap: number): string => `
  track_known as (
    select distinct on (track_id) track_id, format, tier, purpose, coalesce(practice, 'mentoring') as practice, gone
    from tracks.track where load_no <= $1 order by track_id, load_no desc
  ),
  how as (
    select relationship_key, track_id, max(formation) as formation,
      string_to_array(max(nullif(array_to_string(criteria, ';'), '')), ';') as criteria
    from relationship_row group by relationship_key, track_id
  ),
  counted as (
    select r.* from ${rows} r join track_known t using (track_id) where not t.gone and t.practice = '${practice}'
  ),
  ${weighRows('counted', cap)},
  mentor_place as (
    select m.relationship_key, max(${placeOf('a.level')}) as place, array_agg(a.location) as locations
    from mentor_of m join attributed a using (person_key) group by m.relationship_key
  ),
  paired as (
    select w.*, a.combination, a.location, h.formation, t.format, t.tier, t.purpose,
      case when p.locations is null or a.location = '(not said)' or p.locations <@ array['(not said)'] then null
        when a.location = any(p.locations) then 'same' else 'apart' end as pair_location,
      case when p.place < ${placeOf('a.level')} then 'below' when p.place = ${placeOf('a.level')} then 'equal'
        when p.place = ${placeOf('a.level')} + 1 then 'one' when p.place > ${placeOf('a.level')} + 1 then 'more' end as level_gap,
      coalesce(h.criteria, array[null]::text[]) as criteria, 1.0 / greatest(1, cardinality(coalesce(h.criteria, array[null]::text[]))) as part
    from weighed w join attributed a using (person_key) join track_known t using (track_id)
      left join how h using (relationship_key, track_id) left join mentor_place p using (relationship_key)
    where a.kind = 'human'
  ),
  apart as (select paired.*, criterion from paired cross join lateral unnest(criteria) as criterion)`;

const COLUMNS = `${ATTRIBUTES}, track_id, ${SPLITS.join(', ')}`;
const ROLLED = `${ATTRIBUTES}, track_id as track, ${SPLITS.join(', ')}, sum(part * mentees) as mentees, sum(part * mentors) as mentors`;

/** Relationships of one practice that ended within the period, by whether it was a good end. */
const endings = (practice: string): Population => ({
  key: `${practice}_endings`,
  gives: 'tally',
  files: ['participations', 'tracks'],
  secret: ['track', ...SPLITS],
  sql: `ended as (
    select distinct relationship_key, track_id, person_key, coalesce(end_reason, '') in ('completed', 'independent', 'sunset') as good
    from relationship_row where role = 'mentee' and ended_on between $4 and $2
  ),
  ${pairingOf(practice, 'ended', 3)}
  select ${ROLLED}, sum(weight * part) as pairs, sum(weight * part) filter (where good) as good,
    sum(weight * part) filter (where not good) as "notGood"
  from apart group by ${COLUMNS}`,
});

/** Relationships of one practice that ran within the period: held minutes a month, of the months in which each ran. */
const minutes = (practice: string): Population => ({
  key: `${practice}_minutes`,
  gives: 'tally',
  files: ['participations', 'tracks', 'sessions'],
  secret: ['track', ...SPLITS],
  sql: `rollup_known as materialized (
    select distinct on (relationship_key, month) relationship_key, month, minutes
    from microdata.session_rollup where load_no <= $1 and month between $4 and $2 order by relationship_key, month, load_no desc
  ),
  held as (select relationship_key, sum(minutes)::float8 as minutes from rollup_known group by relationship_key),
  ran as (
    select relationship_key, track_id, person_key, greatest($4::date, min(started_on)) as first_on,
      least($2::date, max(coalesce(ended_on, $2::date))) as last_on
    from relationship_row where role = 'mentee' and (ended_on is null or ended_on >= $4)
    group by relationship_key, track_id, person_key
  ),
  monthly as (
    select relationship_key, track_id, person_key,
      least($9::float8, coalesce(minutes, 0) / (1 + extract(month from age(date_trunc('month', last_on), date_trunc('month', first_on))))::float8) as minutes
    from ran left join held using (relationship_key)
  ),
  ${pairingOf(practice, 'monthly', 1)}
  select ${ROLLED}, sum(weight * part) as pairs, sum(weight * part * minutes) as minutes,
    sum(weight * part * minutes * minutes) as "minutesSquared"
  from apart group by ${COLUMNS}`,
});

export const PAIRING: readonly Population[] = ['mentoring', 'coaching'].flatMap((practice) => [
  endings(practice),
  minutes(practice),
]);
