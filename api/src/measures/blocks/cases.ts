import type { TallyRow } from '../../kernel/index.js';
import type { TalliedDraw, TalliedValue } from '../tallied.js';

export interface CasesOptions {
  /** Name and version of the question, `endings/1`. Every case is asked under it with its own name. */
  readonly question: string;
  /** Rows of a person that count at most; left out, the cases are people. */
  readonly cap?: number;
  /** Name of the case, which is also the number that the population gives, and its label. */
  readonly cases: readonly (readonly [key: string, label: string, adds?: (row: TallyRow) => number])[];
}

/** Disjoint cases, counted: a histogram. Nobody, and no row, is in two of them. */
export function countCases({ question, cap, cases }: CasesOptions): TalliedDraw[] {
  return cases.map(([key, label, adds]) => ({
    key,
    label,
    question: `${question}:${key}`,
    histogram: question,
    sensitivity: cap === undefined ? { kind: 'count' } : { kind: 'rows', cap },
    adds: adds ?? key,
  }));
}

export interface ShareOptions {
  /** Name of the value; its limits are called after it. */
  readonly key: string;
  readonly label: string;
  /** The cases that count, and all others. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** The share of some cases among all, with its score interval. */
export function share({ key, label, yes, no }: ShareOptions): TalliedValue[] {
  const given = { of: [...yes, ...no], parameters: { yes: yes.length } };
  return [
    { key, label, format: 'fraction', by: 'share', ...given },
    { key: `${key}Lower`, label: `${label}, lower limit`, format: 'fraction', by: 'shareLower', ...given },
    { key: `${key}Upper`, label: `${label}, upper limit`, format: 'fraction', by: 'shareUpper', ...given },
  ];
}

/** The share of a group beside that of everyone else: ratio, difference, test, verdict. One comparison in a measure. */
export function compareShares({ yes, no }: Pick<ShareOptions, 'yes' | 'no'>): TalliedValue[] {
  const of = [...yes, ...no];
  const parameters = { yes: yes.length };
  const versus = { of, parameters, against: 'everyoneElse' } as const;
  return [
    { key: 'otherRate', label: 'Share of everyone else', format: 'fraction', by: 'otherRate', ...versus },
    { key: 'rateRatio', label: 'Ratio to everyone else', format: 'ratio', by: 'rateRatio', ...versus },
    { key: 'rateRatioLower', label: 'Lower limit of the ratio', format: 'ratio', by: 'rateRatioLower', ...versus },
    { key: 'rateRatioUpper', label: 'Upper limit of the ratio', format: 'ratio', by: 'rateRatioUpper', ...versus },
    { key: 'rateDifference', label: 'Difference to everyone else', format: 'difference', by: 'rateDifference', ...versus },
    {
      key: 'rateDifferenceLower',
      label: 'Lower limit of the difference',
      format: 'difference',
      by: 'rateDifferenceLower',
      ...versus,
    },
    {
      key: 'rateDifferenceUpper',
      label: 'Upper limit of the difference',
      format: 'difference',
      by: 'rateDifferenceUpper',
      ...versus,
    },
    { key: 'scoreP', label: 'p', format: 'probability', by: 'scoreP', ...versus },
    ...verdictFrom('scoreP', 'rateRatio'),
  ];
}

/** Adjusted p, size of the family and verdict of a comparison by its ratio. */
export function verdictFrom(p: string, ratio: string): TalliedValue[] {
  return [
    { key: 'adjustedP', label: 'p, adjusted for all comparisons', format: 'probability', by: 'adjustedP', of: [p] },
    { key: 'comparisons', label: 'Comparisons adjusted for', format: 'count', by: 'comparisons', of: [p] },
    { key: 'verdict', label: 'Verdict', format: 'verdict', by: 'verdict', of: [`${ratio}Lower`, `${ratio}Upper`, 'adjustedP'] },
  ];
}

/** A count as drawn, never shown below 0. */
export const counted = (key: string, label: string, format: TalliedValue['format'], of: readonly string[]): TalliedValue => ({
  key,
  label,
  format,
  by: of.length === 1 ? 'count' : 'total',
  of,
});
