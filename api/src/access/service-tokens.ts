import { t } from '#language';
import crypto from 'node:crypto';
import type pg from 'pg';
import { Refusal } from '../platform/index.js';
import type { By } from './administration.js';

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
 * Makes a token. The operator may give one of the same name new rights and a new text: the old text is worth nothing then.
 * It is on record with it.
 *
 * @param by an administrator's account; null is the operator, who needs the owner's login.
 * @returns the token: 256 random bits, shown once and stored nowhere.
 * @throws Refusal on a name, a reason or a time that will not do.
 */
export async function addServiceToken(pool: pg.Pool, token: NewToken, by: By = null): Promise<string> {
  const { name, sources, files, columns, specialReason, control, days } = token;
  checkNew(name, days);
  if (sources.length === 0 || files.length === 0 || columns?.length === 0)
    throw new Refusal('token-empty', 'A token names at least one source and one file, and where it names columns, one.', 2);
  if (specialReason !== null && specialReason.trim().length < 10)
    throw new Refusal('token-reason', 'Say in at least ten letters why special columns are written.', 2);
  const text = `${PREFIX}${crypto.randomBytes(32).toString('base64url')}`;
  const { rows } = await pool.query<{ id: string | null }>('select access.add_token($1, $2, $3, $4, $5, $6, $7, $8, $9) as id', [
    by,
    name,
    hashOf(text),
    sources,
    files,
    columns,
    specialReason,
    control,
    days,
  ]);
  if (!rows[0]?.id) throw new Refusal('token-name-taken', NAME_TAKEN);
  return text;
}

/** A token of a directory. */
export interface NewDirectoryToken {
  readonly name: string;
  /** The sender as which it speaks about people. */
  readonly source: string;
  /** Which attribute is the `person_id` of the people file; null: it says nothing of people. */
  readonly persons: string | null;
  readonly days: number;
}

/** Makes a token with which a directory keeps accounts and groups. @returns the token, shown once. */
export async function addDirectoryToken(pool: pg.Pool, token: NewDirectoryToken, by: By = null): Promise<string> {
  const { name, source, persons, days } = token;
  checkNew(name, days);
  if (persons !== null && !PERSONS.includes(persons))
    throw new Refusal('token-persons', t('People are told apart by one of {persons}.', { persons: PERSONS.join(', ') }), 2);
  const text = `${PREFIX}${crypto.randomBytes(32).toString('base64url')}`;
  const { rows } = await pool.query<{ id: string | null }>('select access.add_directory_token($1, $2, $3, $4, $5, $6) as id', [
    ...[by, name, hashOf(text), source, persons, days],
  ]);
  if (!rows[0]?.id) throw new Refusal('token-name-taken', NAME_TAKEN);
  return text;
}

const PERSONS = ['employeeNumber', 'externalId', 'userName'];
const NAME_TAKEN = 'There is a token of this name. Give the new one another.';

function checkNew(name: string, days: number): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,99}$/u.test(name))
    throw new Refusal('token-name', 'A token is named by at most 100 letters, digits, spaces, dots and dashes.', 2);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new Refusal('token-days', t('A token holds for 1 to {most} days.', { most: MOST_DAYS }), 2);
}

/** Ends a token at once, on record. @returns whether there was one of this name that held. */
export async function revokeServiceToken(pool: pg.Pool, name: string, by: By = null): Promise<boolean> {
  const { rows } = await pool.query<{ done: boolean }>('select access.revoke_token($1, $2) as done', [by, name]);
  return rows[0]?.done ?? false;
}

/** A token as administrators and auditors see it: what it may do, and never what it is. */
export interface ListedToken extends Omit<NewToken, 'days'> {
  readonly id: string;
  /** It keeps accounts and groups, as a directory. */
  readonly directory: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Every token that was made, by name. */
export async function listServiceTokens(pool: pg.Pool, by: By): Promise<ListedToken[]> {
  const { rows } = await pool.query<ListedToken>(
    `select token_id as id, name, sources, files, columns, special_reason as "specialReason", control, directory,
       created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt" from access.list_tokens($1)`,
    [by],
  );
  return rows;
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
