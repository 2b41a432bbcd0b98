import { ATTRIBUTES } from './known-people.js';
import { MENTOR_ROWS } from './mentors.js';
import type { Population } from './population.js';

/** By whom or what rows are told apart beside attributes: by nothing, by track, or once in every topic that was ever taught. */
const SPLITS = {
  whole: { columns: [], mentors: 'select distinct person_key from mentor_row' },
  track: { columns: ['track'], mentors: 'select distinct person_key, track from mentor_row' },
  topic: {
    columns: ['topic'],
    mentors:
      'select m.person_key, t.topic from (select distinct person_key from mentor_row) m cross join (select distinct topic from training) t',
  },
} as const;

/** Eligible mentors of the period by their newest training up to its last day; looks at oneself are none. */
function training(key: string, split: keyof typeof SPLITS): Population {
  const { columns, mentors } = SPLITS[split];
  const own = columns.map((column) => `, ${column}`).join('');
  return {
    key,
    gives: 'tally',
    files: ['participations', 'mentor_development'],
    secret: columns,
    sql: `${MENTOR_ROWS},
    training_known as (
      select distinct on (person_key, topic, completed_on) person_key, topic, completed_on, kind, gone
      from microdata.mentor_development where load_no <= $1 and completed_on <= $2
      order by person_key, topic, completed_on, load_no desc
    ),
    training as (select * from training_known where not gone and kind = 'training'),
    newest as (
      select person_key${split === 'topic' ? own : ''}, max(completed_on) as trained_on
      from training group by person_key${split === 'topic' ? own : ''}
    ),
    mentor as (${mentors}),
    trained as (select * from mentor left join newest using (person_key${split === 'topic' ? own : ''}))
    select ${ATTRIBUTES}${own}, count(*) filter (where trained_on > $2::date - interval '1 year') as "trainedLately",
      count(*) filter (where trained_on <= $2::date - interval '1 year') as "trainedBefore",
      count(*) filter (where trained_on is null) as untrained
    from trained join eligible using (person_key) group by ${ATTRIBUTES}${own}`,
  };
}

export const MENTOR_TRAINING: readonly Population[] = [
  training('mentor_training', 'whole'),
  training('mentor_training_tracks', 'track'),
  training('mentor_training_topics', 'topic'),
];
