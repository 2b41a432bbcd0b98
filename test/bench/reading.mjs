// Whether reading costs by people: two installations with the same teams, one with SMALL and one with LARGE people behind its
// release, asked for the same tables by one reader, in turns; then READERS at once, who think for a second between questions,
// for a minute, on the large one. Prints one line of JSON (with the processor time of the web process for one answer, which other
// work on the machine does not change) and ends with 1 when the 95th of 100 differs by more than a fifth or a
// question came to nothing.
// node test/bench/reading.mjs [SMALL=2000] [LARGE=200000] [SECONDS=5] [ROUNDS=4] [READERS=200] [CROWD_SECONDS=60]
import { fork } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plant, settings } from './support/planted.mjs';
import { message, p95, PERIOD, read, round, signIn } from './support/readers.mjs';

const dist = new URL('../../api/dist/', import.meta.url);
/** The same for both: what a reader is shown does not grow with the people behind it. */
const TEAMS = 20;
const ACCOUNTS = 20;

/** An installation with one published release and the web process on it, in a process of its own. */
async function serve(home, people) {
  const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
  const { addAccount } = await import(new URL('access/index.js', dist));
  const { setSettings } = await import(new URL('governance/index.js', dist));
  const { buildRelease, publishRelease } = await import(new URL('releases/index.js', dist));
  const { startWeb } = await import(new URL('app/web.js', dist));
  const installation = await openInstallation({ ...readConfiguration(), home });
  const pools = [openPool(installation.url('owner')), openPool(installation.url('curator'))];
  const [owner, curator] = pools;
  await plant(owner, people, 25, TEAMS);
  await setSettings(curator, { document: settings, by: 'operator' });
  const begun = performance.now();
  const { id } = await buildRelease(curator, installation.keys, { period: PERIOD, builtBy: 'operator' });
  const buildSeconds = (performance.now() - begun) / 1000;
  await publishRelease(curator, { id, by: 'bench' });
  const accounts = [];
  for (let place = 0; place < ACCOUNTS; place += 1) {
    const email = `reader-${place}@example.org`;
    accounts.push({ email, password: await addAccount(owner, email, 'auditor') });
  }
  const { url, keys } = installation;
  const workerSocket = path.join(home, 'worker.sock');
  const web = await startWeb({ url, keys, workerSocket, production: false, host: '127.0.0.1', port: 0, requestsPerMinute: 1e6 });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpuMs: (user + system) / 1000 });
  });
  process.once('disconnect', async () => {
    await web.close();
    await Promise.all(pools.map((pool) => pool.end()));
    await installation.close();
  });
  process.send({ port: web.port, accounts, buildSeconds });
}

async function main(small = 2000, large = 200_000, seconds = 5, rounds = 4, readers = 200, crowdSeconds = 60) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-reading-'));
  const agent = new http.Agent({ keepAlive: true, maxSockets: readers + 5 });
  const servers = [];
  try {
    const sides = [];
    for (const people of [small, large]) {
      const server = fork(fileURLToPath(import.meta.url), ['serve', path.join(folder, String(people)), String(people)]);
      servers.push(server);
      const { port, accounts, buildSeconds } = await message(server);
      const at = { address: `http://127.0.0.1:${port}`, agent };
      const cookies = [];
      for (const account of accounts) cookies.push(await signIn(at, account));
      sides.push({ people, server, at, cookies, buildSeconds, times: [], cpuMs: 0 });
    }
    for (const { at, cookies } of sides) await read({ ...at, seconds: 1 }, cookies.slice(0, 1));
    for (let place = 0; place < rounds; place += 1)
      for (const side of place % 2 === 0 ? sides : [...sides].reverse()) {
        const before = await cpuOf(side);
        side.times.push(...(await read({ ...side.at, seconds }, side.cookies.slice(0, 1))));
        side.cpuMs += (await cpuOf(side)) - before;
      }
    const crowd = Array.from({ length: readers }, (_, place) => sides[1].cookies[place % ACCOUNTS]);
    const crowdTimes = await read({ ...sides[1].at, seconds: crowdSeconds, thinking: 1000 }, crowd);
    const [few, many] = sides.map(({ times }) => p95(times));
    const result = {
      benchmark: 'reading', teams: TEAMS,
      sides: sides.map(({ people, buildSeconds, times, cpuMs }) => ({
        people, buildSeconds: round(buildSeconds), requests: times.length, p95Ms: round(p95(times)), cpuMs: round(cpuMs / times.length),
      })),
      ratio: round(many / few),
      crowd: { readers, seconds: crowdSeconds, requests: crowdTimes.length, errors: 0, p95Ms: round(p95(crowdTimes)) },
    }; // prettier-ignore
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (Math.abs(Math.log(many / few)) > Math.log(1.2)) process.exitCode = 1;
  } finally {
    agent.destroy();
    const gone = servers.map((server) => new Promise((resolve) => server.once('exit', resolve)));
    for (const server of servers) server.disconnect();
    await Promise.all(gone);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function cpuOf({ server }) {
  server.send('cpu');
  return (await message(server)).cpuMs;
}

if (process.argv[2] === 'serve') await serve(process.argv[3], Number(process.argv[4]));
else await main(...process.argv.slice(2).map(Number));
