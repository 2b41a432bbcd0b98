import { countCases, share } from './blocks/cases.js';
import { RUNNING_BASES, RUNNING_CAP, RUNNING_IN_WORDS, RUNNING_PEOPLE } from './blocks/running.js';
import type { MeasureContract } from './contract.js';
import { type Tally, tallied } from './tallied.js';

interface Question {
  readonly population: string;
  readonly question: string;
  readonly cases: readonly (readonly [key: string, label: string])[];
  /** Which of the cases the share counts, among which. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const QUESTIONS: Readonly<Record<string, Question>> = {
  agreed: {
    population: 'goals_agreed',
    question: 'goals-agreed/1',
    cases: [
      ['agreed', 'Goals agreed'],
      ['notAgreed', 'Goals not agreed'],
      ['notSaid', 'Not said'],
    ],
    yes: ['agreed'],
    no: ['notAgreed', 'notSaid'],
  },
  baselines: {
    population: 'goals_baselines',
    question: 'goals-baselines/1',
    cases: [
      ['inTime', 'Baseline in time'],
      ['namedOnly', 'Baseline named, no check in time'],
      ['noBaseline', 'No baseline'],
    ],
    yes: ['inTime'],
    no: ['namedOnly', 'noBaseline'],
  },
  changes: {
    population: 'goals_changes',
    question: 'goals-changes/1',
    cases: [
      ['changed', 'Goals changed on the way'],
      ['unchanged', 'Reviewed, goals not changed'],
      ['noReview', 'No review says'],
    ],
    yes: ['changed'],
    no: ['unchanged'],
  },
};

/** Whether goal and starting point are named at the start, and goals may change on the way. */
export const goals: MeasureContract = tallied(
  {
    key: 'goals',
    label: 'Goals',
    question: 'Are goal and starting point named at the start?',
    field: 'goals',
    variants: [
      { key: 'agreed', label: 'goals agreed', subject: 'mentees' },
      { key: 'baselines', label: 'starting point measured in time', subject: 'mentees' },
      { key: 'changes', label: 'goals changed on the way', subject: 'mentees' },
    ],
    subject: 'mentees',
    unit: 'relationships',
    population: RUNNING_IN_WORDS,
    numerator:
      'Goals agreed, as the mentee\u2019s row says or, where that is silent, a mentor\u2019s; a check of the mentee before the start in that track, at most 14 days from the beginning (one that is only said to have been taken does not count); goals changed, as any joint review since the beginning says.',
    denominator:
      'All of them, also where nothing is said; for changed goals those with a review that says whether they changed. At most three of one person count.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it. Starting points are not told without skill checks, changes not without reviews.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: [
      'a target: a goal can be written down for the record',
      'judging a pair whose goals changed: changing them is part of learning',
    ],
    counterMeasure: 'Joint reviews: a goal that nobody looks at again was only a form.',
    figure: 'rate',
    planClass: 'other',
    restsOn: ['participations.goals_agreed'],
    primary: 'share',
    necessary: 'share',
  },
  (variant) => tallyOf(QUESTIONS[variant] as Question),
);

function tallyOf({ population, question, cases, yes, no }: Question): Tally {
  return {
    population,
    columnsOf: 'mentee',
    draws: [...RUNNING_PEOPLE, ...countCases({ question, cap: RUNNING_CAP, cases })],
    bases: RUNNING_BASES,
    values: share({ key: 'share', label: 'Share', yes, no }),
  };
}
