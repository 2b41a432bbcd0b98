import type pg from 'pg';
import { asRefusal } from './refusals.js';

/**
 * Makes a staged load stand, in one transaction: its place in known time, its rows, the roll-up of its sessions.
 *
 * @returns its number in known time.
 */
export async function confirmStaged(tx: pg.Pool | pg.PoolClient, loadId: string): Promise<number> {
  const { rows } = await asRefusal(tx.query<{ number: number }>('select microdata.confirm_staged($1) as number', [loadId]));
  return (rows[0] as { number: number }).number;
}

/** Locks of this class say that the sessions of a load are being rolled up. The number is that of `jobs.known_time_lock()`. */
const rollingUp = 7253417;

/**
 * Makes a staged load stand and meanwhile rolls its sessions up on another connection, which takes about as long. For
 * loads of many sessions; otherwise the same as `confirmStaged`.
 */
export async function confirmManySessions(pool: pg.Pool, loadId: string): Promise<number> {
  const ahead = await pool.connect();
  let broken: Error | undefined;
  try {
    await ahead.query('begin');
    // Confirming waits for this lock once the rows are in, so it has to be taken first.
    await ahead.query('select pg_advisory_xact_lock($1, $2)', [rollingUp, Number(BigInt(loadId) % 2147483648n)]);
    const rolledUp = ahead.query('select microdata.roll_up_ahead($1)', [loadId]).then(() => ahead.query('commit'));
    const [confirmed] = await Promise.allSettled([confirmStaged(pool, loadId), rolledUp.catch(() => ahead.query('rollback'))]);
    if (confirmed.status === 'rejected') throw confirmed.reason;
    return confirmed.value;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    ahead.release(broken);
  }
}

/**
 * Undoes a load by a new one, in one transaction. What was known before stays known as of then.
 *
 * @returns the new load.
 */
export async function withdraw(tx: pg.Pool | pg.PoolClient, loadId: string, byWhom: string): Promise<string> {
  const { rows } = await asRefusal(tx.query<{ made: string }>('select microdata.withdraw($1, $2) as made', [loadId, byWhom]));
  return (rows[0] as { made: string }).made;
}
