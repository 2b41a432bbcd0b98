import { type Derivation, estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import { normalMultiplier } from '../../statistics/index.js';
import type { ShownCell } from './scene.js';
import { named, variance } from './values.js';

export interface ModelFigures {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

const MOST_NOISE = 3;

/**
 * A model's estimate from `[estimate, log standard error]` as drawn, its interval from both variances. `protection` where the
 * noise outweighs the own variance threefold.
 */
export function modelOf({ drawn }: ShownCell, { of, parameters = {} }: Derivation): Estimate<ModelFigures> {
  const estimate = named(drawn, of[0]);
  const own = Math.exp(2 * named(drawn, of[1]).value);
  if (variance(estimate) > MOST_NOISE * own) return notEstimable('protection');
  const half = normalMultiplier(0.95) * Math.sqrt(own + variance(estimate));
  const write = parameters['exponential'] === 1 ? Math.exp : (value: number): number => value;
  return estimated({
    estimate: write(estimate.value),
    lower: write(estimate.value - half),
    upper: write(estimate.value + half),
  });
}
