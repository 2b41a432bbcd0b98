import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makePrivateFolder } from '../private-files.js';
import { identityOf, isStillThere } from '../processes.js';

/** Who uses the server now: one file per use. The last one to leave stops it. */
export function enter(folder: string): string {
  const file = path.join(
    makePrivateFolder(path.join(folder, 'users')),
    `${process.pid}-${crypto.randomBytes(4).toString('hex')}`,
  );
  fs.writeFileSync(file, identityOf(process.pid), { mode: 0o600 });
  return file;
}

/** Takes one use back; answers whether anybody is left. Uses of processes that died count as taken back. */
export function leave(folder: string, ticket: string): boolean {
  fs.rmSync(ticket, { force: true });
  return others(folder).length > 0;
}

export function others(folder: string): string[] {
  const users = path.join(folder, 'users');
  if (!fs.existsSync(users)) return [];
  const files = fs.readdirSync(users).map((name) => path.join(users, name));
  const [live, dead] = [files.filter(isLive), files.filter((file) => !isLive(file))];
  for (const file of dead) fs.rmSync(file, { force: true });
  return live;
}

function isLive(file: string): boolean {
  try {
    return isStillThere(fs.readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
