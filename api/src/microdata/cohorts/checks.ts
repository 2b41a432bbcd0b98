/**
 * SQL shared by populations of skill checks.
 *
 * `skill_check`: checks of the three years up to the period's last day, as known at the load, with `percent`, the score in
 * per cent of the greatest possible one. In no track, or in a track in which the person has a role (mentee unless said
 * otherwise) outside closed relationships. `best` ranks assessors: external, peer, mentor, self.
 *
 * `skill_pair`: of each person, track ('' for none) and skill the change from before to after. Both checks are by the same
 * assessor with the same instrument; the best assessor who gives such a pair is taken, of that one the last check before and
 * the first after it. Parameters: $1 load, $2 last day, $5 tracks.
 */
export const skillChecks = (role: 'mentee' | 'mentor' = 'mentee'): string => `
  skill_check_known as (
    select distinct on (person_key, track_id, skill, phase, taken_on, assessor)
      person_key, track_id, skill, phase, taken_on, assessor, score, max_score, instrument, gone
    from microdata.skill_checks where load_no <= $1 and taken_on <= $2
    order by person_key, track_id, skill, phase, taken_on, assessor, load_no desc
  ),
  in_role as (select distinct person_key, track_id from relationship_row where role = '${role}'),
  skill_check as (
    select c.person_key, c.track_id, c.skill, c.phase, c.taken_on, c.assessor, c.instrument,
      least(100, greatest(0, 100 * c.score / c.max_score)) as percent,
      array_position(array['external', 'peer', 'mentor', 'self'], c.assessor) as best
    from skill_check_known c left join in_role r on r.person_key = c.person_key and r.track_id = c.track_id
    where not c.gone and c.score is not null and c.max_score > 0 and c.taken_on > $2::date - interval '3 years'
      and (c.track_id = '' or r.person_key is not null)
  ),
  skill_pair as (
    select distinct on (b.person_key, b.track_id, b.skill) b.person_key, b.track_id, b.skill, b.percent as before, a.percent as after,
      least(30, greatest(-30, a.percent - b.percent)) as change
    from skill_check b join skill_check a on a.person_key = b.person_key and a.track_id = b.track_id and a.skill = b.skill
      and a.assessor = b.assessor and a.instrument is not distinct from b.instrument
    where b.phase = 'before' and a.phase = 'after' and a.taken_on > b.taken_on
    order by b.person_key, b.track_id, b.skill, b.best, b.taken_on desc, a.taken_on
  )`;
