import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Installation } from '../installation.js';
import { BOUND, fingerprint } from '../key-binding.js';
import { replaceKeys } from '../keys.js';
import { Refusal } from '../refusal.js';
import { type Manifest, migrationsOf } from './back-up.js';
import { type Frame, framesOf, notABackup, parsed } from './frames.js';
import { type KeyFile, keysIn, readKeyFile, writeCheckpoints } from './key-file.js';
import { damaged } from './sealed.js';
import { columnList, qualified, type SequenceState, type Table, tablesOf } from './tables.js';
import { clientOf } from '../client.js';

export interface RestoreRequest {
  readonly file: string;
  readonly keys: string;
  readonly passphrase: string;
  readonly progress?: (step: string, done: number, total: number) => void;
}

export interface RestoreReport {
  readonly tables: number;
}

/**
 * Fills an empty installation from the two files of a backup: all of it, or nothing. Both files are read to their ends and
 * proven whole before anything is touched. A restore that is cut off leaves an empty installation, which can be restored again.
 *
 * @throws Refusal `not-sealed`, `not-keys`, `not-a-backup` (2); `passphrase-wrong`, `damaged`, `other-version`, `other-keys`,
 *   `not-empty` (3).
 */
export async function restore(installation: Installation, request: RestoreRequest): Promise<RestoreReport> {
  const { file, keys, passphrase, progress = () => undefined } = request;
  const keyFile = await readKeyFile(keys, passphrase);
  const { manifest, tables } = await proveWhole(file, passphrase);
  refuseOtherKeys(manifest, keyFile);
  const owner = clientOf(installation.url('owner'));
  await owner.connect();
  try {
    await refuseOtherVersion(owner, manifest);
    await refuseUsed(owner);
    // An empty database belongs to no keys, so that it can change hands: whatever happens next, it opens under the new ones.
    await owner.query('delete from public.key_binding');
    replaceKeys(installation.config, keysIn(keyFile));
    await fill(owner, framesOf(file, passphrase), (name, done) => progress(name, done, tables));
    writeCheckpoints(installation.config, keyFile);
    return { tables };
  } finally {
    await owner.end();
  }
}

/** Reads the file to its end, which shows every piece to be as it was written, and none to be missing. */
async function proveWhole(file: string, passphrase: string): Promise<{ manifest: Manifest; tables: number }> {
  let manifest: Manifest | undefined;
  let [tables, ended] = [0, false];
  for await (const one of framesOf(file, passphrase)) {
    if (one.kind === 'manifest') manifest = parsed<Manifest>(one);
    if (one.kind === 'table') tables += 1;
    ended = one.kind === 'end' && parsed<{ tables: number }>(one).tables === tables;
  }
  if (manifest?.format !== 'overstory-backup/1') throw notABackup();
  if (!ended) throw damaged();
  return { manifest, tables };
}

function refuseOtherKeys(manifest: Manifest, keyFile: KeyFile): void {
  const keys = keysIn(keyFile);
  if (BOUND.every((name) => manifest.keys[name] === fingerprint(keys[name]))) return;
  throw new Refusal('other-keys', 'The two files are not of the same installation: the keys are not those of this backup.');
}

async function refuseOtherVersion(owner: pg.Client, { migrations }: Manifest): Promise<void> {
  const here = await migrationsOf(owner);
  if (here.length === migrations.length && here.every((one, at) => one === migrations[at])) return;
  throw new Refusal(
    'other-version',
    `The backup was written by another version of Overstory (it ends with ${migrations.at(-1)?.split(' ')[0] ?? 'nothing'}).` +
      ' Restore it with that version, then start the new one, which brings it up to date.',
  );
}

async function refuseUsed(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ used: boolean }>(
    `select exists (select from jobs.load) or exists (select from release.release) or exists (select from access.account)
       or exists (select from governance.settings) or exists (select from audit_trail.entry) as used`,
  );
  if (!rows[0]?.used) return;
  throw new Refusal(
    'not-empty',
    'This installation is not empty, and a restore never overwrites. Use a new folder (OVERSTORY_HOME) and an empty database.',
  );
}

/**
 * One transaction. What guards frozen rows against everybody, their owner included, is set aside inside it alone, for the rows
 * of this backup alone, and stands again when it ends, however it ends. References and checks hold all along.
 */
async function fill(
  owner: pg.Client,
  frames: AsyncGenerator<Frame>,
  progress: (name: string, done: number) => void,
): Promise<void> {
  await owner.query('begin');
  try {
    const tables = await tablesOf(owner);
    for (const table of tables) await owner.query(`lock table ${qualified(table)} in access exclusive mode`);
    await refuseUsed(owner);
    for (const table of tables) await owner.query(`alter table ${qualified(table)} disable trigger user`);
    // What an installation is born with is in the backup too.
    for (const table of [...tables].reverse()) await owner.query(`delete from ${qualified(table)}`);
    await copyAll(owner, frames, progress);
    await settle(owner);
    for (const table of tables) await owner.query(`alter table ${qualified(table)} enable trigger user`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function copyAll(
  owner: pg.Client,
  frames: AsyncGenerator<Frame>,
  progress: (name: string, done: number) => void,
): Promise<void> {
  let done = 0;
  for (let next = await frames.next(); !next.done;) {
    const { value } = next;
    if (value.kind === 'table') {
      const table = parsed<Table>(value);
      progress(`${table.schema}.${table.name}`, done++);
      const rows = new RowsUntilNext(frames);
      await pipeline(Readable.from(rows.all()), owner.query(from(`copy ${qualified(table)} (${columnList(table)}) from stdin`)));
      next = rows.next;
    } else {
      if (value.kind === 'sequences') await setSequences(owner, parsed<SequenceState[]>(value));
      next = await frames.next();
    }
  }
}

/** The rows of one table, and the frame that came after them. */
class RowsUntilNext {
  next: IteratorResult<Frame> = { done: true, value: undefined };

  constructor(private readonly frames: AsyncGenerator<Frame>) {}

  async *all(): AsyncGenerator<Buffer> {
    for (this.next = await this.frames.next(); !this.next.done; this.next = await this.frames.next()) {
      if (this.next.value.kind !== 'rows') return;
      yield this.next.value.content;
    }
  }
}

async function setSequences(owner: pg.Client, states: readonly SequenceState[]): Promise<void> {
  for (const { last, called, ...name } of states)
    await owner.query('select setval($1::regclass, $2::bigint, $3)', [qualified(name), last, called]);
}

/** Files that were uploaded and not confirmed are no part of a backup, so neither is what was to become of them. */
async function settle(owner: pg.Client): Promise<void> {
  await owner.query(`update jobs.load set state = 'discarded' where state in ('receiving', 'staged')`);
}
