import type { Formula } from '../../../kernel/index.js';
import { ADJUSTED } from './adjusted.js';
import { CONCENTRATION } from './concentration.js';
import { COUNTS } from './counts.js';
import { CURVES } from './curves.js';
import { FAMILIES } from './families.js';
import { MEANS } from './means.js';
import { MODELS } from './models.js';
import { RATES } from './rates.js';
import type { Follows } from './scene.js';

/** Every formula that a file may name. */
export const FOLLOWS: Follows<Formula> = {
  ...COUNTS,
  ...RATES,
  ...FAMILIES,
  ...MEANS,
  ...CURVES,
  ...CONCENTRATION,
  ...ADJUSTED,
  ...MODELS,
};

/** Those that set a group beside everyone else. */
export const COMPARISONS: ReadonlySet<Formula> = new Set<Formula>([
  'rateRatio',
  'rateRatioLower',
  'rateRatioUpper',
  'rateDifference',
  'rateDifferenceLower',
  'rateDifferenceUpper',
  'scoreZ',
  'scoreP',
  'shortfall',
  'otherRate',
  'meanRatio',
  'meanRatioLower',
  'meanRatioUpper',
  'meanP',
  'otherMean',
  'curveRatio',
  'curveRatioLower',
  'curveRatioUpper',
  'curveP',
  'otherCurve',
]);
