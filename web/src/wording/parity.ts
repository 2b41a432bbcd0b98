import { saying, t } from '../language/index.js';
import type { Comparing } from './comparing.js';
import { groupAtStart, groupInside, type NamedValue } from './groups.js';
import { capital, interval, inWords, percent, ratio } from './numbers.js';
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

const upperEnd = (finding: { readonly upper: number | null }): string =>
  finding.upper === null ? t('an upper end we cannot estimate') : percent(finding.upper);

const intervalOf = (finding: ParityFinding): string => interval(percent(finding.lower), upperEnd(finding));

const rateClause = (finding: ParityFinding, { does, noun }: Comparing): string =>
  t('{group} {does} at about {ratio} of the {noun} of everyone else, {interval}', {
    group: groupAtStart(finding.group),
    does,
    ratio: percent(finding.ratio),
    noun,
    interval: intervalOf(finding),
  });

/** A distance from parity, never a negative one. */
const gap = (value: number): string => percent(Math.abs(value));

function cannotTell(finding: ParityFinding, words: Comparing): string {
  if (excludesParity(finding)) return cannotTellAmongMany(finding, words);
  return t(
    'We cannot tell whether {group} {does} {moreOrLess} than everyone else: the data fit anything from {lower} to {upper} of the others’ {noun}. This is not evidence of equality.',
    {
      group: groupInside(finding.group),
      does: words.does,
      moreOrLess: words.moreOrLess,
      noun: words.noun,
      lower: percent(finding.lower),
      upper: upperEnd(finding),
    },
  );
}

const cannotTellAmongMany = (finding: ParityFinding, words: Comparing): string =>
  finding.comparisons === null
    ? t(
        '{finding}. Among many comparisons such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.',
        { finding: rateClause(finding, words) },
      )
    : t(
        '{finding}. Among {comparisons} comparisons such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.',
        { finding: rateClause(finding, words), comparisons: finding.comparisons },
      );

/** Whether the interval alone leaves equal rates out, whatever the adjustment for many comparisons says. */
export const excludesParity = (finding: ParityFinding): boolean =>
  finding.lower > 1 || (finding.upper !== null && finding.upper < 1);

