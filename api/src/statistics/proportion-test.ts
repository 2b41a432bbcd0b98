import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite } from './parts/arguments.js';
import { twoSidedNormal } from './distributions/normal.js';
import { side, type ProportionPairInput } from './parts/proportion-pair.js';
import { clip, proportionNoise, wilsonInterval } from './proportions.js';

export interface ProportionTestResult {
  /** Standard deviations between the two proportions; positive where the first is larger. */
  readonly z: number;
  readonly pValue: number;
}

/**
 * Score test of two proportions with pooled variance, to which the noise of drawn counts adds its own.
 *
 * z = (p₁ − p₂)/√(p̄(1−p̄)(1/n₁ + 1/n₂) + V₁/n₁² + V₂/n₂² − 2C/(n₁n₂)), V = Var(e_Y − p̄·e_N). Without noise z² is
 * Pearson's chi-square of the 2×2 table.
 *
 * @returns z and its two-sided p in [0, 1]. `tooFew` when a side has no trials, `constant` when nobody or everybody
 *   succeeded and there is no noise.
 * @throws RangeError on counts or variances that cannot be.
 * @see Agresti (2013), Categorical Data Analysis, 3.2. Golden: R prop.test(correct = FALSE).
 */
export function proportionTest(input: ProportionPairInput): Estimate<ProportionTestResult> {
  const first = wilsonInterval(side(input, 1));
  const second = wilsonInterval(side(input, 2));
  if (first.kind === 'notEstimable' || second.kind === 'notEstimable') return notEstimable('tooFew');
  const variance = pooledVariance(input);
  if (!(variance > 0)) return notEstimable('constant');
  const z = (input.successes1 / input.trials1 - input.successes2 / input.trials2) / Math.sqrt(variance);
  return estimated({ z, pValue: twoSidedNormal(z) });
}

function pooledVariance(input: ProportionPairInput): number {
  const { trials1: n1, trials2: n2 } = input;
  const pooled = clip((input.successes1 + input.successes2) / (n1 + n2));
  const noise1 = proportionNoise(side(input, 1), pooled) / (n1 * n1);
  const noise2 = proportionNoise(side(input, 2), pooled) / (n2 * n2);
  const shared = (2 * finite(input.noiseCovariance ?? 0, 'noiseCovariance')) / (n1 * n2);
  return pooled * (1 - pooled) * (1 / n1 + 1 / n2) + Math.max(0, noise1 + noise2 - shared);
}
