import type { Population } from './population.js';
import { RAISES, STEPS } from './steps.js';

const PROMOTES = `kind = 'promotion' and ${RAISES}`;

/** When a person first was a mentee, in a track and at all. */
const MENTORED = `
  mentored_in as (
    select person_key, track_id, min(started_on) as mentored_on from relationship_row where role = 'mentee' group by person_key, track_id
  ),
  mentored as (select person_key, min(mentored_on) as mentored_on from mentored_in group by person_key)`;

/** People are numbered anew, in an order that their keys alone decide. */
const NUMBER = 'dense_rank() over (order by person_key) as person';

const said = (column: string): string => `coalesce(nullif(${column}, ''), '(not said)')`;

/** The value that held on a day: of the rows of `known_row` up to a condition, the latest. */
const held = (column: string, when: string): string =>
  said(`(array_agg(k.${column} order by k.effective_from desc) filter (where ${when}))[1]`);

export interface LandmarkOptions {
  readonly key: string;
  /** SQL: the landmark, and the last day on which a step counts; of `e`, the person's employment. */
  readonly day: string;
  readonly until: string;
  /** SQL: which steps count. */
  readonly event: string;
}

/**
 * People employed at a landmark: whether they had been a mentee by that day, and whether they stepped up after it. Level and
 * tenure are those of the landmark. The performance band is the one held before the mentoring began, of those not mentored
 * the one at the landmark; it stratifies and is never printed.
 *
 * A row that names no track stands for a person; rows that name one stand for people mentored there, once more.
 */
function landmark({ key, day, until, event }: LandmarkOptions): Population {
  return {
    key,
    gives: 'cases',
    files: ['participations', 'progressions'],
    secret: ['track'],
    labels: ['level', 'band', 'tenure'],
    sql: `${STEPS}, ${MENTORED},
  looked_at as (
    select e.person_key, coalesce(e.hired_on, e.first_from) as employed_from, e.hired_on, (${day})::date as day, (${until})::date as until,
      m.mentored_on
    from employment e left join mentored m using (person_key)
  ),
  there as (
    select l.person_key, l.hired_on, l.day, l.until, coalesce(l.mentored_on <= l.day, false) as mentored,
      (array_agg(k.kind order by k.effective_from desc))[1] as kind, (array_agg(k.left_on order by k.effective_from desc))[1] as left_on,
      ${held('level', 'true')} as level,
      ${held('performance_band', 'l.mentored_on is null or l.mentored_on > l.day or k.effective_from < l.mentored_on')} as band
    from looked_at l join known_row k on k.person_key = l.person_key and not k.gone and k.effective_from <= l.day
    where l.employed_from <= l.day
    group by l.person_key, l.hired_on, l.day, l.until, l.mentored_on
  ),
  one as (
    select t.person_key, t.day, t.mentored, t.level, t.band,
      case when t.hired_on is null then '(not said)'
        when t.hired_on > t.day - interval '1 year' then '0-1'
        when t.hired_on > t.day - interval '2 years' then '1-2'
        when t.hired_on > t.day - interval '4 years' then '2-4'
        else '4+' end as tenure,
      coalesce(bool_or(s.occurred_on > t.day and s.occurred_on <= t.until), false) as stepped
    from there t left join (select person_key, occurred_on from step where ${event}) s using (person_key)
    where t.kind = 'human' and (t.left_on is null or t.left_on > t.day)
    group by t.person_key, t.day, t.until, t.mentored, t.level, t.band, t.hired_on
  ),
  numbered as (select *, ${NUMBER} from one)
  select person, null as track, level, band, tenure, mentored::int as mentored, stepped::int as stepped from numbered
  union all select n.person, m.track_id, n.level, n.band, n.tenure, 1, n.stepped::int
  from numbered n join mentored_in m using (person_key) where m.mentored_on <= n.day`,
  };
}

