import { ATTRIBUTES } from './known-people.js';
import { weighRows } from './relationships.js';

/**
 * The steps up to `weighed`: relationships that run on the period's last day, a row for every eligible mentee in one, at
 * most three of a person. Every measure of running relationships starts from it, so that all draw the same mentees and
 * mentors behind them once.
 */
export const RUNNING = `running as (
    select distinct on (r.relationship_key, r.track_id, r.person_key) r.*
    from relationship_row r join eligible e on e.person_key = r.person_key
    where r.role = 'mentee' and (r.ended_on is null or r.ended_on >= $2)
    order by r.relationship_key, r.track_id, r.person_key, r.started_on desc
  ),
  ${weighRows('running', 3)}`;

/** The last select over such rows, with what they are counted by: SQL conditions under the names of cases. */
export function countRunning(rows: string, cases: Readonly<Record<string, string>>): string {
  const counted = Object.entries(cases).map(
    ([name, condition]) => `coalesce(sum(weight) filter (where ${condition}), 0) as "${name}"`,
  );
  return `select ${ATTRIBUTES}, track_id as track, sum(mentees) as mentees, sum(mentors) as mentors, ${counted.join(', ')}
  from ${rows} join eligible using (person_key) group by ${ATTRIBUTES}, track_id`;
}
