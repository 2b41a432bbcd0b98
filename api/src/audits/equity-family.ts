/** On which side of 1 a ratio asks for a word: groups that take part less, or that carry more. */
export type Concern = 'lower' | 'higher';

/** One comparison that a cell of a measure makes. */
export interface JudgedValue {
  /** The step of a path that it is about; null where a cell makes one comparison. */
  readonly step: string | null;
  /** The name of the ratio; its limits are called after it. */
  readonly ratio: string;
  /** What is beside it: the group's own figure and that of everyone else, where the release names them. */
  readonly own: string;
  readonly other: string | null;
  /** Where the release gives a verdict: its name, that of the adjusted p and of the size of the family. */
  readonly verdict: { readonly key: string; readonly adjustedP: string; readonly comparisons: string } | null;
  /** What the ratio divides. */
  readonly of: 'rates' | 'means' | 'odds';
}

export interface EquityMeasure {
  readonly measure: string;
  readonly concern: Concern;
  readonly judged: readonly JudgedValue[];
}

const NAMES = { key: 'verdict', adjustedP: 'adjustedP', comparisons: 'comparisons' } as const;
const OTHER = { step: null, other: 'otherRate', verdict: NAMES, of: 'rates', ratio: 'rateRatio' } as const;
const MEANS = { ...OTHER, own: 'mean', other: 'otherMean', of: 'means', ratio: 'meanRatio' } as const;

/** A later step of the path names its values after itself. */
const laterStep = (step: string): JudgedValue => ({
  step,
  ratio: `${step}RateRatio`,
  own: `${step}Rate`,
  other: `${step}OtherRate`,
  verdict: { key: `${step}Verdict`, adjustedP: `${step}AdjustedP`, comparisons: `${step}Comparisons` },
  of: 'rates',
});

/** The measures whose group comparisons an audit judges, in the order in which it reads them. */
export const EQUITY_FAMILY: readonly EquityMeasure[] = [
  { measure: 'parity', concern: 'lower', judged: [{ ...OTHER, own: 'rate' }] },
  { measure: 'dose', concern: 'lower', judged: [MEANS] },
  {
    measure: 'funnel',
    concern: 'lower',
    judged: [{ ...OTHER, own: 'matchedRate' }, laterStep('third'), laterStep('completed')],
  },
  { measure: 'wait', concern: 'lower', judged: [{ ...OTHER, own: 'by90' }] },
  { measure: 'reach_new_hires', concern: 'lower', judged: [{ ...OTHER, own: 'by90' }] },
  {
    measure: 'matching_given_fit',
    concern: 'lower',
    judged: [{ step: null, ratio: 'oddsRatio', own: 'matchedShare', other: null, verdict: null, of: 'odds' }],
  },
  { measure: 'load', concern: 'higher', judged: [MEANS] },
  { measure: 'time_zone_gap', concern: 'higher', judged: [{ ...OTHER, own: 'apart' }] },
  { measure: 'endings', concern: 'lower', judged: [{ ...OTHER, own: 'good' }] },
];

/** The measures that an audit reads from a release. */
export const AUDITED_MEASURES: readonly string[] = EQUITY_FAMILY.map(({ measure }) => measure);

/** The adjusted comparison that stands beside plain parity. */
export const ADJUSTED_MEASURE = 'parity_adjusted';
