import { saying, t } from '../language/index.js';

/**
 * How a comparison with everyone else speaks: what people do, and what is set beside the others’. Each is a part of the
 * sentences of `parity.ts`; other languages build those otherwise, so that their parts need not be word for word.
 */
export interface Comparing {
  /** What people of the group do, as a verb. */
  readonly does: string;
  /** That they do so like everybody else. */
  readonly equally: string;
  /** What is compared, by its name alone. */
  readonly deed: string;
  /** What is compared: their rate, their dose, their load. */
  readonly noun: string;
  readonly nouns: string;
  /** How more of it is said: `more often`, or `more`. */
  readonly more: string;
  readonly less: string;
  readonly moreOrLess: string;
}

const RATE = {
  noun: saying('rate##compared'),
  nouns: saying('rates##compared'),
  more: saying('more often##rate'),
  less: saying('less often##rate'),
  moreOrLess: saying('more or less often##rate'),
};
const ODDS = {
  ...RATE,
  noun: saying('odds##compared'),
  nouns: saying('odds##several'),
  more: saying('more often##odds'),
  less: saying('less often##odds'),
};
const DOSE = {
  noun: saying('dose##compared'),
  nouns: saying('doses##compared'),
  more: saying('more##dose'),
  less: saying('less##dose'),
  moreOrLess: saying('more or less##compared'),
};
const LOAD = {
  noun: saying('load##compared'),
  nouns: saying('loads##compared'),
  more: saying('more##load'),
  less: saying('less##load'),
  moreOrLess: saying('more or less##compared'),
};

const TAKE_PART: Comparing = {
  ...RATE,
  does: saying('take part##does'),
  equally: saying('take part equally'),
  deed: saying('take part##deed'),
};
const AS_MENTORS: Comparing = {
  ...RATE,
  does: saying('act as mentors##does'),
  equally: saying('act as mentors equally'),
  deed: saying('act as mentors##deed'),
};

/** Keyed by measure and, where it compares several things, the ratio that is told. */
const COMPARED: Readonly<Record<string, Comparing>> = {
  dose: {
    ...DOSE,
    does: saying('receive mentoring##does'),
    equally: saying('receive mentoring equally'),
    deed: saying('receive mentoring##deed'),
  },
  load: { ...LOAD, does: saying('mentor##does'), equally: saying('mentor equally'), deed: saying('mentor##deed') },
  'funnel/rateRatio': {
    ...RATE,
    does: saying('are matched##does'),
    equally: saying('are matched equally'),
    deed: saying('are matched##deed'),
  },
  'funnel/thirdRateRatio': {
    ...RATE,
    does: saying('reach a third session##does'),
    equally: saying('reach a third session equally'),
    deed: saying('reach a third session##deed'),
  },
  'funnel/completedRateRatio': {
    ...RATE,
    does: saying('complete##does'),
    equally: saying('complete equally'),
    deed: saying('complete##deed'),
  },
  reach_new_hires: {
    ...RATE,
    does: saying('are met in time##does'),
    equally: saying('are met in time equally'),
    deed: saying('are met in time##deed'),
  },
  wait: {
    ...RATE,
    does: saying('are served in time##does'),
    equally: saying('are served in time equally'),
    deed: saying('are served in time##deed'),
  },
  time_zone_gap: {
    ...RATE,
    does: saying('work far apart##does'),
    equally: saying('work far apart equally'),
    deed: saying('work far apart##deed'),
  },
  endings: {
    ...RATE,
    does: saying('come to a good ending##does'),
    equally: saying('come to a good ending equally'),
    deed: saying('come to a good ending##deed'),
  },
  matching_given_fit: {
    ...ODDS,
    does: saying('are matched among equals##does'),
    equally: saying('are matched among equals equally'),
    deed: saying('are matched among equals##deed'),
  },
};

/** The words of a comparison. A measure that this version does not know compares rates of taking part. */
export function comparing(measure: string, variant: string, ratio = ''): Comparing {
  const own = COMPARED[`${measure}/${ratio}`] ?? COMPARED[measure];
  return inLanguage(own ?? (variant.startsWith('mentor') ? AS_MENTORS : TAKE_PART));
}

const inLanguage = (words: Comparing): Comparing => ({
  does: t(words.does),
  equally: t(words.equally),
  deed: t(words.deed),
  noun: t(words.noun),
  nouns: t(words.nouns),
  more: t(words.more),
  less: t(words.less),
  moreOrLess: t(words.moreOrLess),
});
