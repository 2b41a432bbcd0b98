import { countCases, counted, share } from './blocks/cases.js';
import { MOST_CHANGE } from './blocks/skill-pairs.js';
import { differenceOfMeans, meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { type Tally, tallied } from './tallied.js';

const gaps = (phase: 'Before' | 'After'): ValuesOptions => ({
  sum: `gaps${phase}`,
  squares: `gaps${phase}Squared`,
  base: `judged${phase}`,
  label: `Own score minus external score, ${phase.toLowerCase()}`,
  baseLabel: `People judged by both, ${phase.toLowerCase()}`,
  question: `calibration-${phase.toLowerCase()}`,
  low: -MOST_CHANGE,
  high: MOST_CHANGE,
  cap: 1,
  rows: `judged${phase}`,
  total: `gaps${phase}`,
  totalOfSquares: `gaps${phase}Squared`,
});
const [BEFORE, AFTER] = [gaps('Before'), gaps('After')];

/** Whether people judge themselves better, and whether a skill is kept. */
export const calibration: MeasureContract = tallied(
  {
    key: 'calibration',
    label: 'Calibration',
    question: 'Do people judge themselves better, and is the skill kept?',
    field: 'calibration',
    variants: [
      { key: 'judged', label: 'people judged by themselves and by somebody external', subject: 'mentees' },
      { key: 'followed_up', label: 'people checked again at a follow-up', subject: 'mentees' },
    ],
    subject: 'mentees',
    unit: 'people',
    population:
      'Mentees of a track with skill checks in the three years up to the period\u2019s last day; closed relationships left out. Judged: those who were checked by themselves and by an external assessor at most 90 days apart, before or after. Followed up: those with a check after and a later follow-up of the same skill in the same track, by the same assessor with the same instrument.',
    numerator:
      'Judged: their own score minus the external one in percentage points of the greatest possible score, differences beyond 30 cut off there. Followed up: whose follow-up is no more than 5 points below the check after.',
    denominator: 'People, each once, by the mean of their skills; by track once in each.',
    interval: '95 % t interval of the means, 95 % score interval of the share; both contain the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden for too few people as drawn; no figure where the noise would drown it.',
    source: 'docs/release-file.md, \u201cMean\u201d and \u201cThe pair of a cell\u201d',
    notFor: [
      'judging a person: to think too little or too much of oneself is no offence',
      'reading the change as that of the same people: who was judged before and who after may differ',
    ],
    counterMeasure: 'Skill change: people who judge themselves well may do so because nothing moves.',
    figure: 'mean',
    planClass: 'other',
    restsOn: ['skill_checks.score'],
    primary: 'gapAfter',
    necessary: 'peopleCounted',
  },
  (variant): Tally => (variant === 'judged' ? judged() : followedUp()),
);

function judged(): Tally {
  return {
    population: 'self_judgement',
    columnsOf: 'mentee',
    rolledUp: true,
    draws: [...sumValues(BEFORE), ...sumValues(AFTER)],
    bases: [{ of: [BEFORE.base] }, { of: [AFTER.base] }],
    values: [
      counted('peopleCounted', 'People', 'people', [AFTER.base]),
      ...meanOf(BEFORE, { key: 'gapBefore', label: 'Own minus external score, before', format: 'points' }),
      ...meanOf(AFTER, { key: 'gapAfter', label: 'Own minus external score, after', format: 'points' }),
      ...differenceOfMeans(AFTER, BEFORE, { key: 'gapChange', label: 'After minus before', format: 'points' }),
    ],
  };
}

function followedUp(): Tally {
  return {
    population: 'skill_kept',
    columnsOf: 'mentee',
    rolledUp: true,
    draws: countCases({
      question: 'skill-kept/1',
      cases: [
        ['kept', 'Skill kept at the follow-up'],
        ['faded', 'Skill not kept'],
      ],
    }),
    bases: [{ of: ['kept', 'faded'] }],
    values: [
      counted('peopleCounted', 'People', 'people', ['kept', 'faded']),
      ...share({ key: 'keptShare', label: 'Share who kept the skill', yes: ['kept'], no: ['faded'] }),
    ],
  };
}
