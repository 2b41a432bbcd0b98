// How long a release takes to build, from the people to the stored draft, beside the bare SQL of its base aggregates in
// the same run; with the processor time, and the greatest memory of the building process in every step and in publishing, and
// the memory of the database.
// node test/bench/release.mjs [PEOPLE=200000] [SESSIONS=25 per person] [RELEASES=2]
//
// Planted are 8 quarters: 5,000,000 sessions one by one and their 1,600,000 roll-ups by relationship and month, 200,000 people in
// 16,667 teams in three layers, of whom 3 % move in each of the first six quarters. Built and published are the last RELEASES
// quarters, each held against those before it; with the fourth of a year the yearly tables come. What measuring exposure takes
// is printed apart. Between the last two nobody moves; with more releases people do, and exposure grows steeply
// (docs/disclosure.md): 7 of 20,000 people are for an evening.
// It is built in a thread with the limit of memory that the worker gives to such work.
// The goal: at most 180 seconds without exposure and 2,048 MB on two cores.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { plant, settings } from './support/planted.mjs';

const dist = new URL('../../api/dist/', import.meta.url);
const { MOST_MEGABYTES } = await import(new URL('app/worker/heavy-threads.js', dist));
const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
const { setSettings } = await import(new URL('governance/index.js', dist));
const { buildRelease, exportRelease, publishRelease } = await import(new URL('releases/index.js', dist));

/**
 * What has to be asked of the database at least: eligible people and their keys by the open columns, who takes part among
 * them, and the minutes that were held with them in the quarter.
 */
async function bareAggregates(curator) {
  const begun = performance.now();
  const now = `select distinct on (person_key) person_key, team, level, location from microdata.people order by person_key, effective_from desc`;
  await curator.query(
    `select team, level, location, count(*), bit_xor(person_key) from (${now}) p group by team, level, location`,
  );
  await curator.query(`select team, level, location, role, count(distinct person_key)
    from (${now}) p join microdata.participations using (person_key) group by team, level, location, role`);
  await curator.query(`select team, level, location, count(*), sum(minutes)
    from (${now}) p join microdata.participations using (person_key) join microdata.session_rollup using (relationship_key)
    where month >= '2025-10-01' group by team, level, location`);
  return (performance.now() - begun) / 1000;
}

const round = (n) => Math.round(n * 100) / 100;
const seconds = (from) => round((performance.now() - from) / 1000);
const megabytes = (pid, what) =>
  Math.round(Number(new RegExp(`${what}:\\s*(\\d+)`).exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
/** Linux forgets the greatest memory of a process when asked to. */
const forgetPeak = () => fs.writeFileSync('/proc/self/clear_refs', '5');

/** What the processes of the embedded database hold for themselves at this moment, beside the 256 MB that they share. */
function databaseMegabytes(home) {
  const [postmaster] = fs.readFileSync(path.join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
  const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ');
  return children.reduce((sum, pid) => sum + megabytes(pid, 'RssAnon'), 0);
}

/** The seconds that a piece of work takes, and the greatest memory of this process meanwhile. */
async function measured(work) {
  forgetPeak();
  const begun = performance.now();
  await work();
  return { seconds: seconds(begun), peakMegabytes: megabytes('self', 'VmHWM') };
}

/** Builds one period: seconds and greatest memory of every step that took a tenth of one. */
async function build(period, { home, pools, installation }) {
  const [steps, peaks] = [{}, {}];
  let database = 0;
  let last = null;
  const progress = ({ step }) => {
    database = Math.max(database, databaseMegabytes(home));
    if (last) [steps[last.step], peaks[last.step]] = [seconds(last.at), megabytes('self', 'VmHWM')];
    forgetPeak();
    last = { step, at: performance.now() };
  };
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const { id } = await buildRelease(pools.curator, installation.keys, { period, builtBy: 'operator', progress });
  const whole = seconds(begun);
  progress({ step: 'done' });
  const { user, system } = process.cpuUsage(cpu);
  const told = {
    seconds: round(whole - steps.Exposure),
    exposureSeconds: steps.Exposure,
    processorSeconds: round((user + system) / 1e6),
    peakMegabytes: Math.max(...Object.values(peaks)),
    databaseMegabytes: database,
    steps: Object.fromEntries(Object.entries(steps).filter(([, taken]) => taken >= 0.1)),
    stepMegabytes: Object.fromEntries(Object.entries(peaks).filter(([step]) => steps[step] >= 0.1)),
  };
  return { id, told };
}

/** The quarters over which sessions are planted. */
const QUARTERS = [2024, 2025].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));

async function bench([people = 200_000, sessions = 25, releases = 2]) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-release-'));
  const home = path.join(folder, 'home');
  const installation = await openInstallation({ ...readConfiguration(), home });
  const pools = { owner: openPool(installation.url('owner')), curator: openPool(installation.url('curator')) };
  try {
    const planting = performance.now();
    await plant(pools.owner, people, sessions);
    await setSettings(pools.curator, { document: settings, by: 'operator' });
    process.stderr.write(`planted in ${seconds(planting)} s\n`);
    const bare = Math.min(await bareAggregates(pools.curator), await bareAggregates(pools.curator));
    for (const period of QUARTERS.slice(-releases)) {
      const { id, told } = await build(period, { home, pools, installation });
      const publishing = await measured(() => publishRelease(pools.curator, { id, by: 'bench' }));
      const fileMegabytes = round((await exportRelease(pools.curator, id)).length / 2 ** 20);
      const ratio = round(told.seconds / bare);
      const line = {
        people,
        sessions: people * sessions,
        period,
        bareSeconds: round(bare),
        ratio,
        ...told,
        publishSeconds: publishing.seconds,
        publishMegabytes: publishing.peakMegabytes,
        fileMegabytes,
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await installation.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (isMainThread) {
  const limits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  new Worker(new URL(import.meta.url), { workerData: process.argv.slice(2).map(Number), resourceLimits: limits });
} else await bench(workerData);
