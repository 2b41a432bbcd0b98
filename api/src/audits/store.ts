import type pg from 'pg';
import type { Choice } from './library.js';

/** The programme, as a scope. */
export const PROGRAMME = '';

/** An audit as it was opened. */
export interface AuditRow {
  readonly id: string;
  readonly releaseId: string;
  readonly period: string;
  /** A branch of the team tree; empty for the programme. */
  readonly scope: string;
  readonly policyVersion: string;
  readonly dueOn: string;
  readonly openedAt: Date;
}

/** A signed record and what became of it. */
export interface RecordRow {
  readonly id: string;
  readonly auditId: string;
  readonly no: number;
  readonly hash: string;
  readonly signedBy: string;
  readonly signedRole: string;
  readonly signedAt: Date;
  readonly steps: readonly RecordStep[];
}

export interface RecordStep {
  readonly step: 'countersigned' | 'returned' | 'reopened';
  readonly reason: string | null;
  readonly role: string;
  readonly at: string;
}

export interface DataAnswer {
  readonly answer: 'yes' | 'with-limits' | 'no';
  readonly limits: readonly string[];
}

export interface DecisionRow {
  readonly auditId: string;
  readonly finding: string;
  readonly choice: Choice;
  readonly reason: string;
}

export interface ActionRow {
  readonly id: string;
  readonly auditId: string;
  readonly finding: string;
  readonly kind: string;
  readonly ownWords: string | null;
  readonly ownerRole: string;
  readonly duePeriod: string;
  readonly measuredBy: string;
  readonly smallestChange: number;
  readonly step: 'withdrawn' | 'done' | 'dropped' | null;
  /** Of the audit that agreed it. */
  readonly period: string;
  readonly scope: string;
}

type Database = pg.Pool | pg.PoolClient;

const AUDITS = `select audit_id as id, release_id as "releaseId", period, scope, policy_version as "policyVersion",
  due_on::text as "dueOn", opened_at as "openedAt" from audits.audit`;

/** Every audit, the newest quarter first, the programme before its branches; of a restated quarter the restatement first. */
export async function listAuditRows(tx: Database): Promise<AuditRow[]> {
  return (await tx.query<AuditRow>(`${AUDITS} order by period desc, scope, opened_at desc`)).rows;
}

/** Opens the audit of a release for a scope. @returns its id, or null where it was open already. */
export async function openAuditRow(tx: Database, releaseId: string, scope: string, by: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string | null }>('select audits.open_audit($1, $2, $3) as id', [releaseId, scope, by]);
  return rows[0]?.id ?? null;
}

/** The records of some audits, the newest first. */
export async function recordsOf(tx: Database, auditIds: readonly string[]): Promise<RecordRow[]> {
  const { rows } = await tx.query<RecordRow>(
    `select r.record_id as id, r.audit_id as "auditId", r.record_no as no, r.hash, r.signed_by as "signedBy",
       r.signed_role as "signedRole", r.signed_at as "signedAt",
       coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'reason', s.reason, 'role', s.taken_role, 'at', s.taken_at)
         order by s.step_no) from audits.record_step s where s.record_id = r.record_id), '[]') as steps
     from audits.record r where r.audit_id = any ($1) order by r.record_no desc`,
    [auditIds],
  );
  return rows;
}

/** The document of a record, byte for byte. */
export async function documentOfRecord(tx: Database, recordId: string): Promise<string | null> {
  const { rows } = await tx.query<{ document: string }>('select document from audits.record where record_id = $1', [recordId]);
  return rows[0]?.document ?? null;
}

/** The last answer about the data. */
export async function dataAnswerOf(tx: Database, auditId: string): Promise<DataAnswer | null> {
  const { rows } = await tx.query<DataAnswer>(
    'select answer, limits from audits.data_answer where audit_id = $1 order by answer_no desc limit 1',
    [auditId],
  );
  return rows[0] ?? null;
}

/** What is decided in some audits: of every finding the last decision that was not taken back. */
export async function decisionsOf(tx: Database, auditIds: readonly string[]): Promise<DecisionRow[]> {
  const { rows } = await tx.query<DecisionRow>(
    `select * from (
       select distinct on (audit_id, finding) audit_id as "auditId", finding, choice, reason
       from audits.decision where audit_id = any ($1) order by audit_id, finding, decision_no desc) last
     where choice is not null`,
    [auditIds],
  );
  return rows;
}

/** The actions of some audits that were not withdrawn, in the order in which they were agreed. */
export async function actionsOf(tx: Database, auditIds: readonly string[]): Promise<ActionRow[]> {
  const { rows } = await tx.query<ActionRow>(
    `select a.action_id as id, a.audit_id as "auditId", a.finding, a.kind, a.own_words as "ownWords", a.owner_role as "ownerRole",
       a.due_period as "duePeriod", a.measured_by as "measuredBy", a.smallest_change::float8 as "smallestChange", s.step,
       u.period, u.scope
     from audits.action a join audits.audit u using (audit_id) left join audits.action_step s using (action_id)
     where a.audit_id = any ($1) and s.step is distinct from 'withdrawn' order by a.agreed_at, a.action_id`,
    [auditIds],
  );
  return rows;
}

/** How many findings are decided in each of some audits. */
export async function decisionCounts(tx: Database, auditIds: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { auditId } of await decisionsOf(tx, auditIds)) counts.set(auditId, (counts.get(auditId) ?? 0) + 1);
  return counts;
}

/** A note of an auditor that was not taken back. */
export interface NoteRow {
  readonly no: number;
  readonly finding: string | null;
  readonly kind: string;
  readonly words: string | null;
  readonly role: string;
  readonly at: Date;
}

/** The notes of an audit, in the order in which they were left. */
export async function notesOf(tx: Database, auditId: string): Promise<NoteRow[]> {
  const { rows } = await tx.query<NoteRow>(
    `select n.note_no as no, n.finding, n.kind, n.words, n.noted_role as role, n.noted_at as at from audits.note n
     where n.audit_id = $1 and n.takes_back is null
       and not exists (select from audits.note b where b.takes_back = n.note_no) order by n.note_no`,
    [auditId],
  );
  return rows;
}
