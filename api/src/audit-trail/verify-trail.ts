import crypto from 'node:crypto';
import type pg from 'pg';

/** Where the trail is not what was written, and what was done to it there. */
export interface TrailFault {
  /** The first entry concerned; of removed ones the first that is missing. */
  readonly entry: number;
  readonly what: 'altered' | 'removed' | 'inserted';
}

/** An entry that was seen, with its hash in hexadecimal: what follows from it can be checked for ever. */
export interface Checkpoint {
  readonly entry: number;
  readonly hash: string;
}

/**
 * Looks at every entry of the trail, and whether it still leads to the checkpoint.
 *
 * @param auditor the auditor's login; nobody else reads the trail.
 * @param checkpoint the newest entry that was seen before. Without one, a trail that was cut off at its end or written anew
 *   by an owner of the database, from its first entry on, is not found out.
 * @returns the first fault, or null.
 */
export async function verifyTrail(auditor: pg.Pool, checkpoint: Checkpoint | null): Promise<TrailFault | null> {
  const { rows } = await auditor.query<{ entry: string | null; what: TrailFault['what'] }>(
    'select entry_no as entry, what from audit_trail.first_fault()',
  );
  const [fault] = rows;
  if (fault?.entry) return { entry: Number(fault.entry), what: fault.what };
  return checkpoint && missed(auditor, checkpoint);
}

async function missed(auditor: pg.Pool, { entry, hash }: Checkpoint): Promise<TrailFault | null> {
  const { rows } = await auditor.query<{ found: string | null; last: string | null }>(
    `select (select encode(hash, 'hex') from audit_trail.entry where entry_no = $1) as found, max(entry_no) as last
     from audit_trail.entry`,
    [entry],
  );
  const { found = null, last = null } = rows[0] ?? {};
  if (found === hash) return null;
  // Every entry holds and yet it is another one: the chain was written anew, from where on nobody can say.
  return found === null ? { entry: Number(last ?? 0) + 1, what: 'removed' } : { entry: 1, what: 'altered' };
}

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
  const due = Buffer.from(signatureOf(key, { entry, hash }));
  const given = Buffer.from(signature);
  return given.length === due.length && crypto.timingSafeEqual(given, due) ? { entry, hash } : null;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const signatureOf = (key: Buffer, { entry, hash }: Checkpoint): string =>
  crypto.createHmac('sha256', key).update(`trail checkpoint:${entry}:${hash}`).digest('hex');
