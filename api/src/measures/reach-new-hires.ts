import { compareCurves, countCurve, curveCases, curveEvents, type CurveOptions, curveValues } from './blocks/curves.js';
import type { MeasureContract } from './contract.js';
import { tallied } from './tallied.js';

const CURVE: CurveOptions = { question: 'reach-new-hires/1', points: ['30', '60', '90'], unit: 'days', event: 'met' };

/** Whether new people are met in time: the share with a first held session after 30, 60 and 90 days. */
export const reachNewHires: MeasureContract = tallied(
  {
    key: 'reach_new_hires',
    label: 'Reach of new hires',
    question: 'Are new people met by a mentor in time?',
    field: 'reachNewHires',
    variants: [{ key: 'new_hires', label: 'people hired in the last year', subject: 'mentees' }],
    subject: 'mentees',
    unit: 'people',
    population: 'People hired in the year up to the period\u2019s last day. Who has no hiring date on record is left out.',
    numerator:
      'Those with whom, as a mentee, a session was held: days from the day of hiring to the first one. Planned sessions and closed relationships do not count.',
    denominator: 'All of them, followed until the first session, the period\u2019s last day or the day on which they left.',
    interval:
      '95 % interval of Kaplan and Meier\u2019s estimate (log-log, Greenwood) that contains the noise of all drawn counts.',
    whenThereIsNoAnswer:
      'Hidden for fewer than 30 people or 10 first sessions as drawn; no share where the noise would drown it; not collected where sessions were never loaded. Not told by track: who has not been met is in none.',
    source: 'Kaplan & Meier 1958; docs/release-file.md, "Curve"',
    notFor: ['judging a new colleague or their team', 'a target for first meetings: a date in a calendar is not yet a welcome'],
    counterMeasure: 'Dose and endings: a first meeting that nothing follows reaches nobody.',
    figure: 'curve',
    planClass: 'equity',
    primary: 'by90',
    necessary: 'by90',
  },
  () => ({
    population: 'reach_new_hires',
    columnsOf: 'mentee',
    without: ['track'],
    draws: countCurve(CURVE),
    bases: [
      { of: curveCases(CURVE), least: 30 },
      { of: curveEvents(CURVE), least: 10 },
    ],
    values: [...curveValues(CURVE, (point) => `Met within ${point} days`), ...compareCurves(CURVE, '90')],
  }),
);
