/** A policy in words. */
export interface ExplainedPolicy {
  readonly protection: readonly string[];
  readonly breakdowns: readonly string[];
  readonly purposes: readonly string[];
  readonly retention: readonly { readonly label: string; readonly sentence: string }[];
}

export interface Policy {
  readonly version: string;
  /** in-force, approved, proposed or rejected. */
  readonly state: string;
  readonly effectiveFrom: string | null;
  readonly proposedAt: string;
  /** product, operator or account. */
  readonly proposedBy: string;
  readonly why: string;
  readonly decidedAt: string | null;
  readonly decisionWhy: string | null;
  readonly thresholds: { readonly dimension: number; readonly special: number };
  readonly noiseLevel: number;
  readonly explained: ExplainedPolicy;
  readonly mayDecide: boolean;
}

export interface PolicyPack {
  readonly key: string;
  readonly label: string;
  readonly forWhom: string;
  readonly explained: ExplainedPolicy;
  readonly values: readonly PolicyValue[];
  readonly purposes: readonly string[];
}

/** A number of a policy, by its field of the form. */
export interface PolicyValue {
  readonly key: string;
  readonly value: number;
}

/** A number that the form may change. */
export interface PolicyKnob {
  readonly key: string;
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** What the form may change; all else takes a file. */
export interface PolicyForm {
  readonly knobs: readonly PolicyKnob[];
  readonly purposes: readonly { readonly key: string; readonly label: string }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
}

/** What is different from a pack. */
export interface PolicyChanges {
  readonly name: string;
  readonly values: readonly PolicyValue[];
  readonly purposes: readonly string[];
  readonly neverAGroup: readonly string[];
}

export interface TrustCertificate {
  readonly period: string;
  readonly publishedAt: string;
  readonly noiseLevel: number;
  readonly shown: number;
  readonly hidden: number;
  readonly attackFindings: number;
  readonly mostAboutOne: number | null;
  readonly hash: string;
}

export interface TrustChange {
  readonly on: string;
  readonly what: string;
  readonly why: string;
}

/** What everybody may know, without an account. */
export interface TrustCentre {
  readonly policy: Policy;
  readonly neverUsedFor: readonly string[];
  readonly characteristics: readonly string[];
  readonly contact: string | null;
  readonly changes: readonly TrustChange[];
  readonly certificates: readonly TrustCertificate[];
  /** Null where there were few, or none. */
  readonly refusals: { readonly aboutPeople: number | null; readonly others: number | null };
}

export interface DocumentBlock {
  readonly kind: string;
  readonly text: string | null;
  readonly items: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface GovernanceDocument {
  readonly key: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly blocks: readonly DocumentBlock[] }[];
}

/** A request of somebody about the own data; whose it is nobody is told. */
export interface RightsCase {
  readonly no: string;
  readonly kind: string;
  readonly verified: string;
  readonly requestedAt: string;
  readonly state: string;
  readonly decidedAt: string | null;
}

const EXPLAINED = 'explained { protection breakdowns purposes retention { label sentence } }';
const POLICY = `version state effectiveFrom proposedAt proposedBy why decidedAt decisionWhy thresholds { dimension special } noiseLevel mayDecide ${EXPLAINED}`;
const RESULT = `__typename ... on PolicyChanged { policy { version } } ... on Refused { code message }`;

export const TRUST_CENTRE = `query TrustCentre {
  trustCentre {
    policy { ${POLICY} } neverUsedFor characteristics contact changes { on what why }
    certificates { period publishedAt noiseLevel shown hidden attackFindings mostAboutOne hash } refusals { aboutPeople others }
  }
}`;

export const POLICIES = `query Policies { policies { ${POLICY} } policyPacks { key label forWhom values { key value } purposes ${EXPLAINED} } }`;

export const POLICY_FORM = `query PolicyForm {
  policyForm { knobs { key label least most isWhole } purposes { key label } columns { key label } }
}`;

export const PROPOSE_POLICY = `mutation ProposePolicy($pack: String!, $why: String!, $changes: PolicyChanges) {
  done: proposePolicy(pack: $pack, why: $why, changes: $changes) { ${RESULT} }
}`;
export const DRAFT_POLICY = `mutation DraftPolicy($pack: String!, $changes: PolicyChanges!) {
  done: draftPolicy(pack: $pack, changes: $changes) { __typename ... on PolicyDraft { ${EXPLAINED} } ... on Refused { code message } }
}`;
export const APPROVE_POLICY = `mutation ApprovePolicy($version: String!, $why: String!) {
  done: approvePolicy(version: $version, why: $why) { ${RESULT} }
}`;
export const REJECT_POLICY = `mutation RejectPolicy($version: String!, $why: String!) {
  done: rejectPolicy(version: $version, why: $why) { ${RESULT} }
}`;

/** A policy that nobody has proposed, in words, or what is wrong with it. */
export type DraftAnswer =
  | { readonly __typename: 'PolicyDraft'; readonly explained: ExplainedPolicy }
  | { readonly __typename: 'Refused'; readonly code: string; readonly message: string };

/** What came of a change of policy. */
export type PolicyAnswer =
  | { readonly __typename: 'PolicyChanged'; readonly policy: { readonly version: string } }
  | { readonly __typename: 'Refused'; readonly code: string; readonly message: string };

export const DOCUMENTS = `query Documents {
  governanceDocuments { key title lead sections { title blocks { kind text items rows } } }
}`;

/** Where a document is one file. */
export const documentAddress = (key: string, kind: 'html' | 'pdf' = 'html'): string =>
  `/api/documents/${encodeURIComponent(key)}.${kind}`;

export const RIGHTS_CASES = 'query RightsCases { rightsCases { no kind verified requestedAt state decidedAt } }';
