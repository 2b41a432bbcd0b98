import type { SimilarRatios } from './catalogue.js';
import type { GroupValue } from './cell.js';

/** A released number, or the name of its absence. */
export interface Released {
  readonly value: number | null;
  readonly absent: string | null;
}

/** An equity audit in a list. */
export interface AuditSummary {
  readonly period: string;
  /** A branch of the team tree; empty for the programme. */
  readonly scope: string;
  readonly scopeLabel: string;
  /** open, signed-once, signed, returned or reopened. */
  readonly state: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly decided: number;
  readonly actions: number;
}

export interface AuditDecision {
  readonly choice: string;
  readonly reason: string;
  readonly reasonLabel: string;
  readonly branch: string | null;
}

export interface AuditComparison {
  readonly verdict: string;
  readonly ratio: Released;
  readonly lower: Released;
  readonly upper: Released;
  readonly adjustedP: Released;
  readonly comparisons: number;
  readonly ownLabel: string;
  readonly ownFormat: string;
  readonly own: Released;
  readonly other: Released;
  readonly shortfall: { readonly people: Released; readonly lower: Released; readonly upper: Released };
}

export interface AuditFinding {
  readonly key: string;
  readonly class: string;
  readonly needsWord: boolean;
  readonly measure: string;
  readonly measureLabel: string;
  readonly variant: string;
  readonly variantLabel: string;
  readonly step: string | null;
  readonly concern: string;
  readonly of: string;
  readonly group: readonly GroupValue[];
  /** compared, suppressed, notEstimable, structuralZero or notCollected. */
  readonly status: string;
  readonly reason: string | null;
  readonly comparison: AuditComparison | null;
  readonly decision: AuditDecision | null;
  readonly change: string | null;
  readonly since: string | null;
}

export interface AuditAction {
  readonly id: string;
  readonly finding: string;
  readonly label: string;
  readonly ownerLabel: string;
  readonly duePeriod: string;
  readonly measuredBy: string;
  readonly measureLabel: string;
  readonly group: readonly GroupValue[];
  readonly smallestChange: number;
  readonly step: string | null;
}

export interface PromisedAction {
  readonly action: AuditAction;
  readonly period: string;
  readonly scopeLabel: string;
  readonly late: boolean;
  readonly key: string;
  /** moved-enough, moved-less, cannot-tell or worse. */
  readonly verdict: string;
  readonly because: string | null;
  readonly before: Released;
  readonly now: Released;
  readonly decision: AuditDecision | null;
}

export interface AuditRecord {
  readonly id: string;
  readonly no: number;
  readonly hash: string;
  readonly signedRoleLabel: string;
  readonly signedAt: string;
  readonly steps: readonly {
    readonly step: string;
    readonly reason: string | null;
    readonly roleLabel: string;
    readonly at: string;
  }[];
}

export interface AuditNote {
  readonly no: number;
  /** The key of a finding; null for the audit as a whole. */
  readonly finding: string | null;
  readonly label: string;
  readonly words: string | null;
  readonly roleLabel: string;
  readonly at: string;
}

export interface AuditData {
  readonly comparisons: number;
  readonly hidden: number;
  readonly withoutEstimate: number;
  readonly characteristics: readonly {
    readonly label: string;
    readonly share: Released;
    readonly lower: Released;
    readonly upper: Released;
  }[];
  readonly oldestLoad: string | null;
  readonly quality: readonly string[];
  readonly changed: readonly string[];
}

export interface Audit extends AuditSummary {
  readonly releaseId: string;
  readonly asOf: string;
  readonly restated: boolean;
  readonly policyVersion: string;
  readonly similar: SimilarRatios;
  readonly data: AuditData;
  readonly answer: { readonly answer: string; readonly limits: readonly string[] } | null;
  readonly findings: readonly AuditFinding[];
  readonly agreed: readonly AuditAction[];
  readonly promised: readonly PromisedAction[];
  readonly branches: readonly AuditSummary[];
  readonly records: readonly AuditRecord[];
  readonly notes: readonly AuditNote[];
  readonly steps: {
    readonly toDecide: number;
    readonly decided: number;
    readonly withoutAction: readonly string[];
    readonly lacks: readonly string[];
  };
  readonly rights: {
    readonly work: boolean;
    readonly sign: boolean;
    readonly countersign: boolean;
    readonly reopen: boolean;
    readonly close: boolean;
    readonly note: boolean;
  };
}

export interface AuditHistoryPoint {
  readonly period: string;
  readonly status: string;
  readonly ratio: Released;
  readonly lower: Released;
  readonly upper: Released;
  readonly verdict: string | null;
  readonly change: string | null;
  readonly breaks: readonly string[];
}

export interface AuditFindingInFull {
  readonly finding: AuditFinding;
  readonly history: readonly AuditHistoryPoint[];
  readonly adjusted: {
    readonly period: string;
    readonly oddsRatio: Released;
    readonly lower: Released;
    readonly upper: Released;
    readonly pooling: string | null;
  } | null;
}

export interface AuditOption {
  readonly key: string;
  readonly label: string;
}

/** What an audit chooses from. */
export interface AuditLibrary {
  readonly actions: readonly (AuditOption & { readonly about: string; readonly measures: readonly string[] })[];
  readonly decisions: readonly { readonly choice: string; readonly reasons: readonly AuditOption[] }[];
  readonly limits: readonly AuditOption[];
  readonly owners: readonly AuditOption[];
  readonly notes: readonly AuditOption[];
}