/** The landmark is the last day of the period four quarters ago. */
export const PROMOTIONS_AFTER_LANDMARK: Population = landmark({
  key: 'promotions_after_landmark',
  day: `$2::date + 1 - interval '1 year' - interval '1 day'`,
  until: '$2',
  event: PROMOTES,
});

/** The landmark is a year of employment, and every step within three years counts: for data whose joiners come over years. */
export const STEPS_AFTER_FIRST_YEAR: Population = landmark({
  key: 'steps_after_first_year',
  day: 'e.hired_on + 365',
  until: 'least($2::date, e.hired_on + 1095)',
  event: RAISES,
});

/**
 * Employment in days since hiring, cut into intervals (start, stop]: not mentored, and mentored from the first day as a
 * mentee on. Observation begins with hiring, with the first row about the person, or a day before the first promotion on
 * record anywhere, whichever comes last: what came before nobody wrote down. It ends with the first promotion that raises
 * the rank, with leaving, or with the period. Who has no hiring date has no time.
 *
 * Level and performance band are those at the beginning of the interval; of a mentored one the band before mentoring began.
 * Rows that name no track are a person's; those that name one begin with the first day as a mentee in that track.
 * `recorded` is one row: materialized, or the planner works it out anew for each person.
 */
export const PROMOTION_TIMES: Population = {
  key: 'promotion_times',
  gives: 'cases',
  files: ['participations', 'progressions'],
  secret: ['track'],
  labels: ['level', 'band'],
  sql: `${STEPS}, ${MENTORED},
  recorded as materialized (
    select min(s.occurred_on) - 1 as since from step s join attributed a using (person_key) where a.kind = 'human' and s.kind = 'promotion' and ${RAISES}
  ),
  observed as (
    select person_key, hired_on, greatest(hired_on, first_from, since) as entered_on, least(left_on, $2::date) as gone_on
    from attributed cross join recorded where kind = 'human' and hired_on is not null
  ),
  followed as (
    select o.person_key, o.hired_on, o.entered_on, m.mentored_on, o.gone_on, min(s.occurred_on) as stepped_on
    from observed o left join mentored m using (person_key)
      left join (select person_key, occurred_on from step where ${PROMOTES}) s
        on s.person_key = o.person_key and s.occurred_on > o.entered_on and s.occurred_on <= o.gone_on
    group by o.person_key, o.hired_on, o.entered_on, m.mentored_on, o.gone_on
  ),
  spell as (
    select *, coalesce(stepped_on, gone_on) as ended_on, stepped_on is not null as stepped from followed where gone_on > entered_on
  ),
  span as (
    select person_key, null as track, false as mentored, hired_on, entered_on as begins_on, least(ended_on, mentored_on) as ends_on,
      stepped and ended_on <= coalesce(mentored_on, ended_on) as stepped, mentored_on
    from spell where mentored_on is null or mentored_on > entered_on
    union all select person_key, null, true, hired_on, greatest(entered_on, mentored_on), ended_on, stepped, mentored_on
    from spell where mentored_on < ended_on
    union all select s.person_key, m.track_id, true, s.hired_on, greatest(s.entered_on, m.mentored_on), s.ended_on, s.stepped, s.mentored_on
    from spell s join mentored_in m using (person_key) where m.mentored_on < s.ended_on
  ),
  described as (
    select s.person_key, s.track, s.mentored, s.hired_on, s.begins_on, s.ends_on, s.stepped,
      ${held('level', 'k.effective_from <= s.begins_on')} as level,
      ${held('performance_band', 'k.effective_from <= s.begins_on and (not s.mentored or k.effective_from < s.mentored_on)')} as band
    from span s join known_row k on k.person_key = s.person_key and not k.gone
    group by s.person_key, s.track, s.mentored, s.hired_on, s.begins_on, s.ends_on, s.stepped
  )
  select ${NUMBER}, track, level, band, mentored::int as mentored, begins_on - hired_on as start, ends_on - hired_on as stop,
    stepped::int as stepped
  from described`,
};
