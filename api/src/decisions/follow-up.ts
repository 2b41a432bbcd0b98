import type { CharterContent } from '../tracks/index.js';
import { type Decision, holds } from './decisions.js';
import { markOf, scaleOf } from './effect-scale.js';
import type { Look } from './looks.js';
import { type Effect, effectIn } from './outcome-figure.js';

/** What followed a decision: moved by at least what matters, less than that, worse, or nobody can tell. */
export type FollowUpVerdict = 'better' | 'little' | 'worse' | 'cannot_tell' | 'too_early';

export interface FollowUp {
  readonly verdict: FollowUpVerdict;
  /** The quarters that are compared. */
  readonly before: string | null;
  readonly after: string | null;
  /** After minus before, in the good direction and the unit of the outcome; of ratios their quotient. */
  readonly change: Effect | null;
}

/**
 * The outcome at the newest planned look after a decision beside that of the look it rested on, by MOVER from the plain 95 %
 * limits. Both share people, so that the limits are wide rather than narrow.
 */
export function followUpOf(
  content: CharterContent,
  decision: Pick<Decision, 'period' | 'supported' | 'second'>,
  looks: readonly Look[],
): FollowUp {
  const read = looks.filter(({ planned, figure }) => planned && figure !== null);
  const before = read.find(({ period }) => period === decision.period);
  const after = read.filter(({ period }) => period > (decision.period ?? '')).at(-1);
  const open: FollowUp = { verdict: 'too_early', before: before?.period ?? null, after: after?.period ?? null, change: null };
  if (!holds(decision) || !before?.figure || !after?.figure) return open;
  const change = differenceOf(effectIn(content, before.figure), effectIn(content, after.figure));
  const { back } = scaleOf(content);
  return { ...open, verdict: followUpVerdict(change, markOf(content)), change: mapped(change, back) };
}

/** After minus before, by MOVER from the 95 % limits of each. */
export function differenceOf(before: Effect, after: Effect): Effect {
  const value = after.value - before.value;
  return {
    value,
    lower: value - Math.hypot(after.value - after.lower, before.upper - before.value),
    upper: value + Math.hypot(after.upper - after.value, before.value - before.lower),
  };
}

function followUpVerdict({ lower, upper }: Effect, mark: number): FollowUpVerdict {
  if (lower > 0) return 'better';
  if (upper < 0) return 'worse';
  return lower > -mark && upper < mark ? 'little' : 'cannot_tell';
}

const mapped = ({ value, lower, upper }: Effect, by: (value: number) => number): Effect => ({
  value: by(value),
  lower: by(lower),
  upper: by(upper),
});
