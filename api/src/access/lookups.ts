import type pg from 'pg';
import { isRole, type Role } from './roles.js';

/** The role of an account that may sign in now, or null. For the worker, which has no sessions. */
export async function roleOfAccount(pool: pg.Pool, accountId: string): Promise<Role | null> {
  const { rows } = await pool.query<{ role: string | null }>('select access.role_of($1) as role', [accountId]);
  const role = rows[0]?.role;
  return role && isRole(role) ? role : null;
}

/** The account that signs in with this e-mail, or null. */
export async function accountNamed(pool: pg.Pool, email: string): Promise<string | null> {
  const { rows } = await pool.query<{ account: string | null }>('select access.account_named($1) as account', [email]);
  return rows[0]?.account ?? null;
}
