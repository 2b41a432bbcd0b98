import { column, choice, date, key, path, personId, rank, sealed, text, value, yesNo } from './columns.js';
import type { ColumnDescription, FileDescription } from './description.js';

const grouping: Pick<ColumnDescription, 'classes'> = { classes: ['label', 'dimension'] };
const dimension: Pick<ColumnDescription, 'classes'> = { classes: ['dimension'] };

export const people: FileDescription = {
  name: 'people',
  table: 'microdata.people',
  row: 'one row per person per change; it holds until the person’s next row',
  demographics: true,
  columns: [
    column('person_id', personId, 'Tells people apart; kept as a keyed hash only.', sealed, key),
    column('effective_from', date, 'The day from which the row holds.', value, key),
    column('hired_on', date, 'Who could take part, and since when: the base of every rate, tenure bands.', value),
    column('left_on', date, 'From that day on a person counts in no base.', value, { notBefore: 'hired_on' }),
    column('kind', choice('human', 'agent'), 'Software agents never enter a base of people.', dimension, { otherwise: 'human' }),
    column('team', path, 'Equity by team; a person counts in every team above.', grouping),
    column('job_family', text, 'Equity by kind of work.', grouping),
    column('level', text, 'Equity by job level.', grouping),
    column('location', text, 'Equity by place of work.', grouping),
    column('time_zone', { kind: 'zone' }, 'How far apart pairs work.', dimension),
    column('autonomy_rank', rank, 'Growing autonomy is what mentoring is for.', value),
    column('performance_band', text, 'Held constant inside a comparison of promotions; never shown, never a group.', {
      classes: ['control'],
    }),
    column('consent_demographics', yesNo, '“no” takes a person out of every table about personal characteristics.', sealed),
  ],
};
