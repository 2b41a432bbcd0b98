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
  otherMean: 'the mean of everyone else',
  meanRatio: 'the group\u2019s mean divided by the mean of everyone else',
  meanP: 'how often chance alone would set means at least this far apart',
  differenceOfMeans: 'one mean minus the other',
  standardizedMean: 'the mean divided by how much people differ (Hedges\u2019 g)',
  regressionToMean: 'what the scores before would have moved by themselves, given how exact a check is',
  curve:
    'the share that has got there by this time, counting only those still followed (Kaplan\u2013Meier, or Aalen\u2013Johansen where leaving competes)',
  followed: 'how many are still followed at this time, from the drawn counts',
  otherCurve: 'the same share of everyone else',
  curveRatio: 'the group\u2019s share by this time divided by that of everyone else',
  curveP: 'how often chance alone would set the two shares at least this far apart',
  proportionRatio: 'one share divided by the other, each from drawn counts',
  gini: 'how unequally it is shared: 0 when all give the same, 1 when one gives all (Gini)',
  topShare: 'the share that the most active tenth gives',
  theil: 'how unequally it is shared (Theil\u2019s T)',
  theilWithin: 'the part of the inequality inside the groups shown',
  theilBetween: 'the part of the inequality between the groups shown',
  oddsRatio:
    'the odds of the group divided by those of the others, compared inside each stratum and then put together (Mantel\u2013Haenszel)',
  riskDifference: 'the difference of shares, compared inside each stratum and then put together (Mantel\u2013Haenszel)',
  homogeneityP: 'how often chance alone would set the strata at least this far apart (Cochran\u2019s Q)',
  homogeneityStrata: 'how many strata hold enough to be tested',
  pooling: 'whether one number may stand for all strata: they agree, they do not, or it could not be tested',
  modelEstimate: 'what the fitted model says, drawn with noise',
  modelLower: 'lower end of the 95 % interval of the model\u2019s estimate, noise included',
  modelUpper: 'upper end of the 95 % interval of the model\u2019s estimate, noise included',
  eValue: 'how strongly a hidden cause would have to be tied to both sides to explain the whole ratio (E-value)',
  eValueLimit: 'the same for the end of the interval nearer to 1',
};

const END = /(Lower|Upper)$/;

/** The end of an interval whose formula has no words of its own. */
const endInWords = (formula: string): string =>
  `${formula.endsWith('Lower') ? 'lower' : 'upper'} end of the 95 % interval, noise included`;

/** The formula in words; an unknown one is named by its key. */
export const formulaInWords = (formula: string): string =>
  FORMULAS[formula] ?? (END.test(formula) && FORMULAS[formula.replace(END, '')] !== undefined ? endInWords(formula) : formula);

const POOLING: Readonly<Record<string, string>> = {
  pooled: 'one number stands for all strata',
  heterogeneous: 'the strata disagree',
  notTested: 'could not be tested',
};

/** Whether one number may stand for all strata, in words. */
export const poolingInWords = (key: string): string => POOLING[key] ?? key;
