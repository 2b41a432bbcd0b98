import type { Sensitivity } from '../kernel/index.js';
import { DisclosureRefusal } from './refusal.js';

/** Steps of the lattice in the most that one row can move a value. */
const STEPS = 16;

/** Everything that is drawn; open facts are not. */
export type DrawnSensitivity = Exclude<Sensitivity, { kind: 'open' | 'catalogue' }>;

/** The lattice of a statistic, and its noise in steps of it for each unit of the noise level. */
export interface Scale {
  readonly step: number;
  readonly noiseSteps: number;
}

/**
 * The lattice on which a statistic is drawn (rule 2).
 *
 * @param bound the bound of a model fit, already a number; ignored for every other kind.
 * @throws DisclosureRefusal `sensitivity` where a range, cap or bound is not a finite number above 0.
 */
export function scaleOf(sensitivity: DrawnSensitivity, bound = 0): Scale {
  const { step, noiseSteps } = unchecked(sensitivity, bound);
  if (!(step > 0 && step < Infinity && noiseSteps >= 1 && noiseSteps < 2 ** 16))
    throw new DisclosureRefusal('sensitivity', 'a range, cap or bound of a statistic is not a usable number above 0');
  return { step, noiseSteps };
}

function unchecked(sensitivity: DrawnSensitivity, bound: number): Scale {
  switch (sensitivity.kind) {
    case 'count':
      return { step: 1, noiseSteps: 1 };
    case 'rows':
      return { step: 1 / STEPS, noiseSteps: STEPS * sensitivity.cap };
    case 'sum':
      return { step: halfWidth(sensitivity) / STEPS, noiseSteps: STEPS * sensitivity.cap };
    case 'squares':
      return { step: (halfWidth(sensitivity) * halfWidth(sensitivity)) / (2 * STEPS), noiseSteps: STEPS * sensitivity.cap };
    case 'bounded':
      return { step: sensitivity.most / STEPS, noiseSteps: STEPS };
    case 'fit':
      return { step: bound / STEPS, noiseSteps: STEPS };
  }
}

const halfWidth = ({ low, high }: { low: number; high: number }): number => (high - low) / 2;

/** What of the sensitivity belongs to the question: two scales never share a noise. */
export function scaleName(sensitivity: DrawnSensitivity): string {
  switch (sensitivity.kind) {
    case 'count':
      return 'count';
    case 'rows':
      return `rows ${sensitivity.cap}`;
    case 'sum':
    case 'squares':
      return `${sensitivity.kind} ${sensitivity.cap} ${sensitivity.low} ${sensitivity.high}`;
    case 'bounded':
      return `bounded ${sensitivity.most}`;
    case 'fit':
      return 'fit';
  }
}
