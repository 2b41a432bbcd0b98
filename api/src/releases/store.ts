import { t } from '#language';
import type pg from 'pg';
import { canonicalJson, type ReleaseFile } from '../kernel/index.js';
import { Attacker, type AttackReport } from '../disclosure/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import type { ToldGroup } from './exposure.js';
import { readPublicKey, fingerprintOf, type SignedReleaseFile } from './signature.js';

/** The published release that a new one of the same period restates. */
export interface Predecessor {
  readonly id: string;
  readonly hash: string;
  readonly policyVersion: string;
}

/**
 * The release that a new one of this period would restate; null where none is published.
 *
 * @throws Refusal `already-restated` (3): one release per period and at most one restatement.
 */
export async function readPredecessor(tx: pg.Pool | pg.PoolClient, period: string): Promise<Predecessor | null> {
  const { rows } = await tx.query<Predecessor & { supersedes: string | null }>(
    `select release_id as id, hash, supersedes, header ->> 'policyVersion' as "policyVersion" from release.release
     where period = $1 and status = 'published' order by supersedes nulls first`,
    [period],
  );
  if (rows.length > 1)
    throw new Refusal(
      'already-restated',
      t('{period} is published and was restated once. A period is not restated twice.', { period }),
    );
  return rows[0] ? { id: rows[0].id, hash: rows[0].hash, policyVersion: rows[0].policyVersion } : null;
}

/** Attacks a file, parsed, with its whole history: every published file, oldest first, of which one at a time is in memory. */
export async function attackWithHistory(tx: pg.Pool | pg.PoolClient, file: unknown): Promise<AttackReport> {
  const attacker = new Attacker(file);
  const { rows } = await tx.query<{ id: string }>(
    `select release_id as id from release.release where status = 'published' order by published_at, release_id`,
  );
  for (const { id } of rows) attacker.hold(await readDocument(tx, id));
  return attacker.report();
}

async function readDocument(tx: pg.Pool | pg.PoolClient, id: string): Promise<unknown> {
  const { rows } = await tx.query<{ document: string }>('select document from release.release where release_id = $1', [id]);
  return JSON.parse(rows[0]?.document ?? 'null') as unknown;
}

export interface DraftToStore {
  readonly file: SignedReleaseFile;
  readonly told: readonly ToldGroup[];
  readonly startsOn: string;
  readonly loadNo: number;
  /** The last deletion for good that was carried out before; 0: none. */
  readonly removalNo: number;
  readonly builtBy: string;
  readonly predecessor: Predecessor | null;
}

/** Keeps a draft in the place of the one that waited for the same period. */
export async function storeDraft(pool: pg.Pool, draft: DraftToStore): Promise<void> {
  const { period } = draft.file.release;
  await inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [RELEASES_LOCK]);
    const now = await readPredecessor(tx, period);
    if (now?.id !== draft.predecessor?.id)
      throw new Refusal(
        'published-meanwhile',
        `${period} was published while this was being built. Build it again to restate it.`,
      );
    await tx.query(`delete from release.release where period = $1 and status = 'draft'`, [period]);
    await insertRelease(tx, draft);
    await insertTables(tx, draft.file);
  });
}

/** Whether a draft of this period was stored since a moment. Waits for one that is being stored, so that the answer holds. */
export async function draftStoredSince(pool: pg.Pool, period: string, since: Date): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [RELEASES_LOCK]);
    const { rowCount } = await tx.query(`select from release.release where period = $1 and status = 'draft' and built_at >= $2`, [
      period,
      since,
    ]);
    return rowCount === 1;
  });
}

async function insertRelease(
  tx: pg.PoolClient,
  { file, told, startsOn, loadNo, removalNo, builtBy }: DraftToStore,
): Promise<void> {
  const { release, policy, dimensions, certificate, hash } = file;
  await tx.query(
    `insert into release.release (release_id, period, starts_on, as_of, known_at, supersedes, noise_level, sample, header, policy,
       dimensions, certificate, hash, document, built_by, load_no, removal_no, told, signed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      release.id,
      release.period,
      startsOn,
      release.asOf,
      release.knownAt,
      release.supersedes,
      release.noiseLevel,
      release.sample,
      canonicalJson(release),
      canonicalJson(policy),
      canonicalJson(dimensions),
      canonicalJson(certificate),
      hash,
      canonicalJson(file),
      builtBy,
      loadNo,
      removalNo,
      JSON.stringify(told),
      signedBy(file),
    ],
  );
}

function signedBy({ publicKey }: SignedReleaseFile): string | null {
  const key = readPublicKey(publicKey);
  return key ? fingerprintOf(key) : null;
}

/** One after the other: the largest is as large as all others together. */
async function insertTables(tx: pg.PoolClient, { release, tables }: ReleaseFile): Promise<void> {
  for (const [ordinal, table] of tables.entries())
    await tx.query(
      `insert into release.released_table (release_id, ordinal, measure, variant, breakdown, content) values ($1, $2, $3, $4, $5, $6)`,
      [release.id, ordinal, table.measure, table.variant, table.breakdown, canonicalJson(table)],
    );
}

/** Taken by everyone who adds, replaces or publishes a release. */
export const RELEASES_LOCK = 7305120321;
