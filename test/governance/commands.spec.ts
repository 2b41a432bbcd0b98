import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { personKeyOf } from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory, type Ran, ROOT } from '../support/run-tool.js';
import { tablesWith } from './support/everything.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-governance-'));
const inFolder = (name: string): string => path.join(folder, name);
let installation: TestInstallation;
const passwords: Record<string, string> = {};

const call = (args: readonly string[], as?: string): Promise<Ran> =>
  overstory(as ? [...args, '--as', as] : args, {
    env: { ...installation.environment, OVERSTORY_PASSWORD: passwords[as ?? ''] ?? '' },
  });

/** A command that succeeds. */
async function ok(args: readonly string[], as?: string): Promise<string> {
  const { status, stdout, stderr } = await call(args, as);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return stdout;
}

const SECRET = 'qvzcanary-erika';
const AUDITOR = 'auditor@example.org';
const STEWARD = 'steward@example.org';
const OWNER = 'owner@example.org';

beforeAll(async () => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs'), '--api']);
  installation = await freshInstallation();
  for (const [email, role] of [
    [AUDITOR, 'auditor'],
    [STEWARD, 'data-steward'],
    [OWNER, 'programme-owner'],
  ] as const)
    passwords[email] = (await ok(['account', 'add', email, '--role', role])).trim().split('\n').at(-1)!;
  fs.mkdirSync(inFolder('data'));
  fs.writeFileSync(
    inFolder('settings.json'),
    JSON.stringify({
      demographics: [
        { column: 'demo_gender', label: 'Gender', why: 'Equity', values: ['f', 'm'].map((key) => ({ key, label: key })) },
      ],
      themes: ['growth'],
    }),
  );
  await ok(['settings', 'set', inFolder('settings.json')]);
  const write = (name: string, lines: readonly string[]): void =>
    fs.writeFileSync(inFolder(`data/${name}.csv`), `${lines.join('\n')}\n`);
  write('people', ['person_id,effective_from,team,demo_gender', `${SECRET},2024-01-01,eng,f`, 'ben,2024-01-01,eng,m']);
  write('participations', [
    'relationship_id,track_id,person_id,role,started_on',
    `r1,t,${SECRET},mentee,2024-02-01`,
    'r1,t,ben,mentor,2024-02-01',
  ]);
  write('reviews', ['relationship_id,reviewed_on,mentee_rating,mentor_rating', 'r1,2024-05-01,4,2']);
  write('exit_interviews', ['person_id,held_on,notes', `${SECRET},2025-01-01,I learned a lot`]);
  await ok(['ingest', inFolder('data')]);
  fs.writeFileSync(inFolder('erika'), `person_id\n${SECRET}\n`);
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const everyWord = (runs: readonly Ran[]): string => runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');

describe('a policy, by the command line', () => {
  it('is proposed by one and approved by another, and holds from a day to come', async () => {
    const why = 'Agreed with the works council.';
    const proposed = JSON.parse(await ok(['policy', 'propose', 'strict', '--why', why, '--json'], OWNER)) as { version: string };
    expect(proposed.version).toBe('strict/1');
    expect((await call(['policy', 'check', 'strict/1'])).status).toBe(3);
    expect(await call(['policy', 'approve', 'strict/1', '--why', why], OWNER)).toMatchObject({ status: 3, stdout: '' });
    expect((await call(['policy', 'approve', 'strict/1', '--why', why])).status).toBe(2);
    const approved = JSON.parse(await ok(['policy', 'approve', 'strict/1', '--why', why, '--json'], AUDITOR)) as {
      effectiveFrom: string;
    };
    expect(approved.effectiveFrom > new Date().toISOString().slice(0, 10)).toBe(true);
    expect(await ok(['policy', 'list'])).toMatch(/standard\/1 +in force[^]*strict\/1 +approved/);
    expect(await ok(['policy', 'show', 'strict/1'])).toContain('fewer than 10 people, or fewer than 20');
  });

  it('of a file is checked before it is proposed', async () => {
    fs.writeFileSync(
      inFolder('lax.json'),
      JSON.stringify({ name: 'lax', plan: { classes: { other: [{ by: ['location'], cadence: 'quarter' }] } } }),
    );
    expect(await call(['policy', 'check', inFolder('lax.json')])).toMatchObject({ status: 3, stdout: '' });
    fs.writeFileSync(inFolder('lax.json'), JSON.stringify({ name: 'lax', disclosure: { thresholds: { dimension: 3 } } }));
    expect((await call(['policy', 'check', inFolder('lax.json')])).status).toBe(2);
  });
});

describe('the rights of a person, by the command line', () => {
  it('bring a copy that only the person can open, after a second person approved it', async () => {
    const publicKey = (await ok(['subject-access', 'make-key', inFolder('key')])).trim();
    const taken = await call([
      'subject-access',
      '--person-file',
      inFolder('erika'),
      '--verified',
      'in-person',
      '--public-key',
      publicKey,
    ]);
    expect(taken.status).toBe(0);
    const mistyped = await call([
      'subject-access',
      '--person-file',
      inFolder('erika'),
      '--verified',
      'in-person',
      '--public-key',
      `${publicKey}q`,
    ]);
    expect(mistyped.status).toBe(2);
    const refused = await call(['subject-access', 'approve', '1', '--out', inFolder('copy.age')], STEWARD);
    expect(refused.status).toBe(3);
    const approved = await call(['subject-access', 'approve', '1', '--out', inFolder('copy.age')], AUDITOR);
    expect(approved.status).toBe(0);
    const again = await call(['subject-access', 'approve', '1', '--out', inFolder('again.age')], AUDITOR);
    expect([again.status, fs.existsSync(inFolder('again.age'))]).toEqual([2, false]);
    expect(everyWord([taken, refused, approved, again])).not.toMatch(/qvzcanary|learned|mentee/);
    expect(fs.readFileSync(inFolder('copy.age'), 'latin1')).not.toContain('learned');
    await ok(['subject-access', 'open', inFolder('copy.age'), '--key', inFolder('key'), '--out', inFolder('copy.json')]);
    const { tables, about } = JSON.parse(fs.readFileSync(inFolder('copy.json'), 'utf8')) as {
      tables: Record<string, Record<string, unknown>[]>;
      about: { purposes: string[] };
    };
    expect(tables.people).toMatchObject([{ team: 'eng', effective_from: '2024-01-01' }]);
    expect(tables.demographics).toMatchObject([{ column_key: 'demo_gender', value: 'f' }]);
    expect(tables.exit_interviews).toMatchObject([{ notes: 'I learned a lot' }]);
    expect(tables.participations).toMatchObject([{ role: 'mentee', relationship: '1' }]);
    expect(tables.reviews).toHaveLength(1);
    expect(tables.reviews![0]).toMatchObject({ mentee_rating: 4 });
    expect(tables.reviews![0]).not.toHaveProperty('mentor_rating');
    expect(about.purposes.length).toBeGreaterThan(0);
    expect(fs.readFileSync(inFolder('copy.json'), 'utf8')).not.toContain(personKeyOf(installation.keys, 'ben'));
  }, 60_000);

  it('withdraw a consent at once, by one', async () => {
    const found = async (): Promise<string[]> => tablesWith(installation.pool('owner'), 'demo_gender');
    expect(await found()).toContain('microdata.demographics');
    expect((await call(['consent', 'withdraw', '--person-file', inFolder('erika'), '--column', 'demo_age'])).status).toBe(2);
    await ok(['consent', 'withdraw', '--person-file', inFolder('erika')]);
    const { rows } = await installation.pool('curator').query('select value from microdata.demographics');
    expect(rows).toEqual([{ value: 'm' }]);
  });

  it('erase after a second person approved it, with a certificate that names nobody', async () => {
    const taken = await call(['erase', '--person-file', inFolder('erika'), '--verified', 'signed-letter'], STEWARD);
    expect(taken.status).toBe(0);
    expect((await call(['erase', 'approve', '2', '--certificate', inFolder('no.json')], STEWARD)).status).toBe(3);
    const approved = await call(['erase', 'approve', '2', '--certificate', inFolder('certificate.json')], AUDITOR);
    expect(approved.status).toBe(0);
    const certificate = fs.readFileSync(inFolder('certificate.json'), 'utf8');
    expect(JSON.parse(certificate)).toMatchObject({
      format: 'overstory-erasure/1',
      request: '2',
      trailEntry: expect.any(Number),
    });
    expect(certificate).toContain('Published releases stay as they are');
    expect(everyWord([taken, approved]) + certificate).not.toMatch(/qvzcanary/);
    expect(await tablesWith(installation.pool('owner'), personKeyOf(installation.keys, SECRET))).toEqual(['microdata.tombstone']);
    expect(await tablesWith(installation.pool('owner'), SECRET)).toEqual([]);
    expect(await ok(['erase', 'list'])).toMatch(/2 +erasure +done/);
    await ok(['ingest', inFolder('data')]);
    expect(await tablesWith(installation.pool('owner'), personKeyOf(installation.keys, SECRET))).toEqual(['microdata.tombstone']);
  }, 60_000);

  it('do not last longer than the policy says, and a dry run says so first', async () => {
    fs.writeFileSync(
      inFolder('data/progressions.csv'),
      'person_id,occurred_on,kind,from_rank,to_rank\nben,2010-01-01,promotion,1,2\n',
    );
    await ok(['ingest', inFolder('data/progressions.csv')]);
    const count = async (): Promise<number> => {
      const { rowCount } = await installation.pool('curator').query('select from microdata.progressions');
      return rowCount ?? 0;
    };
    expect(await ok(['retention', '--dry-run'])).toMatch(/Skills and steps +\S+ +fewer than 10/);
    expect(await count()).toBe(1);
    await ok(['retention']);
    expect(await count()).toBe(0);
    expect(await ok(['retention', '--dry-run'])).toMatch(/Skills and steps +\S+ +none/);
  });

  it('leave every step on the trail, and name nobody there', async () => {
    const { rows } = await installation
      .pool('auditor')
      .query<{ action: string; row: string }>(
        'select action, to_jsonb(e)::text as row from audit_trail.entry e order by entry_no',
      );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        ...['policy.proposed', 'policy.approved', 'subject-access.requested', 'subject-access.done', 'access.denied'],
        ...['consent.withdrawn', 'erasure.requested', 'erasure.done', 'retention.done'],
      ]),
    );
    const text = rows.map(({ row }) => row).join('\n');
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(personKeyOf(installation.keys, SECRET));
  });
});
