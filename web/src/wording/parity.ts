import type { Comparing } from './comparing.js';
import { groupAtStart, groupInside, type NamedValue } from './groups.js';
import { capital, interval, inWords, percent } from './numbers.js';
import { isHigher, isLower, READING_ORDER, type Verdict } from './verdicts.js';

/** A group's rate over the rate of everyone else, as released. An end that could not be estimated is null. */
export interface ParityFinding {
  readonly group: readonly NamedValue[];
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number | null;
  readonly verdict: Verdict;
  /** How many comparisons the verdict was adjusted for. */
  readonly comparisons: number | null;
}

export const EVERYONE_ELSE = 'everyone else';

const upperEnd = (finding: ParityFinding): string =>
  finding.upper === null ? 'an upper end we cannot estimate' : percent(finding.upper);

const rateClause = (finding: ParityFinding, words: Comparing): string =>
  `${groupAtStart(finding.group)} ${words.does} at about ${percent(finding.ratio)} of the ${words.noun} of ${EVERYONE_ELSE}, ` +
  interval(percent(finding.lower), upperEnd(finding));

/** A distance from parity, never a negative one. */
const gap = (value: number): string => percent(Math.abs(value));

function cannotTell(finding: ParityFinding, words: Comparing): string {
  const fits = `the data fit anything from ${percent(finding.lower)} to ${upperEnd(finding)} of the others\u2019 ${words.noun}`;
  const opening = `We cannot tell whether ${groupInside(finding.group)} ${words.does} ${moreOrLess(words)} than ${EVERYONE_ELSE}`;
  if (!excludesParity(finding)) return `${opening}: ${fits}. This is not evidence of equality.`;
  const among = finding.comparisons === null ? 'many comparisons' : `${finding.comparisons} comparisons`;
  return `${rateClause(finding, words)}. Among ${among} such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.`;
}

/** Whether the interval alone leaves equal rates out, whatever the adjustment for many comparisons says. */
export const excludesParity = (finding: ParityFinding): boolean =>
  finding.lower > 1 || (finding.upper !== null && finding.upper < 1);

function similarRates(finding: ParityFinding, words: Comparing): string {
  const largest = Math.max(1 - finding.lower, (finding.upper ?? finding.ratio) - 1);
  return (
    `${groupAtStart(finding.group)} and ${EVERYONE_ELSE} ${words.does} at similar ${words.nouns}, ` +
    `${interval(percent(finding.lower), upperEnd(finding))} of the others\u2019 ${words.noun}. ` +
    `We can rule out a gap larger than ${gap(largest)}.`
  );
}

/** Ends of the gap between the group's rate and the others', the smaller first. */
function gapEnds(finding: ParityFinding): [string, string] {
  const ends = [1 - finding.lower, 1 - (finding.upper ?? finding.ratio)].map(Math.abs).sort((a, b) => a - b);
  return [percent(ends[0] ?? 0), percent(ends[1] ?? 0)];
}

/** The finding in full: group, comparison, interval, and what follows from the verdict. */
export function paritySentence(finding: ParityFinding, words: Comparing): string {
  const [near, far] = gapEnds(finding);
  switch (finding.verdict) {
    case 'clearly_lower':
    case 'clearly_higher':
      return `${rateClause(finding, words)}. The gap is at least ${near}.`;
    case 'lower_unsure':
      return `${rateClause(finding, words)}. The gap could be as small as ${near} or as large as ${far}.`;
    case 'higher_unsure':
      return finding.upper === null
        ? `${rateClause(finding, words)}. The gap could be as small as ${gap(finding.lower - 1)}.`
        : `${rateClause(finding, words)}. The gap could be as small as ${near} or as large as ${far}.`;
    case 'slightly_lower':
    case 'slightly_higher':
      return `${rateClause(finding, words)}. That is within the range we agreed to treat as similar.`;
    case 'similar':
      return similarRates(finding, words);
    case 'cannot_tell':
      return cannotTell(finding, words);
  }
}

/** `more or less often`, `more or less`. */
const moreOrLess = ({ more, less }: Comparing): string => more.replace('more', `more or ${less.split(' ')[0] ?? ''}`);

/** How a group differs, after the verb. */
function degree(verdict: Verdict, { noun, nouns, more, less }: Comparing): string {
  const than = `than ${EVERYONE_ELSE}`;
  const [side, amount] = isLower(verdict) ? ['lower', less] : ['higher', more];
  if (verdict === 'similar') return `at similar ${nouns}`;
  if (verdict.startsWith('clearly')) return `at a clearly ${side} ${noun} ${than}`;
  return verdict.startsWith('slightly') ? `slightly ${amount} ${than}` : `${amount} ${than}; how much is uncertain`;
}

const MOST_WORDS = 15;
const wordsIn = (text: string): number => text.split(' ').length;

