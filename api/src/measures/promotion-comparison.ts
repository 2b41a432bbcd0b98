import type { CaseRow, Exact } from '../kernel/index.js';
import { drawFit, exactFit, type FitOptions, fitValues, hazardRatio, isMentored, weightedDifference } from './blocks/fits.js';
import { drawStrata, exactStrata, strataValues } from './blocks/strata-sums.js';
import type { MeasureContract } from './contract.js';
import { type Model, type ModelDraw, modelled, type ModelValue } from './modelled.js';

/** Arms in which fewer people or steps are drawn are not compared. */
const FEWEST_PEOPLE = 50;
const FEWEST_STEPS = 10;
/**
 * Half the range of a share, and half as much again: people are weighted, and who weighs most moves the difference by more
 * than one of so many. A bound of half the range would cut off those whom selection makes rare, and lean the estimate by
 * half its error.
 */
const MOST_OF_A_SHARE = 0.75;

const ARMS = ['mentored', 'others'] as const;
const STEPS = ['mentoredStepped', 'othersStepped'] as const;

const HAZARD: FitOptions = {
  key: 'logHazardRatio',
  label: 'Logarithm of the hazard ratio of mentored time',
  question: 'promotion-hazard',
  bound: { times: 2, over: 'smallest', of: STEPS },
  errorBound: { times: 1, over: 'smallest', of: STEPS },
};
const WEIGHTED: FitOptions = {
  key: 'weighted',
  label: 'Difference of shares between people weighted to be alike',
  question: 'promotion-weighted',
  bound: { times: MOST_OF_A_SHARE, over: 'each', of: ARMS },
  errorBound: { times: 1, over: 'smallest', of: ARMS },
};

const COUNTS: readonly ModelValue[] = [
  { key: 'mentoredPeople', label: 'Mentored people', format: 'people', by: 'count', of: ['mentored'] },
  { key: 'otherPeople', label: 'People not mentored, or not yet', format: 'people', by: 'count', of: ['others'] },
];

const BASES = [
  ...ARMS.map((arm) => ({ of: [arm], least: FEWEST_PEOPLE })),
  ...STEPS.map((steps) => ({ of: [steps], least: FEWEST_STEPS })),
];

/** Whether mentored people step up more: the plain comparison, and three that are fairer. */
export const promotionComparison: MeasureContract = modelled(
  {
    key: 'promotion_comparison',
    label: 'Comparison of promotions',
    question: 'Do mentored people step up more, fairly compared?',
    field: 'promotionComparison',
    variants: [
      { key: 'landmark', label: 'from a landmark a year ago', subject: 'mentees' },
      { key: 'over_time', label: 'over time, mentored from the first day on', subject: 'mentees' },
    ],
    subject: 'mentees',
    unit: 'people',
    population:
      'From a landmark: people employed on the last day of the period four quarters ago; mentored are those who had been a mentee by that day. Over time: everybody with a hiring date, from hiring to their first promotion, leaving or the period\u2019s last day, but no earlier than the first row about them and the first promotion on record anywhere; nobody counts as mentored before their first day as a mentee. By track: people mentored in it, beside people not mentored at all. Closed relationships count as none.',
    numerator:
      'The first promotion that raised the rank: after the landmark until the period\u2019s last day; over time whenever it came.',
    denominator:
      'Crude: the share of mentored people who stepped up, divided by that of the others. Then at equal tenure, level and performance band as held before the mentoring began (Mantel and Haenszel), and weighted to be alike in these. Over time: the rate of promotions of mentored time, divided by that of the same people\u2019s and others\u2019 time before or without mentoring, at equal time since hiring, level and performance band (Cox); levels and bands with fewer than five promotions are left out. The E-value says how strongly a hidden cause would have to be tied to both mentoring and promotion to explain the whole ratio, read as a ratio of risks.',
    interval:
      '95 % intervals: MOVER for the crude ratio; Robins, Breslow and Greenland; sandwich for the weighted difference; Wald for the hazard ratio (Efron\u2019s ties). All contain the noise of what is drawn.',
    whenThereIsNoAnswer:
      'Hidden for fewer than 50 people or 10 steps in either arm as drawn; no ratio where the noise would drown it. Strata are never printed, so whether they agree is not tested.',
    source:
      'Cox 1972; Andersen & Gill 1982; Crowley & Hu 1977; Mantel & Haenszel 1959; Li, Morgan & Zaslavsky 2018; VanderWeele & Ding 2017; docs/release-file.md, \u201cModel\u201d and \u201cAdjusted\u201d',
    notFor: [
      'the crude ratio alone: who lives long enough to be mentored has had more time to be promoted, and who is expected to rise is chosen',
      'a promise to a person, or a ground for or against somebody\u2019s promotion',
      'proof of a cause: nobody was assigned by lot',
    ],
    counterMeasure:
      'Parity of participation: mentoring that is given to those who would rise anyway widens the gap it means to close.',
    figure: 'model',
    planClass: 'model',
    primary: 'hazardRatio',
    necessary: 'mentoredPeople',
  },
  (variant) => (variant === 'landmark' ? fromLandmark() : overTime()),
);

