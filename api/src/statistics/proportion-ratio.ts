import type { Estimate, NotEstimable } from '../kernel/index.js';
import { moverRatio } from './parts/mover-ratio.js';
import { moverParts, type ProportionPairInput } from './parts/proportion-pair.js';

export interface ProportionRatioResult {
  readonly estimate: number;
  readonly lower: number;
  /** `unbounded` where the second proportion's own interval reaches 0. */
  readonly upper: number | NotEstimable;
}

/**
 * Ratio of two proportions p₁ ÷ p₂ with the MOVER interval on Wilson limits: the limits are the θ at which the
 * interval of p₁ − θ·p₂ meets 0.
 *
 * @returns a ratio ≥ 0; 1 is equality. `tooFew` when a side has no trials, `unbounded` when only the second
 *   proportion is 0, `noContrast` when both are.
 * @throws RangeError on counts, variances or a confidence that cannot be.
 * @see Donner & Zou (2012), Stat Methods Med Res 21, 347–359.
 */
export function proportionRatio(input: ProportionPairInput): Estimate<ProportionRatioResult> {
  const parts = moverParts(input);
  return parts.kind === 'notEstimable' ? parts : moverRatio(parts.value);
}
