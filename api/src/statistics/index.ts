export * from './distributions/index.js';
export { byOracle } from './by-oracle.js';
export { mean, type MeanInput, type MeanResult } from './mean.js';
export { multipleTesting, type MultipleTestingInput, type MultipleTestingResult } from './multiple-testing.js';
export { proportionDifference } from './proportion-difference.js';
export { type ProportionPairInput } from './proportion-pair.js';
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
