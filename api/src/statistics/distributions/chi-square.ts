import { logUpperGamma } from './incomplete-gamma.js';
import { twoSidedNormal } from './normal.js';

/** P(X > x) for a chi-square with the given degrees of freedom: the p-value of a statistic. */
export function chiSquareSurvival(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  if (degreesOfFreedom === 1) return twoSidedNormal(Math.sqrt(x));
  return Math.exp(logUpperGamma(degreesOfFreedom / 2, x / 2));
}
