/** How a released value follows from drawn ones, in words. The file names the formula; `docs/release-file.md` states it. */
const FORMULAS: Readonly<Record<string, string>> = {
  count: 'the count as drawn, never below zero',
  total: 'the sum of drawn counts',
  proportion: 'people who do, divided by people eligible',
  proportionLower: 'lower end of the 95 % score interval, noise included',
  proportionUpper: 'upper end of the 95 % score interval, noise included',
  share: 'those who do, divided by those who do and those who do not, both drawn',
  shareLower: 'lower end of the 95 % score interval, noise of both counts included',
  shareUpper: 'upper end of the 95 % score interval, noise of both counts included',
  rateRatio: 'the group\u2019s rate divided by the rate of everyone else',
  rateRatioLower: 'lower end of the 95 % interval of that ratio (MOVER), noise included',
  rateRatioUpper: 'upper end of the 95 % interval of that ratio (MOVER), noise included',
  rateDifference: 'the group\u2019s rate minus the rate of everyone else',
  rateDifferenceLower: 'lower end of the 95 % interval of that difference (MOVER), noise included',
  rateDifferenceUpper: 'upper end of the 95 % interval of that difference (MOVER), noise included',
  scoreZ: 'how many standard deviations the two rates lie apart (score test, noise included)',
  scoreP: 'how often chance alone would set rates at least this far apart',
  adjustedP: 'the same, adjusted for all comparisons of the family (Benjamini\u2013Hochberg)',
  comparisons: 'how many comparisons the family holds',
  impactRatio: 'the group\u2019s rate divided by the highest rate of the table; a screen, not a test',
  shortfall: 'people more who would bring the group to the others\u2019 rate',
  otherRate: 'the rate of everyone else',
  verdict: 'what the interval says against the agreed similar range',
  mean: 'the drawn sum divided by the drawn size',
  meanLower: 'lower end of the 95 % t interval, noise included',
  meanUpper: 'upper end of the 95 % t interval, noise included',
};

/** The formula in words; an unknown one is named by its key. */
export const formulaInWords = (formula: string): string => FORMULAS[formula] ?? formula;
