import { beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  type Checkpoint,
  lastEntry,
  readCheckpoint,
  record,
  signCheckpoint,
  type TrailFault,
  verifyTrail,
} from '../../api/src/audit-trail/index.js';
import { freshInstallation } from '../support/database.js';

let owner: pg.Pool;
let auditor: pg.Pool;
let checkpoint: Checkpoint | null;

beforeEach(async () => {
  const installation = await freshInstallation();
  [owner, auditor] = [installation.pool('owner'), installation.pool('auditor')];
  for (const action of ['one.done', 'two.done', 'three.done', 'four.done', 'five.done', 'six.done'])
    await record(installation.pool('reader'), { id: 'me', role: null }, { action });
  checkpoint = await lastEntry(auditor);
});

/** What somebody who owns the database can do: switch the guard off and write. */
async function tamper(sql: string): Promise<TrailFault | null> {
  await owner.query(`alter table audit_trail.entry disable trigger all; ${sql}`);
  return verifyTrail(auditor, checkpoint);
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
    expect(await verifyTrail(auditor, checkpoint)).toBeNull();
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
