import type pg from 'pg';
import { Refusal } from '../platform/index.js';

/** What this installation is. */
export interface InstallationFacts {
  readonly id: string;
  /** Whether what is loaded here is an invented organisation. */
  readonly sample: boolean;
}

export async function readInstallation(tx: pg.Pool | pg.PoolClient): Promise<InstallationFacts> {
  const { rows } = await tx.query<InstallationFacts>('select installation_id as id, sample from governance.installation');
  const [facts] = rows;
  if (!facts) throw new Error('governance.installation has no row');
  return facts;
}

/** Marks an empty installation as a sample, for good: until `removeSample` everything in it counts as invented. */
export async function markAsSample(pool: pg.Pool): Promise<void> {
  await pool.query('select governance.mark_as_sample()');
}

/**
 * Empties a sample installation: loads, people, tracks, releases, jobs' traces. Accounts and the audit trail stay; the
 * settings go back to the defaults as a new version.
 *
 * @throws Refusal `not-a-sample` (3) where the data are real.
 */
export async function removeSample(pool: pg.Pool): Promise<void> {
  if (!(await readInstallation(pool)).sample)
    throw new Refusal('not-a-sample', 'This installation does not hold the sample organisation. Nothing was removed.');
  await pool.query('select governance.remove_sample()');
}
