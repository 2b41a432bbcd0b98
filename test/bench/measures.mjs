// How long each measure takes, from the people to its statistics, beside the bare SQL of its base aggregate in the same
// run: every file that it rests on, grouped once by the key that it is distributed by. Whether that grows with people and
// not with sessions; and the greatest memory of the process that computes.
// node test/bench/measures.mjs [--people 20000[,…]] [--sessions N[,…]] [--quarters 8]
// An invented organisation comes in through the product's own ingest; without --sessions it has those it was made with,
// with it each is repeated or left out until there are so many, in the same relationships. Every combination is one run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const dist = new URL('../../api/dist/', import.meta.url);
const load = (room) => import(new URL(`${room}.js`, dist));
const UNTIL = '2026-Q4'; // the last quarter of a year, whose release holds the yearly tables too

const round = (n, digits = 2) => Math.round(n * 10 ** digits) / 10 ** digits;
const seconds = (from) => (performance.now() - from) / 1000;

/** Repeats or leaves out sessions until there are so many. */
async function withSessions(folder, wanted) {
  const file = path.join(folder, 'sessions.csv');
  const lines = readline.createInterface({ input: fs.createReadStream(file) });
  let there = -1;
  for await (const _ of lines) there += 1;
  if (wanted === undefined) return there;
  const times = wanted / there;
  const changed = path.join(folder, 'sessions-changed.csv');
  let written = 0;
  await pipeline(async function* () {
    let at = -1;
    let text = '';
    for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
      if (at >= 0) {
        const due = Math.round(times * (at + 1));
        const comma = line.indexOf(',');
        for (; written < due; written += 1) text += `${line.slice(0, comma)}-${written}${line.slice(comma)}\n`;
      } else text += `${line}\n`;
      at += 1;
      if (text.length > 1 << 20) {
        yield text;
        text = '';
      }
    }
    yield text;
  }, fs.createWriteStream(changed));
  fs.renameSync(changed, file);
  return written;
}

/** A pool whose queries are timed: the sum of each, by its text. */
function timed(pool) {
  const times = new Map();
  const connect = async () => {
    const client = await pool.connect();
    return new Proxy(client, {
      get: (target, name) => {
        if (name !== 'query') return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
        return async (text, ...rest) => {
          const from = performance.now();
          const result = await target.query(text, ...rest);
          times.set(text, (times.get(text) ?? 0) + seconds(from));
          return result;
        };
      },
    });
  };
  return { pool: { connect }, times };
}

const KEYS = ['person_key', 'relationship_key', 'respondent_key', 'team', 'track_id'];

/** Seconds to group every file once by its key, by file: eligible people by the open columns, and their keys, are `people`. */
async function bareAggregates(pool, files) {
  const bare = new Map();
  for (const file of files) {
    const table = file === 'tracks' ? 'tracks.track' : `microdata.${file === 'sessions' ? 'session_rollup' : file}`;
    const { fields } = await pool.query(`select * from ${table} limit 0`);
    const key = KEYS.find((one) => fields.some(({ name }) => name === one)) ?? fields[0].name;
    const sql =
      file === 'people'
        ? 'select team, level, location, count(*), bit_xor(person_key) from microdata.people group by team, level, location'
        : `select count(*), sum(n) from (select ${key}, count(*) as n from ${table} group by ${key}) by_key`;
    const from = performance.now();
    await pool.query(sql);
    bare.set(file, seconds(from));
  }
  return bare;
}

/** What the process that builds releases does for the measures, timed. Prints one line of JSON. */
async function measure() {
  const { openInstallation, openPool, readConfiguration } = await load('platform/index');
  const { readSettings, policyForRelease } = await load('governance/index');
  const { parsePeriod } = await load('kernel/index');
  const { MEASURES, plannedTables } = await load('measures/index');
  const { populationOf } = await load('microdata/index');
  const { readCohort } = await load('releases/read-cohort');
  const installation = await openInstallation(readConfiguration());
  const curator = openPool(installation.url('curator'), 2);
  try {
    const period = parsePeriod(UNTIL);
    const { settings } = await readSettings(curator);
    const { plan, disclosure } = await policyForRelease(curator, { startsOn: period.startsOn });
    const { rows } = await curator.query('select max(load_no) as load from jobs.load');
    const read = async () => {
      const watched = timed(curator);
      const from = performance.now();
      const cohort = await readCohort(watched.pool, period, rows[0].load, settings);
      return { cohort, times: watched.times, seconds: seconds(from) };
    };
    await read();
    const { cohort, times, seconds: cohortSeconds } = await read();
    const of = (sql) => [...times].filter(([text]) => text.endsWith(sql)).reduce((sum, [, time]) => sum + time, 0);
    const populations = [...new Set(MEASURES.flatMap((contract) => contract.populations))].map(populationOf);
    const bare = await bareAggregates(curator, ['people', ...new Set(populations.flatMap(({ files }) => files))]);
    // Who takes part, and months of mentees, are read apart from the populations that contracts name.
    const peopleSeconds = [...times].find(([text]) => text.includes('bit_xor(person_key)::text'))?.[1] ?? 0;
    const months = [...times].filter(([text]) => text.includes('minutes_of')).reduce((sum, [, time]) => sum + time, 0);
    const measures = MEASURES.map((contract) => {
      const own = contract.populations.map(populationOf);
      const from = performance.now();
      let tables = 0;
      for (const variant of contract.variants)
        for (const planned of plannedTables(contract, plan, cohort))
          if (contract.tableOf(cohort, variant, planned, disclosure.otherTables)) tables += 1;
      const tablesSeconds = seconds(from);
      const readSeconds =
        own.reduce((sum, { sql }) => sum + of(sql), 0) +
        (contract.key === 'dose' ? months : own.length === 0 ? peopleSeconds : 0);
      const files = new Set(['people', ...(own.length === 0 ? ['participations'] : []), ...own.flatMap((one) => one.files)]);
      const bareSeconds = [...files].reduce((sum, file) => sum + (bare.get(file) ?? 0), 0);
      return { measure: contract.key, tables, readSeconds, tablesSeconds, seconds: readSeconds + tablesSeconds, bareSeconds };
    });
    const peak = Number(/VmHWM:\s*(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
    process.stdout.write(`${JSON.stringify({ cohortSeconds, peak, measures })}\n`);
  } finally {
    await curator.end();
    await installation.close();
  }
}

function inAProcess(home) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--measure'], {
      env: { ...process.env, OVERSTORY_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`measuring ended with ${code}`))));
  });
}

