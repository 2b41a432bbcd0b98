import type pg from 'pg';
import { dropStaging } from '../../microdata/index.js';

/** First half of the advisory locks that say: somebody at a terminal attends to this load. */
const attended = 7253418;

/**
 * Marks a load as attended to for as long as this process lives, so that the next run can tell a load that somebody
 * works on from one whose process was killed.
 *
 * @returns ends the attendance.
 */
export async function attendLoad(pool: pg.Pool, loadId: string): Promise<() => Promise<void>> {
  const client = await pool.connect();
  await client.query('select pg_advisory_lock($1, $2::bigint::int)', [attended, loadId]);
  return async () => {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  };
}

/** Discards loads that were begun at a terminal and that nobody attends to any more. */
export async function discardUnattended(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ load_id: string }>(
    `select load_id from jobs.load where state in ('receiving', 'staged') and created_by = 'operator' and load_id < 2147483648
     and created_at < clock_timestamp() - interval '10 seconds'`,
  );
  for (const { load_id } of rows) {
    const client = await pool.connect();
    try {
      const { rows: got } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, $2::bigint::int) as free', [
        attended,
        load_id,
      ]);
      if (got[0]?.free) await dropStaging(client, load_id);
    } finally {
      await client.query('select pg_advisory_unlock_all()');
      client.release();
    }
  }
}
