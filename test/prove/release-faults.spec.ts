import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { addAccount } from '../../api/src/access/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { buildRelease, exportRelease, publishRelease, verifyRelease } from '../../api/src/releases/index.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant } from '../releases/plant.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory, type Ran, ROOT } from '../support/run-tool.js';
import { startServing } from '../support/serving.js';

const KILLS = 20;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-faults-'));
  folders.push(folder);
  return folder;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One moment in each of `KILLS` equal parts of a time, at random inside it, in a random order. */
function moments(whole: number, parts = KILLS): number[] {
  const all = Array.from({ length: parts }, (_, part) => ((part + Math.random()) / parts) * whole);
  return all.map((at) => [Math.random(), at] as const).sort(([a], [b]) => a - b).map(([, at]) => at); // prettier-ignore
}

interface Begun {
  /** Resolves with what it said once it has ended, however it ended. */
  readonly ended: Promise<Ran>;
  kill(): void;
}

/** Begins a command of the product that something is going to happen to. */
function begin(args: readonly string[], env: Readonly<Record<string, string>>): Begun {
  const child = spawn(process.execPath, [path.join(ROOT, 'api/bin/overstory.mjs'), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  const ended = new Promise<Ran>((resolve) => child.once('close', (status) => resolve({ status, ...said })));
  return { ended, kill: () => void child.kill('SIGKILL') };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

beforeAll(() => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs'), '--api']);
});

/** Everything that stands is whole: each release has its tables, its file holds, and what was published is what it was. */
async function expectWhole(owner: pg.Pool | pg.Client, published: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ document: string; status: string; tables: number; contents: object[] }>(
    `select r.document, r.status, (select count(*)::int from release.released_table t where t.release_id = r.release_id) as tables,
       array(select content from release.released_table t where t.release_id = r.release_id order by ordinal) as contents
     from release.release r`,
  );
  for (const { document, tables, contents } of rows) {
    expect(verifyRelease(document)).toMatchObject({ holds: true });
    const file = JSON.parse(document) as { tables: object[] };
    expect(tables).toBe(file.tables.length);
    expect(contents).toEqual(file.tables);
  }
  const standing = rows.filter(({ status }) => status === 'published').map(({ document }) => document);
  expect(standing).toEqual(expect.arrayContaining([...published]));
  expect(standing.length).toBe(published.length);
}

describe('a build that is killed (-9) again and again', () => {
  let installation: TestInstallation;
  let env: Readonly<Record<string, string>>;
  let published: string;

  beforeAll(async () => {
    installation = await freshInstallation();
    env = installation.environment;
    const curator = installation.pool('curator');
    await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
    await plant(installation.pool('owner'), generatedOrganisation(300, 77));
    const { id } = await buildRelease(curator, installation.keys, { period: '2025-Q2', builtBy: 'steward' });
    await publishRelease(curator, { id, by: 'owner' });
    published = await exportRelease(curator, id);
  }, 120_000);

  const build = (): readonly string[] => ['release', 'build', '--period', '2025-Q3', '--json'];

  it(`at ${KILLS} random moments leaves the draft of before, whole, or none, and the next one is the same as ever`, async () => {
    const owner = installation.pool('owner');
    let undisturbed = '';
    const whole = await timed(async () => (undisturbed = (await overstory(build(), { env })).stdout));
    await owner.query(`delete from release.release where status = 'draft'`);
    for (const at of moments(whole)) {
      const begun = begin(build(), env);
      await sleep(at);
      begun.kill();
      await begun.ended;
      await expectWhole(owner, [published]);
    }
    const after = await overstory(build(), { env });
    expect([after.status, after.stdout]).toEqual([0, undisturbed]);
  });

  it('so with publishing: it is a draft still, or published whole, and nobody has to guess which', async () => {
    const owner = installation.pool('owner');
    const OVERSTORY_PASSWORD = await addAccount(owner, 'owner@example.org', 'programme-owner', null);
    const { id } = JSON.parse((await overstory(build(), { env })).stdout) as { id: string };
    const publish = ['release', 'publish', id, '--as', 'owner@example.org'];
    const { rows } = await owner.query<{ document: string }>('select document from release.release where release_id = $1', [id]);
    const states: string[] = [];
    for (const at of moments(2000).sort((a, b) => a - b)) {
      const begun = begin(publish, { ...env, OVERSTORY_PASSWORD });
      await sleep(at);
      begun.kill();
      await begun.ended;
      const found = await owner.query<{ status: string }>('select status from release.release where release_id = $1', [id]);
      states.push(found.rows[0]?.status ?? 'gone');
      await expectWhole(owner, states.at(-1) === 'published' ? [published, rows[0]?.document ?? ''] : [published]);
      if (states.at(-1) === 'published') break;
    }
    expect(new Set(states.slice(0, -1))).toEqual(new Set(['draft']));
    const last = await overstory(publish, { env: { ...env, OVERSTORY_PASSWORD } });
    if (states.at(-1) === 'published') expect([last.status, last.stderr]).toEqual([3, 'This release is published already.\n']);
    else expect(last.status).toBe(0);
    expect((await overstory(['trail', 'verify'], { env })).status).toBe(0);
  });
});

/** An embedded installation with an invented organisation of a hundred people. */
async function embedded(home: string): Promise<void> {
  const files = path.join(freshFolder(), 'sample');
  const env = { OVERSTORY_HOME: home };
  await overstory(['sample', '--out', files, '--people', '100', '--quarters', '1']);
  expect((await overstory(['settings', 'set', path.join(files, 'settings.json')], { env })).status).toBe(0);
  expect((await overstory(['ingest', files], { env })).status).toBe(0);
}

const runsIn = (home: string): string[] =>
  spawnSync('ps', ['-eo', 'pid,ppid,args', '-ww'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(home));

function killDatabase(home: string): void {
  try {
    const [pid] = fs.readFileSync(path.join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
    // A file that is being written names nobody, and 0 would be everybody of this group.
    if (Number(pid) > 1) process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It had not started yet, or has stopped already.
  }
}

const PLAIN = /^(The database stopped while this was under way\. |The disk is full\. )/m;
const BUILD = ['release', 'build', '--period', '2026-Q3', '--json'];

describe('a database that is killed (-9) during a build', () => {
  it(`at ${KILLS} random moments loses nothing: the command says so, and the next one starts it again and goes on`, async () => {
    const home = freshFolder();
    const env = { OVERSTORY_HOME: home };
    await embedded(home);
    let undisturbed = '';
    const whole = await timed(async () => (undisturbed = (await overstory(BUILD, { env })).stdout));
    let said = 0;
    for (const at of moments(whole)) {
      const begun = begin(BUILD, env);
      await sleep(at);
      killDatabase(home);
      const { status, stdout, stderr } = await begun.ended;
      if (status === 0) expect(stdout).toBe(undisturbed);
      else expect(stderr).toMatch(PLAIN);
      said += status === 0 ? 0 : 1;
    }
    expect(said).toBeGreaterThan(0);
    const after = await overstory(BUILD, { env });
    expect([after.status, after.stdout]).toEqual([0, undisturbed]);
    expect((await overstory(['trail', 'verify'], { env })).status).toBe(0);
    await sleep(500);
    expect(runsIn(home)).toEqual([]);
  });

  it('while the server builds: the page says that it failed and what stands, and the builds behind it are done', async () => {
    const home = freshFolder();
    await embedded(home);
    const served = await startServing({ OVERSTORY_HOME: home }, ['--no-sample']);
    const state = JSON.parse(fs.readFileSync(path.join(home, 'postgres', 'state.json'), 'utf8')) as {
      ownerPassword: string;
      port: number;
    };
    const url = `postgres://overstory_owner:${state.ownerPassword}@127.0.0.1:${state.port}/overstory`;
    const ask = async <Row extends object>(sql: string): Promise<Row[]> => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      return client.query<Row>(sql).then(({ rows }) => rows).finally(() => client.end()); // prettier-ignore
    };
    await ask(`select jobs.ask('build-release', '2026-Q3', 'operator'), jobs.ask('build-release', '2026-Q2', 'operator')`);
    for (;;) {
      const [first] = await ask<{ state: string; done: number }>(
        `select state, done from jobs.progress where subject = '2026-Q3'`,
      );
      if (first?.state === 'running' && first.done > 0) break;
      expect(first?.state).not.toBe('done');
    }
    killDatabase(home);
    const ends: { state: string; message: string }[] = [];
    for (const until = Date.now() + 60_000; ends.length < 2 && Date.now() < until; await sleep(500)) {
      const rows = await ask<{ state: string; message: string }>(
        `select state, message from jobs.progress where state not in ('waiting', 'running') order by progress_id`,
      ).catch(() => []);
      ends.splice(0, ends.length, ...rows);
    }
    expect(ends).toEqual([
      { state: 'failed', message: expect.stringContaining('Nothing of') },
      { state: expect.stringMatching(/^(done|refused)$/), message: expect.any(String) },
    ]);
    expect(await served.stop()).toBe(0);
    await sleep(500);
    expect(runsIn(home)).toEqual([]);
  });
});

describe('a disk that is full', () => {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-full-'));
  const mount = (): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', place]).status === 0;
  const unmount = (): boolean => spawnSync('umount', ['-l', place]).status === 0;
  const able = mount() && unmount();
  afterAll(() => {
    unmount();
    fs.rmSync(place, { recursive: true, force: true });
  });

  (able ? it : it.skip)(
    'stops a build with words, and once there is room again it goes on (needs the right to mount a tmpfs)',
    async () => {
      mount();
      const home = path.join(place, 'home');
      const env = { OVERSTORY_HOME: home };
      await embedded(home);
      const undisturbed = await overstory(BUILD, { env });
      expect(undisturbed.status).toBe(0);
      const ballast = path.join(place, 'ballast');
      // With nothing left, and with a little, so that it runs out later on the way.
      for (const spare of [0, 300, 900, 2500]) {
        spawnSync('sh', ['-c', `dd if=/dev/zero of=${ballast} bs=4k 2>/dev/null; truncate -s -${spare}K ${ballast}`]);
        const full = await overstory(BUILD, { env });
        if (spare === 0) expect(full.status).toBe(1);
        if (full.status === 0) expect(full.stdout).toBe(undisturbed.stdout);
        else expect([full.stdout, full.stderr]).toEqual(['', expect.stringMatching(PLAIN)]);
        fs.rmSync(ballast);
      }
      const after = await overstory(BUILD, { env });
      expect([after.status, after.stdout]).toEqual([0, undisturbed.stdout]);
      expect((await overstory(['trail', 'verify'], { env })).status).toBe(0);
    },
  );
});
