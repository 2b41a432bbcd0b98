import type { Population } from './population.js';
import { countRunning, RUNNING } from './running.js';

/** Running relationships by whether anybody in them has the reason of the pairing on record; not said is not on record. */
export const RATIONALE: Population = {
  key: 'rationale',
  gives: 'tally',
  files: ['participations'],
  secret: ['track'],
  sql: `${RUNNING},
  on_record as (select relationship_key, bool_or(rationale_recorded) as recorded from relationship_row group by relationship_key),
  told as (select w.*, coalesce(s.recorded, false) as recorded from weighed w left join on_record s using (relationship_key))
  ${countRunning('told', { recorded: 'recorded', notRecorded: 'not recorded' })}`,
};
