import { estimated, notEstimable, type Estimate, type NotEstimable } from '../../kernel/index.js';

/** An estimate with its interval. */
export interface WithInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Two estimates from 0 on, and the correlation that shared noise gives them, −1…1. */
export interface MoverRatioInput {
  readonly first: WithInterval;
  readonly second: WithInterval;
  readonly correlation: number;
}

export interface MoverRatio {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number | NotEstimable;
}

/** The ratio of two estimates and the θ at which the interval of p₁ − θ·p₂ meets 0 (Donner & Zou 2012). */
export function moverRatio(parts: MoverRatioInput): Estimate<MoverRatio> {
  const [p1, p2] = [parts.first.estimate, parts.second.estimate];
  if (p2 === 0) return notEstimable(p1 === 0 ? 'noContrast' : 'unbounded');
  const estimate = p1 / p2;
  const [lower, upper] = [lowerLimit(parts), upperLimit(parts)];
  return estimated({
    estimate,
    lower: Math.min(lower, estimate),
    upper: typeof upper === 'number' ? Math.max(upper, estimate) : upper,
  });
}

/** The smaller root of u₂(2p₂−u₂)·θ² − 2(p₁p₂ − ρ(p₁−l₁)(u₂−p₂))·θ + l₁(2p₁−l₁), in the form that never cancels. */
function lowerLimit({ first, second, correlation }: MoverRatioInput): number {
  const square = second.upper * (2 * second.estimate - second.upper);
  const down = first.estimate - first.lower;
  const half = first.estimate * second.estimate - correlation * down * (second.upper - second.estimate);
  const level = first.lower * (2 * first.estimate - first.lower);
  const far = half + Math.sqrt(Math.max(0, half * half - square * level));
  return level > 0 && far > 0 ? level / far : 0;
}

/** The larger root of l₂(2p₂−l₂)·θ² − 2(p₁p₂ − ρ(u₁−p₁)(p₂−l₂))·θ + u₁(2p₁−u₁). */
function upperLimit({ first, second, correlation }: MoverRatioInput): number | NotEstimable {
  const square = second.lower * (2 * second.estimate - second.lower);
  const up = first.upper - first.estimate;
  const half = first.estimate * second.estimate - correlation * up * (second.estimate - second.lower);
  const level = first.upper * (2 * first.estimate - first.upper);
  const root = Math.sqrt(Math.max(0, half * half - square * level));
  const limit = half >= 0 ? (half + root) / square : level / (half - root);
  return square > 0 && Number.isFinite(limit) ? limit : notEstimable('unbounded');
}
