import { t } from '#language';
import {
  badge,
  comparing,
  count,
  differs,
  excludesParity,
  groupAtStart,
  inReadingOrder,
  type ParityFinding,
  paritySentence,
  quietSentence,
  READING_ORDER,
} from '#wording';
import { isComparison, parityFindings } from './findings.js';
import type { OpenQuestion, Question } from './model.js';
import type { Asked } from './question.js';

/** Questions that open a summary with their first sentence, in this order. */
const OPENING = [
  'participation/mentee',
  'dose/mentee',
  'progression/starters',
  'skill_change/checked',
  'promotion_comparison/over_time',
];

/** Questions that have a page in a brief report too. */
export const LEADING: readonly string[] = [
  ...OPENING,
  'participation/mentor',
  'parity/mentee',
  'parity/mentor',
  'parity_adjusted/mentee',
  'parity_adjusted/mentor',
  'load/mentor_mentees',
  'pulse/respondents',
];

/** Every comparison of one-way tables, of the role that is asked about. */
export const comparisonsOf = (asked: Asked): ParityFinding[] =>
  asked.tables
    .filter((table) => table.breakdown.length === 1 && isComparison(asked.words, table))
    .flatMap((table) => parityFindings(asked.words, table, asked.dimensions));

/** One page in sentences, the answer first: how many take part, where groups differ most surely, what is not known. */
export function summaryOf(all: readonly Asked[], questions: readonly Question[], open: readonly OpenQuestion[]): string[] {
  const leading = OPENING.flatMap((key) => questions.find((one) => one.key === key)?.sentences[0] ?? []);
  const compared = all.flatMap((asked) => leadingComparison(asked) ?? []);
  return [...leading.slice(0, 1), ...compared, ...leading.slice(1), unknowns(questions, open)];
}

function leadingComparison(asked: Asked): string | null {
  const findings = comparisonsOf(asked);
  if (findings.length === 0) return null;
  const named = findings.filter(differs);
  const [first] = inReadingOrder(named.length > 0 ? named : findings.filter(excludesParity));
  const speech = comparing(asked.words.key, asked.variant.key, asked.words.primary);
  return first === undefined ? quietSentence(findings, speech) : paritySentence(first, speech);
}

function unknowns(questions: readonly Question[], open: readonly OpenQuestion[]): string {
  const said = { some: count(questions.length), all: count(questions.length + open.length) };
  return open.length === 0
    ? t('{some} of {all} questions have an answer that can be shown.', said)
    : t(
        '{some} of {all} questions have an answer that can be shown; page \u201cWhat we do not know\u201d lists the others and says why.',
        said,
      );
}

/** How many comparisons led to which verdict: in words, never a score. */
export function verdictsOf(all: readonly Asked[]): { verdict: string; groups: string }[] {
  return all.flatMap((asked) => {
    const findings = comparisonsOf(asked);
    return READING_ORDER.flatMap((verdict) => {
      const those = findings.filter((finding) => finding.verdict === verdict);
      if (those.length === 0) return [];
      const { shape, word } = badge(verdict);
      const names =
        verdict === 'similar' || verdict === 'cannot_tell' ? '' : `: ${those.map(({ group }) => groupAtStart(group)).join('; ')}`;
      return [
        {
          verdict: `${asked.words.label} ${asked.variant.label}: ${shape} ${word}`,
          groups: `${t('{some} of {all}', { some: count(those.length), all: count(findings.length) })}${names}`,
        },
      ];
    });
  });
}
