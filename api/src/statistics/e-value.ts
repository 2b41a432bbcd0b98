import { estimated, type Estimate } from '../kernel/index.js';
import { nonNegative, positive } from './parts/arguments.js';

export interface EValueInput {
  readonly riskRatio: number;
  readonly lower: number;
  readonly upper: number;
}

export interface EValueResult {
  /** For the estimate; 1 means that no hidden cause is needed. */
  readonly point: number;
  /** For the limit of the interval that lies nearer to 1; 1 where the interval holds 1. */
  readonly interval: number;
}

/**
 * How strongly, as risk ratios, a hidden cause must go with both exposure and outcome to explain an effect away.
 *
 * @param input a risk ratio with its interval; a hazard or odds ratio of a rare outcome may stand in.
 * @returns E-values ≥ 1.
 * @throws RangeError on a ratio that is not positive, limits out of order.
 * @see VanderWeele & Ding (2017), Ann Intern Med 167, 268–274. Golden: R EValue::evalues.RR.
 */
export function eValue(input: EValueInput): Estimate<EValueResult> {
  const riskRatio = positive(input.riskRatio, 'riskRatio');
  const lower = nonNegative(input.lower, 'lower');
  const upper = positive(input.upper, 'upper');
  if (!(lower <= riskRatio && riskRatio <= upper)) throw new RangeError('lower and upper must hold riskRatio between them');
  const near = riskRatio > 1 ? Math.max(1, lower) : Math.min(1, upper);
  return estimated({ point: strength(riskRatio), interval: strength(near) });
}

/** RR + √(RR·(RR − 1)), with protective ratios turned round. */
function strength(ratio: number): number {
  const size = ratio < 1 ? 1 / ratio : ratio;
  return size + Math.sqrt(size * (size - 1));
}
