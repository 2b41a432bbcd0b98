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

/** What people of a variant do, as a verb. */
export const acts = (variant: string): string => (variant.startsWith('mentor') ? 'act as mentors' : 'take part');

const upperEnd = (finding: ParityFinding): string =>
  finding.upper === null ? 'an upper end we cannot estimate' : percent(finding.upper);

const rateClause = (finding: ParityFinding, verb: string): string =>
  `${groupAtStart(finding.group)} ${verb} at about ${percent(finding.ratio)} of the rate of ${EVERYONE_ELSE}, ` +
  interval(percent(finding.lower), upperEnd(finding));

/** A distance from parity, never a negative one. */
const gap = (value: number): string => percent(Math.abs(value));

function cannotTell(finding: ParityFinding, verb: string): string {
  const fits = `the data fit anything from ${percent(finding.lower)} to ${upperEnd(finding)} of the others\u2019 rate`;
  const opening = `We cannot tell whether ${groupInside(finding.group)} ${verb} more or less often than ${EVERYONE_ELSE}`;
  if (!excludesParity(finding)) return `${opening}: ${fits}. This is not evidence of equality.`;
  const among = finding.comparisons === null ? 'many comparisons' : `${finding.comparisons} comparisons`;
  return `${rateClause(finding, verb)}. Among ${among} such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.`;
}

/** Whether the interval alone leaves equal rates out, whatever the adjustment for many comparisons says. */
export const excludesParity = (finding: ParityFinding): boolean =>
  finding.lower > 1 || (finding.upper !== null && finding.upper < 1);

function similarRates(finding: ParityFinding, verb: string): string {
  const largest = Math.max(1 - finding.lower, (finding.upper ?? finding.ratio) - 1);
  return (
    `${groupAtStart(finding.group)} and ${EVERYONE_ELSE} ${verb} at similar rates, ` +
    `${interval(percent(finding.lower), upperEnd(finding))} of the others\u2019 rate. ` +
    `We can rule out a gap larger than ${gap(largest)}.`
  );
}

/** Ends of the gap between the group's rate and the others', the smaller first. */
function gapEnds(finding: ParityFinding): [string, string] {
  const ends = [1 - finding.lower, 1 - (finding.upper ?? finding.ratio)].map(Math.abs).sort((a, b) => a - b);
  return [percent(ends[0] ?? 0), percent(ends[1] ?? 0)];
}

/** The finding in full: group, comparison, interval, and what follows from the verdict. */
export function paritySentence(finding: ParityFinding, variant: string): string {
  const verb = acts(variant);
  const [near, far] = gapEnds(finding);
  switch (finding.verdict) {
    case 'clearly_lower':
    case 'clearly_higher':
      return `${rateClause(finding, verb)}. The gap is at least ${near}.`;
    case 'lower_unsure':
      return `${rateClause(finding, verb)}. The gap could be as small as ${near} or as large as ${far}.`;
    case 'higher_unsure':
      return finding.upper === null
        ? `${rateClause(finding, verb)}. The gap could be as small as ${gap(finding.lower - 1)}.`
        : `${rateClause(finding, verb)}. The gap could be as small as ${near} or as large as ${far}.`;
    case 'slightly_lower':
    case 'slightly_higher':
      return `${rateClause(finding, verb)}. That is within the range we agreed to treat as similar.`;
    case 'similar':
      return similarRates(finding, verb);
    case 'cannot_tell':
      return cannotTell(finding, verb);
  }
}

const DEGREE: Readonly<Record<Verdict, string>> = {
  clearly_lower: 'at a clearly lower rate than everyone else',
  lower_unsure: 'less often than everyone else; how much is uncertain',
  slightly_lower: 'slightly less often than everyone else',
  similar: 'at similar rates',
  cannot_tell: '',
  slightly_higher: 'slightly more often than everyone else',
  higher_unsure: 'more often than everyone else; how much is uncertain',
  clearly_higher: 'at a clearly higher rate than everyone else',
};

/** What the findings of one table say together: at most fifteen words, with a verb, group first, no cause. */
export function parityTitle(findings: readonly ParityFinding[], variant: string): string {
  const verb = acts(variant);
  if (findings.length === 0) return `No comparison can be shown here`;
  const leading = leadingVerdict(findings);
  const those = findings.filter((finding) => finding.verdict === leading);
  if (leading === 'similar') return `All groups shown ${verb} at similar rates`;
  if (leading === 'cannot_tell') return `We cannot tell yet whether these groups ${verb} equally`;
  const [first] = those;
  if (those.length === 1 && first) return `${groupAtStart(first.group)} ${verb} ${DEGREE[leading]}`;
  return `${capital(inWords(those.length))} of ${inWords(findings.length)} groups ${verb} ${DEGREE[leading]}`;
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
export function quietSentence(findings: readonly ParityFinding[], variant: string): string {
  const unsure = findings.filter((finding) => finding.verdict === 'cannot_tell').length;
  const opening = `None of ${inWords(findings.length)} groups is sure to ${acts(variant)} at another rate than ${EVERYONE_ELSE}`;
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
