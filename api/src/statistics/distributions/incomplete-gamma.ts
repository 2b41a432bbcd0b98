import { logPoissonMass } from './stirling.js';

const MOST_STEPS = 2_000_000;

/** Σ x^k/((a+1)…(a+k)), the series of the lower function. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MOST_STEPS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Γ(a, x)·e^x·x^(−a) by its continued fraction (Legendre), for x > a. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MOST_STEPS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Logarithm of the regularized upper incomplete gamma function Q(a, x), for a > 0 and x ≥ 0.
 *
 * @see DLMF 8.9 and 8.11; Loader (2000) for the front factor.
 */
export function logUpperGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  if (!Number.isFinite(x)) return -Infinity;
  const front = logPoissonMass(a, x);
  if (x < a + 1) return Math.log1p(-Math.min(1, Math.exp(front) * lowerSeries(a, x)));
  return front + Math.log(a) + Math.log(upperFraction(a, x));
}

/** Logarithm of the regularized lower incomplete gamma function P(a, x). */
export function logLowerGamma(a: number, x: number): number {
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  if (x < a + 1) return Math.min(0, logPoissonMass(a, x) + Math.log(lowerSeries(a, x)));
  return Math.log1p(-Math.min(1, Math.exp(logUpperGamma(a, x))));
}
