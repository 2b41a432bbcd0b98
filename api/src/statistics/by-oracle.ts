import { mean } from './mean.js';
import { multipleTesting } from './multiple-testing.js';
import { proportionDifference } from './proportion-difference.js';
import { proportionRatio } from './proportion-ratio.js';
import { proportionTest } from './proportion-test.js';
import { wilsonInterval } from './proportions.js';

/**
 * The checking door: from the name of a reference file (without `.json`) to the function that takes its `input` and
 * answers with an `Estimate` whose value carries the names of its `expected`. A `null` there is a named absence here.
 */
export const byOracle = {
  mean,
  'multiple-testing': multipleTesting,
  'proportion-difference': proportionDifference,
  'proportion-ratio': proportionRatio,
  'proportion-test': proportionTest,
  proportions: wilsonInterval,
} as const;
