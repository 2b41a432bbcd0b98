import { estimated, type Estimate, type NotEstimable } from '../kernel/index.js';
import { finite, nonNegative } from './parts/arguments.js';
import { twoSidedNormal } from './distributions/normal.js';
import { moverRatio, type WithInterval } from './parts/mover-ratio.js';

export interface ComparedEstimate extends WithInterval {
  /** Of the estimate, noise included. */
  readonly variance: number;
}

export interface EstimateComparisonInput {
  /** Estimates from 0 on: means, shares, points of a curve. */
  readonly first: ComparedEstimate;
  readonly second: ComparedEstimate;
  /** Covariance of the two, which shared noise gives them; 0 unless said. */
  readonly covariance?: number | undefined;
}

export interface EstimateComparisonResult {
  readonly ratio: Estimate<{ readonly estimate: number; readonly lower: number; readonly upper: number | NotEstimable }>;
  readonly difference: WithInterval;
  readonly z: number;
  readonly pValue: number;
}

/**
 * Two estimates beside each other, from their intervals (MOVER): ratio and difference with intervals, and the Wald test of
 * their difference.
 *
 * @returns the ratio is `unbounded` where only the second estimate is 0 and `noContrast` where both are; p is 1 where
 *   nothing varies and nothing differs.
 * @throws RangeError on variances below 0 or numbers that are not finite.
 * @see Donner & Zou (2012), Stat Methods Med Res 21, 347–359; Zou & Donner (2008), Stat Med 27, 1693–1702.
 */
export function estimateComparison({
  first,
  second,
  covariance = 0,
}: EstimateComparisonInput): Estimate<EstimateComparisonResult> {
  const spread = Math.sqrt(nonNegative(first.variance, 'first.variance') * nonNegative(second.variance, 'second.variance'));
  const correlation = spread > 0 ? Math.min(1, Math.max(-1, finite(covariance, 'covariance') / spread)) : 0;
  const variance = first.variance + second.variance - 2 * correlation * spread;
  const apart = finite(first.estimate, 'first.estimate') - finite(second.estimate, 'second.estimate');
  const z = apart === 0 ? 0 : variance > 0 ? apart / Math.sqrt(variance) : Math.sign(apart) * Number.MAX_VALUE;
  return estimated({
    ratio: moverRatio({ first, second, correlation }),
    difference: differenceOf(first, second, correlation),
    z,
    pValue: twoSidedNormal(z),
  });
}

function differenceOf(first: WithInterval, second: WithInterval, correlation: number): WithInterval {
  const estimate = first.estimate - second.estimate;
  const reach = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  return {
    estimate,
    lower: estimate - reach(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + reach(first.upper - first.estimate, second.estimate - second.lower),
  };
}
