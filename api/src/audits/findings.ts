import type { Verdict } from '../kernel/index.js';
import type { Comparison } from './comparisons.js';

/**
 * What a finding is for whoever goes through them, in this order: by verdict, seen from the side that asks for a word, and
 * never by a value, since a hidden one has none.
 */
export const FINDING_CLASSES = [
  'late-action',
  'clear-gap',
  'gap-of-uncertain-size',
  'cannot-tell',
  'slight-gap',
  'similar',
  'other-way-round',
  'no-estimate',
  'hidden',
  'not-collected',
] as const;
export type FindingClass = (typeof FINDING_CLASSES)[number];

/** Classes about which an audit has to decide something. */
const NEED_A_WORD: readonly FindingClass[] = ['late-action', 'clear-gap', 'gap-of-uncertain-size'];

/** A comparison, classed by rule. */
export interface Finding extends Comparison {
  readonly class: FindingClass;
  readonly needsWord: boolean;
}

/** All comparisons as findings, in reading order; inside a class they stay in the programme's own. */
export function findingsOf(comparisons: readonly Comparison[]): Finding[] {
  const findings = comparisons.map((comparison) => {
    const classed = classOf(comparison);
    return { ...comparison, class: classed, needsWord: needsWord(classed) };
  });
  return FINDING_CLASSES.flatMap((one) => findings.filter((finding) => finding.class === one));
}

/** Whether a finding of this class waits for a decision. */
export const needsWord = (one: FindingClass): boolean => NEED_A_WORD.includes(one);

const OF_VERDICT: Readonly<Record<Verdict, FindingClass>> = {
  clearly_lower: 'clear-gap',
  lower_unsure: 'gap-of-uncertain-size',
  slightly_lower: 'slight-gap',
  similar: 'similar',
  cannot_tell: 'cannot-tell',
  slightly_higher: 'other-way-round',
  higher_unsure: 'other-way-round',
  clearly_higher: 'other-way-round',
};

const MIRRORED: Readonly<Record<Verdict, Verdict>> = {
  clearly_lower: 'clearly_higher',
  lower_unsure: 'higher_unsure',
  slightly_lower: 'slightly_higher',
  similar: 'similar',
  cannot_tell: 'cannot_tell',
  slightly_higher: 'slightly_lower',
  higher_unsure: 'lower_unsure',
  clearly_higher: 'clearly_lower',
};

function classOf({ outcome, concern }: Comparison): FindingClass {
  switch (outcome.kind) {
    case 'compared':
      return OF_VERDICT[concern === 'lower' ? outcome.verdict : MIRRORED[outcome.verdict]];
    case 'suppressed':
      return 'hidden';
    case 'notEstimable':
      return 'no-estimate';
    case 'structuralZero':
    case 'notCollected':
      return 'not-collected';
  }
}
