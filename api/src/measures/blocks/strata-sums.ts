import type { CaseRow, Exact } from '../../kernel/index.js';
import { mantelHaenszelSums, type MantelHaenszelSums, type Stratum } from '../../statistics/index.js';
import type { ModelDraw, ModelValue } from '../modelled.js';
import { isMentored } from './fits.js';

/** The nine sums of Mantel and Haenszel that are drawn, in the order in which formulas name them. */
export const STRATA_SUMS = {
  concordant: 'Σ ad ÷ n',
  discordant: 'Σ bc ÷ n',
  concordantVariance: 'Σ PR, for the variance',
  mixedVariance: 'Σ (PS + QR), for the variance',
  discordantVariance: 'Σ QS, for the variance',
  differenceNumerator: 'Σ (an₀ − cn₁) ÷ n',
  differenceWeight: 'Σ n₁n₀ ÷ n',
  differenceVariance: 'Σ (ad + cb) ÷ 2n, for the variance',
  differenceCorrection: 'its correction (Sato)',
} as const;
type SumName = keyof typeof STRATA_SUMS & keyof MantelHaenszelSums;
const NAMES = Object.keys(STRATA_SUMS) as SumName[];

/** The sums of mentored beside other people over strata; nobody moves one of them by more than 1. */
export const drawStrata = (question: string): ModelDraw[] =>
  NAMES.map((key) => ({
    key,
    label: STRATA_SUMS[key],
    question: `${question}-${key}/1`,
    sensitivity: { kind: 'bounded', most: 1 },
  }));

/** Those of the cases, who are in one stratum where they agree in all labels. No stratum is printed. */
export function exactStrata(rows: readonly CaseRow[], labels: readonly string[]): Record<string, Exact> {
  const strata = new Map<string, { -readonly [Name in keyof Stratum]: number }>();
  for (const row of rows) {
    const name = JSON.stringify(labels.map((label) => row.labels[label]));
    const stratum = strata.get(name) ?? { exposedEvents: 0, exposedNonEvents: 0, unexposedEvents: 0, unexposedNonEvents: 0 };
    stratum[`${isMentored(row) ? 'exposed' : 'unexposed'}${row.numbers['stepped'] === 1 ? 'Events' : 'NonEvents'}`] += 1;
    strata.set(name, stratum);
  }
  const sums = mantelHaenszelSums([...strata.values()]);
  return Object.fromEntries(NAMES.map((name) => [name, { kind: 'exact', value: sums[name] } as const]));
}

/** The common odds ratio and difference over the strata, which nothing but these sums tells of: whether they agree is not tested. */
export function strataValues(pair: readonly string[]): ModelValue[] {
  const of = [...NAMES, ...pair];
  const odds = 'Odds ratio at equal tenure, performance and level';
  const difference = 'Difference of shares at equal tenure, performance and level';
  return [
    { key: 'oddsRatio', label: odds, format: 'ratio', by: 'oddsRatio', of },
    { key: 'oddsRatioLower', label: `${odds}, lower limit`, format: 'ratio', by: 'oddsRatioLower', of },
    { key: 'oddsRatioUpper', label: `${odds}, upper limit`, format: 'ratio', by: 'oddsRatioUpper', of },
    { key: 'riskDifference', label: difference, format: 'difference', by: 'riskDifference', of },
    { key: 'riskDifferenceLower', label: `${difference}, lower limit`, format: 'difference', by: 'riskDifferenceLower', of },
    { key: 'riskDifferenceUpper', label: `${difference}, upper limit`, format: 'difference', by: 'riskDifferenceUpper', of },
    { key: 'pooling', label: 'Whether one number stands for all strata', format: 'verdict', by: 'pooling', of: pair },
  ];
}
