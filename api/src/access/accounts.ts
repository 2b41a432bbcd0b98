import { t } from '#language';
import type pg from 'pg';
import { Refusal } from '../platform/index.js';
import { generatePassword, hashPassword, passwordMatches, weakness } from './passwords.js';
import { isRole, type Role, ROLES, type Viewer } from './roles.js';

/**
 * Adds an account with a password, or makes an existing one such: with a new role, scope and password, and no other way in.
 *
 * @param owner a pool of the owner's login: the web process cannot make accounts.
 * @returns the password, which is stored nowhere in clear and holds until its owner changes it.
 * @throws Refusal on an e-mail or a role that is none.
 */
export async function addAccount(owner: pg.Pool, email: string, role: string, scope: string | null = null): Promise<string> {
  const password = generatePassword();
  await owner.query(
    `insert into access.account (email, role, scope, password_hash) values ($1, $2, $3, $4)
     on conflict (email) do update set role = excluded.role, scope = excluded.scope, password_hash = excluded.password_hash,
       must_change_password = true, failed_attempts = 0, locked_until = null, disabled_at = null, code_hash = null,
       code_expires_at = null, sign_in = 'password', issuer = null, subject = null, role_from = 'administrator',
       without_role = false, left_directory_at = null,
       password_version = access.account.password_version + 1`,
    [emailOf(email), roleOf(role), scopeOf(scope), await hashPassword(password)],
  );
  return password;
}

/** Who somebody turned out to be, and under which of their passwords: a session ends with the password. */
export interface Identity {
  readonly viewer: Viewer;
  readonly passwordVersion: number;
}

/**
 * Who this is, by e-mail and password.
 *
 * @param pool the reader's or the owner's.
 * @returns null for a wrong password, an unknown e-mail and an account that has to wait, all alike and as slow.
 */
export async function authenticate(pool: pg.Pool, email: string, password: string): Promise<Identity | null> {
  const proven = await provenCredentials(pool, email, password);
  return (
    proven && { viewer: viewerOf({ ...proven, email: email.trim().toLowerCase() }), passwordVersion: proven.password_version }
  );
}

/** The same, for a command that cannot go on without: refused rather than null. */
export async function verifyIdentity(pool: pg.Pool, email: string, password: string): Promise<Viewer> {
  const identity = await authenticate(pool, email, password);
  if (identity) return identity.viewer;
  throw new Refusal(
    'not-signed-in',
    'E-mail or password is not right, or too many attempts were made. Wait a little and try again.',
  );
}

/** The account behind a session, or null when it was disabled or has a newer password. */
export async function viewerOfSession(pool: pg.Pool, accountId: string, passwordVersion: number): Promise<Viewer | null> {
  const { rows } = await pool.query<AccountRow>('select * from access.viewer($1, $2)', [accountId, passwordVersion]);
  return rows[0] ? viewerOf(rows[0]) : null;
}

/**
 * A new password, chosen by its owner.
 *
 * @returns the version of the new password, or in words why there is none.
 */
export async function changePassword(
  pool: pg.Pool,
  viewer: Viewer,
  current: string,
  next: string,
): Promise<{ readonly passwordVersion: number } | { readonly problem: string }> {
  const problem = current === next ? 'The new password is the old one.' : await weakness(next);
  if (problem) return { problem };
  const proven = await provenCredentials(pool, viewer.email, current);
  if (!proven) return { problem: 'The current password is not right, or too many attempts were made.' };
  const { rows } = await pool.query<{ version: number | null }>('select access.change_password($1, $2, $3) as version', [
    proven.account_id,
    proven.password_hash,
    await hashPassword(next),
  ]);
  const passwordVersion = rows[0]?.version;
  return passwordVersion ? { passwordVersion } : { problem: 'The password was changed a moment ago.' };
}

interface AccountRow {
  readonly account_id: string;
  readonly email: string;
  readonly role: string;
  readonly scope: string | null;
  readonly must_change_password: boolean;
}

interface CredentialRow extends Omit<AccountRow, 'email'> {
  readonly password_hash: string;
  readonly password_version: number;
}

/** The account whose password this is; an account that has to wait is not even found. */
async function provenCredentials(pool: pg.Pool, email: string, password: string): Promise<CredentialRow | null> {
  const { rows } = await pool.query<CredentialRow>('select * from access.begin_attempt($1)', [email.trim().slice(0, 254)]);
  const [found] = rows;
  const matches = await passwordMatches(found?.password_hash ?? null, password);
  if (!found || !matches) return null;
  await pool.query('select access.end_attempt($1)', [found.account_id]);
  return found;
}

function viewerOf(row: AccountRow): Viewer {
  return {
    accountId: row.account_id,
    email: row.email,
    role: roleOf(row.role),
    scope: row.scope,
    mustChangePassword: row.must_change_password,
  };
}

/** An e-mail as it is kept. @throws Refusal on what is none. */
export function emailOf(text: string): string {
  const email = text.trim().toLowerCase();
  if (/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email)) return email;
  throw new Refusal('bad-email', 'An account is named by an e-mail address.', 2);
}

/** A role. @throws Refusal on what is none. */
export function roleOf(text: string): Role {
  if (isRole(text)) return text;
  throw new Refusal('bad-role', t('A role is one of {roles}.', { roles: ROLES.join(', ') }), 2);
}

/** A branch of the team tree, or null. @throws Refusal on what is none. */
export function scopeOf(text: string | null): string | null {
  if (text === null || /^[^/\p{Cc}]+(\/[^/\p{Cc}]+)*$/u.test(text)) return text;
  throw new Refusal('bad-scope', 'A scope is a path of the team tree, like eng/platform.', 2);
}
