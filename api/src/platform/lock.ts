import fs from 'node:fs';
import { identityOf, isStillThere, sleep } from './processes.js';

const PATIENCE_MS = 120_000;

/** Lets one process at a time start or stop the server. A lock whose holder is gone is nobody's. */
export async function whileLocked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  while (!take(file)) {
    if (Date.now() > until) throw new Error(`${file} is held by another process`);
    await sleep(20);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, identityOf(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    breakIfAbandoned(file);
    return false;
  }
}

function breakIfAbandoned(file: string): void {
  const holder = holderOf(file);
  // An empty lock is being written this moment.
  if (!holder || isStillThere(holder)) return;
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    // Between reading and renaming another process may have taken it: then it gets it back.
    if (fs.readFileSync(aside, 'utf8') !== holder) fs.linkSync(aside, file);
    fs.rmSync(aside);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function holderOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
