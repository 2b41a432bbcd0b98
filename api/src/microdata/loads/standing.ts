import type pg from 'pg';

/**
 * Makes a staged load stand, in one transaction: its place in known time, its rows, the roll-up of its sessions.
 *
 * @returns its number in known time.
 */
export async function confirmStaged(tx: pg.Pool | pg.PoolClient, loadId: string): Promise<number> {
  const { rows } = await tx.query<{ number: number }>('select microdata.confirm_staged($1) as number', [loadId]);
  return (rows[0] as { number: number }).number;
}

/**
 * Undoes a load by a new one, in one transaction. What was known before stays known as of then.
 *
 * @returns the new load.
 */
export async function withdraw(tx: pg.Pool | pg.PoolClient, loadId: string, byWhom: string): Promise<string> {
  const { rows } = await tx.query<{ made: string }>('select microdata.withdraw($1, $2) as made', [loadId, byWhom]);
  return (rows[0] as { made: string }).made;
}

/** Removes an invented organisation and its loads; refused by the database where the data are real. */
export async function emptySample(tx: pg.Pool | pg.PoolClient): Promise<void> {
  await tx.query('select microdata.empty_sample()');
}

/** What is known at a moment: the number of the last load, and the moment itself. */
export interface Knowledge {
  readonly loadNo: number;
  readonly knownAt: Date;
}

/**
 * The last load known at a moment (now, where none is given). Waits for a load that is being confirmed, so that the
 * answer for a moment never changes afterwards.
 */
export async function knowledgeAt(tx: pg.Pool | pg.PoolClient, moment?: Date): Promise<Knowledge> {
  const { rows } = await tx.query<{ load_no: number; known_at: Date }>('select load_no, known_at from jobs.knowledge($1)', [moment ?? null]);
  const [found] = rows as [{ load_no: number; known_at: Date }];
  return { loadNo: found.load_no, knownAt: found.known_at };
}
