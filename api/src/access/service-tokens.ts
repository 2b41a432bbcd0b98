import crypto from 'node:crypto';
import type pg from 'pg';
import { Refusal } from '../platform/index.js';

/** What a system may write. */
export interface WriteRights {
  readonly sources: readonly string[];
  readonly files: readonly string[];
  /** `file.column` of each; null for every column of its files but special and control ones. */
  readonly columns: readonly string[] | null;
  readonly special: boolean;
  readonly control: boolean;
}

export interface NewToken extends Omit<WriteRights, 'special'> {
  readonly name: string;
  /** Why columns of class special may be written; null when they may not. */
  readonly specialReason: string | null;
  readonly days: number;
}

/** Longest that a token holds. */
export const MOST_DAYS = 366;

const PREFIX = 'overstory_';
const hashOf = (text: string): string => crypto.createHash('sha256').update(text).digest('hex');

/**
 * Makes a token, or gives one of the same name new rights and a new text: the old text is worth nothing then.
 *
 * @param owner a pool of the owner's login: the web process cannot make tokens.
 * @returns the token: 256 random bits, shown once and stored nowhere.
 * @throws Refusal on a name, a reason or a time that will not do.
 */
export async function addServiceToken(owner: pg.Pool, token: NewToken): Promise<string> {
  const { name, sources, files, columns, specialReason, control, days } = token;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,99}$/u.test(name))
    throw new Refusal('token-name', 'A token is named by at most 100 letters, digits, spaces, dots and dashes.', 2);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new Refusal('token-days', `A token holds for 1 to ${MOST_DAYS} days.`, 2);
  if (specialReason !== null && specialReason.trim().length < 10)
    throw new Refusal('token-reason', 'Say in at least ten letters why special columns are written.', 2);
  const text = `${PREFIX}${crypto.randomBytes(32).toString('base64url')}`;
  await owner.query(
    `insert into access.service_token (name, token_hash, sources, files, columns, special_reason, control, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(days => $8))
     on conflict (name) do update set token_hash = excluded.token_hash, sources = excluded.sources, files = excluded.files,
       columns = excluded.columns, special_reason = excluded.special_reason, control = excluded.control,
       created_at = clock_timestamp(), expires_at = excluded.expires_at, revoked_at = null`,
    [name, hashOf(text), sources, files, columns, specialReason, control, days],
  );
  return text;
}

/** Ends a token at once. @returns whether there was one of this name that held. */
export async function revokeServiceToken(owner: pg.Pool, name: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    'update access.service_token set revoked_at = clock_timestamp() where name = $1 and revoked_at is null',
    [name],
  );
  return rowCount === 1;
}

/** The id of a token while it holds, or null; asked by the web process. */
export async function tokenByText(pool: pg.Pool, text: string): Promise<string | null> {
  if (!text.startsWith(PREFIX) || text.length > 100) return null;
  const { rows } = await pool.query<{ id: string | null }>('select access.token_by_hash($1) as id', [hashOf(text)]);
  return rows[0]?.id ?? null;
}

/** What a token may write, or null where it no longer holds; asked by the worker. */
export async function rightsOfToken(pool: pg.Pool, tokenId: string): Promise<WriteRights | null> {
  if (!/^[0-9a-f-]{36}$/.test(tokenId)) return null;
  const { rows } = await pool.query<WriteRights>('select * from access.rights_of_token($1)', [tokenId]);
  return rows[0] ?? null;
}
