import type { Derivation, Formula } from '../kernel/index.js';
import { takingPartTable } from './cells/taking-part.js';
import type { MeasureContract, TableShape } from './contract.js';
import { pairOf, ratesOf } from './participation.js';
import { WHO_TAKES_PART } from './roles.js';

/** Whether a group takes part at the others' rate: ratio, difference, test, verdict. */
export const parity: MeasureContract = {
  key: 'parity',
  label: 'Parity',
  question: 'Does a group take part at the rate of everyone else?',
  field: 'parity',
  variants: WHO_TAKES_PART,
  subject: 'mentees, mentors',
  unit: 'people',
  population: 'People employed on the last day of the period. Closed relationships do not count.',
  numerator: 'The rate at which the group takes part in this role.',
  denominator:
    'The rate of everyone else: the rest of the eligible people; for a personal characteristic, the other groups of it that are shown.',
  interval:
    '95 % intervals of ratio and difference (MOVER on Wilson limits) that contain the noise of all drawn counts and their covariance.',
  whenThereIsNoAnswer: 'Hidden like participation; no comparison where either rate has no answer or nobody else is left.',
  source: 'Newcombe 1998; Donner & Zou 2012; Benjamini & Hochberg 1995; docs/release-file.md, "Everyone else"',
  notFor: [
    'proof of discrimination, or of its absence: it shows a disparity, not its cause',
    'a legal test: the similar range is this organisation\u2019s choice for what to look at first',
    'judging a person, a manager or a team',
  ],
  counterMeasure: 'Participation itself: parity also rises when everybody takes part less. Dose: being in is not yet receiving.',
  method: 'parity/1',
  figure: 'forest',
  populations: [],
  planClass: 'representation',
  restsOn: ['participations.started_on'],
  drawn: [
    { key: 'eligible', label: 'Eligible people', scale: 'an open fact, exact; none where a personal characteristic takes part' },
    { key: 'participants', label: 'People who take part', scale: 'a count of people: one each' },
    {
      key: 'nonParticipants',
      label: 'People who do not',
      scale: 'a count of people: one each; only where a personal characteristic takes part',
    },
  ],
  values: [
    { key: 'eligible', label: 'Eligible people', format: 'people' },
    { key: 'participants', label: 'Take part', format: 'people' },
    { key: 'rate', label: 'Rate', format: 'fraction' },
    { key: 'lower', label: 'Lower limit of the rate', format: 'fraction' },
    { key: 'upper', label: 'Upper limit of the rate', format: 'fraction' },
    { key: 'otherRate', label: 'Rate of everyone else', format: 'fraction' },
    { key: 'rateRatio', label: 'Rate ratio to everyone else', format: 'ratio' },
    { key: 'rateRatioLower', label: 'Lower limit of the ratio', format: 'ratio' },
    { key: 'rateRatioUpper', label: 'Upper limit of the ratio', format: 'ratio' },
    { key: 'rateDifference', label: 'Difference to everyone else', format: 'difference' },
    { key: 'rateDifferenceLower', label: 'Lower limit of the difference', format: 'difference' },
    { key: 'rateDifferenceUpper', label: 'Upper limit of the difference', format: 'difference' },
    { key: 'scoreZ', label: 'Standard deviations apart', format: 'standardDeviations' },
    { key: 'scoreP', label: 'p', format: 'probability' },
    { key: 'adjustedP', label: 'p, adjusted for all comparisons', format: 'probability' },
    { key: 'comparisons', label: 'Comparisons adjusted for', format: 'count' },
    { key: 'impactRatio', label: 'Ratio to the highest rate', format: 'ratio' },
    { key: 'shortfall', label: 'People more for the others\u2019 rate', format: 'people' },
    { key: 'verdict', label: 'Verdict', format: 'verdict' },
  ],
  primary: 'rateRatio',
  necessary: 'rate',
  derivedOf: (shape) => (shape.breakdown.length === 0 ? ratesOf(shape) : { ...ratesOf(shape), ...comparisonsOf(shape) }),
  tableOf: (cohort, variant, planned) => takingPartTable(cohort, { measure: 'parity', variant, planned, closedInTotal: false }),
};

function comparisonsOf({ special }: TableShape): Record<string, Derivation> {
  const of = pairOf(special);
  const versus = (by: Formula): Derivation => ({ by, of, against: 'everyoneElse' });
  return {
    otherRate: versus('otherRate'),
    rateRatio: versus('rateRatio'),
    rateRatioLower: versus('rateRatioLower'),
    rateRatioUpper: versus('rateRatioUpper'),
    rateDifference: versus('rateDifference'),
    rateDifferenceLower: versus('rateDifferenceLower'),
    rateDifferenceUpper: versus('rateDifferenceUpper'),
    scoreZ: versus('scoreZ'),
    scoreP: versus('scoreP'),
    adjustedP: { by: 'adjustedP', of: ['scoreP'] },
    comparisons: { by: 'comparisons', of: ['scoreP'] },
    impactRatio: { by: 'impactRatio', of },
    shortfall: versus('shortfall'),
    verdict: { by: 'verdict', of: ['rateRatioLower', 'rateRatioUpper', 'adjustedP'] },
  };
}
