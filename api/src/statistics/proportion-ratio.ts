import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { moverParts, type MoverParts, type ProportionPairInput } from './parts/proportion-pair.js';

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
  if (parts.kind === 'notEstimable') return parts;
  const [p1, p2] = [parts.value.first.estimate, parts.value.second.estimate];
  if (p2 === 0) return notEstimable(p1 === 0 ? 'noContrast' : 'unbounded');
  const estimate = p1 / p2;
  const [lower, upper] = [lowerLimit(parts.value), upperLimit(parts.value)];
  return estimated({
    estimate,
    lower: Math.min(lower, estimate),
    upper: typeof upper === 'number' ? Math.max(upper, estimate) : upper,
  });
}

/** The smaller root of u₂(2p₂−u₂)·θ² − 2(p₁p₂ − ρ(p₁−l₁)(u₂−p₂))·θ + l₁(2p₁−l₁), in the form that never cancels. */
function lowerLimit({ first, second, correlation }: MoverParts): number {
  const square = second.upper * (2 * second.estimate - second.upper);
  const down = first.estimate - first.lower;
  const half = first.estimate * second.estimate - correlation * down * (second.upper - second.estimate);
  const level = first.lower * (2 * first.estimate - first.lower);
  const far = half + Math.sqrt(Math.max(0, half * half - square * level));
  return level > 0 && far > 0 ? level / far : 0;
}

/** The larger root of l₂(2p₂−l₂)·θ² − 2(p₁p₂ − ρ(u₁−p₁)(p₂−l₂))·θ + u₁(2p₁−u₁). */
function upperLimit({ first, second, correlation }: MoverParts): number | NotEstimable {
  const square = second.lower * (2 * second.estimate - second.lower);
  const up = first.upper - first.estimate;
  const half = first.estimate * second.estimate - correlation * up * (second.estimate - second.lower);
  const level = first.upper * (2 * first.estimate - first.upper);
  const root = Math.sqrt(Math.max(0, half * half - square * level));
  const limit = half >= 0 ? (half + root) / square : level / (half - root);
  return square > 0 && Number.isFinite(limit) ? limit : notEstimable('unbounded');
}
