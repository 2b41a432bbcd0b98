import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writePrivateFileOnce } from './private-files.js';

/**
 * pseudonym: ids of people and relationships on the way in. disclosure: the noise and the fingerprint of
 * inputs. notes: free text at rest. session: cookies. signing: releases.
 */
export type KeyName = 'pseudonym' | 'disclosure' | 'notes' | 'session' | 'signing';

export interface Keys {
  /** 32 random bytes, made at first use, kept in `HOME/keys/NAME.key` (0600). */
  read(name: KeyName): Buffer;
}

const LENGTH = 32;

/** The keys of a folder; the one that signs may lie elsewhere, on a disk of its own. */
export function keysOf({ home, signingKeyFile }: { readonly home: string; readonly signingKeyFile?: string }): Keys {
  const fileOf = (name: KeyName): string =>
    name === 'signing' && signingKeyFile !== undefined ? signingKeyFile : path.join(home, 'keys', `${name}.key`);
  return { read: (name) => readOrMake(fileOf(name)) };
}

function readOrMake(file: string): Buffer {
  const key = fs.existsSync(file) ? fs.readFileSync(file) : writePrivateFileOnce(file, crypto.randomBytes(LENGTH));
  if (key.length !== LENGTH) throw new Error(`${file} does not hold a key of ${LENGTH} bytes`);
  return key;
}
