import crypto from 'node:crypto';
import type pg from 'pg';
import { Refusal } from '../platform/index.js';
import { emailOf, type Identity, roleOf, scopeOf } from './accounts.js';
import { generatePassword, hashPassword, weakness } from './passwords.js';

/** Who changes an account: an administrator by their account's id; null is the operator, who needs the owner's login. */
export type By = string | null;

/** An account as administrators and auditors see it: nothing that opens it. */
export interface ListedAccount {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly scope: string | null;
  /** `password`, kept here, or `provider`. */
  readonly signIn: string;
  /** Who decides its role: `administrator`, `claims` or `directory`. */
  readonly roleFrom: string;
  readonly disabled: boolean;
  /** A code was made with which its owner chooses a password, and still holds. */
  readonly waitsForOwner: boolean;
  readonly createdAt: Date;
  /** When its password was last taken away by somebody else, and who did. */
  readonly recoveredAt: Date | null;
  readonly recoveredBy: string | null;
}

/** A new account. */
export interface Invitation {
  readonly email: string;
  readonly role: string;
  readonly scope: string | null;
  /** Signs in at the identity provider; otherwise with a password that its owner chooses. */
  readonly atProvider: boolean;
}

/** How long a code holds, in hours. */
export const INVITATION_HOURS = 168;
export const RECOVERY_HOURS = 24;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// 115 bits of chance: nobody tries them all, so a plain hash will do. Read aloud or copied, dashes and spaces get lost.
const hashOfCode = (code: string): string => crypto.createHash('sha256').update(code.replace(/[\s-]/g, '')).digest('hex');

/** Every account, by e-mail. */
export async function listAccounts(pool: pg.Pool, by: By): Promise<ListedAccount[]> {
  const { rows } = await pool.query<ListedAccount>(
    `select account_id as id, email, role, scope, sign_in as "signIn", role_from as "roleFrom", disabled,
       waits_for_owner as "waitsForOwner", created_at as "createdAt", recovered_at as "recoveredAt", recovered_by as "recoveredBy"
     from access.list_accounts($1)`,
    [by],
  );
  return rows;
}

/**
 * A new account that waits for its owner.
 *
 * @returns the code with which its owner chooses a password, shown once; null for one that signs in at the provider.
 * @throws Refusal on an e-mail, a role or a team that is none, and on an e-mail that has an account.
 */
export async function invite(pool: pg.Pool, by: By, { email, role, scope, atProvider }: Invitation): Promise<string | null> {
  const code = atProvider ? null : generatePassword();
  const { rows } = await pool.query<{ id: string | null }>('select access.invite($1, $2, $3, $4, $5, $6) as id', [
    by,
    emailOf(email),
    roleOf(role),
    scopeOf(scope),
    code && hashOfCode(code),
    INVITATION_HOURS,
  ]);
  if (!rows[0]?.id) throw new Refusal('email-taken', 'There is an account with this e-mail address.');
  return code;
}

/** Gives an account another role and scope; they hold from its next request on. */
export async function assignRole(
  pool: pg.Pool,
  by: By,
  { account, role, scope }: { readonly account: string; readonly role: string; readonly scope: string | null },
): Promise<void> {
  const given = [by, account, roleOf(role), scopeOf(scope)];
  await changing(pool, account, 'select access.assign_role($1, $2, $3, $4) as done', given);
}

/** Shuts an account, or opens it again; whoever was signed in with it no longer is. */
export async function setDisabled(pool: pg.Pool, by: By, account: string, disabled: boolean): Promise<void> {
  await changing(pool, account, 'select access.set_disabled($1, $2, $3) as done', [by, account, disabled]);
}

/**
 * Takes an account's password away, ends its sessions, and lets its owner choose a new one.
 *
 * @returns the code for that: shown once, for a day.
 */
export async function beginRecovery(pool: pg.Pool, by: By, account: string): Promise<string> {
  const code = generatePassword();
  const given = [by, account, hashOfCode(code), RECOVERY_HOURS];
  await changing(pool, account, 'select access.begin_recovery($1, $2, $3, $4) as done', given);
  return code;
}

/** The id of the account with this e-mail. @throws Refusal where there is none. */
export async function accountByEmail(owner: pg.Pool, email: string): Promise<string> {
  const found = (await listAccounts(owner, null)).find((one) => one.email === email.trim().toLowerCase());
  if (found) return found.id;
  throw new Refusal('account-unknown', 'There is no account with this e-mail address.', 2);
}

/**
 * The password that somebody chose with their code, and who they are.
 *
 * @returns in words why not: the same for a code that is wrong, used, too old, or another account's.
 */
export async function redeemCode(
  reader: pg.Pool,
  { email, code, next }: { readonly email: string; readonly code: string; readonly next: string },
): Promise<Identity | { readonly problem: string }> {
  const problem = await weakness(next);
  if (problem) return { problem };
  const { rows } = await reader.query<{ account_id: string; email: string; role: string; scope: string | null; version: number }>(
    'select * from access.redeem_code($1, $2, $3)',
    [email.trim().slice(0, 254), hashOfCode(code.slice(0, 100)), await hashPassword(next)],
  );
  const [row] = rows;
  if (!row) return { problem: 'The code is not right, was used, or is too old. Ask an administrator for a new one.' };
  const { account_id: accountId, role, scope, version: passwordVersion } = row;
  return {
    viewer: { accountId, email: row.email, role: roleOf(role), scope, mustChangePassword: false },
    passwordVersion,
  };
}

async function changing(pool: pg.Pool, account: string, sql: string, given: unknown[]): Promise<void> {
  const { rows } = ID.test(account) ? await pool.query<{ done: boolean }>(sql, given) : { rows: [] };
  if (!rows[0]?.done) throw new Refusal('not-changed', NOT_CHANGED);
}

const NOT_CHANGED =
  'Nothing was changed: there is no such account, it is your own, it is like this already, or it has no password kept here.';
