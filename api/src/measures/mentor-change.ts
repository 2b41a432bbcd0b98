import { counted } from './blocks/cases.js';
import { countCurve, curveCases, curveEvents, type CurveOptions, curveValues } from './blocks/curves.js';
import { CHANGES } from './blocks/skill-pairs.js';
import { differenceOfMeans, meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { type Tally, tallied, type TalliedDraw, type TalliedValue } from './tallied.js';

const CURVE: CurveOptions = {
  question: 'mentor-progression/1',
  points: ['6', '12', '24'],
  unit: 'months',
  event: 'stepped up',
  competing: 'left the company',
};
const SKILLS: ValuesOptions = { ...CHANGES, question: 'mentor-skill-change', baseLabel: 'Mentors with a pair' };

/** Values of mentors who weigh less where a mentee stands behind several of them. */
const weighedMentors = (question: string, label: string, most: number): ValuesOptions => ({
  sum: 'total',
  squares: 'totalSquared',
  base: 'mentors',
  label,
  baseLabel: 'Mentors',
  question,
  low: -most,
  high: most,
  cap: 1,
  rows: 'mentors',
  total: 'total',
  totalOfSquares: 'totalSquared',
});
const SELF_VIEW = weighedMentors('mentor-self-view', 'Own score minus that of the mentees', 50);
const GUIDANCE = weighedMentors('mentor-guidance', 'Level of guidance after minus before the first training', 1);

const answersOf = (group: 'trained' | 'untrained', baseLabel: string): ValuesOptions => ({
  sum: `${group}Answers`,
  squares: `${group}AnswersSquared`,
  base: group,
  label: `Answers of ${baseLabel.toLowerCase()}`,
  baseLabel,
  question: `pulse-${group}`,
  low: 1,
  high: 5,
  cap: 3,
  rows: group,
  total: `${group}Answers`,
  totalOfSquares: `${group}AnswersSquared`,
});
const TRAINED = answersOf('trained', 'Mentees of trained mentors');
const UNTRAINED = answersOf('untrained', 'Mentees of mentors without a training');

const people = (base: readonly string[]): TalliedValue => counted('peopleCounted', 'People', 'people', base);

/** Everybody behind it has one, shared among the rows that they stand behind. */
const behind = (question: string, key: string, label: string): TalliedDraw => ({
  key,
  label,
  question: `${question}-${key}/1`,
  sensitivity: { kind: 'rows', cap: 1 },
  adds: key,
});

/** Of rows that may weigh less than one the number is no whole one. */
const inParts = (draws: readonly TalliedDraw[]): TalliedDraw[] =>
  draws.map((draw) => (draw.sensitivity.kind === 'count' ? { ...draw, sensitivity: { kind: 'rows', cap: 1 } } : draw));

/** Whether mentors learn too. */
export const mentorChange: MeasureContract = tallied(
  {
    key: 'mentor_change',
    label: 'Change of mentors',
    question: 'Do mentors learn too?',
    field: 'mentorChange',
    variants: [
      { key: 'mentors_skill', label: 'skills of mentors', subject: 'mentors' },
      { key: 'mentors_progression', label: 'steps up of mentors', subject: 'mentors' },
      { key: 'mentors_self_view', label: 'what mentors and their mentees say', subject: 'mentors' },
      { key: 'mentors_guidance', label: 'guidance before and after a training', subject: 'mentors' },
      { key: 'mentees_pulse', label: 'pulse of mentees by their mentors\u2019 training', subject: 'mentees' },
    ],
    subject: 'mentors, mentees',
    unit: 'people',
    population:
      'Skills: mentors with a pair of checks in a track in which they mentor, as in skill change. Steps: people whose first relationship as a mentor began in the three years up to the period\u2019s last day. Self-view: mentors who assessed themselves within the last year and whose mentees answered on the quality of feedback meanwhile. Guidance: mentors with a first training in the last two years and sessions with a named kind of guidance in the twelve months before and after that month. Pulse: mentees who answered within the period. Closed relationships left out everywhere.',
    numerator:
      'Skills: the change in percentage points, beyond 30 cut off. Steps: whose rank was raised until 6, 12 and 24 months later, leaving competing. Self-view: the own score minus that of the mentees, both from 0 to 100, beyond 50 cut off. Guidance: the level (answering 0, asking 1, looking back 2) after minus before, beyond 1 cut off. Pulse: the mean answer from 1 to 5 where a mentor had a training before the period began, and where none had.',
    denominator:
      'Those people, each once by the mean of theirs. Where a mentee stands behind several mentors, each of these weighs less; at most three mentees of one mentor count in the pulse.',
    interval: '95 % t intervals and, of steps, that of the cumulative incidence; all contain the noise of what is drawn.',
    whenThereIsNoAnswer:
      'Hidden for too few mentors, or too few mentees behind them, as drawn; no figure where the noise would drown it; not collected where one of its files was never loaded.',
    source: 'docs/release-file.md, \u201cMean\u201d and \u201cCurve\u201d',
    notFor: [
      'judging a mentor: a mentor\u2019s own score is asked for so that it can be honest',
      'proof that a training works: who takes one may differ from who does not',
    ],
    counterMeasure: 'Load: mentors who are to learn as well need the time for it.',
    figure: 'mean',
    planClass: 'other',
    primary: 'skillChange',
    necessary: 'peopleCounted',
  },
  tallyOf,
);

function tallyOf(variant: string): Tally {
  switch (variant) {
    case 'mentors_progression':
      return progression();
    case 'mentors_self_view':
      return ofMentors('mentor_self_view', SELF_VIEW, { key: 'selfMinusMentees', label: SELF_VIEW.label, format: 'points' });
    case 'mentors_guidance':
      return ofMentors('mentor_guidance', GUIDANCE, { key: 'guidanceChange', label: GUIDANCE.label, format: 'score' });
    case 'mentees_pulse':
      return pulse();
    default:
      return skills();
  }
}

function skills(): Tally {
  return {
    population: 'mentor_skills',
    columnsOf: 'mentor',
    rolledUp: true,
    draws: sumValues(SKILLS),
    bases: [{ of: [SKILLS.base] }],
    values: [people([SKILLS.base]), ...meanOf(SKILLS, { key: 'skillChange', label: 'Mean change of skill', format: 'points' })],
  };
}

function progression(): Tally {
  return {
    population: 'mentor_progression',
    columnsOf: 'mentor',
    rolledUp: true,
    draws: countCurve(CURVE),
    bases: [
      { of: curveCases(CURVE), least: 30 },
      { of: curveEvents(CURVE), least: 10 },
    ],
    values: [people(curveCases(CURVE)), ...curveValues(CURVE, (point) => `Stepped up within ${point} months`)],
  };
}

/** A mean over mentors, with the mentees behind them. */
function ofMentors(population: string, values: ValuesOptions, main: Pick<TalliedValue, 'key' | 'label' | 'format'>): Tally {
  return {
    population,
    columnsOf: 'mentor',
    without: ['track'],
    draws: [...inParts(sumValues(values)), behind(values.question, 'mentees', 'Mentees behind it')],
    bases: [{ of: [values.base] }, { of: ['mentees'] }],
    values: [people([values.base]), ...meanOf(values, main)],
  };
}

function pulse(): Tally {
  const groups = [TRAINED, UNTRAINED];
  return {
    population: 'pulse_by_training',
    columnsOf: 'mentee',
    without: ['track'],
    draws: groups.flatMap((group) => [
      ...sumValues(group),
      behind(group.question, `${group.base}Mentors`, `Mentors behind ${group.baseLabel.toLowerCase()}`),
    ]),
    bases: groups.flatMap(({ base }) => [{ of: [base] }, { of: [`${base}Mentors`] }]),
    values: [
      people([TRAINED.base, UNTRAINED.base]),
      ...meanOf(TRAINED, { key: 'pulseTrained', label: 'Mean answer, mentor trained', format: 'score' }),
      ...meanOf(UNTRAINED, { key: 'pulseUntrained', label: 'Mean answer, mentor not trained', format: 'score' }),
      ...differenceOfMeans(TRAINED, UNTRAINED, { key: 'pulseDifference', label: 'Difference', format: 'score' }),
    ],
  };
}
