import { afterAll } from '@jest/globals';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import {
  type Configuration,
  type Installation,
  type Login,
  migrate,
  migrationsFolder,
  openInstallation,
  openPool,
} from '../../api/src/platform/index.js';

export interface TestInstallation extends Installation {
  /** One pool per login, closed with the installation. */
  pool(login: Login): pg.Pool;
  /** What a process of the product needs to work on this installation. */
  readonly environment: Readonly<Record<string, string>>;
}

const server = JSON.parse(process.env.OVERSTORY_TEST_SERVER ?? 'null') as { run: string; home: string; ownerUrl: string } | null;
const closings: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

/** Has `close` run when the test file ends, before the database that it may still use is dropped. */
export function atEnd(close: () => Promise<void>): void {
  closings.push(close);
}

/** A new, migrated, empty database with a folder of its own; both go when the test file ends. */
export async function freshInstallation(): Promise<TestInstallation> {
  return openTest(await freshDatabase(await templateName()));
}

/** The address, for the owner, of a new database: a copy of `template`, or an empty one. */
export async function freshDatabase(template = 'template0'): Promise<string> {
  const name = `${prefix()}_${crypto.randomBytes(5).toString('hex')}`;
  await asOwner((owner) => owner.query(`create database ${name} template ${template}`));
  closings.push(() => dropDatabase(name));
  return databaseUrl(name);
}

/** A folder for keys and passwords that goes when the test file ends. */
export function freshHome(): string {
  const home = fs.mkdtempSync(path.join(running().home, 'home-'));
  closings.push(() => fs.promises.rm(home, { recursive: true, force: true }));
  return home;
}

async function openTest(url: string): Promise<TestInstallation> {
  const config: Configuration = { home: freshHome(), databaseUrl: url, port: 0, host: '127.0.0.1', production: false };
  const installation = await openInstallation(config);
  const pools = new Map<Login, pg.Pool>();
  const pool = (login: Login): pg.Pool => pools.get(login) ?? remember(pools, login, openPool(installation.url(login), 6));
  closings.push(async () => {
    for (const open of pools.values()) if (!open.ended) await open.end();
    await installation.close();
  });
  return { ...installation, pool, environment: { OVERSTORY_HOME: config.home, DATABASE_URL: url } };
}

function remember(pools: Map<Login, pg.Pool>, login: Login, pool: pg.Pool): pg.Pool {
  // Dropping the database at the end cuts connections that a failed test left open.
  pools.set(login, pool);
  return pool;
}

/** One migrated database per state of the migration files; made by whoever comes first. */
async function templateName(): Promise<string> {
  const files = fs.readdirSync(migrationsFolder).sort();
  const hash = crypto.createHash('sha256');
  for (const file of files) hash.update(file).update(fs.readFileSync(path.join(migrationsFolder, file)));
  const name = `${prefix()}_template_${hash.digest('hex').slice(0, 10)}`;
  await asOwner((owner) => makeTemplate(owner, name));
  return name;
}

async function makeTemplate(owner: pg.Client, name: string): Promise<void> {
  await owner.query("select pg_advisory_lock(hashtext('overstory test template'))");
  const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return;
  await owner.query(`create database ${name}_draft template template0`);
  await migrate(databaseUrl(`${name}_draft`));
  await owner.query(`alter database ${name}_draft rename to ${name}`);
}

async function dropDatabase(name: string): Promise<void> {
  await asOwner(async (owner) => {
    await dropOnceAlone(owner, name);
    const mark = crypto.createHash('sha256').update(name).digest('hex').slice(0, 10);
    for (const login of ['ingest', 'curator', 'reader', 'auditor'])
      await owner.query(`drop role if exists overstory_${mark}_${login}`);
  });
}

/** The server's own vacuum may be at work in a database, and only a superuser could send it away: it is soon done. */
async function dropOnceAlone(owner: pg.Client, name: string): Promise<void> {
  for (let patience = 40; ; patience--) {
    try {
      await owner.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if (patience === 0 || (error as { code?: string }).code !== '42501') throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: running().ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(running().ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const prefix = (): string => `overstory_test_${running().run}`;

function running(): NonNullable<typeof server> {
  if (!server) throw new Error('the test server was not started; run Jest with the configuration of this repository');
  return server;
}
