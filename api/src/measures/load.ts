import { countCases } from './blocks/cases.js';
import { compareMeans, meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { DerivationGround, MeasureContract } from './contract.js';
import { type Tally, tallied, type TalliedDraw, type TalliedValue } from './tallied.js';

/** Bins of held minutes of a quarter, and the public value that stands for each: nothing, up to 3, 6, 12, 18, 24, 36 hours, more. */
const BINS = [
  { key: 'minutes0', label: 'Mentors without a held minute', value: 0 },
  { key: 'minutes180', label: 'Mentors with up to 3 hours', value: 90 },
  { key: 'minutes360', label: 'Mentors with 3 to 6 hours', value: 270 },
  { key: 'minutes720', label: 'Mentors with 6 to 12 hours', value: 540 },
  { key: 'minutes1080', label: 'Mentors with 12 to 18 hours', value: 900 },
  { key: 'minutes1440', label: 'Mentors with 18 to 24 hours', value: 1260 },
  { key: 'minutes2160', label: 'Mentors with 24 to 36 hours', value: 1800 },
  { key: 'minutesAbove', label: 'Mentors with more than 36 hours', value: 2520 },
] as const;
/** The most minutes of a mentor that count towards the mean: 24 hours in a quarter. */
const MOST_MINUTES = 1440;

/** The mentors themselves: the same draw as in participation and parity. */
const MENTORS: TalliedDraw = {
  key: 'mentors',
  label: 'Mentors',
  question: 'mentors/1',
  columnsOf: 'person',
  sensitivity: { kind: 'count' },
  adds: 'mentors',
};

/** Whether the work of mentoring is shared, and who gives it. */
export const load: MeasureContract = tallied(
  {
    key: 'load',
    label: 'Load of mentors',
    question: 'Is the work of mentoring shared, and who gives it?',
    field: 'mentorLoad',
    variants: [
      { key: 'mentor_mentees', label: 'by active mentees', subject: 'mentors' },
      { key: 'mentor_minutes', label: 'by held minutes', subject: 'mentors' },
    ],
    subject: 'mentors',
    unit: 'mentors',
    population:
      'People employed on the period\u2019s last day who took part as mentors in it. Closed relationships do not count. By track: mentors of that track, with what they give in it.',
    numerator:
      'Active mentees: people who were mentees in a relationship of theirs at the same time, cut off at twice the cap of the settings. Held minutes of the period: a session with a group is given once, and 24 hours are the most that count towards the mean.',
    denominator: 'All of them, also those without a mentee or a held minute.',
    interval:
      '95 % t interval of a mean, 95 % score interval of a share; both contain the noise. Gini and the top tenth come from a drawn histogram of eight public bins and have none.',
    whenThereIsNoAnswer:
      'Hidden for too few mentors as drawn; no mean where the noise would drown it; minutes are not told where sessions were never loaded.',
    source: 'Gini 1912; Student 1908; Wilson 1927; docs/release-file.md, "Mean" and "Concentration"',
    notFor: [
      'a target for mentors: more mentees are not better mentoring',
      'judging a mentor: who carries much was asked for much',
      'ranking teams or levels by what they give',
    ],
    counterMeasure: 'Wait: a load within the cap may mean that people wait who could be met.',
    figure: 'mean',
    planClass: 'equity',
    primary: 'mean',
    necessary: 'mean',
  },
  (variant, ground) => (variant === 'mentor_minutes' ? byMinutes() : byMentees(ground)),
);

function byMentees({ settings }: DerivationGround): Tally {
  const values = valuesOf('activeMentees', 'Active mentees', 2 * settings.mentorLoadCap);
  const of = ['overCap', 'mentors'];
  return {
    population: 'load',
    within: { track: 'load_tracks' },
    columnsOf: 'mentor',
    bases: [{ of: ['mentors'] }],
    draws: [
      MENTORS,
      ...sumValues(values).filter(({ key }) => key !== MENTORS.key),
      {
        key: 'overCap',
        label: 'Mentors with more mentees than the cap',
        question: 'mentors-over-cap/1',
        sensitivity: { kind: 'count' },
        adds: 'overCap',
      },
    ],
    values: [
      ...shown(values),
      { key: 'overCap', label: 'Above the cap', format: 'fraction', by: 'proportion', of },
      { key: 'overCapLower', label: 'Above the cap, lower limit', format: 'fraction', by: 'proportionLower', of },
      { key: 'overCapUpper', label: 'Above the cap, upper limit', format: 'fraction', by: 'proportionUpper', of },
    ],
  };
}

function byMinutes(): Tally {
  const values = valuesOf('minutesGiven', 'Held minutes', MOST_MINUTES);
  const bins = BINS.map(({ key }) => key);
  const parameters = Object.fromEntries(BINS.map(({ value }, at) => [`value${at + 1}`, value]));
  return {
    population: 'load_minutes',
    within: { track: 'load_minutes_tracks' },
    columnsOf: 'mentor',
    bases: [{ of: ['mentors'] }],
    draws: [
      MENTORS,
      ...sumValues(values).filter(({ key }) => key !== MENTORS.key),
      ...countCases({ question: 'mentor-minutes/1', cases: BINS.map(({ key, label }) => [key, label]) }),
    ],
    values: [
      ...shown(values),
      { key: 'gini', label: 'Gini coefficient of held minutes', format: 'fraction', by: 'gini', of: bins, parameters },
      { key: 'topShare', label: 'Carried by the top tenth', format: 'fraction', by: 'topShare', of: bins, parameters },
    ],
  };
}

function valuesOf(sum: string, label: string, high: number): ValuesOptions {
  const squares = `${sum}Squared`;
  const drawn = { sum, squares, base: MENTORS.key, label, baseLabel: MENTORS.label, low: 0, high, cap: 1 };
  return { ...drawn, question: `mentors-${sum}`, rows: 'mentors', total: sum, totalOfSquares: squares };
}

/** What both variants tell: the mean of a mentor, in mentees or in minutes, beside everyone else's. */
function shown(values: ValuesOptions): TalliedValue[] {
  return [
    { key: 'mentors', label: 'Mentors', format: 'people', by: 'count', of: ['mentors'] },
    ...meanOf(values, { key: 'mean', label: 'Mean of a mentor: mentees, or minutes', format: 'score' }),
    ...compareMeans(values, 'score'),
  ];
}
