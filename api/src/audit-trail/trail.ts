import type pg from 'pg';

/** Who acts: an account in its role, or one of the parties that have none. */
export interface Actor {
  /** An account's id, or `operator` (owns the installation's folder), `worker`, `anonymous`. */
  readonly id: string;
  readonly role: string | null;
}

/** What is put on record. Ids, names and counts of files; never a value of a person. */
export interface TrailEntry {
  /** As area.verb: `release.publish`. */
  readonly action: string;
  readonly subject?: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Adds one entry.
 *
 * @param tx a transaction, so that a decision and its entry stand or fall together; then it is the last thing
 *   done in it, because other writers wait until it ends. A pool where there is nothing else to do.
 * @returns the number of the entry.
 */
export async function record(tx: pg.Pool | pg.PoolClient, actor: Actor, entry: TrailEntry): Promise<number> {
  const { rows } = await tx.query<{ entry_no: string }>('select audit_trail.record($1, $2, $3, $4, $5) as entry_no', [
    actor.id,
    actor.role,
    entry.action,
    (entry.subject ?? '').slice(0, 500),
    JSON.stringify(entry.details ?? {}),
  ]);
  return Number(rows[0]?.entry_no);
}

/** Adds several entries in their order, in one transaction of their own; for what is read, which is put on record once a second. */
export async function recordMany(pool: pg.Pool, entries: readonly (TrailEntry & { readonly actor: Actor })[]): Promise<void> {
  const rows = entries.map(({ actor, action, subject, details }) => ({
    actor: actor.id,
    role: actor.role,
    action,
    subject: (subject ?? '').slice(0, 500),
    details: details ?? {},
  }));
  if (rows.length > 0) await pool.query('select audit_trail.record_many($1)', [JSON.stringify(rows)]);
}
