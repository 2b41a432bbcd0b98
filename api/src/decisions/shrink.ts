import { randomEffects } from '../statistics/index.js';
import type { Effect } from './outcome-figure.js';
import { standardErrorOf } from './outcome-figure.js';

/** An effect with its 95 % interval, on the scale on which it is judged. */
export interface NamedEffect {
  readonly track: string;
  readonly effect: Effect;
}

const Z95 = 1.959963984540054;
/** Two effects have no spread between them that one could tell. */
const FEWEST_TRACKS = 3;

/**
 * The effects of several tracks drawn towards their mean (random effects, REML, BLUP), so that luck neither crowns nor kills
 * a small one. Empty for fewer than three, and where the fit does not settle.
 */
export function shrunkenTogether(effects: readonly NamedEffect[]): ReadonlyMap<string, Effect> {
  const measured = effects.filter(({ effect }) => standardErrorOf(effect) > 0);
  if (measured.length < FEWEST_TRACKS) return new Map();
  const fitted = randomEffects({
    estimates: measured.map(({ effect }) => effect.value),
    variances: measured.map(({ effect }) => standardErrorOf(effect) ** 2),
  });
  if (fitted.kind === 'notEstimable' || !('shrunken' in fitted.value.reml)) return new Map();
  const { shrunken, shrunkenStandardErrors } = fitted.value.reml;
  return new Map(measured.map(({ track }, i) => [track, interval(shrunken[i] ?? 0, shrunkenStandardErrors[i] ?? 0)]));
}

const interval = (value: number, error: number): Effect => ({ value, lower: value - Z95 * error, upper: value + Z95 * error });
