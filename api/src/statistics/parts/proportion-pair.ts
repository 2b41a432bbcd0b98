import { nonNegative, finite } from './arguments.js';
import { proportionNoise, wilsonInterval, type ProportionInput, type ProportionResult } from '../proportions.js';
import type { Estimate } from '../../kernel/index.js';
import { notEstimable, estimated } from '../../kernel/index.js';

/** Two counts with their bases, the noise of each, and the covariance of e_Y − p·e_N between the two. */
export interface ProportionPairInput {
  readonly successes1: number;
  readonly trials1: number;
  readonly successes2: number;
  readonly trials2: number;
  readonly confidence?: number | undefined;
  readonly noiseVariance1?: number | undefined;
  readonly noiseVariance2?: number | undefined;
  readonly baseNoiseVariance1?: number | undefined;
  readonly baseNoiseVariance2?: number | undefined;
  readonly baseNoiseCovariance1?: number | undefined;
  readonly baseNoiseCovariance2?: number | undefined;
  readonly noiseCovariance?: number | undefined;
}

/** One side of the pair, in the words of a single proportion. */
export function side(input: ProportionPairInput, which: 1 | 2): ProportionInput {
  return {
    successes: input[`successes${which}`],
    trials: input[`trials${which}`],
    confidence: input.confidence,
    noiseVariance: input[`noiseVariance${which}`],
    baseNoiseVariance: input[`baseNoiseVariance${which}`],
    baseNoiseCovariance: input[`baseNoiseCovariance${which}`],
  };
}

/** What a comparison of two proportions by MOVER starts from. */
export interface MoverParts {
  readonly first: ProportionResult;
  readonly second: ProportionResult;
  /** Correlation of the two proportions, −1…1; 0 without noise. */
  readonly correlation: number;
}

/** Both Wilson intervals and the correlation that shared noise gives the two proportions. */
export function moverParts(input: ProportionPairInput): Estimate<MoverParts> {
  const first = wilsonInterval(side(input, 1));
  const second = wilsonInterval(side(input, 2));
  if (first.kind === 'notEstimable' || second.kind === 'notEstimable') return notEstimable('tooFew');
  const correlation = correlationOf(input, first.value.estimate, second.value.estimate);
  return estimated({ first: first.value, second: second.value, correlation });
}

function correlationOf(input: ProportionPairInput, p1: number, p2: number): number {
  const covariance = finite(input.noiseCovariance ?? 0, 'noiseCovariance');
  if (covariance === 0) return 0;
  const spread = Math.sqrt(varianceOf(side(input, 1), p1) * varianceOf(side(input, 2), p2));
  if (!(spread > 0)) return 0;
  return Math.min(1, Math.max(-1, covariance / (input.trials1 * input.trials2 * spread)));
}

/** p(1 − p)/n + Var(e_Y − p·e_N)/n². */
function varianceOf(input: ProportionInput, p: number): number {
  const n = nonNegative(input.trials, 'trials');
  return (p * (1 - p)) / n + proportionNoise(input, p) / (n * n);
}