async function run(people, wanted, quarters) {
  const { openInstallation, openPool, readConfiguration } = await load('platform/index');
  const { setSettings } = await load('governance/index');
  const { ingestPaths } = await load('ingest/index');
  const { SAMPLE_SETTINGS, writeSample } = await load('sample-organisation/index');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-measures-'));
  const home = path.join(folder, 'home');
  const files = path.join(folder, 'files');
  const installation = await openInstallation({ ...readConfiguration(), home });
  const owner = openPool(installation.url('owner'), 1);
  try {
    writeSample(files, { people, quarters, until: UNTIL });
    const sessions = await withSessions(files, wanted);
    const curator = openPool(installation.url('curator'), 1);
    await setSettings(curator, { document: SAMPLE_SETTINGS, by: 'operator' });
    await curator.end();
    const from = performance.now();
    const { refused } = await ingestPaths(installation, [files], { onReject: 'abort' });
    if (refused) throw new Error('the organisation does not load');
    const loadSeconds = round(seconds(from));
    const [{ count }] = (await owner.query('select count(*)::int from microdata.session_rollup')).rows;
    const { measures, ...rest } = await inAProcess(home);
    return { people, sessions, relationshipMonths: count, quarters, loadSeconds, ...rest, measures };
  } finally {
    await owner.end();
    await installation.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const total = ({ measures }, of) => measures.reduce((sum, one) => sum + one[of], 0);

function tell(result) {
  const { people, sessions, relationshipMonths, measures, cohortSeconds, loadSeconds, peak } = result;
  const lines = measures.map(({ measure, tables, readSeconds, tablesSeconds, bareSeconds, seconds: all }) =>
    [
      measure.padEnd(22),
      ...[readSeconds, tablesSeconds, all, bareSeconds].map((n) => n.toFixed(3).padStart(9)),
      (all / bareSeconds).toFixed(1).padStart(8),
      String(tables).padStart(7),
    ].join(''),
  );
  const head = `${'measure'.padEnd(22)}${['read s', 'tables s', 'total s', 'bare s'].map((one) => one.padStart(9)).join('')}   ratio tables`;
  process.stderr.write(
    [
      `${people} people, ${sessions} sessions in ${relationshipMonths} months of relationships; loaded in ${loadSeconds} s`,
      ...[head, ...lines],
      `cohort ${cohortSeconds.toFixed(1)} s, tables ${total(result, 'tablesSeconds').toFixed(1)} s, greatest memory ${Math.round(peak)} MB\n`,
    ].join('\n'),
  );
}

/** How much slower the larger of two runs is than its size would make it; 1 is in proportion, and flat where size plays no part. */
function growth(smaller, larger, expected) {
  const of = new Map(smaller.measures.map((one) => [one.measure, one]));
  const ratios = larger.measures.map(({ measure, seconds: time }) => ({
    measure,
    times: round(time / Math.max(of.get(measure).seconds, 0.005) / expected),
  }));
  const worst = ratios.reduce((a, b) => (b.times > a.times ? b : a));
  const all = (one) => one.cohortSeconds + total(one, 'tablesSeconds');
  return { all: round(all(larger) / all(smaller) / expected), worst: worst.measure, worstTimes: worst.times };
}

function pairsOf(results, same, differs) {
  return results.flatMap((larger) =>
    results
      .filter((smaller) => same(smaller, larger) && smaller[differs] < larger[differs])
      .map((smaller) => ({
        from: smaller[differs],
        to: larger[differs],
        ...growth(smaller, larger, differs === 'people' ? larger.people / smaller.people : 1),
      })),
  );
}

async function bench({ people, sessions, quarters }) {
  const list = (text) => text.split(',').map(Number);
  const results = [];
  for (const size of list(people))
    for (const wanted of sessions === undefined ? [undefined] : list(sessions)) {
      const result = { ...(await run(size, wanted, Number(quarters))), wanted };
      results.push(result);
      tell(result);
    }
  const figures = {
    runs: results.map(({ measures, cohortSeconds, peak, wanted: _, ...rest }) => ({
      ...rest,
      cohortSeconds: round(cohortSeconds),
      peakMegabytes: Math.round(peak),
      tablesSeconds: round(total({ measures }, 'tablesSeconds')),
      measures: Object.fromEntries(measures.map((one) => [one.measure, [round(one.seconds, 3), round(one.bareSeconds, 3)]])),
    })),
    growthWithPeople: pairsOf(results, (a, b) => a.wanted === b.wanted || a.sessions === b.sessions, 'people'),
    growthWithSessions: pairsOf(results, (a, b) => a.people === b.people, 'sessions'),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

if (process.argv[2] === '--measure') await measure();
else {
  const options = { people: { type: 'string', default: '20000' }, sessions: { type: 'string' }, quarters: { type: 'string', default: '8' } }; // prettier-ignore
  await bench(parseArgs({ options }).values);
}
