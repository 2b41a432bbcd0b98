import { exactExposure, MOST_WORK } from './exact.js';
import { kindsOf } from './kinds.js';
import { byOverlap } from './overlap.js';
import { probedExposure, USUAL_EFFORT, type Effort } from './probes.js';
import { inOrder, stack, type Evidence } from './stack.js';

/** What the evidence tells about the yes/no secrets of people, each by its best linear reader. */
export interface Exposure {
  /** By person, 0 (nothing) to 1 (certainty). Where `exact` is false, only the greatest ones are measured one by one. */
  readonly each: Float64Array;
  readonly greatest: number;
  /** Over the people about whom there is any evidence. */
  readonly mean: number;
  readonly exact: boolean;
}

/**
 * Exposure of everyone to one subject: the share of the variance of their yes/no secret that the best linear reader, who
 * knows every open fact, could explain from all draws about it (rule 5).
 *
 * @param evidence every draw on the subject, of one release or of many, the same draw once.
 * @param people how many people there are over all the evidence.
 */
export function exposure(
  evidence: Iterable<Evidence>,
  people: number,
  effort: Effort = USUAL_EFFORT,
  mostWork = MOST_WORK,
): Exposure {
  const told = stack(evidence, people);
  const kinds = kindsOf(told);
  const order = byOverlap(kinds.stack);
  const stacked = inOrder(told, order);
  const exactly = exactExposure(stacked, { ...kinds, stack: inOrder(kinds.stack, order) }, mostWork);
  const each = exactly ?? probedExposure(stacked, effort);
  const concerned = each.reduce((count, value) => (value > 0 ? count + 1 : count), 0);
  return {
    each,
    greatest: each.reduce((most, value) => Math.max(most, value), 0),
    mean: concerned === 0 ? 0 : each.reduce((sum, value) => sum + value, 0) / concerned,
    exact: exactly !== undefined,
  };
}
