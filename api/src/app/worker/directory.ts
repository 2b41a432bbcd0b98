import crypto from 'node:crypto';
import type pg from 'pg';
import {
  type Attributes,
  directoryOfToken,
  type DirectoryToken,
  isActive,
  type Operation,
  patched,
  PERSON_COLUMNS,
  personLines,
  personRow,
  type PersonRow,
  rightsOfToken,
  ScimProblem,
} from '../../access/index.js';
import { readInstallation, readSettings } from '../../governance/index.js';
import { beginLoad, checkLoad, discardLoad, personKeyOf, receiveFile } from '../../ingest/index.js';
import { inTransaction, Refusal } from '../../platform/index.js';
import type { WorkerTools } from './tools.js';

/** What a directory said of somebody, as the web process passes it on. */
export interface Told {
  readonly tokenId: string;
  readonly account: string;
  readonly change: Change;
}

export type Change =
  | { readonly kind: 'set'; readonly resource: Attributes }
  | { readonly kind: 'patch'; readonly operations: readonly Operation[] }
  | { readonly kind: 'left' };

/** What is kept of somebody, sealed. */
interface Kept {
  readonly resource: Attributes;
  /** Rows of the people file, by the day from which they hold. */
  readonly rows: Readonly<Record<string, PersonRow>>;
}

type Tools = Pick<WorkerTools, 'curator' | 'ingest' | 'keys'>;

/** Keeps what a directory said of somebody, sealed, until a data steward takes it in. A directory without people is not heard. */
export async function keepTold({ curator, keys }: Tools, { tokenId, account, change }: Told): Promise<void> {
  const token = await directoryOfToken(curator, tokenId);
  if (!token) throw new Refusal('token-over', 'This token does not hold any more.');
  if (token.persons === null) return;
  const { persons } = token;
  const seal = new Seal(keys.read('notes'), account);
  await inTransaction(curator, async (tx) => {
    const before = await readKept(tx, seal, account);
    const after = next(before, change, persons);
    if (await isErased(tx, keys, after)) return void (await forget(tx, account));
    await tx.query(
      `insert into access.directory_person (account_id, token_id, sealed) values ($1, $2, $3)
       on conflict (account_id) do update set token_id = excluded.token_id, sealed = excluded.sealed, told_at = clock_timestamp()`,
      [account, tokenId, seal.close(JSON.stringify(after))],
    );
  });
}

function next(before: Kept, change: Change, persons: string): Kept {
  const resource = resourceAfter(before.resource, change);
  const today = new Date().toISOString().slice(0, 10);
  const row = personRow(resource, persons, today, change.kind === 'left' || !isActive(resource));
  const last = before.rows[Object.keys(before.rows).sort().at(-1) ?? ''];
  // Somebody who was gone stays gone since that day, and nothing new is nothing new.
  if (row === null || (last && same(row, last))) return { resource, rows: before.rows };
  return { resource, rows: { ...before.rows, [today]: row } };
}

function resourceAfter(before: Attributes, change: Change): Attributes {
  if (change.kind === 'left') return before;
  if (change.kind === 'set') return change.resource;
  // One by one: what aims at nothing that is kept of them changes nothing, and the others stand.
  return change.operations.reduce((resource, operation) => kindly(resource, operation), before);
}

function kindly(resource: Attributes, operation: Operation): Attributes {
  try {
    return patched(resource, [operation]);
  } catch (error) {
    if (!(error instanceof ScimProblem)) throw error;
    // What it replaces may never have been told here: then it is told now.
    const isNews = operation.op === 'replace' && error.scimType === 'noTarget';
    return isNews ? kindly(resource, { ...operation, op: 'add' }) : resource;
  }
}

const same = (one: PersonRow, other: PersonRow): boolean =>
  JSON.stringify({ ...one, left_on: one.left_on !== null }) === JSON.stringify({ ...other, left_on: other.left_on !== null });

async function readKept(tx: pg.PoolClient, seal: Seal, account: string): Promise<Kept> {
  const { rows } = await tx.query<{ sealed: Buffer }>(
    'select sealed from access.directory_person where account_id = $1 for update',
    [account],
  );
  return rows[0] ? (JSON.parse(seal.open(rows[0].sealed)) as Kept) : { resource: {}, rows: {} };
}

/** The person keys of whoever was erased. */
async function erased(pool: pg.Pool | pg.PoolClient): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ person: string }>('select person_key::text as person from microdata.tombstone');
  return new Set(rows.map(({ person }) => person));
}

async function isErased(tx: pg.PoolClient, keys: WorkerTools['keys'], kept: Kept): Promise<boolean> {
  const gone = await erased(tx);
  return gone.size > 0 && isAmong(gone, keys, kept);
}

