/** Binary places of the fixed-point numbers below. */
const PLACES = 192n;
const ONE = 1n << PLACES;
/** A uniform number is a whole number below this: 53 bits, all of which a double holds exactly. */
export const UNIFORM_BITS = 53n;

/** A double as an exact fraction. */
function fraction(value: number): { top: bigint; bottom: bigint } {
  let bottom = 1n;
  let scaled = value;
  for (; !Number.isInteger(scaled); bottom *= 2n) scaled *= 2;
  return { top: BigInt(scaled), bottom };
}

/** exp(−top ÷ bottom) in fixed point, for a fraction of at most 1, by its series. */
function expMinus(top: bigint, bottom: bigint): bigint {
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (-term * top) / (bottom * n);
    sum += term;
  }
  return sum;
}

/** exp(−z² ÷ 2σ²) for z = 0, 1, 2, … in fixed point, until it is below a tenth of the uniform's step. */
function weights(sigma: number): bigint[] {
  const { top, bottom } = fraction(sigma);
  const base = expMinus(bottom * bottom, 2n * top * top);
  const square = (base * base) >> PLACES;
  const found: bigint[] = [];
  let ratio = base;
  for (let weight = ONE; weight > ONE >> (UNIFORM_BITS + 8n); ratio = (ratio * square) >> PLACES) {
    found.push(weight);
    weight = (weight * ratio) >> PLACES;
  }
  return found;
}

/** A whole-number noise: for each value from `-reach` to `reach` the uniform numbers below which it lies at or under it. */
export interface DiscreteGaussian {
  readonly reach: number;
  readonly below: Float64Array;
}

/**
 * The discrete Gaussian with P(z) proportional to exp(−z² ÷ 2σ²), as thresholds for a uniform number of 53 bits.
 *
 * Every step is exact integer arithmetic, so the table is the same on every machine. Values whose probability is under
 * 2⁻⁶¹ of the middle's are left out: together less than 1e-15. From σ = 2 on, the variance is σ² to 1e-15.
 *
 * @param sigma standard deviation in steps of the lattice, at least 1.
 * @see Canonne, Kamath & Steinke (2020), The discrete Gaussian for differential privacy.
 */
export function discreteGaussian(sigma: number): DiscreteGaussian {
  const half = weights(sigma);
  const reach = half.length - 1;
  const total = 2n * half.reduce((sum, weight) => sum + weight, 0n) - ONE;
  const below = new Float64Array(2 * reach + 1);
  let sum = 0n;
  for (let z = -reach; z <= reach; z += 1) {
    sum += half[Math.abs(z)]!;
    below[z + reach] = Number((sum << UNIFORM_BITS) / total);
  }
  return { reach, below };
}

/** The noise that belongs to a uniform whole number below 2⁵³: the smallest value whose threshold is above it. */
export function noiseAt(uniform: number, { reach, below }: DiscreteGaussian): number {
  let low = 0;
  let high = 2 * reach;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below[middle]! > uniform) high = middle;
    else low = middle + 1;
  }
  return low - reach;
}
