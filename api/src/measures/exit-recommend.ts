import { differenceOfMeans, meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const answers = (name: string, label: string): ValuesOptions => ({
  sum: `${name}Sum`,
  squares: `${name}Squares`,
  base: name,
  label: `Answers of ${label}`,
  baseLabel: `Leavers who answered, ${label}`,
  question: `exit-recommend-${name}`,
  low: 0,
  high: 10,
  cap: 1,
  rows: name,
  total: `${name}Sum`,
  totalOfSquares: `${name}Squares`,
});
const ALL = answers('all', 'all');
const MENTORED = answers('mentored', 'mentored before');
const OTHERS = answers('others', 'not mentored before');
const MEAN = { key: 'mean', label: 'Mean answer', format: 'score' } as const;

/** Whether leavers would recommend it: the mean from 0 to 10, mentored before and not. */
export const exitRecommend: MeasureContract = tallied(
  {
    key: 'exit_recommend',
    label: 'Recommended when leaving',
    question: 'Would people who leave recommend working here, mentored or not?',
    field: 'exitRecommend',
    variants: [
      { key: 'leavers', label: 'everybody who left and answered', subject: 'leavers' },
      { key: 'leavers_mentored', label: 'leavers who had been mentored, beside those who had not', subject: 'leavers' },
    ],
    subject: 'leavers',
    unit: 'people',
    population:
      'People with an exit interview within the period who answered from 0 to 10 how far they would recommend it: the latest of each.',
    numerator: 'The sum of their answers.',
    denominator:
      'Their number. Mentored before: in any track, from a day before the interview on, closed relationships left out; the difference is theirs minus the others\u2019.',
    interval:
      '95 % t interval that contains the noise of what is drawn; of the difference, by the two means\u2019 own intervals.',
    whenThereIsNoAnswer:
      'Hidden for too few answers as drawn, of each side where two are compared; no mean where the noise would drown it.',
    source: 'docs/release-file.md, "Mean"',
    notFor: [
      'proof that mentoring makes people recommend it: who is mentored was chosen, and who leaves chose',
      'a target: an exit interview that is wished to go well tells nothing',
    ],
    counterMeasure: 'How many people left, and the share of them who answered.',
    figure: 'mean',
    planClass: 'other',
    restsOn: ['exit_interviews.would_recommend'],
    primary: 'mean',
    necessary: 'mean',
  },
  (variant) => ({
    population: 'exit_recommend',
    columnsOf: 'person',
    ...(variant === 'leavers'
      ? { draws: sumValues(ALL), bases: [{ of: ['all'] }], values: meanOf(ALL, MEAN) }
      : {
          draws: [...sumValues(MENTORED), ...sumValues(OTHERS)],
          bases: [{ of: ['mentored'] }, { of: ['others'] }],
          values: [
            ...meanOf(MENTORED, MEAN),
            ...meanOf(OTHERS, { key: 'notMentored', label: 'Mean answer of those not mentored', format: 'score' }),
            ...differenceOfMeans(MENTORED, OTHERS, { key: 'difference', label: 'Difference', format: 'score' }),
          ],
        }),
  }),
);
