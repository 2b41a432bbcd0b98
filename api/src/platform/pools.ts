import pg from 'pg';
import { log } from './log.js';

/** A pool of connections. Dates come back as text (YYYY-MM-DD), so that no time zone bends them. */
export function openPool(url: string, max = 8): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, types });
  // An idle connection that breaks (a restarted server) is replaced at its next use.
  pool.on('error', () => log('database.connection-lost'));
  // One that breaks while it is lent out fails the query that waits; it must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `work` in one transaction: all of it, or nothing. `work` passes `tx` on as first argument. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query('begin');
    const result = await work(tx);
    await tx.query('commit');
    return result;
  } catch (error) {
    await tx.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    tx.release(broken);
  }
}

const DATE = 1082;
const asText = (text: string): string => text;
const types = {
  getTypeParser: (oid: number, format?: 'text') =>
    oid === DATE ? asText : (pg.types.getTypeParser(oid, format) as typeof asText),
} as pg.CustomTypesConfig;
