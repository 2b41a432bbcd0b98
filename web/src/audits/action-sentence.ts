import type { AuditAction } from '../gateway/index.js';
import { inSentence, t } from '../language/index.js';
import { groupLabel, percent, quarter } from '../wording/index.js';

/** Who, until when, and how one will know. */
export const actionSentence = (action: AuditAction): string =>
  t(
    '{owner}, by the end of {quarter}. We will know by {measure} of {group}: a change of at least {change} of everyone else\u2019s rate.',
    {
      owner: action.ownerLabel,
      quarter: quarter(action.duePeriod),
      measure: inSentence(action.measureLabel),
      group: groupLabel(action.group),
      change: percent(action.smallestChange),
    },
  );
