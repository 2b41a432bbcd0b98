import type pg from 'pg';
import { record, type TrailEntry } from '../audit-trail/index.js';

/** Puts on record what the owner of the installation's folder did. */
export async function asOperator(pool: pg.Pool, entry: TrailEntry): Promise<void> {
  await record(pool, { id: 'operator', role: null }, entry);
}
