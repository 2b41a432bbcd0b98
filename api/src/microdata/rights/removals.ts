import type pg from 'pg';

/** Something was deleted for good: known time before it is no longer what it was. */
export interface Removal {
  readonly kind: 'erasure' | 'consent' | 'retention';
  readonly knownAt: Date;
  /** Classes of files, of a retention run. */
  readonly classes: readonly string[];
}

/**
 * What was deleted after one moment of known time and not after another. Where it is not empty, a release that was built
 * at the first and is built again at the second is a restatement, also as known at the first.
 *
 * @param tx the curator's.
 * @param after a moment, or null for the beginning; exclusive.
 * @param until inclusive; null for now.
 */
export async function removalsBetween(
  tx: pg.Pool | pg.PoolClient,
  after: string | Date | null,
  until: string | Date | null,
): Promise<Removal[]> {
  const { rows } = await tx.query<Removal>(
    `select kind, known_at as "knownAt", classes from microdata.removal
     where known_at > coalesce($1::timestamptz, '-infinity') and known_at <= coalesce($2::timestamptz, 'infinity') order by removal_no`,
    [after, until],
  );
  return rows;
}

/** One mark for each deletion: inputs of a release beside its loads, because the same loads now say something else. */
export async function removalMarks(tx: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows } = await tx.query<{ mark: string }>(
    `select 'removed ' || removal_no || ' ' || kind || ' ' || extract(epoch from known_at)::text as mark from microdata.removal order by removal_no`,
  );
  return rows.map(({ mark }) => mark);
}
