const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
const SERIES_FROM = 16;
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/**
 * Stirling's error: log Γ(n + 1) − [(n + ½)·log n − n + ½·log 2π], for n > 0.
 * Small n climb by the recurrence until the series is exact to the last bit.
 *
 * @see Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function stirlingError(n: number): number {
  let climbed = 0;
  let at = n;
  for (; at < SERIES_FROM; at += 1) climbed += (at + 0.5) * Math.log1p(1 / at) - 1;
  const inverseSquare = 1 / (at * at);
  let series = 0;
  for (let i = SERIES.length - 1; i >= 0; i--) series = series * inverseSquare + (SERIES[i] as number);
  return climbed + series / at;
}

/** Natural logarithm of Γ(x), for x > 0. */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/**
 * Deviance part x·log(x/m) + m − x without cancellation where x is near m. Both must be positive; `gap` is x − m,
 * given apart where the caller knows it more exactly than the subtraction would.
 */
function devianceTerm(x: number, m: number, gap: number): number {
  if (Math.abs(gap) >= 0.1 * (x + m)) return x * Math.log(x / m) - gap;
  const v = gap / (x + m);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** log of Γ(n+1)/(Γ(a+1)Γ(b+1))·p^a·q^b with n = a + b and q = 1 − p given apart; all positive. */
export function logBinomialMass(a: number, b: number, p: number, q: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  // a − np = nq − b; the side with the smaller probability keeps the digits.
  const gap = p < q ? a - n * p : n * q - b;
  const deviance = devianceTerm(a, n * p, gap) + devianceTerm(b, n * q, -gap);
  return errors - deviance - HALF_LOG_TWO_PI - 0.5 * Math.log((a * b) / n);
}

/** log of e^(−m)·m^a/Γ(a+1), both positive. */
export function logPoissonMass(a: number, m: number): number {
  return -stirlingError(a) - devianceTerm(a, m, a - m) - HALF_LOG_TWO_PI - 0.5 * Math.log(a);
}
