// What the product bears: a fresh sample installation, READERS signed-in people who ask for tables with a second between their
// questions, UPLOADS files at once in the middle of it, and clients that are slow or broken all the while. Prints one line of
// JSON and ends with 1 when there was an error, a lost row, a read that is not on the trail, or memory that grows.
// node test/bench/load.mjs [READERS=200] [SECONDS=300] [UPLOADS=50]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { command, environmentOf, serve, stop } from './support/served.mjs';

const [readers = 200, seconds = 300, uploads = 50] = process.argv.slice(2).map(Number);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-load-'));
const agent = new http.Agent({ keepAlive: true, maxSockets: readers + uploads + 20 });
const environment = environmentOf(home, { NODE_ENV: 'development' });

const ROWS = 2000;
const THINKING = 1000;
const sleep = (time) => new Promise((go) => setTimeout(go, time));

/** Questions asked again because the server had ended the idle connection they went out on. */
let renewed = 0;

function send(url, { method = 'POST', headers = {}, body = '', by = agent }) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: by }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text, cookies: response.headers['set-cookie'] }));
    });
    // A connection that the server ended while it was idle says nothing about the question: browsers ask again, too.
    const overtaken = ({ code }) => code === 'ECONNRESET' && request.reusedSocket;
    request.on('error', (fault) => {
      if (!overtaken(fault)) return reject(fault);
      renewed += 1;
      resolve(send(url, { method, headers, body, by: false }));
    });
    request.end(body);
  });
}

async function ask(address, query, cookie) {
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  const { text, ...answer } = await send(new URL('/graphql', address), { headers, body: JSON.stringify({ query }) });
  return { ...answer, body: JSON.parse(text) };
}

const accounts = () => JSON.parse(fs.readFileSync(path.join(home, 'sample-accounts.json'), 'utf8'));

async function signIn(address, role) {
  const { email, password } = accounts().find((one) => one.role === role);
  const { cookies } = await ask(address, `mutation { signIn(email: "${email}", password: "${password}") { __typename } }`);
  return cookies[0].split(';')[0];
}

const BY = ['level', 'team', 'location', 'tenure'];
const table = (by, period) => `{ parity(period: "${period}", variant: "mentee", by: ["${by}"]) { __typename ... on ParityTable {
  releaseId suppressed cells { status group { value label } values { rate { value absent } rateRatio { value absent } verdict { text } } } } } }`;

/** A person who reads: every answer that is no table is an error. */
async function read(address, { cookie, period, until, times, errors }) {
  await sleep(Math.random() * THINKING);
  for (let place = 0; Date.now() < until; place += 1) {
    const begun = performance.now();
    const { body } = await ask(address, table(BY[place % BY.length], period), cookie).catch((fault) => ({ body: fault }));
    times.push(performance.now() - begun);
    if (body.data?.parity?.__typename !== 'ParityTable') errors.push(body.errors?.[0]?.message ?? String(body));
    await sleep(THINKING * (0.5 + Math.random()));
  }
}

/** Rows of people who are nobody yet. */
const people = (file) =>
  `person_id,effective_from,team,level\n${Array.from({ length: ROWS }, (_, row) => `load-${file}-${row},2026-01-01,eng,2\n`).join('')}`;

async function sendFiles(address, cookie) {
  const headers = { cookie, 'x-overstory-request': '1', 'content-type': 'text/csv' };
  const answers = await Promise.all(
    Array.from({ length: uploads }, (_, file) =>
      send(new URL('/api/uploads?file=people.csv&source=load', address), { headers, body: people(file) }),
    ),
  );
  const files = answers.map(({ text }) => JSON.parse(text));
  const taken = files.reduce((sum, { file }) => sum + (file?.accepted ?? 0), 0);
  const { body } = await ask(address, '{ loads { id files { accepted } } }', cookie);
  const sent = new Set(files.map(({ load }) => load));
  const found = body.data.loads.filter(({ id }) => sent.has(id)).reduce((sum, load) => sum + load.files[0].accepted, 0);
  return { refused: answers.filter(({ status }) => status !== 200).length, lost: uploads * ROWS - Math.min(taken, found) };
}

