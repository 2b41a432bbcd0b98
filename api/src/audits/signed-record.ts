import type pg from 'pg';
import type { AuditedFinding, TakenDecision } from './audit-view.js';
import type { DataFacts } from './data-facts.js';
import type { FollowUp } from './promises.js';
import {
  type ActionRow,
  type AuditRow,
  type DataAnswer,
  documentOfRecord,
  listAuditRows,
  type NoteRow,
  type RecordRow,
  recordsOf,
} from './store.js';

/** A finding as it was signed: its numbers as released, and what was decided. */
export type SignedFinding = Pick<
  AuditedFinding,
  'key' | 'measure' | 'variant' | 'step' | 'group' | 'class' | 'outcome' | 'decision' | 'change'
>;

export type SignedAction = Pick<
  ActionRow,
  'id' | 'finding' | 'kind' | 'ownWords' | 'ownerRole' | 'duePeriod' | 'measuredBy' | 'smallestChange'
>;

/** An action of an earlier audit, with what had come of it when this one was signed. */
export interface SignedPromise extends SignedAction {
  readonly agreedIn: string;
  readonly branch: string;
  readonly step: ActionRow['step'];
  readonly late: boolean;
  readonly followUp: FollowUp;
  readonly decision: TakenDecision | null;
}

/** A note of an auditor, as it was signed. */
export interface SignedNote extends Pick<NoteRow, 'finding' | 'kind' | 'words' | 'role'> {
  readonly at: string;
}

/** What a signed record says: `overstory-audit/1`. */
export interface SignedDocument {
  readonly audit: Pick<AuditRow, 'id' | 'period' | 'scope' | 'policyVersion'>;
  readonly release: { readonly id: string; readonly asOf: string };
  readonly similar: { readonly low: number; readonly high: number };
  readonly data: DataFacts & Pick<DataAnswer, 'answer' | 'limits'>;
  readonly findings: readonly SignedFinding[];
  readonly actions: readonly SignedAction[];
  /** Absent in records of before there were notes. */
  readonly notes?: readonly SignedNote[];
  readonly earlierActions: readonly SignedPromise[];
}

/** An audit that two people signed, frozen. */
export interface SignedAudit {
  readonly document: SignedDocument;
  readonly hash: string;
  readonly signedRole: string;
  readonly signedAt: Date;
  readonly countersignedRole: string;
  readonly countersignedAt: Date;
}

/** Which audit, and as it was known when. */
export interface AuditAsked {
  readonly releaseId: string;
  /** A branch of the team tree; empty for the programme. */
  readonly scope: string;
  readonly until: Date;
}

/** The audit of a release as two people had signed it by then; null while it was open, returned or reopened. */
export async function readSignedAudit(
  tx: pg.Pool | pg.PoolClient,
  { releaseId, scope, until }: AuditAsked,
): Promise<SignedAudit | null> {
  const audit = (await listAuditRows(tx)).find((one) => one.releaseId === releaseId && one.scope === scope);
  if (!audit) return null;
  const [newest] = (await recordsOf(tx, [audit.id])).filter(({ signedAt }) => signedAt <= until);
  const last = newest?.steps.filter(({ at }) => new Date(at) <= until).at(-1);
  if (!newest || last?.step !== 'countersigned') return null;
  const document = await documentOfRecord(tx, newest.id);
  return document === null ? null : signedAs(newest, last, JSON.parse(document) as SignedDocument);
}

/** The programme's or a branch's audits of quarters before one, as two people had signed them by then; the newest first. */
export async function readSignedBefore(
  tx: pg.Pool | pg.PoolClient,
  { period, scopes, until }: { readonly period: string; readonly scopes: readonly string[]; readonly until: Date },
): Promise<SignedAudit[]> {
  const rows = (await listAuditRows(tx)).filter((row) => row.period < period && scopes.includes(row.scope));
  const signed = await Promise.all(rows.map(({ releaseId, scope }) => readSignedAudit(tx, { releaseId, scope, until })));
  return signed.filter((one) => one !== null);
}

const signedAs = (
  { hash, signedRole, signedAt }: RecordRow,
  { role, at }: RecordRow['steps'][number],
  document: SignedDocument,
): SignedAudit => ({ document, hash, signedRole, signedAt, countersignedRole: role, countersignedAt: new Date(at) });
