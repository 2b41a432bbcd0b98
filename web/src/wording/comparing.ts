/** How a comparison with everyone else speaks: what people do, and what is set beside the others\u2019. */
export interface Comparing {
  /** What people of the group do, as a verb. */
  readonly does: string;
  /** What is compared: their rate, their dose, their load. */
  readonly noun: string;
  readonly nouns: string;
  /** How more of it is said: `more often`, or `more`. */
  readonly more: string;
  readonly less: string;
}

const often = (does: string): Comparing => ({ does, noun: 'rate', nouns: 'rates', more: 'more often', less: 'less often' });
const much = (does: string, noun: string): Comparing => ({ does, noun, nouns: `${noun}s`, more: 'more', less: 'less' });

const TAKE_PART = often('take part');
const AS_MENTORS = often('act as mentors');

/** Keyed by measure and, where it compares several things, the ratio that is told. */
const COMPARED: Readonly<Record<string, Comparing>> = {
  dose: much('receive mentoring', 'dose'),
  load: much('mentor', 'load'),
  'funnel/rateRatio': often('are matched'),
  'funnel/thirdRateRatio': often('reach a third session'),
  'funnel/completedRateRatio': often('complete'),
  reach_new_hires: often('are met in time'),
  wait: often('are served in time'),
  time_zone_gap: often('work far apart'),
  endings: often('come to a good ending'),
  matching_given_fit: { does: 'are matched among equals', noun: 'odds', nouns: 'odds', more: 'more often', less: 'less often' },
};

/** The words of a comparison. A measure that this version does not know compares rates of taking part. */
export function comparing(measure: string, variant: string, ratio = ''): Comparing {
  const own = COMPARED[`${measure}/${ratio}`] ?? COMPARED[measure];
  return own ?? (variant.startsWith('mentor') ? AS_MENTORS : TAKE_PART);
}
