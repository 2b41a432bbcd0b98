import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';
import { REQUESTS } from './requests.js';

/**
 * Requests of a year by whether they were matched. A person's requests share one weight. `skill_level` is the newest level,
 * assessed by the day of the request, in the skill that the track is meant to build: beside the person's level it says who
 * is alike. It only ever stands inside an estimate.
 */
export const MATCHING_GIVEN_FIT: Population = {
  key: 'matching_given_fit',
  gives: 'tally',
  files: ['requests', 'participations', 'skills'],
  secret: ['track', 'allocation', 'skill_level'],
  sql: `${REQUESTS},
  track_known as (
    select distinct on (track_id) track_id, capability from tracks.track where load_no <= $1 order by track_id, load_no desc
  ),
  skill_known as (
    select distinct on (person_key, skill, assessed_on) person_key, skill, assessed_on, level as skill_level, gone
    from microdata.skills where load_no <= $1 and assessed_on <= $2
    order by person_key, skill, assessed_on, load_no desc
  ),
  skilled as (
    select distinct on (r.request_key) r.request_key, s.skill_level
    from request r join track_known t on t.track_id = r.track_id
      join skill_known s on s.person_key = r.person_key and s.skill = t.capability
    where not s.gone and s.skill_level is not null and s.assessed_on <= r.asked_on
    order by r.request_key, s.assessed_on desc
  ),
  fitted as (
    select r.person_key, r.track_id as track, r.allocation, coalesce(s.skill_level::text, '(not said)') as skill_level,
      1.0 / count(*) over (partition by r.person_key) as weight, r.matched
    from request r left join skilled s on s.request_key = r.request_key
  )
  select ${ATTRIBUTES}, track, allocation, skill_level, coalesce(sum(weight) filter (where matched), 0) as "fitMatched",
    coalesce(sum(weight) filter (where not matched), 0) as "fitUnmatched"
  from fitted join attributed using (person_key) where kind = 'human' group by ${ATTRIBUTES}, track, allocation, skill_level`,
};
