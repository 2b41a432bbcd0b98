import fs from 'node:fs';
import { identityOf, isStillThere, sleep } from './processes.js';

const PATIENCE_MS = 120_000;
const BEING_WRITTEN_MS = 5000;

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
    writeWhole(file, identityOf(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    breakIfAbandoned(file);
    return false;
  }
}

/** A full disk lets the file be made and not be written: nobody may be left waiting for it. */
function writeWhole(file: string, text: string): void {
  const made = fs.openSync(file, 'wx', 0o600);
  try {
    fs.writeFileSync(made, text);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    fs.closeSync(made);
  }
}

function breakIfAbandoned(file: string): void {
  const holder = holderOf(file);
  // An empty lock is being written this moment, unless whoever made it was killed before.
  if (holder ? isStillThere(holder) : ageOf(file) < BEING_WRITTEN_MS) return;
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

/** In either direction: the clock may have been set back since. */
function ageOf(file: string): number {
  try {
    return Math.abs(Date.now() - fs.statSync(file).mtimeMs);
  } catch {
    return 0;
  }
}

function holderOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
