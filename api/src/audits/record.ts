import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/index.js';
import type { AuditedFinding, AuditView } from './audit-view.js';
import type { ActionRow } from './store.js';

/** Name and version of the rule by which findings are made; a signed record says which it was. */
export const FINDING_RULE = 'findings/1';

/** What two people sign: the findings with their numbers as released, what was decided and agreed, and what followed. */
export function recordOf(view: AuditView): { readonly document: string; readonly hash: string } {
  const { audit, judged, answer, actions, promised, data } = view;
  const { release } = judged;
  const document = canonicalJson({
    format: 'overstory-audit/1',
    audit: { id: audit.id, period: audit.period, scope: audit.scope, policyVersion: audit.policyVersion, rule: FINDING_RULE },
    release: { id: release.id, hash: release.hash, asOf: release.asOf },
    similar: release.similar,
    data: { answer: answer?.answer ?? 'no', limits: answer?.limits ?? [], ...data },
    findings: view.findings.map(findingOf),
    actions: actions.map(actionOf),
    notes: view.notes.map(({ finding, kind, words, role, at }) => ({ finding, kind, words, role, at: at.toISOString() })),
    earlierActions: promised.map((action) => ({
      ...actionOf(action),
      agreedIn: action.period,
      branch: action.scope,
      step: action.step,
      late: action.late,
      followUp: action.followUp,
      decision: action.decision,
    })),
  });
  return { document, hash: `sha256:${createHash('sha256').update(document).digest('hex')}` };
}

function findingOf(finding: AuditedFinding): Record<string, unknown> {
  const { key, measure, variant, step, group, class: classed, outcome, decision, change } = finding;
  return { key, measure, variant, step, group, class: classed, outcome, decision, change };
}

function actionOf(action: ActionRow): Record<string, unknown> {
  const { id, finding, kind, ownWords, ownerRole, duePeriod, measuredBy, smallestChange } = action;
  return { id, finding, kind, ownWords, ownerRole, duePeriod, measuredBy, smallestChange };
}
