import { saying, t } from '../language/index.js';

/** How a released value follows from drawn ones, in words. The file names the formula; `docs/release-file.md` states it. */
const FORMULAS: Readonly<Record<string, string>> = {
  count: saying('the count as drawn, never below zero'),
  total: saying('the sum of drawn counts'),
  proportion: saying('people who do, divided by people eligible'),
  proportionLower: saying('lower end of the 95 % score interval, noise included'),
  proportionUpper: saying('upper end of the 95 % score interval, noise included'),
  share: saying('those who do, divided by those who do and those who do not, both drawn'),
  shareLower: saying('lower end of the 95 % score interval, noise of both counts included'),
  shareUpper: saying('upper end of the 95 % score interval, noise of both counts included'),
  rateRatio: saying('the group\u2019s rate divided by the rate of everyone else'),
  rateRatioLower: saying('lower end of the 95 % interval of that ratio (MOVER), noise included'),
  rateRatioUpper: saying('upper end of the 95 % interval of that ratio (MOVER), noise included'),
  rateDifference: saying('the group\u2019s rate minus the rate of everyone else'),
  rateDifferenceLower: saying('lower end of the 95 % interval of that difference (MOVER), noise included'),
  rateDifferenceUpper: saying('upper end of the 95 % interval of that difference (MOVER), noise included'),
  scoreZ: saying('how many standard deviations the two rates lie apart (score test, noise included)'),
  scoreP: saying('how often chance alone would set rates at least this far apart'),
  adjustedP: saying('the same, adjusted for all comparisons of the family (Benjamini\u2013Hochberg)'),
  comparisons: saying('how many comparisons the family holds'),
  impactRatio: saying('the group\u2019s rate divided by the highest rate of the table; a screen, not a test'),
  shortfall: saying('people more who would bring the group to the others\u2019 rate'),
  otherRate: saying('the rate of everyone else'),
  verdict: saying('what the interval says against the agreed similar range'),
  mean: saying('the drawn sum divided by the drawn size'),
  otherMean: saying('the mean of everyone else'),
  meanRatio: saying('the group\u2019s mean divided by the mean of everyone else'),
  meanP: saying('how often chance alone would set means at least this far apart'),
  differenceOfMeans: saying('one mean minus the other'),
  standardizedMean: saying('the mean divided by how much people differ (Hedges\u2019 g)'),
  regressionToMean: saying('what the scores before would have moved by themselves, given how exact a check is'),
  curve: saying(
    'the share that has got there by this time, counting only those still followed (Kaplan\u2013Meier, or Aalen\u2013Johansen where leaving competes)',
  ),
  followed: saying('how many are still followed at this time, from the drawn counts'),
  otherCurve: saying('the same share of everyone else'),
  curveRatio: saying('the group\u2019s share by this time divided by that of everyone else'),
  curveP: saying('how often chance alone would set the two shares at least this far apart'),
  proportionRatio: saying('one share divided by the other, each from drawn counts'),
  gini: saying('how unequally it is shared: 0 when all give the same, 1 when one gives all (Gini)'),
  topShare: saying('the share that the most active tenth gives'),
  theil: saying('how unequally it is shared (Theil\u2019s T)'),
  theilWithin: saying('the part of the inequality inside the groups shown'),
  theilBetween: saying('the part of the inequality between the groups shown'),
  oddsRatio: saying(
    'the odds of the group divided by those of the others, compared inside each stratum and then put together (Mantel\u2013Haenszel)',
  ),
  riskDifference: saying('the difference of shares, compared inside each stratum and then put together (Mantel\u2013Haenszel)'),
  homogeneityP: saying('how often chance alone would set the strata at least this far apart (Cochran\u2019s Q)'),
  homogeneityStrata: saying('how many strata hold enough to be tested'),
  pooling: saying('whether one number may stand for all strata: they agree, they do not, or it could not be tested'),
  modelEstimate: saying('what the fitted model says, drawn with noise'),
  modelLower: saying('lower end of the 95 % interval of the model\u2019s estimate, noise included'),
  modelUpper: saying('upper end of the 95 % interval of the model\u2019s estimate, noise included'),
  eValue: saying('how strongly a hidden cause would have to be tied to both sides to explain the whole ratio (E-value)'),
  eValueLimit: saying('the same for the end of the interval nearer to 1'),
};

const END = /(Lower|Upper)$/;

/** The end of an interval whose formula has no words of its own. */
const endInWords = (formula: string): string =>
  formula.endsWith('Lower')
    ? t('lower end of the 95 % interval, noise included')
    : t('upper end of the 95 % interval, noise included');

/** The formula in words; an unknown one is named by its key. */
export function formulaInWords(formula: string): string {
  const words = FORMULAS[formula];
  if (words !== undefined) return t(words);
  return END.test(formula) && FORMULAS[formula.replace(END, '')] !== undefined ? endInWords(formula) : formula;
}

const POOLING: Readonly<Record<string, string>> = {
  pooled: saying('one number stands for all strata'),
  heterogeneous: saying('the strata disagree'),
  notTested: saying('could not be tested'),
};

/** Whether one number may stand for all strata, in words. */
export const poolingInWords = (key: string): string => t(POOLING[key] ?? key);
