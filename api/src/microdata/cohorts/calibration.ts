import { skillChecks } from './checks.js';
import { ATTRIBUTES } from './known-people.js';
import type { Population } from './population.js';

const CHECKS = skillChecks();
const BY_TRACK = 'cross join (values (false), (true)) as split (by_track)';
const TRACK = 'case when by_track then track_id end as track';

const last = (column: string, assessor: string): string =>
  `(array_agg(${column} order by taken_on desc) filter (where assessor = '${assessor}'))[1]`;

/**
 * What people in a track say of their own skill, minus what an external assessor says of it: before, and after. Of each
 * skill and phase the last check of both, at most 90 days apart. A person counts once in every table, by the mean of theirs.
 */
export const SELF_JUDGEMENT: Population = {
  key: 'self_judgement',
  gives: 'tally',
  files: ['skill_checks', 'participations'],
  secret: ['track'],
  sql: `${CHECKS},
  judged as (
    select person_key, track_id, skill, phase, ${last('percent', 'self')} as self, ${last('percent', 'external')} as external,
      ${last('taken_on', 'self')} as self_on, ${last('taken_on', 'external')} as external_on
    from skill_check where track_id <> '' and phase in ('before', 'after') group by person_key, track_id, skill, phase
  ),
  gap as (
    select person_key, track_id, phase, least(30, greatest(-30, self - external)) as gap
    from judged where abs(self_on - external_on) <= 90
  ),
  one as (
    select person_key, ${TRACK}, avg(gap) filter (where phase = 'before') as before, avg(gap) filter (where phase = 'after') as after
    from gap ${BY_TRACK} group by person_key, by_track, 2
  )
  select ${ATTRIBUTES}, track,
    count(before) as "judgedBefore", coalesce(sum(before), 0) as "gapsBefore", coalesce(sum(before * before), 0) as "gapsBeforeSquared",
    count(after) as "judgedAfter", coalesce(sum(after), 0) as "gapsAfter", coalesce(sum(after * after), 0) as "gapsAfterSquared"
  from one join attributed using (person_key) where kind = 'human'
  group by ${ATTRIBUTES}, track`,
};

/** A skill counts as kept where the follow-up is no more than this below the check after, in percentage points. */
const TOLERANCE = 5;

/**
 * Skills of people in a track at a follow-up, beside the check after: by the same assessor with the same instrument, the
 * best assessor who gives both, the last follow-up and the last check after before it. A person counts once, by the mean.
 */
export const SKILL_KEPT: Population = {
  key: 'skill_kept',
  gives: 'tally',
  files: ['skill_checks', 'participations'],
  secret: ['track'],
  sql: `${CHECKS},
  followed as (
    select distinct on (a.person_key, a.track_id, a.skill) a.person_key, a.track_id, f.percent - a.percent as since
    from skill_check a join skill_check f on f.person_key = a.person_key and f.track_id = a.track_id and f.skill = a.skill
      and f.assessor = a.assessor and f.instrument is not distinct from a.instrument
    where a.track_id <> '' and a.phase = 'after' and f.phase = 'follow_up' and f.taken_on > a.taken_on
    order by a.person_key, a.track_id, a.skill, a.best, f.taken_on desc, a.taken_on desc
  ),
  one as (
    select person_key, ${TRACK}, avg(since) >= -${TOLERANCE} as kept from followed ${BY_TRACK} group by person_key, by_track, 2
  )
  select ${ATTRIBUTES}, track, count(*) filter (where kept) as kept, count(*) filter (where not kept) as faded
  from one join attributed using (person_key) where kind = 'human'
  group by ${ATTRIBUTES}, track`,
};
