import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { overstory, ROOT } from '../support/run-tool.js';
import { type Serving, startServing } from '../support/serving.js';

/** Milliseconds after which everything is cut off: while the database is made, while files load, while a release is built. */
const MOMENTS = [300, 900, 1500, 2500, 4000, 6000];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-kills-'));
  folders.push(folder);
  return folder;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function startAndKill(home: string, after: number): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'api/bin/overstory.mjs'), 'serve'], {
    env: { PATH: process.env.PATH, OVERSTORY_HOME: home, PORT: '0' },
    stdio: 'ignore',
  });
  await sleep(after);
  child.kill('SIGKILL');
  await new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  );
}

async function published(home: string): Promise<string[]> {
  const { stdout } = await overstory(['release', 'list', '--json'], { env: { OVERSTORY_HOME: home } });
  const { releases } = JSON.parse(stdout) as { releases: { period: string; status: string }[] };
  return releases.filter(({ status }) => status === 'published').map(({ period }) => period);
}

async function allQuarters(served: Serving, home: string): Promise<string[]> {
  for (const until = Date.now() + 300_000; Date.now() < until; await sleep(1000)) {
    const periods = await published(home);
    if (periods.length >= 8) return periods;
  }
  throw new Error(served.stderr());
}

const runsIn = (home: string): string => spawnSync('pgrep', ['-af', home], { encoding: 'utf8' }).stdout;

describe('serving that is killed again and again', () => {
  it.each(MOMENTS)('finishes its sample after being killed %s ms into its first start', async (after) => {
    const home = freshFolder();
    await startAndKill(home, after);
    await startAndKill(home, after);
    const served = await startServing({ OVERSTORY_HOME: home });
    const periods = await allQuarters(served, home);
    expect(new Set(periods).size).toBe(8);
    expect((await overstory(['trail', 'verify'], { env: { OVERSTORY_HOME: home } })).status).toBe(0);
    expect(await served.stop()).toBe(0);
    await sleep(500);
    expect(runsIn(home)).toBe('');
  });

  it('builds the quarters that were missing when it was cut off between them', async () => {
    const home = freshFolder();
    const first = await startServing({ OVERSTORY_HOME: home });
    first.child.kill('SIGKILL');
    await sleep(1000);
    const second = await startServing({ OVERSTORY_HOME: home });
    expect(new Set(await allQuarters(second, home)).size).toBe(8);
    await second.stop();
    await sleep(500);
    expect(runsIn(home)).toBe('');
  });
});
