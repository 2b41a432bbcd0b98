/** What an interval of a rate ratio says, given a similar range agreed beforehand. */
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

/** Rate ratios that count as similar. Agreed before anybody looks; not a legal test. */
export interface SimilarRange {
  readonly low: number;
  readonly high: number;
}
export const SIMILAR: SimilarRange = { low: 0.8, high: 1.25 };

export type Tone = 'lower' | 'higher' | 'neutral' | 'unsure';

/** A word and a shape; colour only repeats them. */
export interface Badge {
  readonly shape: string;
  readonly word: string;
  readonly tone: Tone;
}

const BADGES: Readonly<Record<Verdict, Badge>> = {
  clearly_lower: { shape: '▼▼', word: 'Clearly lower', tone: 'lower' },
  lower_unsure: { shape: '▼', word: 'Lower, size uncertain', tone: 'lower' },
  slightly_lower: { shape: '▽', word: 'Slightly lower', tone: 'lower' },
  similar: { shape: '=', word: 'Similar', tone: 'neutral' },
  cannot_tell: { shape: '~', word: 'Cannot tell yet', tone: 'unsure' },
  slightly_higher: { shape: '△', word: 'Slightly higher', tone: 'higher' },
  higher_unsure: { shape: '▲', word: 'Higher, size uncertain', tone: 'higher' },
  clearly_higher: { shape: '▲▲', word: 'Clearly higher', tone: 'higher' },
};

export const badge = (verdict: Verdict): Badge => BADGES[verdict];

/** Accepts the release's spelling, `clearlyLower` or `clearly_lower`. Null for a key this version does not know. */
export function readVerdict(key: string): Verdict | null {
  const snake = key.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return (VERDICTS as readonly string[]).includes(snake) ? (snake as Verdict) : null;
}

/**
 * The verdict of an interval alone. The released verdict also knows the adjustment for many comparisons and wins; this
 * one serves the tests and shows that the rules are complete and do not overlap.
 */
export function verdictOf(lower: number, upper: number, similar: SimilarRange = SIMILAR): Verdict {
  const { low, high } = similar;
  if (upper < low) return 'clearly_lower';
  if (lower > high) return 'clearly_higher';
  if (upper < 1) return lower < low ? 'lower_unsure' : 'slightly_lower';
  if (lower > 1) return upper > high ? 'higher_unsure' : 'slightly_higher';
  return lower >= low && upper <= high ? 'similar' : 'cannot_tell';
}

export const isLower = (verdict: Verdict): boolean => verdict.endsWith('lower') || verdict === 'lower_unsure';
export const isHigher = (verdict: Verdict): boolean => verdict.endsWith('higher') || verdict === 'higher_unsure';

/** The order in which findings are read: never by value, since a hidden one has none. */
export const READING_ORDER: readonly Verdict[] = [
  'clearly_lower',
  'lower_unsure',
  'cannot_tell',
  'slightly_lower',
  'similar',
  'slightly_higher',
  'higher_unsure',
  'clearly_higher',
];