/** A decision of a signed audit, and what followed. */
export interface ScoredFinding {
  readonly period: string;
  readonly scope: string;
  readonly scopeLabel: string;
  readonly finding: string;
  readonly measureLabel: string;
  readonly group: readonly GroupValue[];
  readonly choice: string;
  readonly reasonLabel: string;
  readonly actions: readonly string[];
  readonly followed: string;
  readonly because: string | null;
  readonly before: Released;
  readonly now: Released;
  readonly until: string | null;
}

const numbers = (...names: readonly string[]): string => names.map((name) => `${name} { value absent }`).join(' ');

const SUMMARY = 'period scope scopeLabel state dueOn overdue decided actions';
const GROUP = 'group { dimension dimensionLabel value label parent }';
const DECISION = 'decision { choice reason reasonLabel branch }';
const FINDING = `key class needsWord measure measureLabel variant variantLabel step concern of ${GROUP} status reason change since
  ${DECISION} comparison { verdict comparisons ownLabel ownFormat ${numbers('ratio', 'lower', 'upper', 'adjustedP', 'own', 'other')}
    shortfall { ${numbers('people', 'lower', 'upper')} } }`;
const ACTION = `id finding label ownerLabel duePeriod measuredBy measureLabel ${GROUP} smallestChange step`;

export const AUDITS = `query Audits { audits { ${SUMMARY} } }`;

export const AUDIT_SCORECARD = `query AuditScorecard { auditScorecard { period scope scopeLabel finding measureLabel ${GROUP}
  choice reasonLabel actions followed because ${numbers('before', 'now')} until } }`;

export const AUDIT = `query Audit($period: String!, $scope: String!) {
  audit(period: $period, scope: $scope) {
    ${SUMMARY} releaseId asOf restated policyVersion similar { low high }
    data { comparisons hidden withoutEstimate characteristics { label ${numbers('share', 'lower', 'upper')} } oldestLoad quality changed }
    answer { answer limits } findings { ${FINDING} } agreed { ${ACTION} }
    promised { action { ${ACTION} } period scopeLabel late key verdict because ${numbers('before', 'now')} ${DECISION} }
    branches { ${SUMMARY} } records { id no hash signedRoleLabel signedAt steps { step reason roleLabel at } }
    notes { no finding label words roleLabel at }
    steps { toDecide decided withoutAction lacks } rights { work sign countersign reopen close note }
  }
}`;

export const AUDIT_FINDING = `query AuditFinding($period: String!, $scope: String!, $finding: String!) {
  auditFinding(period: $period, scope: $scope, finding: $finding) {
    finding { ${FINDING} } history { period status verdict change breaks ${numbers('ratio', 'lower', 'upper')} }
    adjusted { period pooling ${numbers('oddsRatio', 'lower', 'upper')} }
  }
}`;

export const AUDIT_LIBRARY = `query AuditLibrary {
  auditLibrary {
    actions { key label about measures } decisions { choice reasons { key label } } limits { key label } owners { key label }
    notes { key label }
  }
}`;

export const AUDIT_RECORD = `query AuditRecord($period: String!, $scope: String!, $id: ID!) {
  auditRecord(period: $period, scope: $scope, id: $id)
}`;

/** What came of a change; the pages read the audit again by themselves. */
export type AuditAnswer =
  { readonly __typename: 'AuditChanged' } | { readonly __typename: 'Refused'; readonly code: string; readonly message: string };

const NAME = '$period: String!, $scope: String!';
const OF = 'period: $period, scope: $scope';
const RESULT = '{ __typename ... on AuditChanged { audit { period state } } ... on Refused { code message } }';
const change = (name: string, variables = '', parts = ''): string =>
  `mutation ${name}(${NAME}${variables}) { done: ${name}(${OF}${parts}) ${RESULT} }`;

export const OPEN_AUDIT = change('openAudit');
export const ANSWER_AUDIT_DATA = change('answerAuditData', ', $answer: String!, $limits: [String!]!', ', answer: $answer, limits: $limits'); // prettier-ignore
export const DECIDE_FINDING = change('decideFinding', ', $finding: String!, $choice: String, $reason: String', ', finding: $finding, choice: $choice, reason: $reason'); // prettier-ignore
export const AGREE_ACTION = change('agreeAuditAction', ', $action: NewAuditAction!', ', action: $action');
export const WITHDRAW_ACTION = change('withdrawAuditAction', ', $id: ID!', ', id: $id');
export const CLOSE_ACTION = change('closeAuditAction', ', $id: ID!, $done: Boolean!', ', id: $id, done: $done');
export const LEAVE_NOTE = change('leaveAuditNote', ', $finding: String, $kind: String!, $words: String', ', finding: $finding, kind: $kind, words: $words'); // prettier-ignore
export const WITHDRAW_NOTE = change('withdrawAuditNote', ', $no: Int!', ', no: $no');
export const SIGN_AUDIT = change('signAudit');
export const COUNTERSIGN_AUDIT = change('countersignAudit');
export const RETURN_AUDIT = change('returnAudit', ', $why: String!', ', why: $why');
export const REOPEN_AUDIT = change('reopenAudit', ', $why: String!', ', why: $why');
