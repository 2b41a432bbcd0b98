import { countCases, share } from './blocks/cases.js';
import { RUNNING_BASES, RUNNING_CAP, RUNNING_IN_WORDS, RUNNING_PEOPLE } from './blocks/running.js';
import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const GOALS_MET: ValuesOptions = {
  sum: 'goalsMet',
  squares: 'goalsMetSquared',
  base: 'goalRows',
  label: 'Share of goals met',
  baseLabel: 'Reviewed relationships with goals',
  question: 'reviews-goals-met',
  low: 0,
  high: 1,
  cap: RUNNING_CAP,
  rows: 'goalRows',
  total: 'goalsMet',
  totalOfSquares: 'goalsMetSquared',
};
const RATINGS: ValuesOptions = {
  sum: 'ratingDifference',
  squares: 'ratingDifferenceSquared',
  base: 'ratedRows',
  label: 'Mentor\u2019s rating minus mentee\u2019s',
  baseLabel: 'Reviewed relationships that both rated',
  question: 'reviews-rating-difference',
  low: -4,
  high: 4,
  cap: RUNNING_CAP,
  rows: 'ratedRows',
  total: 'ratingDifference',
  totalOfSquares: 'ratingDifferenceSquared',
};

/** Whether both sides look at it together, what comes of the goals, and whether they see it alike. */
export const jointReviews: MeasureContract = tallied(
  {
    key: 'joint_reviews',
    label: 'Joint reviews',
    question: 'Do both sides look at it together?',
    field: 'jointReviews',
    variants: [{ key: 'pairs', label: 'running relationships', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population: RUNNING_IN_WORDS,
    numerator:
      'Those with a joint review within the period; of these, goals met of the goals set, and the mentor\u2019s rating minus the mentee\u2019s, each as the mean of a relationship over its reviews.',
    denominator:
      'All of them; for goals those whose reviews name goals, for ratings those that both sides rated. At most three of one person count.',
    interval: '95 % score interval (Wilson) of the share, 95 % t interval of the means; both contain the noise of what is drawn.',
    whenThereIsNoAnswer:
      'Hidden for too few mentees or mentors as drawn; no share and no mean where the noise would drown it; not collected where reviews were never loaded.',
    source: 'Wilson 1927; Student 1908; docs/release-file.md, "Mean" and "The pair of a cell"',
    notFor: [
      'a target: reviews and met goals can be written down',
      'judging a pair that rates differently: to say so is what a review is for',
    ],
    counterMeasure: 'Skill change: goals that are always met may have been set too low.',
    figure: 'rate',
    planClass: 'other',
    primary: 'reviewed',
    necessary: 'reviewed',
  },
  () => ({
    population: 'joint_reviews',
    columnsOf: 'mentee',
    draws: [
      ...RUNNING_PEOPLE,
      ...countCases({
        question: 'joint-reviews/1',
        cap: RUNNING_CAP,
        cases: [
          ['reviewed', 'Reviewed together'],
          ['notReviewed', 'Not reviewed'],
        ],
      }),
      ...sumValues(GOALS_MET),
      ...sumValues(RATINGS),
    ],
    bases: RUNNING_BASES,
    values: [
      ...share({ key: 'reviewed', label: 'Reviewed together', yes: ['reviewed'], no: ['notReviewed'] }),
      ...meanOf(GOALS_MET, { key: 'goalsMet', label: 'Goals met of those set', format: 'fraction' }),
      ...meanOf(RATINGS, { key: 'viewsApart', label: 'Mentor\u2019s rating minus mentee\u2019s', format: 'score' }),
    ],
  }),
);
