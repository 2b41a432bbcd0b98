import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** An entry that was seen, with its hash in hexadecimal: what follows from it can be checked for ever. */
export interface Checkpoint {
  readonly entry: number;
  readonly hash: string;
}

/** Older ones are thinned out beyond this. */
const MOST_KEPT = 2000;

/** The newest entry, or null while there is none. */
export async function lastEntry(auditor: pg.Pool): Promise<Checkpoint | null> {
  const { rows } = await auditor.query<{ entry: string; hash: string }>(
    `select entry_no as entry, encode(hash, 'hex') as hash from audit_trail.entry order by entry_no desc limit 1`,
  );
  return rows[0] ? { entry: Number(rows[0].entry), hash: rows[0].hash } : null;
}

/** A checkpoint as it is kept outside of the database: signed with a key that the database's owner does not have. */
export function signCheckpoint(key: Buffer, { entry, hash }: Checkpoint): string {
  return `${JSON.stringify({ entry, hash, signature: signatureOf(key, { entry, hash }) })}\n`;
}

/** What `signCheckpoint` wrote; null where somebody else did. */
export function readCheckpoint(key: Buffer, text: string): Checkpoint | null {
  const { entry, hash, signature } = parse(text);
  if (typeof entry !== 'number' || typeof hash !== 'string' || typeof signature !== 'string') return null;
  return sameText(signature, signatureOf(key, { entry, hash })) ? { entry, hash } : null;
}

/** Where the checkpoints of an installation are kept, one a line, the oldest first. */
export const checkpointsFile = (home: string): string => path.join(home, 'trail-checkpoint.json');

/** Every checkpoint of an installation; null where a line was not written by it. */
export function readCheckpoints(home: string, key: Buffer): readonly Checkpoint[] | null {
  const lines = linesOf(checkpointsFile(home)).map((line) => readCheckpoint(key, line));
  return lines.some((one) => one === null) ? null : (lines as Checkpoint[]);
}

/** Signs the newest entry, unless it is signed already: nobody can cut the trail off before it, or write it anew, unnoticed. */
export async function keepCheckpoint(auditor: pg.Pool, home: string, key: Buffer): Promise<void> {
  const last = await lastEntry(auditor);
  const line = last && signCheckpoint(key, last).trimEnd();
  const known = linesOf(checkpointsFile(home));
  if (!line || known.at(-1) === line) return;
  const kept = known.length < MOST_KEPT ? known : known.filter((_, place) => place % 2 === 0 || place > MOST_KEPT / 2);
  const file = checkpointsFile(home);
  fs.writeFileSync(`${file}.new`, `${[...kept, line].join('\n')}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}

function linesOf(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Whether two texts are the same, in a time that does not say how far. */
export function sameText(given: string, due: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(due)];
  return a.length === b.length && crypto.timingSafeEqual(a, b);
}

const signatureOf = (key: Buffer, { entry, hash }: Checkpoint): string =>
  crypto.createHmac('sha256', key).update(`trail checkpoint:${entry}:${hash}`).digest('hex');
