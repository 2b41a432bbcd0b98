import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { refuseOvertaken } from './overtaken.js';
import { prepareQueue } from './queue.js';
import { Refusal } from './refusal.js';
import { clientOf } from './client.js';

/** Names of the files that were applied now, in order; empty when there was nothing to do. */
export type MigrationReport = readonly string[];

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The folder beside `api`; the same distance from the sources and from the build. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

// Any constant will do, as long as every version of the product uses the same one.
const LOCK = 7_305_120_111;

/**
 * Brings a database to the state of the files, as its owner: forward only, one transaction per file, one
 * process at a time. Refuses a database that is ahead of the files, files that changed after they ran, and a file that comes
 * late for what another one has changed since.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder): Promise<MigrationReport> {
  const client = clientOf(ownerUrl);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeLedger(client);
    return await applyAll(client, ownerUrl, pending(readFolder(folder), await applied(client)));
  } finally {
    await client.end();
  }
}

function readFolder(folder: string): Migration[] {
  const names = fs.readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(folder, name), 'utf8');
    return { name, sql, checksum: crypto.createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
  });
}

async function makeLedger(client: pg.Client): Promise<void> {
  // Asked first: "if not exists" needs the right to create even when there is nothing to do.
  const { rows } = await client.query<{ found: boolean }>("select to_regclass('public.migration') is not null as found");
  if (rows[0]?.found) return;
  await client.query(`
    create table public.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now());
    comment on table public.migration is 'Which migration files were applied, and what they said';
    revoke all on public.migration from public;`);
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from public.migration where name like '%.sql'",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function pending(files: Migration[], done: Map<string, string>): Migration[] {
  const known = new Set(files.map((file) => file.name));
  const ahead = [...done.keys()].filter((name) => !known.has(name));
  if (ahead.length > 0)
    throw new Refusal(
      'database-is-ahead',
      `The database is newer than this version of Overstory (it knows ${ahead.join(', ')}).`,
    );
  const changed = files.filter((file) => done.has(file.name) && done.get(file.name) !== file.checksum);
  if (changed.length > 0)
    throw new Refusal('migration-changed', `Already applied and changed since: ${changed.map((file) => file.name).join(', ')}.`);
  refuseOvertaken(
    files.filter((file) => !done.has(file.name)),
    files.filter((file) => done.has(file.name)),
  );
  return files.filter((file) => !done.has(file.name));
}

async function applyAll(client: pg.Client, ownerUrl: string, files: Migration[]): Promise<string[]> {
  for (const file of files) {
    await apply(client, file);
    // The queue stands once its schema does, so that the functions of later files can speak of it.
    await prepareQueue(client, ownerUrl);
  }
  return files.map((file) => file.name);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${name} failed`, { cause: error });
  }
}
