// How long readers wait: a fresh sample installation, then READERS signed-in people who ask for the tables of a page one
// after the other, for SECONDS. Prints one line of JSON: requests, errors, the median and the 95th of 100 in milliseconds.
// node test/bench/pages.mjs [READERS=20] [SECONDS=10]
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { environmentOf, serve, stop } from './support/served.mjs';

const [readers = 20, seconds = 10] = process.argv.slice(2).map(Number);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-pages-'));
const agent = new http.Agent({ keepAlive: true, maxSockets: readers + 5 });

function ask(address, query, cookie) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
    const request = http.request(new URL('/graphql', address), { method: 'POST', headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, body: JSON.parse(body), cookies: response.headers['set-cookie'] }),
      );
    });
    request.on('error', reject).end(JSON.stringify({ query }));
  });
}

async function signIn(address) {
  const accounts = JSON.parse(fs.readFileSync(path.join(home, 'sample-accounts.json'), 'utf8'));
  const { email, password } = accounts.find(({ role }) => role === 'engineering-manager');
  const { cookies } = await ask(address, `mutation { signIn(email: "${email}", password: "${password}") { __typename } }`);
  return cookies[0].split(';')[0];
}

const TABLES = ['level', 'team', 'location', 'tenure'];
const table = (by, period) => `{ parity(period: "${period}", variant: "mentee", by: ["${by}"]) { __typename ... on ParityTable {
  releaseId subject sample suppressed derived { key label formula of }
  cells { status reason group { dimension dimensionLabel value label parent }
    values { participants { value absent } rate { value absent } lower { value absent } upper { value absent }
      rateRatio { value absent } rateRatioLower { value absent } rateRatioUpper { value absent } verdict { text absent } } } } } }`;

async function read({ address, period, until, times }, cookie) {
  let errors = 0;
  for (let round = 0; performance.now() < until; round += 1) {
    const begun = performance.now();
    const { status, body } = await ask(address, table(TABLES[round % TABLES.length], period), cookie);
    times.push(performance.now() - begun);
    if (status !== 200 || body.errors || body.data.parity.__typename !== 'ParityTable') errors += 1;
  }
  return errors;
}

async function prepared(address, cookie) {
  const { body } = await ask(address, '{ installation { preparing { done } } periods { key } }', cookie);
  if (body.data.periods.length === 8 && body.data.installation.preparing === null) return body.data.periods[0].key;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return prepared(address, cookie);
}

async function measure(address) {
  const cookies = [];
  for (let reader = 0; reader < readers; reader += 1) cookies.push(await signIn(address));
  const period = await prepared(address, cookies[0]);
  const times = [];
  const until = performance.now() + seconds * 1000;
  const errors = await Promise.all(cookies.map((cookie) => read({ address, period, until, times }, cookie)));
  times.sort((a, b) => a - b);
  const at = (share) => Number((times[Math.floor(times.length * share)] ?? NaN).toFixed(1));
  return {
    benchmark: 'pages',
    readers,
    seconds,
    requests: times.length,
    perSecond: Math.round(times.length / seconds),
    errors: errors.reduce((sum, one) => sum + one, 0),
    medianMs: at(0.5),
    p95Ms: at(0.95),
  };
}

const server = serve(environmentOf(home, { NODE_ENV: 'development' }));
try {
  process.stdout.write(`${JSON.stringify(await measure(await server.address))}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  agent.destroy();
  await stop(server.child);
  fs.rmSync(home, { recursive: true, force: true });
}
