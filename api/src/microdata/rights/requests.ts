import type pg from 'pg';
import { Refusal } from '../../platform/index.js';

type Database = pg.Pool | pg.PoolClient;

export type RequestKind = 'erasure' | 'subject-access';

/** How whoever took a request made sure who asked. A closed list: free words could name somebody. */
export const VERIFICATIONS = ['in-person', 'signed-letter', 'single-sign-on', 'representative'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** What a person asks for, and who took the request. */
export interface PersonRequest {
  readonly kind: RequestKind;
  /** The keyed hash of the person. */
  readonly personKey: string;
  readonly verified: Verification;
  /** The person's own public key, for a copy. */
  readonly recipient?: string;
  readonly by: string;
}

/** Takes a request; a second person has to decide it. @returns its number. */
export async function askForPerson(tx: Database, { kind, personKey, verified, recipient, by }: PersonRequest): Promise<string> {
  const { rows } = await tx.query<{ made: string }>('select microdata.ask_for_person($1, $2, $3, $4, $5) as made', [
    kind,
    personKey,
    verified,
    recipient ?? null,
    by,
  ]);
  return rows[0]?.made ?? '';
}

/**
 * Deletes the person of a request from every table, in all versions, and keeps a keyed hash so that no later load brings
 * them back.
 *
 * @returns the number of the removal: what was published stays, and a release built again afterwards is a restatement.
 */
export async function eraseRequested(tx: Database, requestNo: string, by: string): Promise<number> {
  const { rows } = await decided(tx.query<{ made: number }>('select microdata.erase_requested($1, $2) as made', [requestNo, by]));
  return rows[0]?.made ?? 0;
}

/** Ends a request that is not carried out. */
export async function rejectRequest(tx: Database, kind: RequestKind, requestNo: string, by: string): Promise<void> {
  await decided(tx.query('select microdata.settle_request($1, $2, false, $3)', [requestNo, kind, by]));
}

/** Ends a request for a copy that was delivered. */
export async function settleSubjectAccess(tx: Database, requestNo: string, by: string): Promise<void> {
  await decided(tx.query(`select microdata.settle_request($1, 'subject-access', true, $2)`, [requestNo, by]));
}

/** Whom a waiting request for a copy is about, and to whom the copy is sealed. */
export async function subjectOf(tx: Database, requestNo: string): Promise<{ personKey: string; recipient: string }> {
  const { rows } = await tx.query<{ personKey: string; recipient: string | null }>(
    'select person_key::text as "personKey", recipient from microdata.request_subject where request_no = $1',
    [requestNo],
  );
  const [found] = rows;
  if (!found?.recipient) throw notWaiting();
  return { personKey: found.personKey, recipient: found.recipient };
}

/** What one person withdraws: the characteristics, as the settings declare them. @returns the number of the removal. */
export async function withdrawConsent(tx: Database, personKey: string, columns: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ made: number }>('select microdata.withdraw_consent($1, $2) as made', [personKey, columns]);
  return rows[0]?.made ?? 0;
}

/** Takes a withdrawal back, for what loads say from now on. */
export async function giveConsent(tx: Database, personKey: string, columns: readonly string[]): Promise<void> {
  await tx.query('select microdata.give_consent($1, $2)', [personKey, columns]);
}

async function decided<Answer>(query: Promise<Answer>): Promise<Answer> {
  try {
    return await query;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '55000') throw notWaiting();
    if (code === '23514') throw new Refusal('same-person', 'A request is decided by somebody else than who took it.');
    throw error;
  }
}

const notWaiting = (): Refusal => new Refusal('request-unknown', 'No request of this number and kind waits for a decision.', 2);
