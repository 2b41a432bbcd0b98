import { aalenJohansen } from './aalen-johansen.js';
import { alphaSpending } from './alpha-spending.js';
import { chiSquare } from './chi-square.js';
import { cox } from './cox.js';
import { eValue } from './e-value.js';
import { equivalence } from './equivalence.js';
import { inequality } from './inequality.js';
import { kaplanMeier } from './kaplan-meier.js';
import { leastSquares } from './least-squares.js';
import { logRank } from './log-rank.js';
import { logistic } from './logistic.js';
import { mantelHaenszel } from './mantel-haenszel.js';
import { mean } from './mean.js';
import { multipleTesting } from './multiple-testing.js';
import { overlapWeights } from './overlap-weights.js';
import { pairedComparison } from './paired-comparison.js';
import { powerPaired } from './power-paired.js';
import { powerTwoSample } from './power-two-sample.js';
import { proportionDifference } from './proportion-difference.js';
import { proportionRatio } from './proportion-ratio.js';
import { proportionTest } from './proportion-test.js';
import { wilsonInterval } from './proportions.js';
import { randomEffects } from './random-effects.js';
import { sampleSizePaired } from './sample-size-paired.js';
import { theil } from './theil.js';

/**
 * The checking door: from the name of a reference file (without `.json`) to the function that takes its `input` and
 * answers with an `Estimate` whose value carries the names of its `expected`. A `null` there is a named absence here.
 */
export const byOracle = {
  'aalen-johansen': aalenJohansen,
  'alpha-spending': alphaSpending,
  'chi-square': chiSquare,
  cox,
  'e-value': eValue,
  equivalence,
  inequality,
  'kaplan-meier': kaplanMeier,
  'least-squares': leastSquares,
  'log-rank': logRank,
  logistic,
  'mantel-haenszel': mantelHaenszel,
  mean,
  'multiple-testing': multipleTesting,
  'overlap-weights': overlapWeights,
  'paired-comparison': pairedComparison,
  'power-paired': powerPaired,
  'power-two-sample': powerTwoSample,
  'proportion-difference': proportionDifference,
  'proportion-ratio': proportionRatio,
  'proportion-test': proportionTest,
  proportions: wilsonInterval,
  'random-effects': randomEffects,
  'sample-size-paired': sampleSizePaired,
  theil,
} as const;
