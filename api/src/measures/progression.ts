import { countCurve, curveCases, curveEvents, type CurveOptions, curveValues } from './blocks/curves.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const CURVE: CurveOptions = {
  question: 'progression/1',
  points: ['3', '6', '9', '12', '18', '24'],
  unit: 'months',
  event: 'stepped up',
  competing: 'left the company',
};

/** How many mentees reach the next step of autonomy, and when. */
export const progression: MeasureContract = tallied(
  {
    key: 'progression',
    label: 'Progression',
    question: 'How many mentees reach the next step of autonomy?',
    field: 'progression',
    variants: [{ key: 'starters', label: 'people who began as mentees', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people',
    population:
      'People whose first relationship as a mentee began in the three years up to the period\u2019s last day, those who left since included; closed relationships left out. By track: whose first relationship in that track began then.',
    numerator:
      'Those whose rank was raised after that beginning, by a step of whatever kind, until 3, 6, 9, 12, 18 and 24 months later.',
    denominator:
      'All of them, followed until that first step, until they left the company, or until the period\u2019s last day. Leaving competes: who left can no longer step up here, and is not treated as if they still might.',
    interval:
      '95 % interval of the cumulative incidence (Aalen and Johansen, delta method on the log-log scale) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for fewer than 30 people or 10 steps as drawn; no share where the noise would drown it; not collected where progressions were never loaded.',
    source: 'Aalen & Johansen 1978; docs/release-file.md, \u201cCurve\u201d',
    notFor: [
      'proof that mentoring caused a step: nobody without a mentor is counted here (see the comparison of promotions)',
      'judging a person, a mentor or a pair',
      'a target: a rank can be given away',
    ],
    counterMeasure: 'New situations handled alone, and the skills behind a step: a rank without them is a title.',
    figure: 'curve',
    planClass: 'other',
    primary: 'by12',
    necessary: 'by12',
  },
  () => ({
    population: 'progression',
    columnsOf: 'mentee',
    rolledUp: true,
    draws: countCurve(CURVE),
    bases: [
      { of: curveCases(CURVE), least: 30 },
      { of: curveEvents(CURVE), least: 10 },
    ],
    values: curveValues(CURVE, (point) => `Stepped up within ${point} months`),
  }),
);
