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
    column('person_id', personId, sealed, 'Tells people apart; kept as a keyed hash only.', key),
    column('effective_from', date, value, 'The day from which the row holds.', key),
    column('hired_on', date, value, 'Who could take part, and since when: the base of every rate, tenure bands.'),
    column('left_on', date, value, 'From that day on a person counts in no base.', { notBefore: 'hired_on' }),
    column('kind', choice('human', 'agent'), dimension, 'Software agents never enter a base of people.', { otherwise: 'human' }),
    column('team', path, grouping, 'Equity by team; a person counts in every team above.'),
    column('job_family', text, grouping, 'Equity by kind of work.'),
    column('level', text, grouping, 'Equity by job level.'),
    column('location', text, grouping, 'Equity by place of work.'),
    column('time_zone', { kind: 'zone' }, dimension, 'How far apart pairs work.'),
    column('autonomy_rank', rank, value, 'Growing autonomy is what mentoring is for.'),
    column('performance_band', text, { classes: ['control'] }, 'Held constant inside a comparison of promotions; never shown, never a group.'),
    column('consent_demographics', yesNo, sealed, '“no” takes a person out of every table about personal characteristics.'),
  ],
};
