import { t } from '#language';
import { hash, verify } from '@node-rs/argon2';
import crypto from 'node:crypto';
import { isCommonPassword } from './common-passwords.js';
import { isKnownPassword } from './known-passwords.js';

// OWASP's first choice for argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shortest password that a person may choose. */
export const SHORTEST_PASSWORD = 12;
/** Longest, so that nobody makes the server hash a book. */
export const LONGEST_PASSWORD = 200;

// Without 0, O, 1, l and I: it may have to be read aloud. 20 of 54 letters are 115 bits.
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password nobody has seen before, in four groups of five. */
export function generatePassword(): string {
  const letters = Array.from({ length: 20 }, () => LETTERS[crypto.randomInt(LETTERS.length)] ?? '');
  return [0, 5, 10, 15].map((from) => letters.slice(from, from + 5).join('')).join('-');
}

/** The argon2id text of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** Whether the password belongs to the hash. Without a hash it takes as long and is false. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(generatePassword());
  const matches = await verify(passwordHash ?? (await decoy), password.slice(0, LONGEST_PASSWORD));
  return passwordHash !== null && matches;
}

const COMMON = 'Too many people have thought of this password. Take words that nobody puts together.';

/** Why a chosen password will not do, in words; undefined when it will. */
export async function weakness(password: string): Promise<string | undefined> {
  if (password.length < SHORTEST_PASSWORD) return t('A password has at least {n} characters.', { n: SHORTEST_PASSWORD });
  if (password.length > LONGEST_PASSWORD) return t('A password has at most {n} characters.', { n: LONGEST_PASSWORD });
  if (new Set(password).size < 5) return 'A password has at least five different characters.';
  if (isCommonPassword(password) || (await isKnownPassword(password))) return COMMON;
  return undefined;
}
