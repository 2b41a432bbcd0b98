import crypto from 'node:crypto';
import type pg from 'pg';
import { isRole, type Role } from '../access/index.js';
import { type Actor, record } from '../audit-trail/index.js';
import { inTransaction } from '../platform/index.js';

const BYTES = 32;
const hashOf = (text: string): string => crypto.createHash('sha256').update(text).digest('hex');

/** Gives an account an address for its calendar. @returns the random text in it, shown once and kept nowhere. */
export async function makeCalendar(pool: pg.Pool, by: Actor): Promise<string> {
  const text = crypto.randomBytes(BYTES).toString('base64url');
  await inTransaction(pool, async (tx) => {
    await tx.query('select decisions.make_calendar($1, $2)', [by.id, hashOf(text)]);
    await record(tx, by, { action: 'calendar.made' });
  });
  return text;
}

/** Ends the address of an account. */
export async function endCalendar(pool: pg.Pool, by: Actor): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ ended: boolean }>('select decisions.end_calendar($1) as ended', [by.id]);
    if (rows[0]?.ended) await record(tx, by, { action: 'calendar.ended' });
  });
}

/** The role behind an address at this moment: nobody's where the account is closed, or the address has ended. */
export async function roleOfCalendar(pool: pg.Pool, text: string): Promise<Role | null> {
  const { rows } = await pool.query<{ role: string | null }>('select decisions.role_of_calendar($1) as role', [hashOf(text)]);
  const role = rows[0]?.role;
  return role && isRole(role) ? role : null;
}
