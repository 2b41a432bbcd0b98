/**
 * SQL shared by populations of mentors: `mentor_row`, what eligible people take part in as mentors within the period,
 * without `closed` relationships.
 */
export const MENTOR_ROWS = `
  mentor_row as (
    select t.person_key, t.track_id as track, t.relationship_key, t.started_on, t.ended_on
    from taking_part t join eligible e on e.person_key = t.person_key where t.role = 'mentor' and not t.closed
  )`;
