import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const ANSWERS: ValuesOptions = {
  sum: 'answers',
  squares: 'answersSquared',
  base: 'respondents',
  label: 'Answers',
  baseLabel: 'People who answered',
  question: 'pulse',
  low: 1,
  high: 5,
  cap: 1,
  rows: 'respondents',
  total: 'answers',
  totalOfSquares: 'answersSquared',
};
const FAVOURABLE = { of: ['favourable', 'respondents'] } as const;

/** Safety, trust and the quality of feedback, as people answer for themselves. */
export const pulse: MeasureContract = tallied(
  {
    key: 'pulse',
    label: 'Pulse',
    question: 'Do people feel safe, do they trust, and is the feedback good?',
    field: 'pulse',
    variants: [{ key: 'respondents', label: 'people who answered', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people',
    population:
      'Eligible people who answered within the period: of each item the latest answer. In the whole a person counts once, by the mean of the items that they answered; by item and by track once in each.',
    numerator:
      'The sum of the answers from 1 to 5; for the favourable share those with 4 or 5, in the whole a mean of at least 4.',
    denominator: 'People who answered. Who did not answer is no part of it: a low number may hide in silence.',
    interval:
      '95 % t interval of the mean, 95 % score interval of the share; both contain the noise of what is drawn. The spread is that of single answers: right for an item, and for a mean of several wider than it need be.',
    whenThereIsNoAnswer: 'Hidden for too few respondents as drawn; no mean where the noise would drown it.',
    source: 'docs/release-file.md, "Mean" and "The pair of a cell"',
    notFor: [
      'judging a mentor or a team lead: who answers, and after which week, decides much of it',
      'a target: answers that are rewarded are no longer answers',
    ],
    counterMeasure: 'The number of people who answered: a mean that rises while fewer answer says little.',
    figure: 'mean',
    planClass: 'other',
    restsOn: ['feedback.answer'],
    splits: [{ key: 'item', label: 'Item' }],
    splitTables: [['item']],
    primary: 'mean',
    necessary: 'mean',
  },
  () => ({
    population: 'pulse',
    within: { item: 'pulse_items', track: 'pulse_tracks' },
    columnsOf: 'person',
    draws: [
      ...sumValues(ANSWERS),
      {
        key: 'favourable',
        label: 'People who answered 4 or 5',
        question: 'pulse-favourable/1',
        sensitivity: { kind: 'count' },
        adds: 'favourable',
      },
    ],
    bases: [{ of: ['respondents'] }],
    values: [
      { key: 'answered', label: 'People who answered', format: 'people', by: 'count', of: ['respondents'] },
      ...meanOf(ANSWERS, { key: 'mean', label: 'Mean answer', format: 'score' }),
      { key: 'share', label: 'Answered 4 or 5', format: 'fraction', by: 'proportion', ...FAVOURABLE },
      { key: 'shareLower', label: 'Answered 4 or 5, lower limit', format: 'fraction', by: 'proportionLower', ...FAVOURABLE },
      { key: 'shareUpper', label: 'Answered 4 or 5, upper limit', format: 'fraction', by: 'proportionUpper', ...FAVOURABLE },
    ],
  }),
);
