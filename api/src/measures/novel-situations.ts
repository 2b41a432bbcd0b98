import { countCurve, curveCases, curveEvents, type CurveOptions, curveValues } from './blocks/curves.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const curveOf = (prefix: string): CurveOptions => ({
  question: `${prefix}novel-situations/1`,
  points: ['6', '12'],
  unit: 'months',
  event: 'handled a new situation alone',
  competing: 'left',
});

/** Who handles a new situation alone, and when. */
export const novelSituations: MeasureContract = tallied(
  {
    key: 'novel_situations',
    label: 'New situations',
    question: 'Who handles a new situation alone?',
    field: 'novelSituations',
    variants: [
      { key: 'beginners', label: 'people who began as mentees', subject: 'mentees' },
      { key: 'agents', label: 'software agents, never mixed with people', subject: 'agents' },
    ],
    subject: 'mentees, agents',
    unit: 'people',
    population:
      'People whose first relationship as a mentee began in the three years up to the period\u2019s last day, those who left since included; closed relationships left out. By track: whose first relationship in that track began then.',
    numerator: 'Those of whom a new situation handled alone was recorded after that beginning, until 6 and 12 months later.',
    denominator:
      'All of them, followed until that first situation, until they left the company, or until the period\u2019s last day; leaving competes.',
    interval:
      '95 % interval of the cumulative incidence (Aalen and Johansen, delta method on the log-log scale) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for fewer than 30 people or 10 such situations as drawn; no share where the noise would drown it; not collected where progressions were never loaded.',
    source: 'Aalen & Johansen 1978; docs/release-file.md, \u201cCurve\u201d',
    notFor: [
      'judging a person: who meets a new situation is not theirs to choose',
      'a target: a situation can be called new, and help can be left unsaid',
    ],
    counterMeasure: 'Safety and trust in the pulse: people who are left alone with something new are not grown.',
    figure: 'curve',
    planClass: 'other',
    primary: 'by12',
    necessary: 'by12',
  },
  (variant) => {
    const agents = variant === 'agents';
    const curve = curveOf(agents ? 'agents-' : '');
    return {
      population: agents ? 'novel_situations_of_agents' : 'novel_situations',
      columnsOf: 'mentee',
      rolledUp: true,
      draws: countCurve(curve),
      bases: [
        { of: curveCases(curve), least: 30 },
        { of: curveEvents(curve), least: 10 },
      ],
      values: curveValues(curve, (point) => `Handled one alone within ${point} months`),
    };
  },
);
