import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Refusal } from '../refusal.js';
import type { Account } from './account.js';
import { executable } from './binaries.js';
import { adminUrl, DATABASE, newState, OWNER, readState, type State, writeState } from './state.js';
import { clientOf } from '../client.js';
import { sleep } from '../processes.js';

const MAJOR = '18';

/** Makes the data folder where there is none; throws away one whose making was interrupted, never another. */
export async function prepareCluster(account: Account, folder: string): Promise<State> {
  const state = readState(folder);
  const version = versionOf(account.data);
  if (state?.ready && version === MAJOR) return state;
  if (state?.ready && version) throw wrongVersion(version);
  if (version && !state)
    throw new Refusal(
      'embedded-state-missing',
      `${account.data} holds a database, but ${folder} no longer knows how to enter it.`,
    );
  return create(account, writeState(folder, newState()));
}

/** The variables of the caller that PostgreSQL has no business with are kept from it. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PG|DATABASE_URL|OVERSTORY_|NODE_|npm_)/.test(name)),
  );
}

/** The owner may make logins and owns its database; it is no superuser, so that frozen means frozen to it too. */
export async function createOwner(state: State): Promise<void> {
  const admin = clientOf(adminUrl(state));
  await admin.connect();
  try {
    await admin.query(`create role ${OWNER} login createrole password ${pg.escapeLiteral(state.ownerPassword)}`);
    await admin.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await admin.end();
  }
}

function versionOf(data: string): string | undefined {
  const file = path.join(data, 'PG_VERSION');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}

function wrongVersion(version: string): Refusal {
  return new Refusal(
    'embedded-postgres-version',
    `The data were written by PostgreSQL ${version}; this version of Overstory brings ${MAJOR}.`,
  );
}

async function create(account: Account, state: State): Promise<State> {
  await empty(account.data);
  const passwordFile = writePassword(account, state.adminPassword);
  try {
    initdb(account, passwordFile);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  return state;
}

/**
 * Empties a folder whose making was cut off, until it stays empty: what was left behind of the making may still write, and
 * clean up behind itself, for a moment. The folder itself stays: it may have been lent to another account.
 */
async function empty(folder: string): Promise<void> {
  const left = (): string[] => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  for (let names = left(); names.length > 0; names = left()) {
    for (const name of names) fs.rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 });
    await sleep(1000);
  }
}

function writePassword({ options }: Account, password: string): string {
  const file = path.join(os.tmpdir(), `overstory-${crypto.randomBytes(8).toString('hex')}`);
  fs.writeFileSync(file, password, { mode: 0o600, flag: 'wx' });
  if (options.uid !== undefined) fs.chownSync(file, options.uid, options.gid ?? options.uid);
  return file;
}

function initdb(account: Account, passwordFile: string): void {
  const [command, args] = account.wrap(executable(account.binaries, 'initdb'), [
    ...['-D', account.data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync', '--no-instructions'],
  ]);
  const done = spawnSync(command, args, { ...account.options, env: cleanEnvironment(), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? done.stderr}`);
}