function similarRates(finding: ParityFinding, { does, noun, nouns }: Comparing): string {
  const largest = Math.max(1 - finding.lower, (finding.upper ?? finding.ratio) - 1);
  return t(
    '{group} and everyone else {does} at similar {nouns}, {interval} of the others’ {noun}. We can rule out a gap larger than {gap}.',
    { group: groupAtStart(finding.group), does, nouns, noun, interval: intervalOf(finding), gap: gap(largest) },
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
  if (finding.verdict === 'similar') return similarRates(finding, words);
  if (finding.verdict === 'cannot_tell') return cannotTell(finding, words);
  const said = { finding: rateClause(finding, words) };
  switch (finding.verdict) {
    case 'clearly_lower':
    case 'clearly_higher':
      return t('{finding}. The gap is at least {near}.', { ...said, near });
    case 'higher_unsure':
      if (finding.upper === null)
        return t('{finding}. The gap could be as small as {near}.', { ...said, near: gap(finding.lower - 1) });
      return t('{finding}. The gap could be as small as {near} or as large as {far}.', { ...said, near, far });
    case 'lower_unsure':
      return t('{finding}. The gap could be as small as {near} or as large as {far}.', { ...said, near, far });
    case 'slightly_lower':
    case 'slightly_higher':
      return t('{finding}. That is within the range we agreed to treat as similar.', said);
  }
}

/** How a group, or several, differ from everyone else. */
function differing(group: string, verdict: Verdict, { does, noun, more, less }: Comparing): string {
  const amount = isLower(verdict) ? less : more;
  if (verdict === 'clearly_lower') return t('{group} {does} at a clearly lower {noun} than everyone else', { group, does, noun });
  if (verdict === 'clearly_higher')
    return t('{group} {does} at a clearly higher {noun} than everyone else', { group, does, noun });
  return verdict.startsWith('slightly')
    ? t('{group} {does} slightly {amount} than everyone else', { group, does, amount })
    : t('{group} {does} {amount} than everyone else; how much is uncertain', { group, does, amount });
}

const MOST_WORDS = 15;
const wordsIn = (text: string): number => text.split(' ').length;

/** What the findings of one table say together: at most fifteen words, with a verb, group first, no cause. */
export function parityTitle(findings: readonly ParityFinding[], words: Comparing): string {
  const [first] = findings;
  if (first === undefined) return t('No comparison can be shown here');
  const leading = leadingVerdict(findings);
  if (leading === 'similar' || leading === 'cannot_tell') return quietTitle(findings, leading, words);
  const those = findings.filter((finding) => finding.verdict === leading);
  const named = differing(groupAtStart((those[0] ?? first).group), leading, words);
  if (those.length === 1 && wordsIn(named) <= MOST_WORDS) return named;
  const total = inWords(findings.length);
  if (those.length > 1) {
    const some = t('{some} of {total} groups', { some: capital(inWords(those.length)), total });
    return differing(some, leading, words);
  }
  const amount = isLower(leading) ? words.less : words.more;
  return t('In one of {total} groups people {does} {amount} than everyone else', { total, does: words.does, amount });
}

/** One finding in a line, however long its group is called. */
export function findingTitle(finding: ParityFinding, words: Comparing): string {
  if (finding.verdict === 'cannot_tell') return quietTitle([finding], 'cannot_tell', words);
  if (finding.verdict === 'similar') return quietTitle([finding], 'similar', words);
  return differing(groupAtStart(finding.group), finding.verdict, words);
}

/** The title where no group differs: equality that was measured, or doubt. */
function quietTitle(findings: readonly ParityFinding[], leading: 'similar' | 'cannot_tell', words: Comparing): string {
  const [only] = findings.length === 1 ? findings : [];
  if (leading === 'cannot_tell') {
    const whom = only === undefined ? t('these groups') : groupInside(only.group);
    return t('We cannot tell yet whether {whom} {equally}', { whom, equally: words.equally });
  }
  const { does, nouns } = words;
  return only === undefined
    ? t('All groups shown {does} at similar {nouns}', { does, nouns })
    : t('{group} and everyone else {does} at similar {nouns}', { group: groupAtStart(only.group), does, nouns });
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
    similar > 0
      ? t('{n, plural, one {{words} group is} other {{words} groups are}} similar to everyone else', spelled(similar))
      : '',
    unsure > 0 ? t('for {n, plural, one {{words} group} other {{words} groups}} we cannot tell yet', spelled(unsure)) : '',
    hidden > 0 ? t('{n, plural, one {{words} is} other {{words} are}} hidden [c]', spelled(hidden)) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
}

const spelled = (n: number) => ({ n, words: inWords(n) });

/** Many groups of which none differs surely. */
export function quietSentence(findings: readonly ParityFinding[], words: Comparing): string {
  const unsure = findings.filter((finding) => finding.verdict === 'cannot_tell').length;
  const { does, noun } = words;
  const opening = t('None of {total} groups is sure to {does} at another {noun} than everyone else', {
    total: inWords(findings.length),
    does,
    noun,
  });
  if (unsure === 0) return `${opening}.`;
  return unsure === findings.length
    ? t('{opening}; for all of them we cannot tell yet.', { opening })
    : t('{opening}; for {unsure} of them we cannot tell yet.', { opening, unsure: inWords(unsure) });
}

/** Two successive quarters of one comparison. Overlapping intervals are read as chance. */
export function changeSentence(now: ParityFinding, before: ParityFinding, beforeLabel: string): string {
  const past = { period: beforeLabel, value: percent(before.ratio), interval: intervalOf(before) };
  const apart = (now.upper !== null && now.upper < before.lower) || (before.upper !== null && before.upper < now.lower);
  return t(apart ? MORE_THAN_CHANCE : WITHIN_CHANCE, past);
}

/** The quarter before beside this one; `rates.ts` says the same of estimates. */
export const MORE_THAN_CHANCE = saying('In {period} it was {value}, {interval}: more than chance would usually explain.');
export const WITHIN_CHANCE = saying('In {period} it was {value}, {interval}: this is within the variation we expect by chance.');

/** Printed wherever verdicts are explained. */
export const similarNote = (low: number, high: number): string =>
  t('{low} to {high} is a range this organisation chose for deciding what to look at first. It is not a legal test.', {
    low: ratio(low),
    high: ratio(high),
  });

/** Printed wherever several groups are compared. */
export function comparisonsNote(comparisons: number): string {
  const chance = Math.max(1, Math.round(comparisons * 0.05));
  return t(
    'We looked at {comparisons} comparisons. If nothing were really different, about {chance} would still stand out, so we adjusted for that.',
    { comparisons, chance: inWords(chance) },
  );
}
