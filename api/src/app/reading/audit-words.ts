import { t } from '#language';
import { type Role, ROLE_LABELS } from '../../access/index.js';
import {
  ACTIONS,
  type ActionRow,
  type AuditedFinding,
  type AuditRow,
  type AuditState,
  type Compared,
  comparisonOfKey,
  DATA_LIMITS,
  decideMore,
  lateKey,
  type Listed,
  NOTE_KINDS,
  type NoteRow,
  OWN_ACTION,
  OWNER_ROLES,
  type PromisedAction,
  REASONS,
  type RecordRow,
  type ScoredFinding,
  type Steps,
  type TakenDecision,
} from '../../audits/index.js';
import type { Dimension, Group } from '../../kernel/index.js';
import { measureOf } from '../../measures/index.js';
import type {
  AuditAction,
  AuditComparison,
  AuditDecision,
  AuditFinding,
  AuditLibrary,
  AuditRecord,
  AuditShortfall,
  AuditSummary,
  PromisedAction as ViewedPromise,
  ScoredFinding as ViewedScore,
} from '../types/audit.types.js';
import type { AuditNote } from '../types/audit-note.types.js';
import type { GroupValue, ReleasedNumber } from '../types/result.types.js';
import { groupValue, releasedNumber } from './results.js';

type Dimensions = readonly Dimension[];

export const scopeLabel = (scope: string): string => (scope === '' ? t('Whole programme') : scope);

/** An audit in a list. */
export function summaryOf(
  { period, scope, dueOn }: AuditRow,
  state: AuditState,
  counts: { readonly decided: number; readonly actions: number },
): AuditSummary {
  const overdue = state !== 'signed' && dueOn < new Date().toISOString().slice(0, 10);
  return { period, scope, scopeLabel: scopeLabel(scope), state, dueOn, overdue, ...counts };
}

/** What audits choose from, as the page asks for it. */
export function libraryInWords(): AuditLibrary {
  const options = (list: readonly Listed[]) => list.map(({ key, label }) => ({ key, label }));
  return {
    actions: ACTIONS.map((action) => ({ ...action, measures: [...action.measures] })),
    decisions: Object.entries(REASONS).map(([choice, reasons]) => ({ choice, reasons: options(reasons) })),
    limits: options(DATA_LIMITS),
    owners: options(OWNER_ROLES),
    notes: options(NOTE_KINDS),
  };
}

/** The places of a group in the order of the programme's columns. */
function groupOf(group: Group, dimensions: Dimensions): GroupValue[] {
  return Object.entries(group).map(([key, value]) => groupValue(key, value, dimensions));
}

export function decisionInWords(decision: TakenDecision | null): AuditDecision | null {
  if (!decision) return null;
  const { choice, reason, branch } = decision;
  return { choice, reason, branch, reasonLabel: labelIn(REASONS[choice], reason) };
}

const labelIn = (list: readonly Listed[], key: string): string => list.find((one) => one.key === key)?.label ?? key;

const measureLabel = (measure: string): string => measureOf(measure)?.label ?? measure;
const variantLabel = (measure: string, variant: string): string =>
  measureOf(measure)?.variants.find(({ key }) => key === variant)?.label ?? variant;

/** A finding as a page reads it. */
export function findingInWords(finding: AuditedFinding, dimensions: Dimensions): AuditFinding {
  const { key, measure, variant, step, concern, of, outcome, decision, change } = finding;
  return {
    ...{ key, measure, variant, step, concern, of },
    class: finding.class,
    needsWord: finding.needsWord,
    measureLabel: measureLabel(measure),
    variantLabel: variantLabel(measure, variant),
    group: groupOf(finding.group, dimensions),
    status: outcome.kind,
    reason: outcome.kind === 'compared' ? null : outcome.reason,
    comparison: comparisonInWords(finding),
    decision: decisionInWords(decision),
    change: change?.change ?? null,
    since: change?.since ?? null,
  };
}

function comparisonInWords({ outcome, measure }: AuditedFinding): AuditComparison | null {
  if (outcome.kind !== 'compared') return null;
  const { verdict, ratio, lower, upper, adjustedP, comparisons, own, shortfall } = outcome;
  const described = measureOf(measure)?.values.find(({ key }) => key === own.name);
  return {
    ...{ verdict, comparisons },
    ...released({ ratio, lower, adjustedP }),
    upper: orAbsent(upper, 'unbounded'),
    ownLabel: described?.label ?? own.name,
    ownFormat: described?.format ?? 'score',
    own: orAbsent(own.value, 'notEstimable'),
    other: orAbsent(own.other, 'notEstimable'),
    shortfall: shortfallInWords(shortfall),
  };
}

function shortfallInWords(shortfall: Compared['shortfall']): AuditShortfall {
  if (!('absent' in shortfall)) return released(shortfall);
  const absent = orAbsent(null, shortfall.absent);
  return { people: absent, lower: absent, upper: absent };
}

