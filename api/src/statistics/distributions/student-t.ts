import { increasingRoot } from '../numerics/increasing-root.js';
import { logIncompleteBeta } from './incomplete-beta.js';
import { normalUpperQuantile } from './normal.js';

/** log P(T > t) for t ≥ 0. */
function logUpperTail(t: number, df: number): number {
  const ratio = (t / df) * t;
  if (!Number.isFinite(ratio)) return logFarTail(t, df);
  return logIncompleteBeta(df / 2, 0.5, 1 / (1 + ratio), ratio / (1 + ratio)) - Math.LN2;
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
  const target = Math.log(p);
  // On the scale of log t the logarithm of the tail is smooth and falls from log ½ without end.
  const start = Math.log(Math.max(normalUpperQuantile(p), 1e-8));
  return Math.exp(increasingRoot((u) => target - logUpperTail(Math.exp(u), df), start));
}

/** The t of a two-sided interval. */
export function studentMultiplier(confidence: number, df: number): number {
  return studentUpperQuantile((1 - confidence) / 2, df);
}
