// What the audit trail costs whoever reads: a small published release, READERS signed-in accounts that ask for tables one after
// the other, in PAIRS of blocks of SECONDS, one with every read on the trail and one without, in turns. The product has no
// switch for that: the server of this benchmark forgets to take note. Prints one line of JSON (the 95th of 100 of all answers, and
// the processor time of the web process for one, which other work on the machine does not change) and ends with 1 when the 95th of
// 100 is more than a tenth slower with the trail.
// node test/bench/trail.mjs [READERS=10] [SECONDS=2] [PAIRS=20]
import { fork, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { message, p95, PERIOD, read, round, signIn } from './support/readers.mjs';

const dist = new URL('../../api/dist/', import.meta.url);
const MOST = 1.1;

/** The web process, in a process of its own; `true` and `false` from the parent switch taking note on and off. */
async function serve(home, readers) {
  const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
  const { addAccount } = await import(new URL('access/index.js', dist));
  const { startWeb } = await import(new URL('app/web.js', dist));
  const { ReadLog } = await import(new URL('app/http/read-log.js', dist));
  const installation = await openInstallation({ ...readConfiguration(), home });
  const owner = openPool(installation.url('owner'));
  const accounts = [];
  for (let reader = 0; reader < readers; reader += 1) {
    const email = `reader-${reader}@example.org`;
    accounts.push({ email, password: await addAccount(owner, email, 'auditor') });
  }
  const { url, keys } = installation;
  const workerSocket = path.join(home, 'worker.sock');
  const web = await startWeb({ url, keys, workerSocket, production: false, host: '127.0.0.1', port: 0, requestsPerMinute: 1e6 });
  const { note } = ReadLog.prototype;
  process.on('message', (isNoted) => {
    ReadLog.prototype.note = isNoted ? note : () => undefined;
    const { user, system } = process.cpuUsage();
    process.send({ cpuMs: (user + system) / 1000 });
  });
  process.once('disconnect', async () => {
    await web.close();
    const { rows } = await owner.query(`select count(*)::int as reads from audit_trail.entry where action = 'table.read'`);
    process.stderr.write(`entries of reads on the trail: ${rows[0].reads}\n`);
    await owner.end();
    await installation.close();
  });
  process.send({ port: web.port, accounts });
}

async function main(readers = 10, seconds = 2, pairs = 20) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-trail-'));
  const agent = new http.Agent({ keepAlive: true, maxSockets: readers + 5 });
  try {
    publish(home);
    const server = fork(fileURLToPath(import.meta.url), ['serve', home, String(readers)]);
    const { port, accounts } = await message(server);
    const address = `http://127.0.0.1:${port}`;
    const cookies = [];
    for (const account of accounts) cookies.push(await signIn({ address, agent }, account));
    const all = { true: { times: [], cpuMs: 0 }, false: { times: [], cpuMs: 0 } };
    const block = async (isNoted, counts = true) => {
      server.send(isNoted);
      const { cpuMs: before } = await message(server);
      const times = await read({ address, agent, seconds }, cookies);
      // Long enough for what was noted to be written, which belongs to the block.
      await new Promise((go) => setTimeout(go, 1100));
      server.send(isNoted);
      const { cpuMs: after } = await message(server);
      if (!counts) return;
      all[isNoted].times.push(...times);
      all[isNoted].cpuMs += after - before;
    };
    await block(true, false);
    for (let pair = 0; pair < pairs; pair += 1) {
      // In turns also within the pairs: what warms up or slows down meets both alike.
      await block(pair % 2 === 0);
      await block(pair % 2 !== 0);
    }
    const [noted, silent] = [all.true, all.false].map(({ times, cpuMs }) => ({ p95: p95(times), cpu: cpuMs / times.length }));
    const ratio = noted.p95 / silent.p95;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.disconnect();
    await gone;
    const result = {
      benchmark: 'trail', readers, seconds, pairs, requests: all.true.times.length + all.false.times.length,
      p95Ms: { with: round(noted.p95), without: round(silent.p95), ratio: round(ratio), most: MOST },
      cpuMs: { with: round(noted.cpu), without: round(silent.cpu), ratio: round(noted.cpu / silent.cpu) },
    }; // prettier-ignore
    process.stdout.write(`${JSON.stringify(result)}\n`);
    if (ratio > MOST) process.exitCode = 1;
  } finally {
    agent.destroy();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/** An invented organisation with one published release. */
function publish(home) {
  const files = path.join(home, 'sample');
  overstory(home, ['sample', '--out', files, '--people', '600', '--quarters', '2']);
  overstory(home, ['settings', 'set', path.join(files, 'settings.json')]);
  overstory(home, ['ingest', files]);
  const { id } = JSON.parse(overstory(home, ['release', 'build', '--period', PERIOD, '--json']));
  const password = overstory(home, ['account', 'add', 'owner@example.org', '--role', 'programme-owner'])
    .trim()
    .split('\n')
    .at(-1);
  overstory(home, ['release', 'publish', id, '--as', 'owner@example.org'], { OVERSTORY_PASSWORD: password });
}

function overstory(home, words, more = {}) {
  const { DATABASE_URL: _, ...rest } = process.env;
  const command = fileURLToPath(new URL('cli/main.js', dist));
  const env = { ...rest, OVERSTORY_HOME: home, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`overstory ${words.slice(0, 2).join(' ')}: ${stderr}`);
  return stdout;
}

if (process.argv[2] === 'serve') await serve(process.argv[3], Number(process.argv[4]));
else await main(...process.argv.slice(2).map(Number));
