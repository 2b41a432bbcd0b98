import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { overstory, ROOT } from '../support/run-tool.js';
import { type Serving, startServing } from '../support/serving.js';

const linux = process.platform === 'linux';
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-serve-'));
const environment = { OVERSTORY_HOME: home };
const serving = path.join(home, 'serving.json');
let served: Serving;

const healthy = (): Promise<boolean> =>
  fetch(`${served.address}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
const graphql = async (query: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${served.address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
};

async function until(condition: () => boolean | Promise<boolean>, ms = 30_000, every = 100): Promise<void> {
  for (const end = Date.now() + ms; !(await condition());) {
    if (Date.now() > end) throw new Error(`waited in vain: ${served.stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Processes whose parent is the launcher, by the program they run. */
function children(): Map<string, number> {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(served.child.pid)], { encoding: 'utf8' });
  const rows = stdout.split('\n').flatMap((line) => /^\s*(\d+) .*app\/(web|worker)\.js/.exec(line) ?? []);
  return new Map([0, 3].flatMap((at) => (rows[at + 2] ? [[String(rows[at + 2]), Number(rows[at + 1])] as const] : [])));
}
/** What has ended and only waits to be collected does not run. */
function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}
const pidFile = path.join(home, 'postgres/data/postmaster.pid');
const postgresPid = (): number => Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);

beforeAll(async () => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs')]);
  served = await startServing(environment);
}, 180_000);
afterAll(async () => {
  await served.stop();
  fs.rmSync(home, { recursive: true, force: true });
});

describe('serving an empty installation', () => {
  it('ends in an address and the sample accounts', async () => {
    expect(served.stdout()).toMatch(/manager@sample\.example {2}\S+/);
    expect(await healthy()).toBe(true);
    expect(await (await fetch(served.address)).text()).toContain('<div id="root">');
    expect(await graphql('{ installation { sample } }')).toMatchObject({ data: { installation: { sample: true } } });
  });

  it('has the newest quarter published by two people when the address is printed', async () => {
    const { stdout } = await overstory(['release', 'list', '--json'], { env: environment });
    const { releases } = JSON.parse(stdout) as { releases: { period: string; status: string; sample: boolean }[] };
    expect(releases[0]).toMatchObject({ status: 'published', sample: true });
  });

  it('lets the earlier quarters follow', async () => {
    const published = async (): Promise<number> => {
      const { stdout } = await overstory(['release', 'list', '--json'], { env: environment });
      return (JSON.parse(stdout) as { releases: { status: string }[] }).releases.filter(({ status }) => status === 'published')
        .length;
    };
    // Each look is a command of its own, which takes its share of the machine that builds them.
    await until(async () => (await published()) === 8, 600_000, 3000);
  }, 610_000);

  it('says kindly to a second one where the first one is', async () => {
    const { status, stderr, stdout } = await overstory(['serve'], { env: { ...environment, PORT: '0' } });
    expect(status).toBe(0);
    expect(stderr).toContain(`Overstory is already running: ${served.address}`);
    expect(stdout).toBe('');
  });

  (linux ? it : it.skip)('hands each process its own logins and keys only', () => {
    const environmentOf = (name: string): string => fs.readFileSync(`/proc/${children().get(name)}/environ`, 'utf8');
    const names = (text: string): string[] => [...text.matchAll(/OVERSTORY_(?:URL|KEY)_\w+/g)].map(([name]) => name).sort();
    expect(names(environmentOf('web'))).toEqual(['OVERSTORY_KEY_SESSION', 'OVERSTORY_URL_AUDITOR', 'OVERSTORY_URL_READER']);
    expect(names(environmentOf('worker'))).toContain('OVERSTORY_URL_CURATOR');
    expect(names(environmentOf('worker'))).not.toContain('OVERSTORY_URL_OWNER');
    expect(environmentOf('web')).not.toMatch(/_ingest:|_curator:|overstory_owner|DATABASE_URL|OVERSTORY_HOME/);
  });

  (linux ? it : it.skip)('replaces a process that was killed', async () => {
    const before = children();
    for (const pid of before.values()) process.kill(pid, 'SIGKILL');
    await until(() => children().size === 2 && ![...children().values()].some((pid) => [...before.values()].includes(pid)));
    await until(healthy);
  });

  it('brings back a database that was killed', async () => {
    process.kill(postgresPid(), 'SIGKILL');
    await until(() => served.stderr().includes('was started again'));
    await until(async () => JSON.stringify(await graphql('{ installation { sample } }')).includes('"sample":true'));
  });

  it('leaves nothing running when it is asked to stop, and starts again within five seconds', async () => {
    const pids = [...children().values(), postgresPid()];
    expect(await served.stop('SIGINT')).toBe(0);
    expect(pids.filter(runs)).toEqual([]);
    expect(fs.existsSync(serving)).toBe(false);
    served = await startServing(environment);
    // Other tests share these two cores; `npm run bench -- start` measures it alone.
    expect(served.took).toBeLessThan(15_000);
    expect(served.stderr()).not.toContain('Built');
    expect(served.stdout()).toContain('manager@sample.example');
  });

  it('refuses a port that another program has', async () => {
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-port-'));
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as net.AddressInfo;
    const { status, stderr } = await overstory(['serve'], { env: { OVERSTORY_HOME: other, PORT: String(port) } });
    taken.close();
    fs.rmSync(other, { recursive: true });
    expect(status).toBe(3);
    expect(stderr).toContain('is taken by another program');
  });
});

(linux ? describe : describe.skip)('serving under npm', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('ends when npm is ended by %s', async (signal) => {
    const own = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-npm-'));
    const env = { ...process.env, NODE_OPTIONS: '', OVERSTORY_HOME: own, PORT: '0' };
    const npm = spawn('npm', ['run', 'overstory', '--', 'serve', '--no-sample'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((resolve) => npm.stdout.on('data', (text) => String(text).includes('is ready') && resolve()));
    const pid = Number(fs.readFileSync(path.join(own, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
    npm.kill(signal);
    await until(() => !fs.existsSync(path.join(own, 'serving.json')) && !runs(pid));
    fs.rmSync(own, { recursive: true, force: true });
  });
});
