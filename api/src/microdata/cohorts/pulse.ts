import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

/**
 * Answers of the period: of each person, item and track the latest. A person counts once in the whole, by the mean of
 * their items, and once in each item and each track; squares are of single answers, since items take their spread from the
 * whole. Who answered about a track that is not known waits for it.
 */
const pulse = (key: string, column?: 'item' | 'track'): Population => ({
  key,
  gives: 'tally',
  files: ['feedback'],
  secret: column ? [column] : [],
  sql: `answer_known as (
    select distinct on (person_key, item, answered_on, track_id) person_key, item, answered_on, track_id as track, answer, gone
    from microdata.feedback
    where load_no <= $1 and answered_on between $4 and $2
    order by person_key, item, answered_on, track_id, load_no desc
  ),
  latest as (
    select distinct on (person_key, item, track) person_key, item, track, answered_on, answer
    from answer_known where not gone and answer is not null and (track = '' or track = any($5::text[]))
    order by person_key, item, track, answered_on desc
  ),
  by_item as (
    select distinct on (person_key, item${column === 'track' ? ', track' : ''}) * from latest
    order by person_key, item${column === 'track' ? ', track' : ''}, answered_on desc, track
  ),
  answered as (
    select person_key${column ? `, ${column}` : ''}, avg(answer) as answer, avg(answer * answer) as answer_squared
    from by_item ${column === 'track' ? `where track <> ''` : ''} group by person_key${column ? `, ${column}` : ''}
  )
  select ${ATTRIBUTES}${column ? `, ${column}` : ''}, count(*) as respondents, sum(answer) as answers,
    sum(answer_squared) as "answersSquared", count(*) filter (where answer >= 4) as favourable
  from answered join eligible using (person_key) group by ${ATTRIBUTES}${column ? `, ${column}` : ''}`,
});

export const PULSE: readonly Population[] = [pulse('pulse'), pulse('pulse_items', 'item'), pulse('pulse_tracks', 'track')];
