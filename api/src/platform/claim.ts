import fs from 'node:fs';
import path from 'node:path';
import { whileLocked } from './lock.js';
import { identityOf, isStillThere } from './processes.js';
import { makePrivateFolder, readJson, writePrivateFile } from './private-files.js';

/** What one process at a time may do in a folder, and what it says about itself while it does. */
export interface Claim {
  /** Whether this process holds it now. */
  readonly held: boolean;
  /** What the holder, if that is another process, has noted; empty until it has. */
  readonly note: string;
  write(note: string): void;
  release(): void;
}

interface Entry {
  readonly holder: string;
  readonly note: string;
}

/** Takes `HOME/NAME.json` for this process, unless a living process has it. */
export function claim(home: string, name: string): Promise<Claim> {
  const file = path.join(makePrivateFolder(home), `${name}.json`);
  return whileLocked(`${file}.lock`, () => Promise.resolve(take(file)));
}

function take(file: string): Claim {
  const found = readJson<Entry>(file);
  if (found && isStillThere(found.holder)) return { held: false, note: found.note, write: nothing, release: nothing };
  const write = (note: string): void =>
    writePrivateFile(file, JSON.stringify({ holder: identityOf(process.pid), note } satisfies Entry));
  const release = (): void => fs.rmSync(file, { force: true });
  write('');
  process.once('exit', release);
  return { held: true, note: '', write, release };
}

const nothing = (): void => undefined;