function isAmong(gone: ReadonlySet<string>, keys: WorkerTools['keys'], { rows }: Kept): boolean {
  return Object.values(rows).some(({ person_id: id }) => isIdentifier(id) && gone.has(personKeyOf(keys, id)));
}

// Others are refused as rows of the people file, and have no key.
const isIdentifier = (id: string): boolean => [...id].length <= 200 && !/\p{Cc}/u.test(id);

async function forget(pool: pg.Pool | pg.PoolClient, account: string): Promise<void> {
  await pool.query('delete from access.directory_person where account_id = $1', [account]);
}

/**
 * Drops what is kept of people who were erased. Their key stands nowhere beside the account, which would tell whose it is, so
 * what is sealed is opened and looked at.
 */
export async function forgetErased({ curator, keys }: Pick<Tools, 'curator' | 'keys'>): Promise<void> {
  const gone = await erased(curator);
  if (gone.size === 0) return;
  for await (const { account, kept } of everybody(curator, keys.read('notes')))
    if (isAmong(gone, keys, kept)) await forget(curator, account);
}

/**
 * Makes a load of the people file from what each directory has said, as if it had sent the file: it is checked, and waits for a
 * data steward's confirmation. All rows are in it, so a load that nobody confirmed loses nothing.
 */
export async function takeDirectory(tools: Tools): Promise<void> {
  await forgetErased(tools);
  const { rows } = await tools.curator.query<{ id: string }>('select distinct token_id as id from access.directory_person');
  const tokens = await Promise.all(rows.map(({ id }) => directoryOfToken(tools.curator, id)));
  const open = tokens.filter((token) => token !== null);
  if (open.length === 0) throw new Refusal('directory-silent', 'No directory has said anything about people.');
  for (const token of open) await takeIn(tools, token);
}

async function takeIn({ curator, ingest, keys }: Tools, { tokenId, source }: DirectoryToken): Promise<void> {
  const rights = await rightsOfToken(curator, tokenId);
  if (!rights) throw new Refusal('token-over', 'The token of a directory does not hold any more.');
  const { sample } = await readInstallation(ingest);
  const { settings } = await readSettings(ingest);
  const load = await beginLoad(ingest, { source, createdBy: `token:${tokenId}`, sample });
  try {
    const bytes = peopleFile(curator, keys.read('notes'), tokenId);
    await receiveFile(ingest, { keys, settings, rights }, load, { name: 'people.csv', bytes });
    await checkLoad(ingest, load);
  } catch (error) {
    await discardLoad(ingest, load);
    throw error;
  }
}

const AT_ONCE = 1000;

/** The people file, some people at a time. */
async function* peopleFile(curator: pg.Pool, key: Buffer, tokenId: string): AsyncGenerator<Buffer> {
  yield Buffer.from(`${PERSON_COLUMNS.join(',')}\n`);
  for await (const { kept } of everybody(curator, key, tokenId)) {
    const lines = linesOf(kept);
    if (lines !== '') yield Buffer.from(lines);
  }
}

/** What is kept of everybody of whom this directory, or any, has spoken. */
async function* everybody(
  curator: pg.Pool,
  key: Buffer,
  tokenId: string | null = null,
): AsyncGenerator<{ readonly account: string; readonly kept: Kept }> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await curator.query<{ account: string; sealed: Buffer }>(
      `select account_id as account, sealed from access.directory_person
       where ($1::uuid is null or token_id = $1) and account_id > $2 order by account_id limit ${AT_ONCE}`,
      [tokenId, after],
    );
    for (const { account, sealed } of rows) yield { account, kept: JSON.parse(new Seal(key, account).open(sealed)) as Kept };
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.account;
  }
}

const linesOf = ({ rows }: Kept): string =>
  Object.entries(rows)
    .map(([day, row]) => personLines(row, day))
    .join('');

const NONCE = 12;

/** AES-256-GCM under a key that only the worker has, bound to the account: what is kept of one cannot be put under another. */
class Seal {
  private readonly key: Buffer;

  constructor(
    notes: Buffer,
    private readonly account: string,
  ) {
    this.key = Buffer.from(crypto.hkdfSync('sha256', notes, '', 'overstory directory', 32));
  }

  close(plain: string): Buffer {
    const nonce = crypto.randomBytes(NONCE);
    const cipher = crypto.createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(this.account));
    return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  open(sealed: Buffer): string {
    const decipher = crypto.createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, NONCE), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(this.account)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -16)), decipher.final()]).toString('utf8');
  }
}
