import { compareShares, countCases, counted, share } from './blocks/cases.js';
import { mentoredBases, mentoredPeople } from './blocks/relationships.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

/** Rows of a person that count at most. */
const CAP = 3;
const GOOD = ['completed', 'independent', 'sunset'] as const;
const OTHER = ['mismatch', 'reorganised', 'left', 'lapsed', 'unknown'] as const;
const LABELS = {
  completed: 'Completed',
  independent: 'No longer needed',
  sunset: 'Track ended',
  mismatch: 'Did not fit',
  reorganised: 'Reorganised',
  left: 'Left the company',
  lapsed: 'Lapsed',
  unknown: 'Reason not said',
} as const;

/** How relationships end: the share of good endings, and each reason. */
export const endings: MeasureContract = tallied(
  {
    key: 'endings',
    label: 'Endings',
    question: 'How do mentoring relationships end?',
    field: 'endings',
    variants: [{ key: 'relationships', label: 'relationships that ended', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population: 'Relationships that ended within the period, once for every mentee in one; closed relationships left out.',
    numerator: 'Those that ended for a reason; completed, no longer needed and the end of the track are good endings.',
    denominator: 'All that ended, whatever the reason, also where none was said. At most three of one person count.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer: 'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: [
      'calling a mentor, a mentee or a pair a failure: an early end can be the right one',
      'a target: endings can be kept open',
    ],
    counterMeasure: 'Dependence: a programme without endings may hold people who no longer need it.',
    figure: 'parts',
    planClass: 'equity',
    restsOn: ['participations.end_reason'],
    primary: 'good',
    necessary: 'good',
  },
  () => ({
    population: 'endings',
    columnsOf: 'mentee',
    draws: [
      ...mentoredPeople('endings'),
      ...countCases({ question: 'endings/1', cap: CAP, cases: [...GOOD, ...OTHER].map((key) => [key, LABELS[key]]) }),
    ],
    bases: mentoredBases('endings'),
    values: [
      counted('ended', 'Ended', 'rows', [...GOOD, ...OTHER]),
      ...share({ key: 'good', label: 'Good endings', yes: GOOD, no: OTHER }),
      ...[...GOOD, ...OTHER].flatMap((reason) =>
        share({
          key: reason,
          label: LABELS[reason],
          yes: [reason],
          no: [...GOOD, ...OTHER].filter((other) => other !== reason),
        }),
      ),
      ...compareShares({ yes: GOOD, no: OTHER }),
    ],
  }),
);
