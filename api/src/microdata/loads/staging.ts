import type pg from 'pg';
import { asRefusal } from './refusals.js';

/** A file of a load. */
export interface StagingPlace {
  readonly loadId: string;
  readonly part: number;
}

/**
 * Makes the place where rows of a load for one table wait, and counts those added next to the given file of it. The caller adds rows to it with COPY and can do nothing else
 * with it. The place belongs to that file until the transaction ends.
 *
 * @returns the place's name, quoted for SQL.
 */
export async function openStaging(tx: pg.PoolClient, { loadId, part }: StagingPlace, table: string): Promise<string> {
  const { rows } = await asRefusal(
    tx.query<{ place: string }>('select microdata.open_staging($1, $2, $3) as place', [loadId, part, table]),
  );
  return (rows[0] as { place: string }).place;
}

/** Holds the waiting rows of a load against each other and against what is known, and counts; the load is then staged. */
export async function checkStaged(tx: pg.Pool | pg.PoolClient, loadId: string): Promise<void> {
  await asRefusal(tx.query('select microdata.check_staged($1)', [loadId]));
}

/** Forgets the waiting rows of a load; one that was not confirmed is thereby discarded. */
export async function dropStaging(tx: pg.Pool | pg.PoolClient, loadId: string): Promise<void> {
  await tx.query('select microdata.drop_staging($1)', [loadId]);
}
