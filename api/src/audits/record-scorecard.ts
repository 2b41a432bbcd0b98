import type { Compared, Comparison } from './comparisons.js';
import { changeOverTime, type Interval } from '../releases/index.js';
import { concernOf } from './promises.js';
import { type Followed, followedBy } from './scorecard.js';
import type { SignedAudit, SignedFinding } from './signed-record.js';

/** A decision as it was signed, and what followed by the quarter of a later release. */
export interface SignedScore {
  readonly period: string;
  readonly scope: string;
  readonly finding: SignedFinding;
  readonly followed: Followed;
}

/** A later release: what it compares, and whether that can be compared with the quarter of a signed audit. */
export interface LaterRelease {
  readonly comparisons: readonly Comparison[];
  readonly isComparable: (audit: SignedAudit, finding: SignedFinding) => boolean;
}

/** What followed the decisions of signed audits: from their frozen numbers and those of the later release, and nothing else. */
export function scoreSigned(audits: readonly SignedAudit[], { comparisons, isComparable }: LaterRelease): SignedScore[] {
  const now = new Map(comparisons.map(({ key, outcome }) => [key, outcome]));
  return audits.flatMap((audit) => {
    const { period, scope } = audit.document.audit;
    const decided = audit.document.findings.filter(({ decision }) => decision !== null);
    return decided.map((finding): SignedScore => {
      const [then, later] = [intervalOf(finding.outcome), intervalOf(now.get(finding.key))];
      const known = then && later && isComparable(audit, finding) ? { then, later } : null;
      return { period, scope, finding, followed: known ? followedIn(known, audit, finding) : 'cannot-tell' };
    });
  });
}

function followedIn(
  { then, later }: { readonly then: Interval; readonly later: Interval },
  { document }: SignedAudit,
  { measure }: SignedFinding,
): Followed {
  const { lower, upper } = changeOverTime({ ...then, period: document.audit.period }, later);
  return followedBy({ lower: lower ?? 0, upper: upper ?? Infinity }, concernOf(measure), document.similar);
}

function intervalOf(outcome: Compared | Exclude<Comparison['outcome'], Compared> | undefined): Interval | null {
  if (outcome?.kind !== 'compared' || outcome.ratio <= 0) return null;
  const { ratio: value, lower, upper } = outcome;
  return { value, lower, upper: upper ?? Infinity, ratio: true };
}