/** Numbers as GraphQL writes them. */
export const released = <Key extends string>(numbers: Readonly<Record<Key, number>>): Record<Key, ReleasedNumber> =>
  Object.fromEntries(Object.entries<number>(numbers).map(([key, value]) => [key, releasedNumber(value)])) as Record<
    Key,
    ReleasedNumber
  >;

/** A number, or the name of its absence. */
export const orAbsent = (value: number | null, absent: string): ReleasedNumber => ({
  value,
  text: null,
  absent: value === null ? absent : null,
});

/** An action as a page reads it. */
export function actionInWords(action: ActionRow, dimensions: Dimensions): AuditAction {
  const { id, finding, kind, ownWords, ownerRole, duePeriod, measuredBy, smallestChange, step } = action;
  const comparison = comparisonOfKey(measuredBy);
  return {
    ...{ id, finding, duePeriod, measuredBy, smallestChange },
    label: kind === OWN_ACTION ? (ownWords ?? '') : t(labelIn(ACTIONS, kind)),
    ownerLabel: labelIn(OWNER_ROLES, ownerRole),
    measureLabel: measureLabel(comparison?.measure ?? ''),
    group: groupOf(comparison?.group ?? {}, dimensions),
    step: step === 'withdrawn' ? null : step,
  };
}

/** An earlier action with what followed. */
export function promiseInWords(
  promise: PromisedAction & { readonly decision: TakenDecision | null },
  dimensions: Dimensions,
): ViewedPromise {
  const { period, scope, late, followUp, decision } = promise;
  const { verdict, because, before, now } = followUp;
  return {
    ...{ period, late, verdict, because },
    before: orAbsent(before, 'notShown'),
    now: orAbsent(now, 'notShown'),
    action: actionInWords(promise, dimensions),
    scopeLabel: scopeLabel(scope),
    key: lateKey(promise.id),
    decision: decisionInWords(decision),
  };
}

/** A decision with what followed. */
export function scoreInWords(scored: ScoredFinding): ViewedScore {
  const { audit, decision, measure, group, actions, followed, because, before, now, until, dimensions } = scored;
  return {
    ...{ period: audit.period, scope: audit.scope, finding: decision.finding, choice: decision.choice, followed, because, until },
    scopeLabel: scopeLabel(audit.scope),
    measureLabel: measureLabel(measure),
    group: groupOf(group, dimensions),
    reasonLabel: labelIn(REASONS[decision.choice], decision.reason),
    actions: actions.map((action) => actionInWords(action, dimensions).label),
    before: orAbsent(before, 'notShown'),
    now: orAbsent(now, 'notShown'),
  };
}

/** What signing waits for, in the reader's language. */
export const lacksInWords = ({ lacks, toDecide, decided }: Steps): string[] =>
  lacks.map((lack) =>
    toDecide - decided > 1 && lack === decideMore(toDecide - decided) ? manyMore(toDecide - decided) : t(lack),
  );

const manyMore = (n: number): string => t('Decide about {n} findings more.', { n });

/** What changed since the quarter before: signed in English, shown in the reader's language. */
export function changeInWords(sentence: string): string {
  for (const [form, said] of CHANGES) {
    const [, ...filled] = form.exec(sentence) ?? [];
    if (filled.length > 0) return said(filled);
  }
  return sentence;
}

const CHANGES: readonly (readonly [form: RegExp, said: (filled: readonly string[]) => string])[] = [
  [
    /^The method of (.+) is (.+); it was (.+)\.$/,
    ([of = '', now = '', then = '']) => t('The method of {of} is {now}; it was {then}.', { of, now, then }),
  ],
  [/^(.+) is new as a column\.$/, ([column = '']) => t('{column} is new as a column.', { column })],
  [/^New in (.+?): (.+)\.$/, ([column = '', values = '']) => t('New in {column}: {values}.', { column, values })],
  [/^No longer in (.+?): (.+)\.$/, ([column = '', values = '']) => t('No longer in {column}: {values}.', { column, values })],
];

const roleLabel = (role: string): string => ROLE_LABELS[role as Role] ?? role;

/** A note of an auditor, in the reader's language but for what was typed. */
export const noteInWords = ({ no, finding, kind, words, role, at }: NoteRow): AuditNote => ({
  ...{ no, finding, words },
  label: t(labelIn(NOTE_KINDS, kind)),
  roleLabel: t(roleLabel(role)),
  at: at.toISOString(),
});

/** A signed record: people appear as roles. */
export function recordInWords({ id, no, hash, signedRole, signedAt, steps }: RecordRow): AuditRecord {
  return {
    ...{ id, no, hash },
    signedRoleLabel: roleLabel(signedRole),
    signedAt: signedAt.toISOString(),
    steps: steps.map(({ step, reason, role, at }) => ({
      step,
      reason,
      at: new Date(at).toISOString(),
      roleLabel: roleLabel(role),
    })),
  };
}
