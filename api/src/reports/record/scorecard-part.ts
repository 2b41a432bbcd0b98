import { saying, t } from '#language';
import { choiceLabel, followedFinding, followedTally, inWords, quarter } from '#wording';
import { maySeeFinding, type Viewer } from '../../access/index.js';
import { comparisonsIn, type LaterRelease, scoreSigned, type SignedAudit } from '../../audits/index.js';
import type { ReleaseFile } from '../../kernel/index.js';
import { breaksBetween, type PublishedQuarter } from '../../releases/index.js';
import type { AddedSection } from '../model/model.js';
import { findingInLine } from './audit-part.js';
import { wordsTable } from './parts.js';
import type { Records } from './records.js';

/** Decisions that fit a page; the newest come first. */
const MOST = 20;

/** What was decided in earlier audits against what followed by this quarter; null where none was signed. */
export function scorecardSection(
  file: Pick<ReleaseFile, 'release' | 'tables' | 'dimensions' | 'policy'>,
  { earlierAudits, quarters }: Pick<Records, 'earlierAudits' | 'quarters'>,
  reader: Viewer,
): AddedSection | null {
  const { tables, dimensions, policy } = file;
  const comparisons = comparisonsIn({ tables, dimensions, similar: policy.similar });
  const scores = scoreSigned(earlierAudits, { comparisons, isComparable: comparableIn(quarters) }).filter(({ finding }) =>
    maySeeFinding(reader, finding.group),
  );
  if (scores.length === 0) return null;
  const told = scores.slice(0, MOST);
  return {
    title: t('What earlier audits decided, and what followed'),
    paragraphs: [
      t('{n, plural, one {One decision} other {{n} decisions}} of signed audits: {tally}.', {
        ...{ n: scores.length, tally: followedTally(scores) },
      }),
      `${t(NO_CAUSE)}${told.length < scores.length ? ` ${t('The newest {n} are listed.', { n: inWords(MOST) })}` : ''}`,
    ],
    figure: null,
    table: wordsTable(
      t('Decisions of signed audits'),
      [t('Finding'), t('Decided in'), t('Decision'), t('What followed')],
      told.map(({ period, finding, followed }) => [
        findingInLine(finding, dimensions),
        quarter(period),
        finding.decision === null ? '' : choiceLabel(finding.decision.choice),
        followedFinding(followed, null),
      ]),
    ),
  };
}

const NO_CAUSE = saying('A gap may close by itself: what followed was not always brought about by what was decided.');

/** Where a method changed, or a group stands for others, nothing is compared. */
function comparableIn(quarters: readonly PublishedQuarter[]): LaterRelease['isComparable'] {
  const now = quarters.at(-1);
  return ({ document }: SignedAudit, { measure, group }) => {
    const then = quarters.find(({ releaseId }) => releaseId === document.release.id);
    if (!then || !now) return false;
    const pair = [
      { ...then, table: null },
      { ...now, table: null },
    ] as const;
    return breaksBetween(pair, measure, { was: group, is: group }, []).length === 0;
  };
}
