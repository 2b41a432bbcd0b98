import { t } from '#language';
import type pg from 'pg';
import { checkStaged, confirmManySessions, confirmStaged, dropStaging, withdraw } from '../../microdata/index.js';
import { Refusal } from '../../platform/index.js';
import type { Remark } from '../remarks.js';

type Database = pg.Pool | pg.PoolClient;

export type LoadState = 'receiving' | 'staged' | 'confirmed' | 'withdrawn' | 'discarded' | 'failed';

/** One file of a load, in numbers that its sender may know. */
export interface LoadFile {
  readonly part: number;
  /** The file of the data dictionary as which it was recognised; `unrecognised` otherwise. */
  readonly file: string;
  readonly state: 'receiving' | 'received' | 'checked' | 'refused';
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly remarks: readonly Remark[];
}

/** A load as its sender may see it. */
export interface Load {
  readonly id: string;
  readonly state: LoadState;
  readonly source: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Since when its rows are known; null while it does not stand. */
  readonly knownAt: Date | null;
  readonly withdraws: string | null;
  readonly sample: boolean;
  readonly files: readonly LoadFile[];
}

export interface NewLoad {
  /** Who sends; differences are shown against the same sender's loads only. At most 100 characters. */
  readonly source: string;
  /** An account, or `operator`. */
  readonly createdBy: string;
  /** Whether the rows are invented; in an installation with sample data everything counts as such. */
  readonly sample?: boolean;
}

/** Opens a load that files can be added to. @returns its id. */
export async function beginLoad(pool: Database, { source, createdBy, sample = false }: NewLoad): Promise<string> {
  const named = source.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,99}$/u.test(named)) {
    throw new Refusal('source-name', 'A source is named by at most 100 letters, digits, spaces, dots and dashes.', 2);
  }
  const { rows } = await pool.query<{ load_id: string }>(
    'insert into jobs.load (source, created_by, sample) select $1, $2, $3 or i.sample from governance.installation i returning load_id',
    [named, createdBy, sample],
  );
  return (rows[0] as { load_id: string }).load_id;
}

/**
 * Checks the received files of a load against each other and against what is known. Asking again changes nothing.
 *
 * @throws Refusal when a file did not arrive whole, or the load is none that could be checked.
 */
export async function checkLoad(pool: Database, loadId: string): Promise<Load> {
  const load = await readLoad(pool, loadId);
  if (load.state === 'staged') return load;
  if (load.state !== 'receiving') throw notThere(load);
  if (load.files.some((file) => file.state === 'receiving')) {
    throw new Refusal(
      'load-incomplete',
      'A file of this load is still arriving, or stopped on the way. Discard the load and send the files again.',
    );
  }
  if (!load.files.some((file) => file.state === 'received')) {
    throw new Refusal('load-empty', 'No file of this load could be taken.');
  }
  await checkStaged(pool, loadId);
  return readLoad(pool, loadId);
}

/** From so many sessions on a second connection helps. */
const manySessions = 50_000;

/**
 * Makes a checked load stand. Asking again for a load that stands changes nothing.
 *
 * @param quarantine whether the load stands without the rows that broke a rule; otherwise one such row refuses it.
 */
export async function confirmLoad(pool: pg.Pool, loadId: string, quarantine = false): Promise<Load> {
  const load = await readLoad(pool, loadId);
  if (load.state === 'confirmed') return load;
  if (load.state !== 'staged') throw notThere(load);
  const broken = load.files.some((file) => file.rejected > 0 || file.state === 'refused');
  if (broken && !quarantine) {
    throw new Refusal(
      'rows-rejected',
      'Rows of this load broke a rule, so nothing of it stands. Mend them, or load the others alone.',
    );
  }
  await (load.files.some((file) => file.file === 'sessions' && file.accepted >= manySessions)
    ? confirmManySessions(pool, loadId)
    : confirmStaged(pool, loadId));
  return readLoad(pool, loadId);
}

/** Forgets a load that does not stand. Asking again changes nothing. */
export async function discardLoad(pool: Database, loadId: string): Promise<Load> {
  const load = await readLoad(pool, loadId);
  if (load.state === 'discarded') return load;
  if (load.state !== 'receiving' && load.state !== 'staged') throw notThere(load);
  await dropStaging(pool, loadId);
  return readLoad(pool, loadId);
}

/**
 * Undoes a load that stands, by a new load. Every key that it spoke of is resolved anew from the other loads in force;
 * what was known at earlier moments stays known as of then.
 *
 * @returns the new load.
 */
export async function withdrawLoad(pool: Database, loadId: string, byWhom: string): Promise<Load> {
  const load = await readLoad(pool, loadId);
  if (load.state !== 'confirmed') throw notThere(load);
  if (load.withdraws !== null) {
    throw new Refusal('withdraws-already', 'This load undid another one. To undo that, load the files again.');
  }
  return readLoad(pool, await withdraw(pool, loadId, byWhom));
}

/** Rows wait for confirmation so long, in hours. */
export const hoursStaged = 24;

/** Discards what has waited too long. @returns how many loads. */
export async function expireStaged(pool: Database, hours = hoursStaged): Promise<number> {
  const { rows } = await pool.query<{ load_id: string }>(
    `select load_id from jobs.load where state in ('receiving', 'staged') and created_at < clock_timestamp() - make_interval(hours => $1)`,
    [hours],
  );
  for (const { load_id } of rows) await dropStaging(pool, load_id);
  return rows.length;
}

/** @throws Refusal when there is no such load. */
export async function readLoad(pool: Database, loadId: string): Promise<Load> {
  if (!/^\d{1,18}$/.test(loadId)) throw unknownLoad();
  const { rows } = await pool.query<Omit<Load, 'files'>>(
    `select load_id as id, state, source, created_by as "createdBy", created_at as "createdAt", known_at as "knownAt", withdraws, sample
     from jobs.load where load_id = $1`,
    [loadId],
  );
  const [found] = rows;
  if (!found) throw unknownLoad();
  return { ...found, files: await readFiles(pool, loadId) };
}

async function readFiles(pool: Database, loadId: string): Promise<readonly LoadFile[]> {
  const { rows } = await pool.query<LoadFile>(
    `select part, file, state, remarks, accepted::float8 as accepted, rejected::float8 as rejected, waiting::float8 as waiting,
       added::float8 as added, changed::float8 as changed, unchanged::float8 as unchanged
     from jobs.load_file where load_id = $1 order by part`,
    [loadId],
  );
  return rows;
}

function unknownLoad(): Refusal {
  return new Refusal('load-unknown', 'There is no such load.', 2);
}

function notThere({ state }: Load): Refusal {
  return new Refusal('load-state', t('This load is {state}, so that cannot be done with it.', { state }));
}
