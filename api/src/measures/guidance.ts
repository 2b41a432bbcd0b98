import { countCases, share } from './blocks/cases.js';
import { mentoredBases, mentoredPeople } from './blocks/relationships.js';
import { meanOf, sumValues, type ValuesOptions } from './blocks/values.js';
import type { MeasureContract } from './contract.js';
import { tallied, type TalliedDraw, type TalliedValue } from './tallied.js';

/** Rows of a person that count at most. */
const CAP = 3;
const PHASES = { early: 'in months 1 to 3', middle: 'in months 4 to 6', late: 'in months 7 to 12' } as const;
const KINDS = { Answer: 'Answering', Question: 'Asking', Debrief: 'Looking back' } as const;

const SLOPES: ValuesOptions = {
  sum: 'slopes',
  squares: 'slopesSquared',
  base: 'followed',
  label: 'Slopes of the level of guidance',
  baseLabel: 'Relationships with guidance in three months or more',
  question: 'guidance-slope',
  low: -0.5,
  high: 0.5,
  cap: CAP,
  rows: 'followed',
  total: 'slopes',
  totalOfSquares: 'slopesSquared',
};

/** Whether guidance fades: from answers to questions to looking back. */
export const guidance: MeasureContract = tallied(
  {
    key: 'guidance',
    label: 'Guidance',
    question: 'Does guidance fade?',
    field: 'guidance',
    variants: [{ key: 'guided', label: 'relationships that began in the last two years', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'relationships',
    population:
      'Relationships that began in the two years up to the period\u2019s last day and held a session with a named kind of guidance in their first twelve months, once for every mentee in one; closed relationships left out. The calendar month in which it began is a relationship\u2019s first.',
    numerator:
      'Of each relationship the shares of its sessions by kind of guidance: answering, asking, looking back. A pair that meets often weighs no more than one that meets seldom. The slope is the change a month of the level of guidance (answering 0, asking 1, looking back 2), over sessions, by least squares; slopes beyond half a level a month are cut off there.',
    denominator:
      'Relationships with such sessions in those months; for the slope those with such sessions in at least three months. At most three of one person count.',
    interval: '95 % score interval of the shares, 95 % t interval of the slope; both contain the noise of what is drawn.',
    whenThereIsNoAnswer: 'Hidden for too few mentees or mentors as drawn; no figure where the noise would drown it.',
    source: 'docs/release-file.md, \u201cThe pair of a cell\u201d and \u201cMean\u201d',
    notFor: [
      'judging a mentor: a beginner, or a dangerous task, needs answers',
      'a target: questions that are asked to be counted help nobody',
    ],
    counterMeasure: 'New situations handled alone: guidance that fades without them is absence, not growth.',
    figure: 'parts',
    planClass: 'other',
    restsOn: ['sessions.guidance'],
    primary: 'slope',
    necessary: 'earlyAnswer',
  },
  () => ({
    population: 'guidance',
    columnsOf: 'mentee',
    draws: [...mentoredPeople('guidance'), ...phases(drawPhase), ...sumValues(SLOPES)],
    bases: mentoredBases('guidance'),
    values: [
      ...phases(sharesOf),
      ...meanOf(SLOPES, { key: 'slope', label: 'Change of the level of guidance a month', format: 'score' }),
    ],
  }),
);

function phases<Item>(each: (phase: keyof typeof PHASES) => readonly Item[]): Item[] {
  return (Object.keys(PHASES) as (keyof typeof PHASES)[]).flatMap(each);
}

function drawPhase(phase: keyof typeof PHASES): TalliedDraw[] {
  const cases = Object.entries(KINDS).map(([kind, label]) => [`${phase}${kind}`, `${label} ${PHASES[phase]}`] as const);
  return countCases({ question: `guidance-${phase}/1`, cap: CAP, cases });
}

function sharesOf(phase: keyof typeof PHASES): TalliedValue[] {
  const names = Object.keys(KINDS).map((kind) => `${phase}${kind}`);
  return Object.entries(KINDS).flatMap(([kind, label]) => {
    const key = `${phase}${kind}`;
    return share({ key, label: `${label} ${PHASES[phase]}`, yes: [key], no: names.filter((name) => name !== key) });
  });
}
