import { compareCurves, countCurve, curveCases, curveEvents, type CurveOptions, curveValues } from './blocks/curves.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const CURVE: CurveOptions = {
  question: 'wait/1',
  points: ['30', '60', '90', '180'],
  unit: 'days',
  event: 'served',
  cap: 1,
};

/** How long people wait for a mentor: the share served after 30, 60, 90 and 180 days. */
export const wait: MeasureContract = tallied(
  {
    key: 'wait',
    label: 'Wait',
    question: 'How long do people wait for a mentor?',
    field: 'wait',
    variants: [{ key: 'requests', label: 'requests of the last year', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people who asked',
    population:
      'Requests for a known track that were asked in the year up to the period\u2019s last day, whoever took the first step. The requests of one person share one weight. A request that a closed relationship served is left out.',
    numerator:
      'Requests served: their person began a relationship as a mentee in that track on the day of the request or later. Time counts from the request to that first beginning.',
    denominator:
      'All of them, followed until they were served, until the period\u2019s last day, until their person left or withdrew. A refusal by the programme ends no waiting: that request stays unserved.',
    interval:
      '95 % interval of Kaplan and Meier\u2019s estimate (log-log, Greenwood) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for fewer than 30 people or 10 served requests as drawn; no share where the noise would drown it; not collected where requests were never loaded.',
    source: 'Kaplan & Meier 1958; docs/release-file.md, "Curve"',
    notFor: [
      'judging a mentor or a coordinator: who is free to mentor is decided by a whole organisation',
      'a promise to a person who asks now',
    ],
    counterMeasure:
      'Endings that did not fit, and load: matching faster is easy where anybody is matched with whoever has no time to refuse.',
    figure: 'curve',
    planClass: 'equity',
    primary: 'by90',
    necessary: 'by90',
  },
  () => ({
    population: 'wait',
    columnsOf: 'mentee',
    draws: countCurve(CURVE),
    bases: [
      { of: curveCases(CURVE), least: 30 },
      { of: curveEvents(CURVE), least: 10 },
    ],
    values: [...curveValues(CURVE, (point) => `Served within ${point} days`), ...compareCurves(CURVE, '90')],
  }),
);
