import type { AuditAction } from '../gateway/index.js';
import { groupLabel, percent, quarter } from '../wording/index.js';

/** Who, until when, and how one will know. */
export const actionSentence = (action: AuditAction): string =>
  `${action.ownerLabel}, by the end of ${quarter(action.duePeriod)}. We will know by ${action.measureLabel.toLowerCase()} of ${groupLabel(action.group)}: a change of at least ${percent(action.smallestChange)} of everyone else\u2019s rate.`;
