import type { DimensionValue } from '../kernel/index.js';
import { countCases, counted, share } from './blocks/cases.js';
import type { MeasureContract, Split } from './contract.js';
import { tallied } from './tallied.js';

interface Looked {
  readonly population: string;
  readonly within: string;
  readonly by: Split;
  readonly complete: string;
  readonly incomplete: string;
}

/** Columns of the dictionary that measures rest on. Listed, so that no column appears because of somebody's row. */
const COLUMNS = [
  'people.team',
  'people.level',
  'people.location',
  'people.hired_on',
  'participations.started_on',
  'participations.end_reason',
  'participations.formation',
  'participations.rationale_recorded',
  'participations.goals_agreed',
  'participations.baseline_taken',
  'sessions.minutes',
  'sessions.guidance',
  'sessions.situation',
  'requests.outcome',
  'requests.allocation',
  'skill_checks.score',
  'feedback.answer',
  'exit_interviews.themes',
  'exit_interviews.would_recommend',
];

/** Files whose rows may wait for a person, a track or a relationship. */
const FILES = [
  'participations',
  'requests',
  'sessions',
  'skill_checks',
  'progressions',
  'reviews',
  'exit_interviews',
  'feedback',
  'escalations',
  'mentor_development',
  'skills',
];

const named = (keys: readonly string[]): DimensionValue[] => keys.map((key) => ({ key, label: key }));

/** Rows of a person that count at most. */
const CAP = 3;

const LOOKED: Readonly<Record<string, Looked>> = {
  coverage: {
    population: 'coverage',
    within: 'coverage_by_column',
    by: { key: 'data_column', label: 'Column', values: named(COLUMNS) },
    complete: 'Rows that say it',
    incomplete: 'Rows that leave it empty',
  },
  pending: {
    population: 'pending',
    within: 'pending_by_file',
    by: { key: 'data_file', label: 'File', values: named(FILES) },
    complete: 'Rows that are resolved',
    incomplete: 'Rows that wait',
  },
  characteristics: {
    population: 'known_characteristics',
    within: 'known_by_characteristic',
    by: { key: 'characteristic', label: 'Characteristic' },
    complete: 'People of whom it is known',
    incomplete: 'People of whom it is unknown',
  },
};

/** Whether the numbers can be trusted: how far columns are filled, rows resolved and characteristics known. */
export const dataQuality: MeasureContract = tallied(
  {
    key: 'data_quality',
    label: 'Data quality',
    question: 'Can the numbers be trusted?',
    field: 'dataQuality',
    variants: [
      { key: 'coverage', label: 'rows of the period, those that say a column', subject: 'mentees' },
      { key: 'pending', label: 'rows ever loaded, those resolved', subject: 'mentees' },
      { key: 'characteristics', label: 'eligible people, those whose characteristics are known', subject: 'characteristics' },
    ],
    subject: 'mentees, characteristics',
    unit: 'rows',
    population:
      'Rows about people who are known, with a day in the period, of the columns that measures rest on; all rows ever loaded that name a person, a track or a relationship; eligible people for each declared characteristic. Files about teams name no person and are left out.',
    numerator:
      'Rows that say the column; rows of which everything is known that they speak of; people who said it and consented. Sessions count by relationship or month, in the part of them that says it.',
    denominator:
      'All of them. At most three rows of one person count, in each column or file and in the whole. What is missing to 1 is the share left empty, waiting or unknown.',
    interval: '95 % score interval (Wilson) that contains the noise of both drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for too few rows as drawn; then nothing is said to be below its floor. When files were loaded stands on the certificate.',
    source: 'docs/settings.md, "Quality floors"; docs/release-file.md, "The pair of a cell"',
    notFor: ['pressing people to say what they may leave unsaid', 'judging whoever sends the files'],
    counterMeasure: 'The measures themselves: a column filled with a default is complete and tells nothing.',
    figure: 'rate',
    planClass: 'model',
    splits: Object.values(LOOKED).map(({ by }) => by),
    splitTables: Object.values(LOOKED).map(({ by }) => [by.key]),
    primary: 'share',
    necessary: 'share',
  },
  (variant) => {
    const { population, within, by, complete, incomplete } = LOOKED[variant] as Looked;
    return {
      population,
      within: { [by.key]: within },
      onlyBy: [by.key],
      columnsOf: 'person',
      draws: countCases({
        question: `quality-${variant}/1`,
        cap: CAP,
        cases: [
          ['complete', complete],
          ['incomplete', incomplete],
        ],
      }),
      bases: [{ of: ['complete', 'incomplete'] }],
      values: [
        ...share({ key: 'share', label: 'Complete', yes: ['complete'], no: ['incomplete'] }),
        counted('looked', 'Looked at', 'rows', ['complete', 'incomplete']),
      ],
    };
  },
);
