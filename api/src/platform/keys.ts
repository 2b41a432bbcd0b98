import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writePrivateFile, writePrivateFileOnce } from './private-files.js';

/**
 * pseudonym: ids of people and relationships on the way in. disclosure: the noise and the fingerprint of
 * inputs. notes: free text at rest. session: cookies. signing: releases.
 */
export const KEY_NAMES = ['pseudonym', 'disclosure', 'notes', 'session', 'signing'] as const;
export type KeyName = (typeof KEY_NAMES)[number];

export interface Keys {
  /** 32 random bytes, made at first use, kept in `HOME/keys/NAME.key` (0600). */
  read(name: KeyName): Buffer;
}

const LENGTH = 32;

/** Where the keys lie: in one folder; the one that signs may lie elsewhere, on a disk of its own. */
export interface KeyPlace {
  readonly home: string;
  readonly signingKeyFile?: string;
}

export function keysOf(place: KeyPlace): Keys {
  return { read: (name) => readOrMake(fileOf(place, name)) };
}

/** Puts keys in the place of those that are there. For an empty installation alone: what was filled under others is lost. */
export function replaceKeys(place: KeyPlace, keys: Readonly<Record<KeyName, Buffer>>): void {
  for (const name of KEY_NAMES) writePrivateFile(fileOf(place, name), keys[name]);
}

const fileOf = ({ home, signingKeyFile }: KeyPlace, name: KeyName): string =>
  name === 'signing' && signingKeyFile !== undefined ? signingKeyFile : path.join(home, 'keys', `${name}.key`);

function readOrMake(file: string): Buffer {
  const key = fs.existsSync(file) ? fs.readFileSync(file) : writePrivateFileOnce(file, crypto.randomBytes(LENGTH));
  if (key.length !== LENGTH) throw new Error(`${file} does not hold a key of ${LENGTH} bytes`);
  return key;
}
