import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory, type Ran, ROOT } from '../support/run-tool.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-commands-'));
const inFolder = (name: string): string => path.join(folder, name);
let installation: TestInstallation;

const call = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  overstory(args, { env: { ...installation.environment, ...env } });

/** A command that succeeds and prints one object. */
async function json<T>(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<T> {
  const { status, stdout, stderr } = await call([...args, '--json'], env);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

beforeAll(async () => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs'), '--api']);
  installation = await freshInstallation();
  await overstory(['sample', '--out', inFolder('sample'), '--people', '400', '--quarters', '2']);
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  it('helps: each command says what it does and which flags it takes', async () => {
    const { status, stdout } = await call(['--help']);
    expect(status).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
    expect(commands).toEqual(
      expect.arrayContaining(['serve', 'sample', 'ingest', 'release', 'account', 'policy', 'settings', 'trail']),
    );
    for (const name of commands.filter((one) => one !== 'help')) {
      const help = await call([name, '--help']);
      expect([name, help.status, help.stdout.split('\n').length > 4]).toEqual([name, 0, true]);
    }
  });

  it.each([
    ['nothing at all', []],
    ['an unknown command', ['fly']],
    ['an unknown flag', ['serve', '--fast']],
    ['a missing flag', ['release', 'build']],
    ['a missing argument', ['ingest']],
    ['a number that is none', ['sample', '--out', 'x', '--people', 'many']],
    ['a role that is none', ['account', 'add', 'a@b.example', '--role', 'king']],
    ['a release that is none', ['release', 'export', 'nothing', '--out', 'x']],
    ['a file that is not there', ['release', 'attack', 'nowhere.json']],
    ['a folder that is not there', ['ingest', 'nowhere']],
    ['a policy that is none', ['policy', 'check', 'lax/1']],
    ['settings that are no JSON', ['settings', 'set', 'package.json.bak']],
  ] as const)('answers %s with status 2, a sentence on stderr and nothing on stdout', async (_name, args) => {
    const { status, stdout, stderr } = await call(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('refuses an environment it cannot understand, without repeating it', async () => {
    const { status, stderr } = await call(['policy', 'show'], { DATABASE_URL: 'mysql://me:secret@here/x' });
    expect([status, stderr.includes('secret')]).toEqual([2, false]);
    expect((await call(['policy', 'show'], { PORT: 'high' })).status).toBe(2);
  });

  it('says that a database does not answer, without repeating its address', async () => {
    const { status, stderr } = await call(['policy', 'show'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x' });
    expect([status, stderr.includes('secret')]).toEqual([3, false]);
  });
});

describe('from files to a published release, by commands alone', () => {
  const people = { steward: '', owner: '', id: '' };

  it('makes an account whose password is the last line', async () => {
    const { status, stdout } = await call(['account', 'add', 'owner@firm.example', '--role', 'programme-owner']);
    expect(status).toBe(0);
    people.owner = stdout.trim().split('\n').at(-1) ?? '';
    expect(people.owner.length).toBeGreaterThan(11);
    people.steward = (await call(['account', 'add', 'steward@firm.example', '--role', 'data-steward'])).stdout.trim();
  });

  it('takes settings by version, and the same settings again as the same version', async () => {
    const first = await json<{ version: number }>(['settings', 'set', inFolder('sample/settings.json')]);
    expect(await json(['settings', 'set', inFolder('sample/settings.json')])).toEqual(first);
    expect(await json<{ version: number }>(['settings', 'show'])).toMatchObject(first);
  });

  it('shows in a dry run what would change, and changes nothing', async () => {
    const report = await json<{ state: string; dryRun: boolean; files: { added: number }[] }>([
      'ingest',
      inFolder('sample'),
      '--dry-run',
    ]);
    expect(report).toMatchObject({ dryRun: true, state: 'discarded' });
    expect(report.files.some(({ added }) => added > 0)).toBe(true);
  });

  it('refuses a load with a bad line, names it, and repeats nothing of it', async () => {
    const file = inFolder('people.csv');
    fs.writeFileSync(file, 'person_id,effective_from,team,level\nSecretName,not-a-date,eng/a,3\n');
    const errors = inFolder('errors.csv');
    const { status, stdout, stderr } = await call(['ingest', file, '--errors', errors, '--json']);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ refused: true, state: 'discarded' });
    expect(`${stdout}${stderr}${fs.readFileSync(errors, 'utf8')}`).not.toMatch(/SecretName|not-a-date/);
    expect(fs.readFileSync(errors, 'utf8')).toMatch(/people,1,2,effective_from/);
  });

  it('loads a folder, names what it ignored, and finds nothing new the second time', async () => {
    const first = await json<{ state: string; ignored: string[] }>(['ingest', inFolder('sample')]);
    expect(first.state).toBe('confirmed');
    expect(first.ignored.map((file) => path.basename(file)).sort()).toEqual(['settings.json', 'truth.json']);
    const second = await json<{ files: { added: number; changed: number }[] }>(['ingest', inFolder('sample')]);
    expect(second.files.every(({ added, changed }) => added === 0 && changed === 0)).toBe(true);
  }, 120_000);

  it('builds a draft that shows its certificate and no number', async () => {
    const draft = await json<{ id: string; status: string; certificate: { attack: { findings: number } } }>([
      'release',
      'build',
      '--period',
      '2026-Q3',
    ]);
    people.id = draft.id;
    expect(draft).toMatchObject({ status: 'draft', certificate: { attack: { findings: 0 } } });
    expect(JSON.stringify(draft)).not.toContain('"cells"');
    const { status } = await call(['release', 'export', draft.id, '--out', inFolder('draft.json')]);
    expect([status, fs.existsSync(inFolder('draft.json'))]).toEqual([3, false]);
  }, 120_000);

  it('builds nothing for a period that is none', async () => {
    const { status, stdout } = await call(['release', 'build', '--period', 'soon']);
    expect([status, stdout]).toEqual([2, '']);
  });

  it.each([
    ['a wrong password', 'owner@firm.example', () => 'wrong'],
    ['an account that does not exist', 'nobody@firm.example', () => 'wrong'],
    ['a role that may not publish', 'steward@firm.example', () => people.steward],
  ])('does not publish with %s', async (_name, email, password) => {
    const { status } = await call(['release', 'publish', people.id, '--as', email], { OVERSTORY_PASSWORD: password() });
    expect(status).toBe(3);
  });

  it('does not publish without a password or a name', async () => {
    expect((await call(['release', 'publish', people.id, '--as', 'owner@firm.example'])).status).toBe(2);
    expect((await call(['release', 'publish', people.id])).status).toBe(2);
  });

  it('publishes as a second person, exports, and finds nothing in an attack', async () => {
    const env = { OVERSTORY_PASSWORD: people.owner };
    const published = await json<{ id: string; hash: string }>(
      ['release', 'publish', people.id, '--as', 'owner@firm.example'],
      env,
    );
    const { releases } = await json<{ releases: { id: string; status: string; sample: boolean }[] }>(['release', 'list']);
    expect(releases).toMatchObject([{ id: published.id, status: 'published', sample: false }]);
    await json(['release', 'export', people.id, '--out', inFolder('release.json')]);
    expect(await json(['release', 'attack', inFolder('release.json')])).toMatchObject({ findings: [] });
    const { fingerprint } = await json<{ fingerprint: string }>(['release', 'key', '--out', inFolder('key.pem')]);
    for (const key of [fingerprint, inFolder('key.pem')])
      expect(await json(['release', 'verify', inFolder('release.json'), '--key', key])).toMatchObject({
        ...{ hash: published.hash, holds: true, signed: true, fingerprint, keyAsExpected: true },
      });
    const other = `sha256:${'0'.repeat(64)}`;
    expect((await call(['release', 'verify', inFolder('release.json'), '--key', other])).status).toBe(3);
    const { points } = await json<{ points: { period: string; status: string }[] }>(['release', 'series', 'participation']);
    expect(points).toMatchObject([{ period: '2026-Q3', status: 'shown' }]);
    expect((await call(['release', 'series', 'nothing'])).status).toBe(2);
  }, 120_000);

  it('refuses a file that was changed, and attacks it with success', async () => {
    const text = fs.readFileSync(inFolder('release.json'), 'utf8');
    fs.writeFileSync(
      inFolder('changed.json'),
      text.replace(/"participants":\{"noise":(\d+(?:\.\d+)?),"value":(\d+)/, '"participants":{"noise":$1,"value":9$2'),
    );
    expect(fs.readFileSync(inFolder('changed.json'), 'utf8')).not.toBe(text);
    expect((await call(['release', 'verify', inFolder('changed.json')])).status).toBe(3);
    expect((await call(['release', 'attack', inFolder('changed.json')])).status).toBe(3);
  });

  it('verifies a report that was made of a release, whichever of the two commands is asked', async () => {
    const report = inFolder('report.zip');
    expect((await call(['report', people.id, '--audience', 'board', '--format', 'csv', '--out', report])).status).toBe(0);
    for (const what of ['release', 'report'])
      expect(await json([what, 'verify', report])).toMatchObject({ kind: 'csv', release: people.id, holds: true });
    const bytes = fs.readFileSync(report);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    fs.writeFileSync(report, bytes);
    for (const what of ['release', 'report']) expect((await call([what, 'verify', report])).status).toBe(3);
  });

  it('has put what was done on record', async () => {
    expect(await json(['trail', 'verify'])).toMatchObject({ whole: true });
    const { rows } = await installation
      .pool('auditor')
      .query<{ action: string }>('select action from audit_trail.entry order by 1');
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'account.added',
        'settings.set',
        'confirm-load.done',
        'build-release.done',
        'release.exported',
        'publish-release.done',
        'access.denied',
      ]),
    );
  });
});