/** Half bodies, headers that never end, queries of ten megabytes: for as long as it takes. */
function annoy(address, cookie, until) {
  const { hostname, port } = new URL(address);
  const sockets = [];
  const half = (head) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(head));
    sockets.push(socket.on('error', () => undefined));
    const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('x')), 2000).unref();
  };
  const upload = `POST /api/uploads?file=people.csv&source=slow HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\nx-overstory-request: 1\r\ncontent-type: text/csv\r\ncontent-length: 100000\r\n\r\nperson_id,effective_from\n`;
  for (let times = 0; times < 6; times += 1) half(upload);
  for (let times = 0; times < 30; times += 1)
    half('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n{"query":"');
  for (let times = 0; times < 30; times += 1) half('GET / HTTP/1.1\r\nhost: x\r\nx-endless: ');
  const body = JSON.stringify({ query: 'x'.repeat(10_000_000) });
  // On connections of their own: one that was cut off in the middle of a body is no use to a reader.
  const headers = { 'content-type': 'application/json' };
  const large = async () => {
    while (Date.now() < until) {
      await send(new URL('/graphql', address), { headers, body, by: false }).catch(() => undefined);
      await sleep(3000);
    }
  };
  return { done: large(), stop: () => sockets.forEach((socket) => socket.destroy()) };
}

/** Megabytes that the web process and the worker hold. */
function memory(parent) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '--ppid', String(parent)], { encoding: 'utf8' });
  return stdout.split('\n').reduce((sum, line) => sum + Number(line) / 1024, 0);
}

/** How many reads of tables the trail knows of, page by page. */
async function readsOnTrail(address, cookie) {
  let [sum, below, more] = [0, 2_000_000_000, true];
  while (more) {
    const { body } = await ask(address, `{ trail(kind: "read", action: "table.read", below: ${below}, first: 200) { hasOlder entries { number times } } }`, cookie); // prettier-ignore
    const { hasOlder, entries } = body.data.trail;
    sum += entries.reduce((all, { times }) => all + times, 0);
    [below, more] = [entries.at(-1)?.number ?? 0, hasOlder];
  }
  return sum;
}

const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;

async function measure(address, parent) {
  const [manager, steward, auditor] = [await signIn(address, 'engineering-manager'), await signIn(address, 'data-steward'), await signIn(address, 'auditor')]; // prettier-ignore
  const { body } = await ask(address, '{ periods { key } }', manager);
  const period = body.data.periods[0].key;
  const cookies = [manager];
  // One after the other: attempts at once are taken for guesses.
  while (cookies.length < Math.min(readers, 20)) cookies.push(await signIn(address, 'engineering-manager'));
  const until = Date.now() + seconds * 1000;
  const [times, errors, held] = [[], [], []];
  const slow = annoy(address, steward, until);
  const watch = setInterval(() => held.push(memory(parent)), 1000);
  const all = Array.from({ length: readers }, (_, place) =>
    read(address, { cookie: cookies[place % cookies.length], period, until, times, errors }),
  );
  await sleep((seconds * 1000) / 3);
  const begun = performance.now();
  const files = await sendFiles(address, steward);
  const filesTook = performance.now() - begun;
  await Promise.all(all);
  clearInterval(watch);
  slow.stop();
  await slow.done;
  await sleep(2500);
  const third = Math.max(1, Math.floor(held.length / 3));
  const peak = (from, to) => Math.round(Math.max(0, ...held.slice(from, to)));
  return {
    readers, seconds, requests: times.length, renewed, errors: errors.length, ...(errors[0] ? { first: errors[0] } : {}),
    p50: Math.round(percentile(times, 0.5)), p95: Math.round(percentile(times, 0.95)), longest: Math.round(percentile(times, 1)),
    uploads, rows: uploads * ROWS, filesTook: Math.round(filesTook), refused: files.refused, lost: files.lost,
    unseen: times.length - errors.length - (await readsOnTrail(address, auditor)),
    memory: { second: peak(third, 2 * third), last: peak(-third) },
  }; // prettier-ignore
}

const { child, address } = serve(environment);
let failed = true;
try {
  const result = await measure(await address, child.pid);
  const whole = spawnSync(process.execPath, [command, 'trail', 'verify'], { env: environment }).status === 0;
  process.stdout.write(`${JSON.stringify({ ...result, trailWhole: whole })}\n`);
  // A fifth and a bit more: garbage is collected when it is collected.
  const flat = result.memory.last <= result.memory.second * 1.2 + 60;
  failed = !(flat && whole) || result.errors + result.refused + result.lost + result.unseen !== 0;
} finally {
  await stop(child);
  agent.destroy();
  fs.rmSync(home, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
