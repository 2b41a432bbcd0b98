// Readers of a web process of a benchmark: they sign in and ask for tables one after the other.
import http from 'node:http';

export const PERIOD = '2026-Q3';

/** The next thing that a forked process says. */
export const message = (child) =>
  new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the server ended'));
    child.once('exit', ended);
    child.once('message', (said) => {
      child.off('exit', ended);
      resolve(said);
    });
  });

export function ask({ address, agent }, query, cookie) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
    const request = http.request(new URL('/graphql', address), { method: 'POST', headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ body: JSON.parse(body), cookies: response.headers['set-cookie'] }));
    });
    request.on('error', reject).end(JSON.stringify({ query }));
  });
}

export async function signIn(at, { email, password }) {
  const { cookies } = await ask(at, `mutation { signIn(email: "${email}", password: "${password}") { __typename } }`);
  return cookies[0].split(';')[0];
}

const TABLES = ['level', 'team', 'location', 'tenure'];
const table = (by) => `{ parity(period: "${PERIOD}", variant: "mentee", by: ["${by}"]) { __typename ... on ParityTable {
  releaseId suppressed cells { status group { value label } values { rate { value absent } rateRatio { value absent } verdict { text } } } } } }`;

/** Milliseconds that each answer took. @throws Error on an answer that is no table. */
export async function read({ seconds, thinking = 0, ...at }, cookies) {
  const times = [];
  const until = performance.now() + seconds * 1000;
  const one = async (cookie) => {
    await pause(thinking * Math.random());
    for (let round = 0; performance.now() < until; round += 1) {
      const begun = performance.now();
      const { body } = await ask(at, table(TABLES[round % TABLES.length]), cookie);
      times.push(performance.now() - begun);
      if (body.data?.parity.__typename !== 'ParityTable') throw new Error(`no table: ${JSON.stringify(body).slice(0, 200)}`);
      await pause(thinking * (0.5 + Math.random()));
    }
  };
  await Promise.all(cookies.map(one));
  return times;
}

const pause = (ms) => (ms > 0 ? new Promise((go) => setTimeout(go, ms)) : undefined);

export const p95 = (times) => times.sort((a, b) => a - b)[Math.floor((times.length - 1) * 0.95)];
export const round = (number) => Math.round(number * 100) / 100;
