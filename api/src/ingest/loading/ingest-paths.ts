import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { readSettings } from '../../governance/index.js';
import { type Installation, openPool, Refusal } from '../../platform/index.js';
import { fileDescriptions } from '../files/index.js';
import { profileFor } from '../profiles/saved.js';
import { fileCalled } from '../reading/header.js';
import { errorsAsCsv, listErrors, type LoadError } from './errors.js';
import { attendLoad, discardUnattended } from './attendance.js';
import { beginLoad, checkLoad, confirmLoad, discardLoad, expireStaged, type Load, type LoadFile, readLoad } from './loads.js';
import { type IngestContext, type ReceivedFile, receiveFile } from './receive-file.js';

export interface IngestOptions {
  /** Who sends; `files` where nobody is named. */
  readonly source?: string;
  /** Tell what would change, and change nothing. */
  readonly dryRun?: boolean;
  /** What becomes of the rest when a row breaks a rule: `abort` (the default) lets nothing stand. */
  readonly onReject?: 'abort' | 'quarantine';
  /** Where to write the errors as CSV. */
  readonly errors?: string;
  readonly createdBy?: string;
  /** A kind of source, like `hr-export`; else what is remembered for the source holds. */
  readonly preset?: string;
  /** How dates are written, like `m/d/y`. */
  readonly dates?: string;
  /** Hears how far it is: the path, bytes read of it, bytes in all. */
  readonly progress?: (file: string, bytes: number, size: number) => void;
}

/** A file that was taken in, under the path that the caller gave. */
export interface IngestedFile extends LoadFile {
  readonly path: string;
}

/** What became of the files. Numbers and rules; nothing of their content. */
export interface IngestReport {
  readonly load: string;
  /** `confirmed`: stands. `discarded`: a dry run, or refused. */
  readonly state: Load['state'];
  readonly dryRun: boolean;
  /** Whether rows or files were rejected and the load therefore does not stand. */
  readonly refused: boolean;
  readonly files: readonly IngestedFile[];
  /** Files of a folder that are not of the contract. */
  readonly ignored: readonly string[];
  /** The first of them; `--errors` writes all. */
  readonly errors: readonly LoadError[];
}

const errorsReported = 200;

/**
 * Takes files, or every contract file of a folder, as one load: all of it stands, or nothing. Killed at any moment it
 * leaves nothing half done, and can be run again.
 *
 * @throws Refusal (2) when a path does not exist or a folder holds no file of the contract.
 */
export async function ingestPaths(
  installation: Installation,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const { files, ignored } = findFiles(paths, options.preset !== undefined && options.preset !== 'none');
  const pool = openPool(installation.url('ingest'), 4);
  try {
    await expireStaged(pool);
    await discardUnattended(pool);
    const { settings } = await readSettings(pool);
    const loadId = await beginLoad(pool, { source: options.source ?? 'files', createdBy: options.createdBy ?? 'operator' });
    const leave = await attendLoad(pool, loadId);
    try {
      const profile = await profileFor(pool, options.source ?? 'files', options);
      return await ingest(pool, { keys: installation.keys, settings, profile }, { loadId, files, ignored, options });
    } catch (error) {
      await discardLoad(pool, loadId).catch(() => undefined);
      throw error;
    } finally {
      await leave();
    }
  } finally {
    await pool.end();
  }
}

interface Job {
  readonly loadId: string;
  readonly files: readonly string[];
  readonly ignored: readonly string[];
  readonly options: IngestOptions;
}

async function ingest(pool: pg.Pool, context: IngestContext, { loadId, files, ignored, options }: Job): Promise<IngestReport> {
  const received: ReceivedFile[] = [];
  for (const file of files) received.push(await receivePath(pool, context, loadId, { file, options }));
  if (received.some(({ state }) => state === 'received')) await checkLoad(pool, loadId);
  const load = await settle(pool, loadId, options);
  if (options.errors !== undefined)
    await pipeline(errorsAsCsv(pool, loadId), fs.createWriteStream(options.errors, { mode: 0o600 }));
  return {
    load: loadId,
    state: load.state,
    dryRun: options.dryRun ?? false,
    refused: isBroken(load) && options.onReject !== 'quarantine',
    files: load.files.map((file) => ({ ...file, path: files[file.part - 1] ?? '' })),
    ignored,
    errors: await listErrors(pool, loadId, { limit: errorsReported }),
  };
}

async function settle(pool: pg.Pool, loadId: string, { dryRun, onReject }: IngestOptions): Promise<Load> {
  const { files } = await readLoad(pool, loadId);
  const taken = files.some(({ state }) => state === 'checked');
  if (dryRun || !taken || (isBroken({ files }) && onReject !== 'quarantine')) return discardLoad(pool, loadId);
  return confirmLoad(pool, loadId, true);
}

function isBroken({ files }: Pick<Load, 'files'>): boolean {
  return files.some((file) => file.rejected > 0 || file.state === 'refused');
}

async function receivePath(
  pool: pg.Pool,
  context: IngestContext,
  loadId: string,
  { file, options }: { file: string; options: IngestOptions },
): Promise<ReceivedFile> {
  const { size } = await fs.promises.stat(file);
  const bytes = fs.createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
  const progress = (read: number): void => options.progress?.(file, read, size);
  return receiveFile(pool, context, loadId, { name: path.basename(file), bytes, progress });
}

interface Found {
  readonly files: readonly string[];
  readonly ignored: readonly string[];
}

/** Every contract file of a folder, in the dictionary's order; of a kind of source every table. A file that is named is always taken. */
function findFiles(paths: readonly string[], anyName: boolean): Found {
  const found = paths.map((given) => {
    const stat = fs.statSync(given, { throwIfNoEntry: false });
    if (!stat) throw new Refusal('path-unknown', `There is no file or folder ${given}.`, 2);
    return stat.isDirectory() ? filesOfFolder(given, anyName) : { files: [given], ignored: [] };
  });
  const files = found.flatMap((one) => one.files);
  if (files.length === 0) throw new Refusal('no-files', 'There is no file of the data dictionary here.', 2);
  return { files, ignored: found.flatMap((one) => one.ignored) };
}

function filesOfFolder(folder: string, anyName: boolean): Found {
  const names = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const order = (name: string): number => fileDescriptions.findIndex((file) => file === fileCalled(name));
  const taken = names
    .filter((name) => /\.(?:csv|tsv|txt)$/i.test(name) && (anyName || order(name) >= 0))
    .sort((one, other) => order(one) - order(other));
  return {
    files: taken.map((name) => path.join(folder, name)),
    ignored: names.filter((name) => !taken.includes(name)).map((name) => path.join(folder, name)),
  };
}
