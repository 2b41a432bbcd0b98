// What reports cost on a served sample installation: the programme's full report for those who may see everything, in every
// format, one at a time and three at once; what the engines take by themselves; the greatest memory of the worker, also while it
// builds a release beside them, and of the processes in which it sets documents; and how pages are answered meanwhile. Prints one
// line of JSON and ends with 1 when a report took more than 10 seconds, a PDF's own making more than 3, or the worker more than
// 600 MB.
// node test/bench/reports.mjs [SECONDS=20 of reading]
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { ask, p95, PERIOD, read, round, signIn } from './support/readers.mjs';
import { environmentOf, serve, stop } from './support/served.mjs';

const [seconds = 20] = process.argv.slice(2).map(Number);
const dist = new URL('../../api/dist/', import.meta.url);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-reports-bench-'));
const agent = new http.Agent({ keepAlive: true, maxSockets: 20 });
const FORMATS = ['pdf', 'letter', 'pptx', 'html', 'xlsx', 'csv'];
const READERS = 5;
/** Milliseconds between the questions of one reader. */
const THINKING = 200;
const GOALS = { seconds: 10, pdfSeconds: 3, megabytes: 600 };

const sleep = (time) => new Promise((go) => setTimeout(go, time));
const since = (begun) => round((performance.now() - begun) / 1000);

