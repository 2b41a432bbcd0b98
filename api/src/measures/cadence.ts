import { countCases, share } from './blocks/cases.js';
import { RUNNING_BASES, RUNNING_CAP, RUNNING_IN_WORDS, RUNNING_PEOPLE } from './blocks/running.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

/** Whether the agreed dose is kept. */
export const cadence: MeasureContract = tallied(
  {
    key: 'cadence',
    label: 'Cadence',
    question: 'Is the agreed dose kept?',
    field: 'cadence',
    variants: [{ key: 'pairs', label: 'running relationships', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population: RUNNING_IN_WORDS,
    numerator:
      'Those in which the minutes that their track names for a month were held in at least two of the period\u2019s three months.',
    denominator:
      'Those in a track that names monthly minutes and that began in the period\u2019s first month or before; later ones have not had two whole months. At most three of one person count.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it, or where no track names its minutes; not collected where sessions were never loaded.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: [
      'a target: minutes can be booked without meeting',
      'judging a pair: a month without a session may be a holiday, or help that was not needed',
    ],
    counterMeasure: 'Guidance and endings: a cadence that is kept for ever may hold people who no longer need it.',
    figure: 'rate',
    planClass: 'other',
    restsOn: ['sessions.minutes'],
    primary: 'kept',
    necessary: 'kept',
  },
  () => ({
    population: 'cadence',
    columnsOf: 'mentee',
    draws: [
      ...RUNNING_PEOPLE,
      ...countCases({
        question: 'cadence/1',
        cap: RUNNING_CAP,
        cases: [
          ['kept', 'Dose kept in two months'],
          ['notKept', 'Dose not kept'],
          ['tooYoung', 'Began later in the period'],
          ['noDose', 'No dose agreed'],
        ],
      }),
    ],
    bases: RUNNING_BASES,
    values: [
      ...share({ key: 'kept', label: 'Dose kept', yes: ['kept'], no: ['notKept'] }),
      ...share({ key: 'noDose', label: 'No dose agreed', yes: ['noDose'], no: ['kept', 'notKept', 'tooYoung'] }),
    ],
  }),
);
