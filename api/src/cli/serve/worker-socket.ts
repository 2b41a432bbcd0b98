import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Unix gives a socket's path about a hundred bytes. */
const LONGEST = 100;

export interface WorkerSocket {
  readonly path: string;
  remove(): void;
}

/** Where the worker listens: inside the installation's private folder, or, if that lies too deep, in one of its own. */
export function workerSocketFor(home: string): WorkerSocket {
  if (process.platform === 'win32') {
    const name = crypto.createHash('sha256').update(home).digest('hex').slice(0, 16);
    return { path: `\\\\.\\pipe\\overstory-${name}`, remove: () => undefined };
  }
  const inside = path.join(home, 'worker.sock');
  if (Buffer.byteLength(inside) <= LONGEST) return { path: inside, remove: () => fs.rmSync(inside, { force: true }) };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-'));
  return { path: path.join(folder, 'worker.sock'), remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
