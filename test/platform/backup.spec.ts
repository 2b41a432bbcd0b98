import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addAccount, verifyIdentity } from '../../api/src/access/index.js';
import { record, verifyTrail } from '../../api/src/audit-trail/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { backUp, restore } from '../../api/src/platform/index.js';
import { buildRelease, exportRelease, publishRelease, signingPublicKey, verifyRelease } from '../../api/src/releases/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant } from '../releases/plant.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-backup-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const passphrase = 'correct horse battery';
const out = path.join(folder, 'data.backup');
const keysOut = path.join(folder, 'keys.backup');
const documents = new Map<string, string>();

let original: TestInstallation;
let password: string;

async function publish(period: string): Promise<void> {
  const curator = original.pool('curator');
  const { id } = await buildRelease(curator, original.keys, { period, builtBy: 'steward' });
  await publishRelease(curator, { id, by: 'owner' });
  documents.set(id, await exportRelease(curator, id));
}

beforeAll(async () => {
  original = await freshInstallation();
  await setSettings(original.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(original.pool('owner'), generatedOrganisation(150, 31));
  password = await addAccount(original.pool('owner'), 'auditor@example.org', 'auditor', null);
  await record(original.pool('curator'), { id: 'operator', role: null }, { action: 'test.done', subject: 'x' });
  for (const period of ['2025-Q2', '2025-Q3', '2025-Q2']) await publish(period);
  await buildRelease(original.pool('curator'), original.keys, { period: '2025-Q4', builtBy: 'steward' });
  await backUp(original, { out, keysOut, passphrase });
}, 120_000);

/** Every row of every table that a backup holds, as text. */
async function contents({ pool }: TestInstallation): Promise<Record<string, string[]>> {
  const { rows } = await pool('owner').query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('access', 'audit_trail', 'governance', 'jobs', 'microdata', 'release', 'tracks', 'public') order by 1`,
  );
  const left = /jobs\.(_private|migrations|progress)|public\.migration|access\.session/;
  const found: Record<string, string[]> = {};
  for (const { name } of rows.filter((row) => !left.test(row.name))) {
    const { rows: lines } = await pool('owner').query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
    found[name] = lines.map(({ line }) => line);
  }
  return found;
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

/** An empty installation, and what it still is after a refused restore. */
async function refusal(files: { file?: string; keys?: string; passphrase?: string }): Promise<string> {
  const empty = await freshInstallation();
  const keys = fs.readFileSync(path.join(empty.config.home, 'keys', 'disclosure.key'));
  const before = await contents(empty);
  const code = await codeOf(restore(empty, { file: out, keys: keysOut, passphrase, ...files }));
  expect(await contents(empty)).toEqual(before);
  expect(fs.readFileSync(path.join(empty.config.home, 'keys', 'disclosure.key'))).toEqual(keys);
  return code;
}

function changed(name: string, source: string, change: (bytes: Buffer) => Buffer): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, change(fs.readFileSync(source)));
  return file;
}

describe('a backup', () => {
  it('is two private files in which nothing can be read', () => {
    for (const file of [out, keysOut]) {
      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
      const bytes = fs.readFileSync(file).toString('latin1');
      for (const text of [
        'auditor@example.org',
        'overstory-release',
        'steward',
        original.keys.read('disclosure').toString('base64'),
      ])
        expect(bytes).not.toContain(text);
    }
    expect(fs.readdirSync(folder).sort()).toEqual(['data.backup', 'keys.backup']);
  });

  it('restored onto an empty installation is the same to the row, frozen releases included', async () => {
    const empty = await freshInstallation();
    expect((await restore(empty, { file: out, keys: keysOut, passphrase })).tables).toBeGreaterThan(25);
    const [was, is] = [await contents(original), await contents(empty)];
    expect(is).toEqual(was);
    expect(is['release.release']?.length).toBe(4);
    expect(is['microdata.people']?.length).toBeGreaterThan(100);
  });

  it('brings every release back so that it verifies under the same key, its drafts, accounts and trail too', async () => {
    const empty = await freshInstallation();
    await restore(empty, { file: out, keys: keysOut, passphrase });
    const { fingerprint } = signingPublicKey(empty.keys);
    expect(fingerprint).toBe(signingPublicKey(original.keys).fingerprint);
    for (const [id, document] of documents) {
      const restored = await exportRelease(empty.pool('reader'), id);
      expect(restored).toBe(document);
      expect(verifyRelease(restored, fingerprint)).toMatchObject({ holds: true, keyAsExpected: true });
    }
    expect(await verifyIdentity(empty.pool('reader'), 'auditor@example.org', password)).toMatchObject({ role: 'auditor' });
    const key = empty.keys.read('signing');
    expect(await verifyTrail(empty.pool('auditor'), { key, checkpoints: [] })).toBeNull();
  });

  it('is frozen again where it was restored, and goes on where it was: the same build gives the same draft', async () => {
    const empty = await freshInstallation();
    await restore(empty, { file: out, keys: keysOut, passphrase });
    for (const statement of [
      'delete from release.release',
      'truncate release.released_table',
      'update governance.settings set version = 9',
    ])
      await expect(empty.pool('owner').query(statement)).rejects.toMatchObject({ code: '42501' });
    const build = (one: TestInstallation) =>
      buildRelease(one.pool('curator'), one.keys, { period: '2025-Q4', builtBy: 'steward' });
    expect(await build(empty)).toEqual(await build(original));
    await plant(empty.pool('owner'), { people: [{ id: 'new', hired: '2025-01-01', team: 'org/d1/t1' }] });
    await record(empty.pool('curator'), { id: 'operator', role: null }, { action: 'test.done', subject: 'y' });
    expect(await verifyTrail(empty.pool('auditor'), { key: empty.keys.read('signing'), checkpoints: [] })).toBeNull();
  });
});

describe('a restore', () => {
  it('refuses a wrong passphrase, and touches nothing', async () => {
    expect(await refusal({ passphrase: 'another passphrase' })).toBe('passphrase-wrong');
  });

  it.each([
    ['cut off in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['cut off by one byte', (bytes: Buffer) => bytes.subarray(0, -1)],
    [
      'without its first kilobyte after the line',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 300), bytes.subarray(1324)]),
    ],
    [
      'with one bit changed',
      (bytes: Buffer) => (bytes.writeUInt8(bytes.readUInt8(bytes.length - 500) ^ 1, bytes.length - 500), bytes),
    ],
    ['with something behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')])],
  ])('refuses a file %s, and touches nothing', async (name, change) => {
    expect(await refusal({ file: changed(`${name.length}.backup`, out, change) })).toBe('damaged');
  });

  it('refuses what is no backup, the two files mixed up, and the keys of another installation', async () => {
    expect(await refusal({ file: changed('text', out, () => Buffer.from('hello\n')) })).toBe('not-sealed');
    expect(await refusal({ file: changed('nothing', out, () => Buffer.alloc(0)) })).toBe('not-sealed');
    expect(await refusal({ keys: out })).toBe('not-keys');
    expect(await refusal({ file: keysOut })).toBe('not-a-backup');
    const other = await freshInstallation();
    const keys = path.join(folder, 'other-keys');
    await backUp(other, { out: path.join(folder, 'other-data'), keysOut: keys, passphrase });
    expect(await refusal({ keys })).toBe('other-keys');
  });

  it('never overwrites', async () => {
    expect(await codeOf(restore(original, { file: out, keys: keysOut, passphrase }))).toBe('not-empty');
    expect((await contents(original))['release.release']?.length).toBe(4);
  });

  it('is of the version that wrote it', async () => {
    const newer = await freshInstallation();
    await newer.pool('owner').query(`insert into public.migration (name, checksum) values ('9999_later.sql', 'x')`);
    expect(await codeOf(restore(newer, { file: out, keys: keysOut, passphrase }))).toBe('other-version');
  });

  it('needs a passphrase that is long enough', async () => {
    const short = backUp(original, {
      out: path.join(folder, 'short'),
      keysOut: path.join(folder, 'short-keys'),
      passphrase: 'short',
    });
    expect(await codeOf(short)).toBe('passphrase-short');
    expect(fs.existsSync(path.join(folder, 'short'))).toBe(false);
  });
});
