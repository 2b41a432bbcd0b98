// How long it takes to load sessions, against a plain COPY of the same file into a table of the same final shape
// (columns, primary key, indexes), in the same run on the same server; and the greatest memory of the loading process.
// node test/bench/ingest.mjs [ROWS=2000000] [--in-order]; the goal is a ratio of at most 3, the next one 1.5.
// --in-order: identifiers that rise, and a table that keeps them as text: the easiest case for COPY, and the same work
// for loading, which hashes them.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const dist = new URL('../../api/dist/', import.meta.url);
const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
const { beginLoad, checkLoad, confirmLoad, noSettings, receiveFile } = await import(new URL('ingest/index.js', dist));

const columns = 'session_id,relationship_id,held_on,minutes,mode,guidance,situation,ritual,state';

/** Identifiers are written as uuids, so that COPY can read the very same file into the final types. */
async function writeSessions(file, rows, inOrder) {
  const out = fs.createWriteStream(file, { highWaterMark: 1 << 20 });
  const relationships = Array.from({ length: Math.max(1, Math.round(rows / 40)) }, () => crypto.randomUUID());
  const pick = (list, n) => list[n % list.length];
  await pipeline(async function* () {
    yield `${columns}\n`;
    for (let at = 0; at < rows; at += 10_000) yield block(at, Math.min(at + 10_000, rows));
  }, out);
  function block(from, to) {
    let text = '';
    for (let i = from; i < to; i++) {
      const day = new Date(Date.UTC(2023, 0, 1 + ((i * 7) % 1000))).toISOString().slice(0, 10);
      text += `${inOrder ? `s${String(i).padStart(9, '0')}` : crypto.randomUUID()},${relationships[(i * 31) % relationships.length]},${day},${15 + (i % 90)},`;
      text += `${pick(['meeting', 'pairing', 'code_review', 'async'], i)},${pick(['answer', 'question', 'debrief'], i)},`;
      text += `${pick(['real', 'generic'], i)},${pick(['none', 'retro', 'huddle'], i)},held\n`;
    }
    return text;
  }
}

async function plainCopy(url, file, inOrder) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table public.plain (like microdata.sessions including all)');
  if (inOrder) await client.query('alter table public.plain alter session_key type text, alter relationship_key type text');
  await client.query('alter table public.plain alter load_no set default 1, alter said set default 255');
  const stored = columns.replaceAll('_id', '_key');
  const begun = performance.now();
  await pipeline(
    fs.createReadStream(file),
    client.query(copyFrom(`copy public.plain (${stored}) from stdin (format csv, header)`)),
  );
  const seconds = (performance.now() - begun) / 1000;
  await client.query('drop table public.plain');
  await client.query('checkpoint').catch(() => undefined);
  await client.end();
  return seconds;
}

/** Loads the file in this process; says how long each step took, and how much memory the process had at most. */
async function load(file) {
  const installation = await openInstallation(readConfiguration());
  const pool = openPool(installation.url('ingest'), 4);
  const begun = performance.now();
  const steps = {};
  const step = async (name, work) => {
    const from = performance.now();
    const result = await work();
    steps[name] = Math.round(performance.now() - from) / 1000;
    return result;
  };
  const id = await beginLoad(pool, { source: 'bench', createdBy: 'operator' });
  const bytes = fs.createReadStream(file, { highWaterMark: 1 << 18 });
  await step('receive', () =>
    receiveFile(pool, { keys: installation.keys, settings: noSettings }, id, { name: 'sessions.csv', bytes }),
  );
  await step('check', () => checkLoad(pool, id));
  const { files } = await step('confirm', () => confirmLoad(pool, id));
  const seconds = (performance.now() - begun) / 1000;
  await pool.end();
  await installation.close();
  const peak = Number(/VmHWM:\s*(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ seconds, steps, peak, processor: (user + system) / 1e6, accepted: files[0].accepted }));
}

function inAProcess(file, home) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--load', file], {
      env: { ...process.env, OVERSTORY_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`loading ended with ${code}`))));
  });
}

async function compare(rows, inOrder) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-ingest-'));
  const home = path.join(folder, 'home');
  const file = path.join(folder, 'sessions.csv');
  const installation = await openInstallation({ ...readConfiguration(), home });
  try {
    await writeSessions(file, rows, inOrder);
    const copy = Math.min(
      await plainCopy(installation.url('owner'), file, inOrder),
      await plainCopy(installation.url('owner'), file, inOrder),
    );
    const loaded = await inAProcess(file, home);
    const { size } = fs.statSync(file);
    const round = (n) => Math.round(n * 100) / 100;
    const { seconds, steps, peak, processor } = loaded;
    const figures = {
      rows,
      inOrder,
      megabytes: Math.round(size / 2 ** 20),
      copySeconds: round(copy),
      ingestSeconds: round(seconds),
      ratio: round(seconds / copy),
      steps,
      processorSeconds: round(processor),
      peakMegabytes: Math.round(peak),
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    if (loaded.accepted !== rows) throw new Error('not every row was taken');
  } finally {
    await installation.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const [first, second] = process.argv.slice(2);
if (first === '--load') await load(second);
else
  await compare(Number(process.argv.slice(2).find((one) => /^\d+$/.test(one)) ?? 2_000_000), process.argv.includes('--in-order'));
