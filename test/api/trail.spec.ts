import { beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import fs from 'node:fs';
import {
  type Checkpoint,
  keepCheckpoint,
  kindOf,
  lastEntry,
  pruneTrail,
  readCheckpoint,
  readCheckpoints,
  readTrail,
  record,
  signCheckpoint,
  type TrailFault,
  verifyTrail,
} from '../../api/src/audit-trail/index.js';
import { freshHome, freshInstallation } from '../support/database.js';

let owner: pg.Pool;
let auditor: pg.Pool;
let reader: pg.Pool;
let checkpoint: Checkpoint | null;
const KEY = Buffer.alloc(32, 7);
const check = (): Promise<TrailFault | null> => verifyTrail(auditor, { key: KEY, checkpoints: checkpoint ? [checkpoint] : [] });

beforeEach(async () => {
  const installation = await freshInstallation();
  [owner, auditor, reader] = [installation.pool('owner'), installation.pool('auditor'), installation.pool('reader')];
  for (const action of ['one.done', 'two.done', 'three.done', 'four.done', 'five.done', 'six.done'])
    await record(reader, { id: 'me', role: null }, { action });
  checkpoint = await lastEntry(auditor);
});

/** What somebody who owns the database can do: switch the guard off and write. */
async function tamper(sql: string): Promise<TrailFault | null> {
  await owner.query(`alter table audit_trail.entry disable trigger all; ${sql}`);
  return check();
}

const RENUMBER = (from: number, by: number): string =>
  `update audit_trail.entry set entry_no = -entry_no where entry_no >= ${from};
   update audit_trail.entry set entry_no = -entry_no + ${by} where entry_no < 0;`;
const INSERTED = (place: number): string =>
  `insert into audit_trail.entry select ${place}, at, login, 'somebody', role, action, subject, details, previous, hash
     from audit_trail.entry where entry_no = ${place - 1};`;
/** Gives entries hashes that hold, as whoever knows how they are made can. */
const REHASH = (places: readonly number[]): string =>
  places
    .map(
      (
        place,
      ) => `update audit_trail.entry e set previous = coalesce((select hash from audit_trail.entry where entry_no = ${place} - 1),
                    decode(repeat('00', 32), 'hex')) where entry_no = ${place};
                  update audit_trail.entry e set hash = audit_trail.entry_hash(e) where entry_no = ${place};`,
    )
    .join('');

describe('the trail', () => {
  it('is whole as long as nobody touches it', async () => {
    expect(await check()).toBeNull();
    expect(checkpoint).toMatchObject({ entry: 6 });
  });

  it.each<[string, string, TrailFault]>([
    ['an altered entry', `update audit_trail.entry set actor = 'you' where entry_no = 3`, { entry: 3, what: 'altered' }],
    ['an altered first entry', `update audit_trail.entry set subject = 'x' where entry_no = 1`, { entry: 1, what: 'altered' }],
    [
      'an altered time',
      `update audit_trail.entry set at = at - interval '1 day' where entry_no = 6`,
      { entry: 6, what: 'altered' },
    ],
    [
      'an entry altered together with its hash',
      `update audit_trail.entry set actor = 'you' where entry_no = 3; ${REHASH([3])}`,
      { entry: 3, what: 'altered' },
    ],
    ['a removed entry', 'delete from audit_trail.entry where entry_no = 3', { entry: 3, what: 'removed' }],
    ['a removed first entry', 'delete from audit_trail.entry where entry_no = 1', { entry: 1, what: 'removed' }],
    ['several removed ones', 'delete from audit_trail.entry where entry_no in (3, 4)', { entry: 3, what: 'removed' }],
    [
      'a removed entry whose gap was closed',
      `delete from audit_trail.entry where entry_no = 3; ${RENUMBER(4, -1)}`,
      { entry: 3, what: 'removed' },
    ],
    ['a removed last entry', 'delete from audit_trail.entry where entry_no = 6', { entry: 6, what: 'removed' }],
    ['an inserted entry', `${RENUMBER(3, 1)} ${INSERTED(3)}`, { entry: 3, what: 'inserted' }],
    ['an inserted entry whose hash holds', `${RENUMBER(3, 1)} ${INSERTED(3)} ${REHASH([3])}`, { entry: 3, what: 'inserted' }],
    [
      'a trail written anew from its first entry on',
      `update audit_trail.entry set actor = 'you' where entry_no = 3; ${REHASH([3, 4, 5, 6])}`,
      { entry: 1, what: 'altered' },
    ],
    ['a trail that was emptied', 'delete from audit_trail.entry', { entry: 1, what: 'removed' }],
  ])('tells of %s, and where', async (_name, sql, fault) => {
    expect(await tamper(sql)).toEqual(fault);
  });

  it('knows its own checkpoints from those of somebody without the key', () => {
    const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const seen = { entry: 6, hash: 'ab' };
    expect(readCheckpoint(key, signCheckpoint(key, seen))).toEqual(seen);
    expect(readCheckpoint(key, signCheckpoint(other, seen))).toBeNull();
    expect(readCheckpoint(key, signCheckpoint(key, seen).replace('6', '5'))).toBeNull();
    for (const text of ['', 'null', '[]', '{"entry":6,"hash":"ab"}']) expect(readCheckpoint(key, text)).toBeNull();
  });
});

describe('checkpoints', () => {
  it('are one a line, each signed, and none for nothing new', async () => {
    const home = freshHome();
    await keepCheckpoint(auditor, home, KEY);
    await keepCheckpoint(auditor, home, KEY);
    await record(reader, { id: 'me', role: null }, { action: 'seven.done' });
    await keepCheckpoint(auditor, home, KEY);
    expect(readCheckpoints(home, KEY)?.map(({ entry }) => entry)).toEqual([6, 7]);
    expect(readCheckpoints(home, Buffer.alloc(32, 8))).toBeNull();
    fs.appendFileSync(`${home}/trail-checkpoint.json`, '{"entry":8,"hash":"ab"}\n');
    expect(readCheckpoints(home, KEY)).toBeNull();
  });

  it('narrow down where a trail was written anew', async () => {
    const { rows } = await auditor.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit_trail.entry where entry_no = 2`,
    );
    const early = { entry: 2, hash: rows[0]?.hash ?? '' };
    await owner.query(`alter table audit_trail.entry disable trigger all;
      update audit_trail.entry set actor = 'you' where entry_no = 4; ${REHASH([4, 5, 6])}`);
    const checkpoints = [early, checkpoint].filter((one) => one !== null);
    expect(await verifyTrail(auditor, { key: KEY, checkpoints })).toEqual({ entry: 3, what: 'altered' });
  });
});

const later = (months: number): Date => {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() + months);
  return date;
};
const prune = (months: number, dry = false) => pruneTrail(owner, KEY, { now: later(months), dry });

describe('what is kept long enough', () => {
  beforeEach(async () => {
    // Entries 7 to 12: two reads, a decision, a read, an export, and the newest.
    for (const action of ['table.read', 'table.read', 'publish-release.done', 'table.read', 'release.exported', 'table.read'])
      await record(reader, { id: 'me', role: null }, { action });
    checkpoint = await lastEntry(auditor);
  });
  const numbers = async (): Promise<number[]> =>
    (await auditor.query<{ no: number }>('select entry_no::int as no from audit_trail.entry order by 1')).rows.map(
      ({ no }) => no,
    );

  it('stays until then', async () => {
    expect(await prune(11)).toEqual({ stretches: 0, counts: {} });
    expect(await numbers()).toHaveLength(12);
  });

  it('goes by its kind, decisions and the newest entry never, and the trail is whole', async () => {
    expect(await prune(13, true)).toEqual({ stretches: 2, counts: { read: 3 } });
    expect(await numbers()).toHaveLength(12);
    expect(await prune(13)).toEqual({ stretches: 2, counts: { read: 3 } });
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 9, 11, 12]);
    expect(await check()).toBeNull();
    expect(await prune(37)).toEqual({ stretches: 1, counts: { export: 1 } });
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 9, 12]);
    expect(await check()).toBeNull();
    await record(reader, { id: 'me', role: null }, { action: 'table.read' });
    expect(await check()).toBeNull();
  });

  it('leaves a trail in which every fault is still found', async () => {
    await prune(13);
    await owner.query('alter table audit_trail.entry disable trigger all; alter table audit_trail.stretch disable trigger all');
    const faults = [
      [`update audit_trail.entry set actor = 'you' where entry_no = 9`, { entry: 9, what: 'altered' }],
      [`delete from audit_trail.entry where entry_no = 9`, { entry: 9, what: 'removed' }],
      [`delete from audit_trail.entry where entry_no = 6`, { entry: 6, what: 'removed' }],
      [`delete from audit_trail.stretch where from_entry = 7`, { entry: 7, what: 'removed' }],
      [`update audit_trail.stretch set to_entry = 9 where from_entry = 7`, { entry: 9, what: 'inserted' }],
      [`update audit_trail.stretch set hash = previous where from_entry = 7`, { entry: 8, what: 'altered' }],
      [`update audit_trail.stretch set counts = '{}' where from_entry = 7`, { entry: 7, what: 'removed' }],
      [`update audit_trail.stretch set newest = now() where from_entry = 7`, { entry: 7, what: 'removed' }],
    ] as const;
    for (const [sql, fault] of faults) {
      await owner.query(
        `create table public.kept_entry as table audit_trail.entry; create table public.kept_stretch as table audit_trail.stretch`,
      );
      await owner.query(sql);
      expect([sql, await check()]).toEqual([sql, fault]);
      await owner.query(`delete from audit_trail.entry; delete from audit_trail.stretch;
        insert into audit_trail.entry table public.kept_entry; insert into audit_trail.stretch table public.kept_stretch;
        drop table public.kept_entry, public.kept_stretch`);
      expect(await check()).toBeNull();
    }
  });

  it('cannot be imitated by whoever owns the database and not the key', async () => {
    await expect(owner.query('delete from audit_trail.entry where entry_no = 8')).rejects.toThrow(/append-only/);
    await pruneTrail(owner, Buffer.alloc(32, 8), { now: later(13), dry: false });
    expect(await check()).toEqual({ entry: 7, what: 'removed' });
  });
});

describe('an auditor', () => {
  it('reads the newest first, page by page, and by who, kind, what and day', async () => {
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await record(reader, { id: 'somebody', role: 'auditor' }, { action: 'table.read', subject: 'Release/100%_a' });
    const numbers = async (filter: object, place: object = {}): Promise<number[]> =>
      (await readTrail(auditor, filter, { first: 50, ...place })).entries.map(({ entry }) => entry);
    expect(await numbers({})).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(await numbers({}, { below: 3 })).toEqual([2, 1]);
    expect(await readTrail(auditor, {}, { first: 2 })).toMatchObject({ hasOlder: true, entries: [{ entry: 7 }, { entry: 6 }] });
    expect(await readTrail(auditor, {}, { first: 7 })).toMatchObject({ hasOlder: false });
    expect(await numbers({ who: 'somebody' })).toEqual([7]);
    expect(await numbers({ kind: 'read' })).toEqual([7]);
    expect(await numbers({ kind: 'decision', action: 'two.done' })).toEqual([2]);
    expect(await numbers({ subject: '%_A' })).toEqual([7]);
    expect(await numbers({ subject: '_b' })).toEqual([]);
    expect(await numbers({ from: day(-1), until: day(1) })).toHaveLength(7);
    expect(await numbers({ from: day(1) })).toEqual([]);
    expect(await numbers({ until: day(-1) })).toEqual([]);
  });

  it('finds every action under the kind that the code says', async () => {
    const actions = [
      ...['sign-in.done', 'sign-out.done', 'account.password-changed', 'table.read', 'trail.read', 'access.denied'],
      ...['release.exported', 'upload.taken', 'confirm-load.done', 'confirm-accepted-rows.refused', 'publish-release.done'],
      ...['account.added', 'settings.set', 'trail.pruned'],
    ];
    for (const action of actions) await record(reader, { id: 'me', role: null }, { action });
    const { entries } = await readTrail(auditor, {}, { first: actions.length });
    expect(entries.map(({ action, kind }) => [action, kind])).toEqual(
      [...actions].reverse().map((action) => [action, kindOf(action)]),
    );
    expect(new Set(entries.map(({ kind }) => kind)).size).toBe(6);
  });
});
