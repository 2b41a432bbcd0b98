import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.js';

/** Under which operating-system account PostgreSQL runs, and what follows from it. */
export interface Account {
  readonly mode: 'plain' | 'user-namespace' | 'nobody';
  /** The binaries as this account can read them. */
  readonly binaries: string;
  /** The data folder, which must belong to this account. */
  readonly data: string;
  readonly wrap: (command: string, args: readonly string[]) => [string, string[]];
  readonly options: { readonly uid?: number; readonly gid?: number; readonly cwd?: string };
}

/**
 * PostgreSQL refuses to run as root. Root therefore maps itself to an ordinary user in a user namespace
 * (nothing is copied), or, where the kernel does not allow that, lends a copy of the binaries and the data
 * folder to `postgres` or `nobody`. No user is ever added to the machine.
 */
export function chooseAccount(binaries: string, folder: string): Account {
  const data = path.join(folder, 'data');
  if (process.getuid?.() !== 0) return { mode: 'plain', binaries, data, wrap: plainly, options: {} };
  if (userNamespacesWork()) return { mode: 'user-namespace', binaries, data, wrap: inNamespace, options: {} };
  return borrowed(binaries, folder);
}

const plainly: Account['wrap'] = (command, args) => [command, [...args]];

const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000'];
const inNamespace: Account['wrap'] = (command, args) => ['unshare', [...NAMESPACE, command, ...args]];

function userNamespacesWork(): boolean {
  if (process.env.OVERSTORY_NO_USER_NAMESPACES) return false;
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0;
}

function borrowed(binaries: string, folder: string): Account {
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  // Root's home may be closed to everyone else, so this stands outside it, under a name made from the folder's.
  const mark = crypto.createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const place = ownFolder(path.join('/var/tmp', `overstory-postgres-${mark}`));
  const data = path.join(place, 'data');
  if (!fs.existsSync(data)) fs.mkdirSync(data, { mode: 0o700 });
  fs.chownSync(data, uid, gid);
  return { mode: 'nobody', binaries: copyOf(binaries, place), data, wrap: plainly, options: { uid, gid, cwd: '/' } };
}

function idOf(flag: '-u' | '-g'): number {
  for (const name of ['postgres', 'nobody']) {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    if (status === 0) return Number(stdout);
  }
  throw new Refusal(
    'no-account-for-postgres',
    'PostgreSQL cannot run as root here; start as an ordinary user or set DATABASE_URL.',
  );
}

function ownFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = fs.lstatSync(folder);
  // /var/tmp is open to all: what somebody else put there beforehand is not used.
  if (found.isDirectory() && found.uid === 0) return folder;
  throw new Refusal('borrowed-folder-is-not-ours', `${folder} does not belong to root; remove it and start again.`);
}

function copyOf(binaries: string, place: string): string {
  const version = JSON.parse(fs.readFileSync(path.join(binaries, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(place, `binaries-${version.version}`);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  fs.cpSync(binaries, draft, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(draft, copy);
  return copy;
}
