import crypto from 'node:crypto';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Installation } from '../installation.js';
import { BOUND, fingerprint } from '../key-binding.js';
import { frame } from './frames.js';
import { keyFileOf, writeKeyFile } from './key-file.js';
import { sealed } from './sealed.js';
import { columnList, qualified, sequencesOf, type Table, tablesOf } from './tables.js';
import { clientOf } from '../client.js';

export interface BackupRequest {
  /** Where everything of the database goes. */
  readonly out: string;
  /** Where the keys go: keep it elsewhere. */
  readonly keysOut: string;
  readonly passphrase: string;
  readonly progress?: (step: string, done: number, total: number) => void;
}

export interface BackupReport {
  readonly out: string;
  readonly keysOut: string;
  readonly tables: number;
  readonly bytes: number;
}

/** What a backup says of itself, before its tables. */
export interface Manifest {
  readonly format: 'overstory-backup/1';
  /** The migrations that had run, with what they said. */
  readonly migrations: readonly string[];
  /** Which keys it was filled under. */
  readonly keys: Readonly<Record<string, string>>;
}

/**
 * Writes everything of an installation, frozen releases included, as it is at one moment, into an encrypted file, and its keys
 * into a second one. Work may go on meanwhile. Each file is there whole or not at all.
 *
 * @throws Refusal `passphrase-short` (2).
 */
export async function backUp(installation: Installation, request: BackupRequest): Promise<BackupReport> {
  const { out, keysOut, passphrase, progress = () => undefined } = request;
  // The keys first: whatever the trail's checkpoints vouch for is then in the database that follows.
  await writeKeyFile(keysOut, keyFileOf(installation.config, installation.keys), passphrase);
  const owner = clientOf(installation.url('owner'));
  await owner.connect();
  const draft = `${out}.${crypto.randomBytes(6).toString('hex')}`;
  try {
    await owner.query('begin isolation level repeatable read read only');
    const tables = await tablesOf(owner);
    const source = Readable.from(framesFrom(owner, tables, installation, progress));
    const file = fs.createWriteStream(draft, { mode: 0o600, flags: 'wx' });
    await pipeline(source, createGzip({ level: 5 }), (plain) => sealed(plain as AsyncIterable<Buffer>, passphrase), file);
    fs.renameSync(draft, out);
    return { out, keysOut, tables: tables.length, bytes: fs.statSync(out).size };
  } finally {
    fs.rmSync(draft, { force: true });
    await owner.end();
  }
}

async function* framesFrom(
  owner: pg.Client,
  tables: readonly Table[],
  { keys }: Installation,
  progress: NonNullable<BackupRequest['progress']>,
): AsyncGenerator<Buffer> {
  const marks = Object.fromEntries(BOUND.map((name) => [name, fingerprint(keys.read(name))]));
  yield frame('manifest', {
    format: 'overstory-backup/1',
    migrations: await migrationsOf(owner),
    keys: marks,
  } satisfies Manifest);
  for (const [done, table] of tables.entries()) {
    progress(qualified(table).replaceAll('"', ''), done, tables.length);
    yield frame('table', table);
    const rows = owner.query(to(`copy ${qualified(table)} (${columnList(table)}) to stdout`));
    for await (const chunk of rows) yield frame('rows', chunk as Buffer);
  }
  yield frame('sequences', await sequencesOf(owner, tables));
  yield frame('end', { tables: tables.length });
}

/** Name and checksum of every migration that ran, in order. */
export async function migrationsOf(owner: pg.ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ one: string }>(
    "select name || ' ' || checksum as one from public.migration where name like '%.sql' order by name",
  );
  return rows.map(({ one }) => one);
}