function fromLandmark(): Model {
  const labels = ['tenure', 'band', 'level'];
  return {
    population: 'promotions_after_landmark',
    draws: [...drawArms('landmark'), ...drawStrata('landmark-promotions'), ...drawFit(WEIGHTED)],
    bases: BASES,
    values: [
      ...COUNTS,
      ...shareOf('mentoredShare', 'Mentored people who stepped up', ['mentoredStepped', 'mentored']),
      ...shareOf('othersShare', 'Other people who stepped up', ['othersStepped', 'others']),
      ...crudeRatio(),
      ...strataValues(['mentoredStepped', 'mentored']),
      ...fitValues(WEIGHTED, { key: 'weightedDifference', label: WEIGHTED.label, format: 'difference' }, 0),
    ],
    exactOf: (rows) => ({
      ...exactArms(rows),
      ...exactStrata(rows, labels),
      ...exactFit(WEIGHTED, weightedDifference(rows, labels)),
    }),
  };
}

function overTime(): Model {
  const label = 'Hazard ratio of mentored time';
  const of = ['hazardRatio', 'hazardRatioLower', 'hazardRatioUpper'];
  return {
    population: 'promotion_times',
    draws: [...drawArms('time'), ...drawFit(HAZARD)],
    bases: BASES,
    values: [
      ...COUNTS,
      ...fitValues(HAZARD, { key: 'hazardRatio', label, format: 'ratio' }, 1),
      { key: 'eValue', label: 'E-value of the ratio', format: 'ratio', by: 'eValue', of },
      { key: 'eValueLimit', label: 'E-value of the limit nearer to 1', format: 'ratio', by: 'eValueLimit', of },
    ],
    exactOf: (rows) => ({ ...exactArms(rows), ...exactFit(HAZARD, hazardRatio(rows, ['level', 'band'])) }),
  };
}

/** The people and the steps of each arm; over time somebody may be in both, and steps up in one. */
function drawArms(question: string): ModelDraw[] {
  const draw = (key: string, label: string): ModelDraw => ({
    key,
    label,
    question: `promotion-${question}-${key}/1`,
    sensitivity: { kind: 'count' },
  });
  return [
    draw('mentored', 'Mentored people'),
    draw('others', 'People not mentored, or not yet'),
    draw('mentoredStepped', 'Those who stepped up, mentored'),
    draw('othersStepped', 'Those who stepped up, not mentored'),
  ];
}

function exactArms(rows: readonly CaseRow[]): Record<string, Exact> {
  const count = (arm: boolean, counts: (row: CaseRow) => boolean): Exact => ({
    kind: 'exact',
    value: rows.filter((row) => isMentored(row) === arm && counts(row)).length,
  });
  const stepped = ({ numbers }: CaseRow): boolean => numbers['stepped'] === 1;
  const anybody = (): boolean => true;
  return {
    mentored: count(true, anybody),
    others: count(false, anybody),
    mentoredStepped: count(true, stepped),
    othersStepped: count(false, stepped),
  };
}

function shareOf(key: string, label: string, of: readonly string[]): ModelValue[] {
  return [
    { key, label, format: 'fraction', by: 'proportion', of },
    { key: `${key}Lower`, label: `${label}, lower limit`, format: 'fraction', by: 'proportionLower', of },
    { key: `${key}Upper`, label: `${label}, upper limit`, format: 'fraction', by: 'proportionUpper', of },
  ];
}

function crudeRatio(): ModelValue[] {
  const of = ['mentoredStepped', 'mentored', 'othersStepped', 'others'];
  const label = 'Crude ratio of the shares';
  return [
    { key: 'crudeRatio', label, format: 'ratio', by: 'proportionRatio', of },
    { key: 'crudeRatioLower', label: `${label}, lower limit`, format: 'ratio', by: 'proportionRatioLower', of },
    { key: 'crudeRatioUpper', label: `${label}, upper limit`, format: 'ratio', by: 'proportionRatioUpper', of },
  ];
}
