import { estimated, type Estimate } from '../kernel/index.js';
import { moverParts, type ProportionPairInput } from './parts/proportion-pair.js';
import type { ProportionResult } from './proportions.js';

/**
 * Difference of two proportions p₁ − p₂ with Newcombe's hybrid score interval (method 10), both Wilson intervals and
 * their correlation carrying the noise of drawn counts.
 *
 * L = d − √((p₁−l₁)² + (u₂−p₂)² − 2ρ(p₁−l₁)(u₂−p₂)), U likewise with (u₁−p₁) and (p₂−l₂).
 *
 * @returns a difference of fractions, −1…1. `tooFew` when either side has no trials.
 * @throws RangeError on counts, variances or a confidence that cannot be.
 * @see Newcombe (1998), Stat Med 17, 873–890; Zou & Donner (2008), Stat Med 27, 1693–1702.
 */
export function proportionDifference(input: ProportionPairInput): Estimate<ProportionResult> {
  const parts = moverParts(input);
  if (parts.kind === 'notEstimable') return parts;
  const { first, second, correlation } = parts.value;
  const estimate = first.estimate - second.estimate;
  const down = combined(first.estimate - first.lower, second.upper - second.estimate, correlation);
  const up = combined(first.upper - first.estimate, second.estimate - second.lower, correlation);
  return estimated({ estimate, lower: Math.max(-1, estimate - down), upper: Math.min(1, estimate + up) });
}

/** √(a² + b² − 2ρab). */
function combined(a: number, b: number, correlation: number): number {
  return Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
}
