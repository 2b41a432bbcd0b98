import { increasingRoot } from '../numerics/increasing-root.js';
import { logIncompleteBeta } from './incomplete-beta.js';
import { logNormalSurvival, normalUpperQuantile } from './normal.js';

/** From here on the incomplete beta function would lose digits, and Hill's expansion is exact to the last ones. */
const LARGE = 1e5;

/** log P(T > t) for t ≥ 0. */
function logUpperTail(t: number, df: number): number {
  const ratio = (t / df) * t;
  if (df >= LARGE && Number.isFinite(ratio)) return logNormalSurvival(normalEquivalent(ratio, df));
  if (!Number.isFinite(ratio)) return logFarTail(t, df);
  return logIncompleteBeta(df / 2, 0.5, 1 / (1 + ratio), ratio / (1 + ratio)) - Math.LN2;
}

/** The z whose normal tail is that of t. @see Hill (1970), CACM 13, 617–619, algorithm 395. */
function normalEquivalent(ratio: number, df: number): number {
  const a = df - 0.5;
  const b = 48 * a * a;
  const y = a * Math.log1p(ratio);
  const second = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b);
  return ((second + y + 3) / b + 1) * Math.sqrt(y);
}

/** log P(|T| < t) for t ≥ 0. */
function logCentralArea(t: number, df: number): number {
  const ratio = (t / df) * t;
  return logIncompleteBeta(0.5, df / 2, ratio / (1 + ratio), 1 / (1 + ratio));
}

/** Where t² overflows: x = df/t² enters through its logarithm, and the incomplete beta is its first term. */
function logFarTail(t: number, df: number): number {
  const reference = 1e100;
  return logUpperTail(reference, df) - df * (Math.log(t) - Math.log(reference));
}

/** P(T > t) for Student's t: exact in both tails. */
export function studentSurvival(t: number, df: number): number {
  if (t === 0) return 0.5;
  return t > 0 ? Math.exp(logUpperTail(t, df)) : 1 - Math.exp(logUpperTail(-t, df));
}

/** P(T ≤ t). */
export function studentCdf(t: number, df: number): number {
  return studentSurvival(-t, df);
}

/** P(|T| > |t|): the two-sided p-value of a t statistic. */
export function twoSidedStudent(t: number, df: number): number {
  return t === 0 ? 1 : Math.min(1, Math.exp(logUpperTail(Math.abs(t), df) + Math.LN2));
}

/** The t with P(T > t) = p, 0 < p < 1. */
export function studentUpperQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentUpperQuantile(1 - p, df);
  if (df === 1) return 1 / Math.tan(Math.PI * p);
  if (df === 2) return (1 - 2 * p) / Math.sqrt(2 * p * (1 - p));
  // On the scale of log t both the tail and, near the middle, the area between −t and t are smooth and monotone.
  const start = Math.log(Math.max(normalUpperQuantile(p), 1e-300));
  const excess =
    p > 0.2
      ? (u: number) => logCentralArea(Math.exp(u), df) - Math.log1p(-2 * p)
      : (u: number) => Math.log(p) - logUpperTail(Math.exp(u), df);
  return Math.exp(increasingRoot(excess, start));
}

/** The t of a two-sided interval. */
export function studentMultiplier(confidence: number, df: number): number {
  return studentUpperQuantile((1 - confidence) / 2, df);
}
