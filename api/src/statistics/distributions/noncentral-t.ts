import { increasingRoot } from '../numerics/increasing-root.js';
import { logLowerGamma, logUpperGamma } from './incomplete-gamma.js';
import { logNormalDensity, logNormalSurvival } from './normal.js';
import { stirlingError } from './stirling.js';
import { studentSurvival } from './student-t.js';

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/**
 * P(T > t) for the noncentral t, T = (Z + δ)/s with s = χ/√df.
 *
 * Either the normal tail P(Z > t·s − δ) is averaged over s, or, where s is the wider of the two, the chi distribution
 * P(s < (Z + δ)/t) over Z. Every term is positive, so both tails keep their digits. The trapezoidal rule is exact to
 * the last digits for such smooth bells once its step is a fraction of their width.
 *
 * @see Trefethen & Weideman (2014), SIAM Review 56, 385–458.
 */
export function noncentralStudentSurvival(t: number, df: number, noncentrality: number): number {
  if (noncentrality === 0) return studentSurvival(t, df);
  if (t > 0 && chiIsWider(t, df, noncentrality))
    return overNormal(noncentrality, (x) => logLowerGamma(df / 2, chiArgument(x, t, df)));
  if (t < 0 && chiIsWider(-t, df, -noncentrality))
    return overNormal(-noncentrality, (x) => logUpperGamma(df / 2, chiArgument(x, -t, df)));
  return overChi(t, df, noncentrality);
}

/** P(T ≤ t). */
export function noncentralStudentCdf(t: number, df: number, noncentrality: number): number {
  return noncentralStudentSurvival(-t, df, -noncentrality);
}

/** From this noncentrality on, the kink at Z = −δ is too far out to matter. */
const FAR = 12;

function chiIsWider(t: number, df: number, noncentrality: number): boolean {
  return noncentrality >= FAR && t * t > 2 * df;
}

/** Half of df·s² at s = x/t; nothing below 0, where s cannot be. */
function chiArgument(x: number, t: number, df: number): number {
  return x > 0 ? (df / 2) * (x / t) ** 2 : 0;
}

/** ∫ φ(z)·e^f(z + δ) dz. */
function overNormal(noncentrality: number, f: (x: number) => number): number {
  const height = (z: number): number => logNormalDensity(z) + f(z + noncentrality);
  const top = highest(height, 0);
  return Math.min(1, bell(height, top, widthAt(height, top) / 5));
}

/** ∫ P(Z > t·e^u − δ) over the density of u = log s. */
function overChi(t: number, df: number, noncentrality: number): number {
  const height = (u: number): number => logNormalSurvival(t * Math.exp(u) - noncentrality) + logRootChiDensity(u, df);
  const top = highest(height, 0);
  const width = widthAt(height, top);
  // Where t·e^u passes δ, the normal tail sets in over a width of 1/δ.
  const edge = Math.log(noncentrality / t);
  const meetsEdge = Math.abs(edge - top) < 12 * width + 1;
  return Math.min(1, bell(height, top, meetsEdge ? Math.min(width / 5, 2 / (3 * Math.abs(noncentrality))) : width / 5));
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

/** The logarithm below which nothing is left of a double, however wide the bell. */
const SMALLEST = -800;

/** ∫ e^f by the trapezoidal rule, from the peak outwards until nothing is added. */
function bell(f: (u: number) => number, top: number, step: number): number {
  const peak = f(top);
  if (peak < SMALLEST) return 0;
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
