import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Configuration } from '../configuration.js';
import { KEY_NAMES, type KeyName, type Keys } from '../keys.js';
import { writePrivateFile } from '../private-files.js';
import { Refusal } from '../refusal.js';
import { sealed, unsealed } from './sealed.js';

/** The second file of a backup: without it the first one holds loads that cannot be continued and releases that cannot be repeated. */
export interface KeyFile {
  readonly format: 'overstory-keys/1';
  readonly keys: Readonly<Record<KeyName, string>>;
  /** What bears witness of the trail outside of the database. */
  readonly checkpoints: string;
}

const MOST_BYTES = 4_000_000;

const checkpointsOf = (home: string): string => path.join(home, 'trail-checkpoint.json');

export function keyFileOf({ home }: Configuration, keys: Keys): KeyFile {
  const file = checkpointsOf(home);
  const all = Object.fromEntries(KEY_NAMES.map((name) => [name, keys.read(name).toString('base64')]));
  const checkpoints = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  return { format: 'overstory-keys/1', keys: all as KeyFile['keys'], checkpoints };
}

export async function writeKeyFile(file: string, content: KeyFile, passphrase: string): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of sealed(Readable.from([Buffer.from(JSON.stringify(content))]), passphrase)) pieces.push(piece);
  writePrivateFile(file, Buffer.concat(pieces));
}

/** @throws Refusal `not-sealed`, `not-keys` (2), `passphrase-wrong`, `damaged` (3). */
export async function readKeyFile(file: string, passphrase: string): Promise<KeyFile> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of unsealed(fs.createReadStream(file), passphrase)) {
    pieces.push(piece);
    size += piece.length;
    // The other file may be larger than the memory.
    if (size > MOST_BYTES) break;
  }
  const content = parse(Buffer.concat(pieces).toString());
  if (content?.format === 'overstory-keys/1' && KEY_NAMES.every((name) => typeof content.keys?.[name] === 'string'))
    return content as KeyFile;
  throw new Refusal('not-keys', 'This is not the file of keys that "overstory backup" wrote with --keys-out.', 2);
}

function parse(text: string): Partial<KeyFile> | undefined {
  try {
    return JSON.parse(text) as Partial<KeyFile>;
  } catch {
    return undefined;
  }
}

export function keysIn({ keys }: KeyFile): Record<KeyName, Buffer> {
  return Object.fromEntries(KEY_NAMES.map((name) => [name, Buffer.from(keys[name], 'base64')])) as Record<KeyName, Buffer>;
}

export function writeCheckpoints({ home }: Configuration, { checkpoints }: KeyFile): void {
  if (checkpoints !== '') writePrivateFile(checkpointsOf(home), checkpoints);
}
