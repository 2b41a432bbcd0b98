import { increasingRoot } from '../numerics/increasing-root.js';
import { logNormalSurvival } from './normal.js';
import { stirlingError } from './stirling.js';
import { studentSurvival } from './student-t.js';

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/**
 * P(T > t) for the noncentral t: the normal tail P(Z > t·s − δ), averaged over s = χ/√df. Every term is positive, so
 * both tails keep their digits. The integral runs over log s by the trapezoidal rule, which for such smooth bells is
 * exact to the last digits once the step is a fraction of their width.
 *
 * @see Trefethen & Weideman (2014), SIAM Review 56, 385–458.
 */
export function noncentralStudentSurvival(t: number, df: number, noncentrality: number): number {
  if (noncentrality === 0) return studentSurvival(t, df);
  const height = (u: number): number => logNormalSurvival(t * Math.exp(u) - noncentrality) + logRootChiDensity(u, df);
  const top = highest(height, 0);
  return Math.min(1, bell(height, top, stepFor(widthAt(height, top), noncentrality)));
}

/** P(T ≤ t). */
export function noncentralStudentCdf(t: number, df: number, noncentrality: number): number {
  return noncentralStudentSurvival(-t, df, -noncentrality);
}

/** The δ under which P(T ≤ t) equals p: a limit of the noncentrality's interval. */
export function noncentralityBound(t: number, df: number, p: number): number {
  const logit = Math.log(p / (1 - p));
  const below = (delta: number): number =>
    Math.log(noncentralStudentSurvival(t, df, delta) / noncentralStudentCdf(t, df, delta)) + logit;
  return increasingRoot((delta) => clamp(below(delta)), t);
}

/** Far from the root one tail may be 0; its sign is enough. */
function clamp(value: number): number {
  return Math.min(1e6, Math.max(-1e6, value));
}

/** log density of log(χ/√df) at u. */
function logRootChiDensity(u: number, df: number): number {
  const half = df / 2;
  const front = 0.5 * Math.log(half) + Math.LN2 - HALF_LOG_TWO_PI - stirlingError(half);
  return front + df * (u - Math.expm1(2 * u) / 2);
}

/** The maximum of a single-peaked function, by climbing with steps that shrink at every turn. */
function highest(f: (u: number) => number, start: number): number {
  let at = start;
  let value = f(at);
  for (let step = 0.5; Math.abs(step) > 1e-5;) {
    const next = f(at + step);
    if (next > value) {
      [at, value] = [at + step, next];
      step *= 1.5;
    } else step *= -0.4;
  }
  return at;
}

/** How far to the sides the function falls by one half: its width as a bell. */
function widthAt(f: (u: number) => number, top: number): number {
  const peak = f(top);
  const reach = (direction: number): number => {
    let far = 1e-9;
    while (peak - f(top + direction * far) < 0.5) far *= 1.3;
    return far;
  };
  return Math.min(reach(1), reach(-1));
}

/** A fraction of the bell's width, and of the edge, 1/δ wide, at which the normal tail sets in. */
function stepFor(width: number, noncentrality: number): number {
  return Math.max(Math.min(width / 5, 2 / (3 * Math.abs(noncentrality))), width / 20_000);
}

/** ∫ e^f by the trapezoidal rule, from the peak outwards until nothing is added. */
function bell(f: (u: number) => number, top: number, step: number): number {
  const peak = f(top);
  let sum = 1;
  for (const direction of [step, -step]) {
    let term = 1;
    for (let k = 1; term > 1e-18; k++) {
      term = Math.exp(f(top + k * direction) - peak);
      sum += term;
    }
  }
  return Math.exp(peak + Math.log(sum * step));
}