/** The process that makes reports, among those that the command started. */
function workerOf(parent) {
  const children = fs.readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
  const worker = children.find((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.js'));
  if (worker === undefined) throw new Error('there is no worker');
  return worker;
}

/** The greatest memory of a process since it was last asked, in megabytes; Linux forgets it when told to. */
function peakOf(pid) {
  const [, kilobytes = '0'] = /VmHWM:\s*(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return Math.round(Number(kilobytes) / 1024);
}

/** Watches for the processes that set documents, and keeps the greatest memory that one of them had. */
function watchDocuments(worker) {
  let peak = 0;
  const look = () => {
    for (const thread of fs.readdirSync(`/proc/${worker}/task`))
      try {
        const children = fs.readFileSync(`/proc/${worker}/task/${thread}/children`, 'utf8').trim();
        for (const pid of children === '' ? [] : children.split(' ')) {
          const [, kilobytes = '0'] = /VmHWM:\s*(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
          peak = Math.max(peak, Math.round(Number(kilobytes) / 1024));
        }
      } catch {
        // It ended while it was looked at.
      }
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

async function cookies(at) {
  const accounts = JSON.parse(fs.readFileSync(path.join(home, 'sample-accounts.json'), 'utf8'));
  const all = {};
  for (const role of ['auditor', 'data-steward', 'programme-owner'])
    all[role] = await signIn(
      at,
      accounts.find((one) => one.role === role),
    );
  return all;
}

async function prepared(at, cookie) {
  for (;;) {
    const { body } = await ask(at, '{ installation { preparing { done } } }', cookie);
    if (body.data.installation.preparing === null) return;
    await sleep(500);
  }
}

const JOB = '... on JobAccepted { job { id } } ... on Refused { message }';

/** Asks for work and waits for its end. @returns seconds. */
async function worked(at, cookie, mutation) {
  const begun = performance.now();
  const { body } = await ask(at, `mutation { work: ${mutation} { ${JOB} } }`, cookie);
  const id = body.data?.work.job?.id;
  if (id === undefined) throw new Error(`refused: ${JSON.stringify(body).slice(0, 300)}`);
  for (;;) {
    const { state, message } = (await ask(at, `{ job(id: "${id}") { state message } }`, cookie)).body.data.job;
    if (state === 'done') return since(begun);
    if (!['waiting', 'running'].includes(state)) throw new Error(`${state}: ${message}`);
    await sleep(25);
  }
}

const report = (at, cookie, format, more = 'extent: "full"') =>
  worked(
    at,
    cookie,
    `makeReport(input: { period: "${PERIOD}", audience: "works-council", chapters: [], format: "${format}", ${more} })`,
  );

/** Another report than those that were made one at a time. */
const GERMAN = 'extent: "full", language: "de"';

async function oneAtATime(at, cookie) {
  const took = {};
  for (const format of FORMATS) took[format] = await report(at, cookie, format);
  return took;
}

async function threeAtOnce(at, cookie) {
  const formats = ['pdf', 'pptx', 'xlsx'];
  const each = await Promise.all(formats.map((format) => report(at, cookie, format, GERMAN)));
  return Object.fromEntries(formats.map((format, i) => [format, each[i]]));
}

/** Reports, three at once, as long as pages are read. */
async function readingMeanwhile(at, cookie) {
  const until = performance.now() + seconds * 1000;
  const making = (async () => {
    let made = 0;
    while (performance.now() < until) made += Object.keys(await threeAtOnce(at, cookie)).length;
    return made;
  })();
  const times = await read({ ...at, seconds, thinking: THINKING }, Array(READERS).fill(cookie));
  return { readMs: p95(times), made: await making };
}

/** What the engines take without queue, thread or database: the first time, when nothing is loaded, and again. */
async function enginesAlone() {
  const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
  const { definitionOf, readReport, writeReport } = await import(new URL('reports/index.js', dist));
  const { MEASURES } = await import(new URL('measures/index.js', dist));
  const installation = await openInstallation({ ...readConfiguration(), home });
  const curator = openPool(installation.url('curator'));
  try {
    const { rows } = await curator.query(
      `select release_id as id from release.release where status = 'published' and period = $1 order by known_at desc`,
      [PERIOD],
    );
    const begun = performance.now();
    const definition = definitionOf({ releaseId: rows[0].id, audience: 'works-council' });
    const model = await readReport(curator, definition, MEASURES);
    const told = { reading: since(begun) };
    for (const name of ['pdf', 'pdfAgain', 'letter', 'pptx', 'html', 'xlsx', 'csv']) {
      const from = performance.now();
      const { bytes } = await writeReport(model, name === 'pdfAgain' ? 'pdf' : name, installation.keys);
      told[name] = { seconds: since(from), kilobytes: Math.round(bytes.length / 1000) };
    }
    return told;
  } finally {
    await curator.end();
    await installation.close();
  }
}

async function measure(address, parent) {
  const at = { address, agent };
  const { auditor, 'data-steward': steward } = await cookies(at);
  await prepared(at, auditor);
  const worker = workerOf(parent);
  const megabytes = { sample: peakOf(worker) };
  const documents = watchDocuments(worker);
  const alone = await oneAtATime(at, auditor);
  megabytes.reports = peakOf(worker);
  const engines = await enginesAlone();
  await read({ ...at, seconds: 2 }, [auditor]);
  const idle = p95(await read({ ...at, seconds, thinking: THINKING }, Array(READERS).fill(auditor)));
  peakOf(worker);
  const { readMs, made } = await readingMeanwhile(at, auditor);
  const atOnce = await threeAtOnce(at, auditor);
  megabytes.threeAtOnce = peakOf(worker);
  const building = worked(at, steward, `buildRelease(period: "${PERIOD}")`);
  const beside = await oneAtATime(at, auditor);
  const releaseSeconds = await building;
  megabytes.withRelease = peakOf(worker);
  megabytes.documents = documents();
  return {
    benchmark: 'reports', load: round(os.loadavg()[0]), seconds: { alone, atOnce, besideRelease: beside }, releaseSeconds, engines, megabytes,
    pages: { readers: READERS, idleP95Ms: round(idle), meanwhileP95Ms: round(readMs), reportsMade: made },
  }; // prettier-ignore
}

function missed({ seconds: { alone, atOnce }, engines, megabytes }) {
  const each = [...Object.values(alone), ...Object.values(atOnce)];
  return (
    each.some((taken) => taken > GOALS.seconds) ||
    engines.pdf.seconds > GOALS.pdfSeconds ||
    Object.values(megabytes).some((peak) => peak > GOALS.megabytes)
  );
}

const { child, address } = serve(environmentOf(home));
let failed = true;
try {
  const result = await measure(await address, child.pid);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  failed = missed(result);
} finally {
  await stop(child);
  agent.destroy();
  fs.rmSync(home, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
