import type { Gathered } from './gathered.js';

/**
 * Relationships of known tracks as known at a load, gathered before any cohort is read. A row without a start counts in no
 * period.
 *
 * `relationship_row`: every row of a person in a relationship that had begun by the period's last day, without `closed`
 * ones. `mentor_of`: their mentors. `taking_part`: rows within the period, `closed` ones included.
 *
 * Parameters: as those of people, $4 first day, $5 known tracks (text[]).
 */
export const KNOWN_RELATIONSHIPS: readonly Gathered[] = [
  {
    name: 'known_part',
    sql: `
    select distinct on (relationship_key, track_id, person_key, role, started_on)
      relationship_key, track_id, person_key, role, started_on, ended_on, end_reason, formation, criteria,
      rationale_recorded, goals_agreed, baseline_taken, coalesce(confidentiality, 'standard') = 'closed' as closed, gone
    from microdata.participations
    where load_no <= $1 and started_on > '-infinity' and started_on <= $2
    order by relationship_key, track_id, person_key, role, started_on, load_no desc`,
  },
  {
    name: 'relationship_row',
    sql: `select * from known_part where not gone and not closed and track_id = any($5::text[])`,
  },
  {
    name: 'mentor_of',
    sql: `select distinct relationship_key, person_key from relationship_row where role = 'mentor'`,
  },
  {
    name: 'taking_part',
    sql: `
    select relationship_key, track_id, person_key, role, started_on, ended_on, closed
    from known_part
    where not gone and (ended_on is null or ended_on >= $4) and track_id = any($5::text[])`,
  },
];
