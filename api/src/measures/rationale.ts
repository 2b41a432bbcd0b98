import { countCases, share } from './blocks/cases.js';
import { RUNNING_BASES, RUNNING_CAP, RUNNING_IN_WORDS, RUNNING_PEOPLE } from './blocks/running.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

/** Whether it can be said why two people were paired. */
export const rationale: MeasureContract = tallied(
  {
    key: 'rationale',
    label: 'Reason of the pairing',
    question: 'Is the reason of the pairing on record?',
    field: 'rationale',
    variants: [{ key: 'pairs', label: 'running relationships', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population: RUNNING_IN_WORDS,
    numerator: 'Those of which any row says that the reason of the pairing is recorded.',
    denominator: 'All of them; where nothing is said, nothing is on record. At most three of one person count.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer: 'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: ['judging the reason: whether it is a good one stands nowhere', 'a target: a box can be ticked'],
    counterMeasure: 'Endings that did not fit: a reason on record that nobody thought about changes nothing.',
    figure: 'rate',
    planClass: 'other',
    restsOn: ['participations.rationale_recorded'],
    primary: 'recorded',
    necessary: 'recorded',
  },
  () => ({
    population: 'rationale',
    columnsOf: 'mentee',
    draws: [
      ...RUNNING_PEOPLE,
      ...countCases({
        question: 'rationale/1',
        cap: RUNNING_CAP,
        cases: [
          ['recorded', 'Reason recorded'],
          ['notRecorded', 'Reason not recorded'],
        ],
      }),
    ],
    bases: RUNNING_BASES,
    values: share({ key: 'recorded', label: 'Reason recorded', yes: ['recorded'], no: ['notRecorded'] }),
  }),
);
