import { countCases, counted, share } from './blocks/cases.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const CASES = ['longServing', 'between', 'firstTime'] as const;
const others = (one: (typeof CASES)[number]): string[] => CASES.filter((key) => key !== one);

/** Whether mentors rotate: who stays long, and who is new. */
export const rotation: MeasureContract = tallied(
  {
    key: 'rotation',
    label: 'Rotation of mentors',
    question: 'Do mentors rotate?',
    field: 'rotation',
    variants: [{ key: 'mentor_time', label: 'mentors', subject: 'mentors' }],
    subject: 'mentors',
    unit: 'mentors',
    population:
      'People employed on the period\u2019s last day who took part as mentors in it. Closed relationships do not count. By track: mentors of that track, and their time in it.',
    numerator:
      'Those in the role for more than 12 months on that day, a pause of up to 90 days between two relationships included; those whose first relationship as a mentor began in the period.',
    denominator: 'All of them. What came before the first file that was loaded is not known: who seems new may not be.',
    interval: '95 % score interval (Wilson) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer: 'Hidden for too few mentors as drawn; no share where the noise would drown it.',
    source: 'Wilson 1927; docs/release-file.md, "The pair of a cell"',
    notFor: [
      'ending a good relationship because its mentor has been one for long',
      'judging a mentor who stays, or one who stops',
    ],
    counterMeasure: 'Endings and skill change: a mentor who is always new never becomes a good one.',
    figure: 'parts',
    planClass: 'other',
    primary: 'longServing',
    necessary: 'longServing',
  },
  () => ({
    population: 'rotation',
    within: { track: 'rotation_tracks' },
    columnsOf: 'mentor',
    draws: countCases({
      question: 'mentor-rotation/1',
      cases: [
        ['longServing', 'Mentors for more than 12 months'],
        ['between', 'Mentors for less'],
        ['firstTime', 'Mentors for the first time'],
      ],
    }),
    bases: [{ of: CASES }],
    values: [
      counted('mentors', 'Mentors', 'people', CASES),
      ...share({
        key: 'longServing',
        label: 'In the role for more than 12 months',
        yes: ['longServing'],
        no: others('longServing'),
      }),
      ...share({ key: 'firstTime', label: 'For the first time', yes: ['firstTime'], no: others('firstTime') }),
    ],
  }),
);
