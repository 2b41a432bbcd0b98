export * from './distributions/index.js';
export { byOracle } from './by-oracle.js';
export {
  aalenJohansen,
  type AalenJohansenRows,
  type AalenJohansenCounts,
  type AalenJohansenStep,
  type AalenJohansenResult,
} from './aalen-johansen.js';
export { alphaSpending, type AlphaSpendingInput, type AlphaSpendingResult } from './alpha-spending.js';
export { chiSquare, type ChiSquareInput, type ChiSquareResult } from './chi-square.js';
export { cox, type CoxInput, type CoxResult } from './cox.js';
export { eValue, type EValueInput, type EValueResult } from './e-value.js';
export {
  estimateComparison,
  type ComparedEstimate,
  type EstimateComparisonInput,
  type EstimateComparisonResult,
} from './estimate-comparison.js';
export { equivalence, type EquivalenceInput, type EquivalenceResult } from './equivalence.js';
export { inequality, type InequalityInput, type InequalityResult } from './inequality.js';
export {
  kaplanMeier,
  type KaplanMeierRows,
  type KaplanMeierCounts,
  type KaplanMeierStep,
  type KaplanMeierResult,
} from './kaplan-meier.js';
export { leastSquares, type LeastSquaresInput, type LeastSquaresResult } from './least-squares.js';
export { logRank, type LogRankInput, type LogRankResult } from './log-rank.js';
export { logistic, type LogisticInput, type LogisticResult } from './logistic.js';
export {
  mantelHaenszel,
  mantelHaenszelFromSums,
  mantelHaenszelSums,
  type Effect,
  type MantelHaenszelInput,
  type MantelHaenszelNoise,
  type MantelHaenszelResult,
  type MantelHaenszelSums,
  type Stratum,
} from './mantel-haenszel.js';
export { mean, type MeanInput, type MeanResult } from './mean.js';
export { multipleTesting, type MultipleTestingInput, type MultipleTestingResult } from './multiple-testing.js';
export { overlapWeights, type OverlapWeightsInput, type OverlapWeightsResult } from './overlap-weights.js';
export {
  pairedComparison,
  smallSampleFactor,
  type PairedInput,
  type PairedComparisonInput,
  type PairedComparisonResult,
} from './paired-comparison.js';
export { powerPaired, type PowerPairedInput, type PowerPairedResult } from './power-paired.js';
export { powerTwoSample, type PowerTwoSampleInput, type PowerTwoSampleResult } from './power-two-sample.js';
export { proportionDifference } from './proportion-difference.js';
export { proportionRatio, type ProportionRatioResult } from './proportion-ratio.js';
export { proportionTest, type ProportionTestResult } from './proportion-test.js';
export {
  wilsonInterval,
  wilsonInterval as proportions,
  type Interval,
  type ProportionInput,
  type ProportionNoise,
  type ProportionResult,
} from './proportions.js';
export { randomEffects, type RandomEffectsInput, type RandomEffectsFit, type RandomEffectsResult } from './random-effects.js';
export { sampleSizePaired, type SampleSizePairedInput, type SampleSizePairedResult } from './sample-size-paired.js';
export { theil, type TheilInput, type TheilResult } from './theil.js';
export { type ProportionPairInput } from './parts/proportion-pair.js';
export { type LeaveOneOut } from './parts/leave-one-out.js';
export {
  oddsRatioHomogeneity,
  type OddsRatioHomogeneityInput,
  type OddsRatioHomogeneityResult,
} from './odds-ratio-homogeneity.js';
export { stepAt, type TimeCounts } from './parts/survival-counts.js';
