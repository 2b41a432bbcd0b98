/** What an interval says of an effect, against the smallest one that matters. Agreed before anybody looked. */
export const VERDICTS = [
  'clear_benefit',
  'benefit_unsure',
  'benefit_small',
  'no_measurable_effect',
  'inconclusive',
  'harm_small',
  'harm_unsure',
  'clear_harm',
  'not_assessable',
] as const;
export type TrackVerdict = (typeof VERDICTS)[number];

/**
 * The verdict of an effect in the good direction, from its interval and the smallest change that matters alone. Exactly one
 * holds for every interval.
 *
 * @param mark above 0.
 * @see docs/methods/track-verdict.md
 */
export function verdictOf(lower: number, upper: number, mark: number): Exclude<TrackVerdict, 'not_assessable'> {
  if (lower >= mark) return 'clear_benefit';
  if (upper <= -mark) return 'clear_harm';
  if (lower > 0) return upper >= mark ? 'benefit_unsure' : 'benefit_small';
  if (upper < 0) return lower <= -mark ? 'harm_unsure' : 'harm_small';
  return lower > -mark && upper < mark ? 'no_measurable_effect' : 'inconclusive';
}

/** What may be decided about a track. */
export const DECISIONS = ['continue', 'adjust', 'extend', 'retire'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** What each verdict supports; whatever else is decided is against the evidence. */
const SUPPORTS: Readonly<Record<TrackVerdict, readonly DecisionKind[]>> = {
  clear_benefit: ['continue'],
  benefit_unsure: ['continue', 'adjust'],
  benefit_small: ['adjust'],
  no_measurable_effect: ['adjust', 'retire'],
  inconclusive: ['extend', 'adjust'],
  harm_small: ['adjust', 'retire'],
  harm_unsure: ['adjust', 'retire'],
  clear_harm: ['adjust', 'retire'],
  not_assessable: ['extend', 'adjust'],
};

/** Looks that have to stand before the evidence supports an end. */
export const LOOKS_BEFORE_AN_END = 2;

/** What the evidence is, as far as a decision hangs on it. */
export interface EvidenceInShort {
  readonly verdict: TrackVerdict;
  readonly strength: Strength;
  /** Planned looks that were read. */
  readonly looks: number;
}

/** What the evidence supports. Retiring also needs strength and two looks: too little data is no reason to end anything. */
export function supportedBy({ verdict, strength, looks }: EvidenceInShort): DecisionKind[] {
  const enough = looks >= LOOKS_BEFORE_AN_END && isAtLeast(strength, 'moderate');
  return SUPPORTS[verdict].filter((kind) => kind !== 'retire' || enough);
}

/** Why retiring is not offered, in words; null where it is. */
export function whyNotRetire({ verdict, strength, looks }: EvidenceInShort): string | null {
  if (!SUPPORTS[verdict].includes('retire')) return NOT_SHOWN[verdict] ?? 'The evidence shows a benefit.';
  if (!isAtLeast(strength, 'moderate')) return 'The strength of the evidence is below moderate.';
  if (looks < LOOKS_BEFORE_AN_END) return 'It rests on one look; an end needs two.';
  return null;
}

const NOT_SHOWN: Readonly<Partial<Record<TrackVerdict, string>>> = {
  inconclusive: 'The evidence is inconclusive: too little data is not the same as no effect.',
  not_assessable: 'The effect cannot be assessed, which says nothing about it.',
};

/** How far the evidence can be trusted, apart from what it says. */
export const STRENGTHS = ['none', 'very_limited', 'limited', 'moderate', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const isAtLeast = (one: Strength, other: Strength): boolean => STRENGTHS.indexOf(one) >= STRENGTHS.indexOf(other);
