import { ATTRIBUTES } from './known-people.js';
import { MENTOR_ROWS } from './mentors.js';
import type { Population } from './population.js';

/** Days between two relationships that do not end somebody's time as a mentor. */
const PAUSE = 90;

/**
 * Eligible mentors of the period by how long they have been in the role: since their first relationship that later ones
 * followed without a longer pause. Where `column` is the track, in each track.
 */
const rotation = (key: string, column?: 'track'): Population => {
  const own = column ? `person_key, ${column}` : 'person_key';
  return {
    key,
    gives: 'tally',
    files: ['participations'],
    secret: column ? [column] : [],
    sql: `${MENTOR_ROWS}, mentored as (
      select person_key, track_id as track, started_on, coalesce(ended_on, $2) as until
      from relationship_row where role = 'mentor' and person_key in (select person_key from mentor_row)
    ),
    fresh as (
      select *, case when started_on <= ${PAUSE} + max(until) over (
          partition by ${own} order by started_on, until rows between unbounded preceding and 1 preceding
        ) then 0 else 1 end as begins
      from mentored
    ),
    spell_row as (select *, sum(begins) over (partition by ${own} order by started_on, until) as spell from fresh),
    spell as (select ${own}, spell, min(started_on) as began from spell_row group by ${own}, spell),
    tenured as (
      select ${own}, min(began) as first_on, (array_agg(began order by spell desc))[1] as since from spell group by ${own}
    ),
    mentor as (select distinct ${own} from mentor_row)
    select ${ATTRIBUTES}${column ? `, ${column}` : ''}, count(*) filter (where since < $2::date - interval '1 year') as "longServing",
      count(*) filter (where first_on >= $4) as "firstTime",
      count(*) filter (where since >= $2::date - interval '1 year' and first_on < $4) as between
    from mentor join tenured using (${own}) join eligible using (person_key) group by ${ATTRIBUTES}${column ? `, ${column}` : ''}`,
  };
};

export const ROTATION: readonly Population[] = [rotation('rotation'), rotation('rotation_tracks', 'track')];
