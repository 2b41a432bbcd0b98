import type { Population } from './population.js';
import { countRunning, RUNNING } from './running.js';

/** Running relationships by whether goals were agreed, as the mentee's row or a mentor's says. */
const AGREED: Population = {
  key: 'goals_agreed',
  gives: 'tally',
  files: ['participations'],
  secret: ['track'],
  sql: `${RUNNING},
  mentor_says as (select relationship_key, bool_or(goals_agreed) as agreed from relationship_row where role = 'mentor' group by relationship_key),
  told as (
    select w.*, coalesce(w.goals_agreed, m.agreed) as agreed from weighed w left join mentor_says m using (relationship_key)
  )
  ${countRunning('told', { agreed: 'agreed', notAgreed: 'not agreed', notSaid: 'agreed is null' })}`,
};

/**
 * Running relationships by whether a starting point was measured in time: a `before` check of the mentee in that track
 * within 14 days of the beginning. That one was taken, said without a check, counts as named only.
 */
const BASELINES: Population = {
  key: 'goals_baselines',
  gives: 'tally',
  files: ['participations', 'skill_checks'],
  secret: ['track'],
  sql: `${RUNNING},
  check_known as (
    select distinct on (person_key, track_id, skill, phase, taken_on, assessor) person_key, track_id, phase, taken_on, gone
    from microdata.skill_checks where load_no <= $1 and taken_on <= $2 and phase = 'before'
    order by person_key, track_id, skill, phase, taken_on, assessor, load_no desc
  ),
  in_time as (
    select distinct r.relationship_key, r.person_key, true as checked
    from running r join check_known c on c.person_key = r.person_key and c.track_id = r.track_id
    where not c.gone and abs(c.taken_on - r.started_on) <= 14
  ),
  told as (
    select w.*, coalesce(i.checked, false) as checked, coalesce(w.baseline_taken, false) as named
    from weighed w left join in_time i on i.relationship_key = w.relationship_key and i.person_key = w.person_key
  )
  ${countRunning('told', { inTime: 'checked', namedOnly: 'named and not checked', noBaseline: 'not named and not checked' })}`,
};

/** Running relationships by whether a joint review since their beginning says that goals changed. */
const CHANGES: Population = {
  key: 'goals_changes',
  gives: 'tally',
  files: ['participations', 'reviews'],
  secret: ['track'],
  sql: `${RUNNING},
  review_known as (
    select distinct on (relationship_key, reviewed_on) relationship_key, reviewed_on, goals_changed, gone
    from microdata.reviews where load_no <= $1 and reviewed_on <= $2
    order by relationship_key, reviewed_on, load_no desc
  ),
  reviewed as (
    select r.relationship_key, r.person_key, bool_or(v.goals_changed) as changed
    from running r join review_known v using (relationship_key)
    where not v.gone and v.reviewed_on >= r.started_on group by r.relationship_key, r.person_key
  ),
  told as (
    select w.*, v.changed from weighed w left join reviewed v on v.relationship_key = w.relationship_key and v.person_key = w.person_key
  )
  ${countRunning('told', { changed: 'changed', unchanged: 'not changed', noReview: 'changed is null' })}`,
};

export const GOALS: readonly Population[] = [AGREED, BASELINES, CHANGES];
