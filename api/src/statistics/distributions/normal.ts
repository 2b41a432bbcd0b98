/**
 * Standard normal distribution. Tails by Cody's rational approximations, far out by Laplace's continued
 * fraction; quantile by Wichura's AS 241. Relative error near 1e-15 down to the smallest double.
 *
 * @see Cody (1969), Math. Comp. 23, 631–637; Cody (1993), ACM TOMS 19, 22–32; Wichura (1988), Appl. Stat. 37, 477–484.
 */
const ROOT_32 = 5.656854249492380195206754896838;
const ONE_OVER_ROOT_TWO_PI = 0.398942280401432677939946059934;
const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
const CENTRE = 0.67448975;

const A = [2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249, 0.065682337918207449113];
const B = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
const C = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226, 2494.5375852903726711,
  6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218, 1.0765576773720192317e-8,
];
const D = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
  34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const at = (coefficients: readonly number[], index: number): number => coefficients[index] as number;

/** Φ(x) − ½ for |x| ≤ 0.67448975. */
function centralArea(x: number): number {
  const square = x * x;
  let above = at(A, 4) * square;
  let below = square;
  for (let i = 0; i < 3; i++) {
    above = (above + at(A, i)) * square;
    below = (below + at(B, i)) * square;
  }
  return (x * (above + at(A, 3))) / (below + at(B, 3));
}

/** The factor of exp(−y²/2) in the upper tail, for y > 0.67448975. */
function tailFactor(y: number): number {
  if (y > ROOT_32) return farTailFactor(y);
  let above = at(C, 8) * y;
  let below = y;
  for (let i = 0; i < 7; i++) {
    above = (above + at(C, i)) * y;
    below = (below + at(D, i)) * y;
  }
  return (above + at(C, 7)) / (below + at(D, 7));
}

/** Mills' ratio by Laplace's continued fraction, which needs few terms out here. */
function farTailFactor(y: number): number {
  let below = y;
  for (let k = 60; k >= 1; k--) below = y + k / below;
  return ONE_OVER_ROOT_TWO_PI / below;
}

/** exp(−y²/2), the square split so that no digit of y is lost. */
function bell(y: number): number {
  const whole = Math.trunc(y * 16) / 16;
  return Math.exp(-whole * whole * 0.5) * Math.exp(-(y - whole) * (y + whole) * 0.5);
}

/** Density of the standard normal at x. */
export function normalDensity(x: number): number {
  return ONE_OVER_ROOT_TWO_PI * bell(Math.abs(x));
}

/** P(Z > x): the survival function, exact in the far tail. */
export function normalSurvival(x: number): number {
  if (Math.abs(x) <= CENTRE) return 0.5 - centralArea(x);
  if (x > 0) return bell(x) * tailFactor(x);
  return 1 - bell(-x) * tailFactor(-x);
}

/** P(Z ≤ x). */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

/** log P(Z > x), also where the probability itself is below the smallest double. */
export function logNormalSurvival(x: number): number {
  if (x <= CENTRE) return x < -CENTRE ? Math.log1p(-bell(-x) * tailFactor(-x)) : Math.log(normalSurvival(x));
  return -0.5 * x * x + Math.log(tailFactor(x));
}

/** log of the density at x. */
export function logNormalDensity(x: number): number {
  return -0.5 * x * x - HALF_LOG_TWO_PI;
}

/** P(|Z| > |z|): the two-sided p-value of a z statistic. */
export function twoSidedNormal(z: number): number {
  return Math.min(1, 2 * normalSurvival(Math.abs(z)));
}

const QUANTILE_CENTRE_ABOVE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const QUANTILE_CENTRE_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852545925,
];
const QUANTILE_NEAR_ABOVE = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const QUANTILE_NEAR_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966,
  5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const QUANTILE_FAR_ABOVE = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const QUANTILE_FAR_BELOW = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5,
  1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + at(coefficients, i);
  return value;
}

/** The x with P(Z > x) = p, for 0 < p < 1: small p keep all their digits. */
export function normalUpperQuantile(p: number): number {
  const q = 0.5 - p;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(QUANTILE_CENTRE_ABOVE, r)) / polynomial(QUANTILE_CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-Math.log(q > 0 ? p : 1 - p));
  const size =
    r <= 5
      ? polynomial(QUANTILE_NEAR_ABOVE, r - 1.6) / polynomial(QUANTILE_NEAR_BELOW, r - 1.6)
      : polynomial(QUANTILE_FAR_ABOVE, r - 5) / polynomial(QUANTILE_FAR_BELOW, r - 5);
  return q > 0 ? size : -size;
}

/** The x with P(Z ≤ x) = p. */
export function normalQuantile(p: number): number {
  return -normalUpperQuantile(p);
}

/** The z of a two-sided interval: 1.959964 for 0.95. */
export function normalMultiplier(confidence: number): number {
  return normalUpperQuantile((1 - confidence) / 2);
}