/** What the findings of one table say together: at most fifteen words, with a verb, group first, no cause. */
export function parityTitle(findings: readonly ParityFinding[], words: Comparing): string {
  const [first] = findings;
  if (first === undefined) return 'No comparison can be shown here';
  const leading = leadingVerdict(findings);
  if (leading === 'similar' || leading === 'cannot_tell') return quietTitle(findings, leading, words);
  const those = findings.filter((finding) => finding.verdict === leading);
  const named = `${groupAtStart((those[0] ?? first).group)} ${words.does} ${degree(leading, words)}`;
  if (those.length === 1 && wordsIn(named) <= MOST_WORDS) return named;
  const total = inWords(findings.length);
  if (those.length > 1) return `${capital(inWords(those.length))} of ${total} groups ${words.does} ${degree(leading, words)}`;
  return `In one of ${total} groups people ${words.does} ${isLower(leading) ? words.less : words.more} than ${EVERYONE_ELSE}`;
}

/** One finding in a line, however long its group is called. */
export function findingTitle(finding: ParityFinding, words: Comparing): string {
  if (finding.verdict === 'cannot_tell') return quietTitle([finding], 'cannot_tell', words);
  if (finding.verdict === 'similar') return quietTitle([finding], 'similar', words);
  return `${groupAtStart(finding.group)} ${words.does} ${degree(finding.verdict, words)}`;
}

/** The title where no group differs: equality that was measured, or doubt. */
function quietTitle(findings: readonly ParityFinding[], leading: 'similar' | 'cannot_tell', words: Comparing): string {
  const [only] = findings.length === 1 ? findings : [];
  if (leading === 'cannot_tell') {
    const whom = only === undefined ? 'these groups' : groupInside(only.group);
    return `We cannot tell yet whether ${whom} ${words.does} equally`;
  }
  const whom = only === undefined ? 'All groups shown' : `${groupAtStart(only.group)} and ${EVERYONE_ELSE}`;
  return `${whom} ${words.does} ${degree('similar', words)}`;
}

/** The verdict a reader should meet first; certainty of a difference comes before doubt, doubt before equality. */
function leadingVerdict(findings: readonly ParityFinding[]): Verdict {
  const order: readonly Verdict[] = [
    'clearly_lower',
    'clearly_higher',
    'lower_unsure',
    'higher_unsure',
    'slightly_lower',
    'slightly_higher',
    'cannot_tell',
    'similar',
  ];
  return order.find((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? 'cannot_tell';
}

/** Findings in reading order; inside one verdict the programme's own order stays. */
export function inReadingOrder<F extends { readonly verdict: Verdict }>(findings: readonly F[]): F[] {
  return READING_ORDER.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
}

/** Findings that name a difference; the others are told in sum. */
export const differs = (finding: { readonly verdict: Verdict }): boolean => isLower(finding.verdict) || isHigher(finding.verdict);

/** One sentence over all groups that show no difference. */
export function restSentence(findings: readonly ParityFinding[], hidden: number): string {
  const similar = findings.filter((finding) => finding.verdict === 'similar').length;
  const unsure = findings.filter((finding) => finding.verdict === 'cannot_tell').length;
  const parts = [
    similar > 0 ? `${inWords(similar)} ${similar === 1 ? 'group is' : 'groups are'} similar to ${EVERYONE_ELSE}` : '',
    unsure > 0 ? `for ${inWords(unsure)} ${unsure === 1 ? 'group' : 'groups'} we cannot tell yet` : '',
    hidden > 0 ? `${inWords(hidden)} ${hidden === 1 ? 'is' : 'are'} hidden [c]` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
}

/** Many groups of which none differs surely. */
export function quietSentence(findings: readonly ParityFinding[], words: Comparing): string {
  const unsure = findings.filter((finding) => finding.verdict === 'cannot_tell').length;
  const opening = `None of ${inWords(findings.length)} groups is sure to ${words.does} at another ${words.noun} than ${EVERYONE_ELSE}`;
  if (unsure === 0) return `${opening}.`;
  return `${opening}; for ${unsure === findings.length ? 'all' : inWords(unsure)} of them we cannot tell yet.`;
}

/** Two successive quarters of one comparison. Overlapping intervals are read as chance. */
export function changeSentence(now: ParityFinding, before: ParityFinding, beforeLabel: string): string {
  const past = `In ${beforeLabel} it was ${percent(before.ratio)}, ${interval(percent(before.lower), upperEnd(before))}`;
  const apart = (now.upper !== null && now.upper < before.lower) || (before.upper !== null && before.upper < now.lower);
  return apart
    ? `${past}: more than chance would usually explain.`
    : `${past}: this is within the variation we expect by chance.`;
}

/** Printed wherever verdicts are explained. */
export const similarNote = (low: number, high: number): string =>
  `${low.toFixed(2)} to ${high.toFixed(2)} is a range this organisation chose for deciding what to look at first. It is not a legal test.`;

/** Printed wherever several groups are compared. */
export function comparisonsNote(comparisons: number): string {
  const chance = Math.max(1, Math.round(comparisons * 0.05));
  return `We looked at ${comparisons} comparisons. If nothing were really different, about ${inWords(chance)} would still stand out, so we adjusted for that.`;
}
