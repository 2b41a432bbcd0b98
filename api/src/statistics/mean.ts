import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { finite, fraction, nonNegative } from './parts/arguments.js';
import { normalMultiplier } from './distributions/normal.js';
import { studentMultiplier } from './distributions/student-t.js';

export interface MeanInput {
  /** Number of values; as drawn it may be any number. */
  readonly n: number;
  /** Σ(x − middle). */
  readonly sum: number;
  /** Σ(x − middle)². May be left out where `standardDeviation` is given. */
  readonly sumOfSquares?: number | undefined;
  readonly middle?: number | undefined;
  readonly confidence?: number | undefined;
  /** Var e_S, noise of the drawn sum. */
  readonly noiseVariance?: number | undefined;
  /** Var e_N, noise of the drawn base. */
  readonly baseNoiseVariance?: number | undefined;
  /** The spread of a larger parent, in place of the cell's own. */
  readonly standardDeviation?: number | undefined;
  /** Degrees of freedom of that spread; so many that it counts as known, unless said. */
  readonly degreesOfFreedom?: number | undefined;
}

export interface MeanResult {
  readonly estimate: number;
  readonly standardDeviation: number;
  readonly lower: number | NotEstimable;
  readonly upper: number | NotEstimable;
}

/**
 * A mean from n and the sums of (x − middle) and its square, with its t interval:
 * mean ± t·√(s²/n + (Var e_S + (mean − middle)²·Var e_N)/n²).
 *
 * @returns in the unit of x. `tooFew` with no value, or with one and no spread from elsewhere. Limits are
 *   `constant` where neither values nor noise vary.
 * @throws RangeError on numbers that are not finite, a negative variance, a confidence outside (0, 1).
 * @see Student (1908), Biometrika 6, 1–25. Golden: R t.test.
 */
export function mean(input: MeanInput): Estimate<MeanResult> {
  const confidence = fraction(input.confidence ?? 0.95, 'confidence');
  const { n, sum } = checked(input);
  if (!(n > 0)) return notEstimable('tooFew');
  const fromMiddle = sum / n;
  const standardDeviation = spread(input, fromMiddle);
  const multiplier = multiplierOf(input, confidence);
  if (standardDeviation === undefined || multiplier === undefined) return notEstimable('tooFew');
  const noise = (input.noiseVariance ?? 0) + fromMiddle * fromMiddle * (input.baseNoiseVariance ?? 0);
  const half = multiplier * Math.sqrt((standardDeviation * standardDeviation) / n + noise / (n * n));
  const estimate = (input.middle ?? 0) + fromMiddle;
  if (!(half > 0))
    return estimated({ estimate, standardDeviation, lower: notEstimable('constant'), upper: notEstimable('constant') });
  return estimated({ estimate, standardDeviation, lower: estimate - half, upper: estimate + half });
}

function checked(input: MeanInput): { n: number; sum: number } {
  const baseNoise = nonNegative(input.baseNoiseVariance ?? 0, 'baseNoiseVariance');
  nonNegative(input.noiseVariance ?? 0, 'noiseVariance');
  finite(input.middle ?? 0, 'middle');
  nonNegative(input.standardDeviation ?? 0, 'standardDeviation');
  if (input.standardDeviation === undefined) finite(input.sumOfSquares ?? Number.NaN, 'sumOfSquares');
  const n = baseNoise > 0 ? finite(input.n, 'n') : nonNegative(input.n, 'n');
  return { n, sum: finite(input.sum, 'sum') };
}

/** Student's t on the spread's degrees of freedom; the normal's where the spread of a parent counts as known. */
function multiplierOf({ n, standardDeviation, degreesOfFreedom }: MeanInput, confidence: number): number | undefined {
  if (degreesOfFreedom === undefined && standardDeviation !== undefined) return normalMultiplier(confidence);
  const df = degreesOfFreedom ?? n - 1;
  return df > 0 ? studentMultiplier(confidence, df) : undefined;
}

/** The given spread, or the own one: never below 0, though noise may push the drawn square sum there. */
function spread(input: MeanInput, fromMiddle: number): number | undefined {
  if (input.standardDeviation !== undefined) return input.standardDeviation;
  const { n, sum, sumOfSquares = 0 } = input;
  if (!(n > 1)) return undefined;
  const left = sumOfSquares - fromMiddle * sum;
  // What rounding alone may leave of equal values is no spread.
  return left > 16 * Number.EPSILON * sumOfSquares ? Math.sqrt(left / (n - 1)) : 0;
}
