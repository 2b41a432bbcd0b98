import type { Concern } from './equity-family.js';

/** What became of an action, as the releases since tell it. */
export type FollowUpVerdict = 'moved-enough' | 'moved-less' | 'cannot-tell' | 'worse';

/** How a ratio moved since the audit that agreed an action: new ÷ old, with its limits. */
export interface RatioChange {
  readonly change: number;
  /** 0 where it is open. */
  readonly lower: number;
  /** Infinity where it is open. */
  readonly upper: number;
}

/** What was agreed: from which ratio, and by how much it has to move. */
export interface AgreedChange {
  readonly baseline: number;
  /** In units of the ratio: 0.1 is ten percentage points of everyone else's rate. */
  readonly smallestChange: number;
  readonly concern: Concern;
}

/**
 * Reads the change of a ratio against the smallest change that matters. Exactly one answer for any interval:
 * all of it at least as good as agreed: moved enough; all of it worse than before: worse; none of it as good as agreed:
 * moved less; otherwise nobody can tell.
 */
export function followUpOf({ baseline, smallestChange, concern }: AgreedChange, { lower, upper }: RatioChange): FollowUpVerdict {
  const enough = enoughOf(baseline, smallestChange, concern);
  // Where more is the concern, everything is read in the mirror.
  const [low, high, mark] = concern === 'lower' ? [lower, upper, enough] : [1 / upper, 1 / Math.max(lower, 0), 1 / enough];
  if (low >= mark) return 'moved-enough';
  if (high < 1) return 'worse';
  return high < mark ? 'moved-less' : 'cannot-tell';
}

/** The quotient that the agreed change would be. A ratio does not go below nothing. */
function enoughOf(baseline: number, smallestChange: number, concern: Concern): number {
  const goal = concern === 'lower' ? baseline + smallestChange : Math.max(baseline - smallestChange, 0.01);
  return goal / baseline;
}
