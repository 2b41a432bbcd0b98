import type { Dimension, Group, SimilarRange } from '../kernel/index.js';
import type { AuditGround } from './audit-view.js';
import type { Concern } from './equity-family.js';
import type { RatioChange } from './follow-up.js';
import { comparisonOfKey, historiesOf } from './judged.js';
import { concernOf, type FollowUp, movementSince } from './promises.js';
import { stateOf } from './state.js';
import { type ActionRow, actionsOf, type AuditRow, type DecisionRow, decisionsOf, listAuditRows, recordsOf } from './store.js';

/** What followed a decision: moved, did not, and which way; or nobody can tell. */
export type Followed = 'better' | 'not-moved' | 'worse' | 'cannot-tell';

/** A decision of a signed audit, and what followed by the newest quarter. */
export interface ScoredFinding extends Pick<FollowUp, 'before' | 'now' | 'until' | 'because'> {
  readonly audit: AuditRow;
  readonly decision: DecisionRow;
  readonly measure: string;
  readonly variant: string;
  readonly group: Group;
  /** What was agreed about it. */
  readonly actions: readonly ActionRow[];
  readonly followed: Followed;
  /** Of the release that the audit judged, to name the group. */
  readonly dimensions: readonly Dimension[];
}

/**
 * Whether a ratio moved, from its quotient new \u00f7 old: all of the interval on one side of 1 moved, all of it inside the range
 * that the policy calls similar did not, and of anything else nobody can tell.
 */
export function followedBy({ lower, upper }: Omit<RatioChange, 'change'>, concern: Concern, similar: SimilarRange): Followed {
  if (lower > 1) return concern === 'lower' ? 'better' : 'worse';
  if (upper < 1) return concern === 'lower' ? 'worse' : 'better';
  return lower >= similar.low && upper <= similar.high ? 'not-moved' : 'cannot-tell';
}

/** Every decision of the audits that two people signed, the newest quarter first. Late actions are judged as actions. */
export async function scorecardOf({ pool, tx, judge }: AuditGround, until: string): Promise<ScoredFinding[]> {
  const all = await listAuditRows(pool);
  const records = await recordsOf(
    pool,
    all.map(({ id }) => id),
  );
  const signed = all.filter(({ id }) => stateOf(records.filter(({ auditId }) => auditId === id)) === 'signed');
  const ids = signed.map(({ id }) => id);
  const [decisions, actions] = await Promise.all([decisionsOf(pool, ids), actionsOf(pool, ids)]);
  const scored: ScoredFinding[] = [];
  for (const audit of signed) {
    const judged = await judge(audit.releaseId);
    const named = decisions.filter(({ auditId }) => auditId === audit.id).flatMap(withComparison);
    const histories = judged && (await historiesOf(tx, named, until));
    for (const item of named) {
      const { moved, ...seen } = movementSince(audit.period, histories?.get(item) ?? []);
      const followed = moved && judged ? followedBy(moved, concernOf(item.measure), judged.release.similar) : 'cannot-tell';
      const { decision, measure, variant, group } = item;
      const agreed = actions.filter(({ auditId, finding }) => auditId === audit.id && finding === decision.finding);
      const dimensions = judged?.release.dimensions ?? [];
      scored.push({ ...seen, audit, decision, measure, variant, group, actions: agreed, followed, dimensions });
    }
  }
  return scored;
}

function withComparison(decision: DecisionRow) {
  const comparison = comparisonOfKey(decision.finding);
  return comparison ? [{ ...comparison, decision }] : [];
}
