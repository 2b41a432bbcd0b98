import { logBinomialMass } from './stirling.js';

const TINY = 1e-300;
const MOST_STEPS = 2_000_000;

/** The continued fraction of DLMF 8.17.22 by Lentz's method; converges fast for x < (a + 1)/(a + b + 2). */
function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / avoidZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / avoidZero(1 + even * d);
    c = avoidZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / avoidZero(1 + odd * d);
    c = avoidZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

function avoidZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** log of I by the fraction that converges for this x. */
function logDirect(a: number, b: number, x: number, y: number): number {
  const front = logBinomialMass(a, b, x, y) + Math.log(b / (a + b));
  return front + Math.log(continuedFraction(a, b, x));
}

/**
 * Logarithm of the regularized incomplete beta function I_x(a, b).
 *
 * @param x and y = 1 − x, both given so that neither loses digits; a, b > 0.
 * @see DLMF 8.17; Loader (2000) for the front factor.
 */
export function logIncompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return -Infinity;
  if (y <= 0) return 0;
  if (x <= (a + 1) / (a + b + 2)) return Math.min(0, logDirect(a, b, x, y));
  return Math.log1p(-Math.min(1, Math.exp(logDirect(b, a, y, x))));
}
