import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import type { Account } from './account.js';
import { executable } from './binaries.js';
import { cleanEnvironment } from './cluster.js';
import { commandLineOf, isAlive, sleep } from '../processes.js';
import { adminUrl, type State } from './state.js';

export type Settings = Readonly<Record<string, string | number>>;

/** Enough for a small machine; loads write much at once, so checkpoints may be far apart. */
const SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  jit: 'off',
  // Statements may hold values; the log must not.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
  // In one language and with the login, so that what was refused can be put on the trail: see server-log.ts.
  lc_messages: 'C',
  log_line_prefix: '%m [%p] %u ',
};
const START_MS = 300_000;
/** After a kill its helpers may need a moment to notice and let go of the shared memory: longer on a machine under load. */
const LET_GO_MS = 20_000;

/** The number of the running server, or undefined; a number that another program got since does not count. */
export function runningPid(data: string): number | undefined {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  if (!pid || !isAlive(pid)) return undefined;
  const line = commandLineOf(pid);
  return line === undefined || line.includes(data) ? pid : undefined;
}

/** Starts the server and waits until it answers. It outlives this process unless somebody stops it. */
export async function startPostmaster(account: Account, folder: string, state: State, settings: Settings): Promise<void> {
  for (const patience = Date.now() + LET_GO_MS; ; await sleep(300)) {
    const left = launch(account, folder, state.port, settings);
    if (await answers(state, left)) return;
    if (Date.now() > patience) throw new Error(`PostgreSQL did not start (${left()}); see ${path.join(folder, 'server.log')}`);
  }
}

/** Asks the server to end open work and stop; insists when it does not. */
export async function stopPostmaster(account: Account): Promise<void> {
  const pid = runningPid(account.data);
  if (pid === undefined) return;
  requestStop(account, pid);
  for (const patience = Date.now() + 60_000; Date.now() < patience; await sleep(20)) if (!isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls open transactions back and writes everything out. */
export function requestStop(account: Account, pid: number): void {
  if (process.platform === 'win32') spawnSync(executable(account.binaries, 'pg_ctl'), ['stop', '-D', account.data, '-m', 'fast']);
  else process.kill(pid, 'SIGINT');
}

export async function canEnter(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  // A server that goes away while we ask is an answer too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port it had, when that is free: addresses handed out before a crash stay good. */
export async function choosePort(preferred: number): Promise<number> {
  return (preferred > 0 && (await portIfFree(preferred))) || (await portIfFree(0)) || Promise.reject(new Error('no free port'));
}

function launch(account: Account, folder: string, port: number, settings: Settings): () => string | undefined {
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [command, args] = account.wrap(executable(account.binaries, 'postgres'), [
    '-D',
    account.data,
    '-p',
    String(port),
    ...options,
  ]);
  const logFile = fs.openSync(path.join(folder, 'server.log'), 'a', 0o600);
  // Detached, so that Ctrl-C reaches us and not the server behind our back.
  const child = spawn(command, args, {
    ...account.options,
    env: cleanEnvironment(),
    stdio: ['ignore', logFile, logFile],
    detached: true,
    windowsHide: true,
  });
  fs.closeSync(logFile);
  let left: string | undefined;
  child.on('exit', (code, signal) => {
    left = String(code ?? signal);
  });
  child.on('error', (error) => {
    left = error.message;
  });
  child.unref();
  return () => left;
}

async function answers(state: State, left: () => string | undefined): Promise<boolean> {
  for (const until = Date.now() + START_MS; Date.now() < until; await sleep(25)) {
    if (left() !== undefined) return false;
    if (await canEnter(adminUrl(state))) return true;
  }
  return false;
}

function portIfFree(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}
