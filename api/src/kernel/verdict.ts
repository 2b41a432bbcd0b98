/** What an interval of a ratio to everyone else says, against the range of ratios that were agreed to count as similar. */
export const VERDICTS = [
  'clearly_lower',
  'lower_unsure',
  'slightly_lower',
  'similar',
  'cannot_tell',
  'slightly_higher',
  'higher_unsure',
  'clearly_higher',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Ratios within these limits are treated as similar. Part of the policy, agreed before anybody looks. */
export interface SimilarRange {
  readonly low: number;
  readonly high: number;
}

/** A ratio as a verdict reads it. */
export interface JudgedRatio {
  readonly lower: number;
  /** Infinity where there is no upper limit. */
  readonly upper: number;
  /** The p of its comparison, adjusted inside the family. */
  readonly adjustedP: number;
}

/** Above this, a difference inside the family may be chance. */
const FAMILY_LEVEL = 0.05;

/** The one rule of verdicts: what files, pages and audits say of a comparison is read from here. */
export function verdictOfRatio({ lower, upper, adjustedP }: JudgedRatio, similar: SimilarRange): Verdict {
  const verdict = readInterval(lower, upper, similar);
  return adjustedP > FAMILY_LEVEL && verdict !== 'similar' ? 'cannot_tell' : verdict;
}

function readInterval(lower: number, upper: number, { low, high }: SimilarRange): Verdict {
  if (upper < 1) return readLower(lower, upper, low);
  if (lower > 1) return readHigher(lower, upper, high);
  return lower >= low && upper <= high ? 'similar' : 'cannot_tell';
}

function readLower(lower: number, upper: number, low: number): Verdict {
  if (upper < low) return 'clearly_lower';
  return lower < low ? 'lower_unsure' : 'slightly_lower';
}

function readHigher(lower: number, upper: number, high: number): Verdict {
  if (lower > high) return 'clearly_higher';
  return upper > high ? 'higher_unsure' : 'slightly_higher';
}

/** Whether the text is a verdict that this version knows. */
export const isVerdict = (text: unknown): text is Verdict => (VERDICTS as readonly unknown[]).includes(text);
