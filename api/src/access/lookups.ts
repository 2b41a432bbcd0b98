import type pg from 'pg';
import { isRole, type Role } from './roles.js';

/** The role of an account that may sign in now, or null. For the worker, which has no sessions. */
export async function roleOfAccount(pool: pg.Pool, accountId: string): Promise<Role | null> {
  if (!/^[0-9a-f-]{36}$/.test(accountId)) return null;
  const { rows } = await pool.query<{ role: string | null }>('select access.role_of($1) as role', [accountId]);
  const role = rows[0]?.role;
  return role && isRole(role) ? role : null;
}
