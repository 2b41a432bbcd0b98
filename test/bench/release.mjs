// How long a release takes to build, from the people to the stored draft, beside the bare SQL of its base aggregates in
// the same run; with the processor time and the greatest memory of the building process, and the memory of the database.
// node test/bench/release.mjs [PEOPLE=200000] [SESSIONS=25 per person]
//
// Planted are 8 quarters: 5,000,000 sessions one by one and their 1,600,000 roll-ups by relationship and month, 200,000 people in
// 16,667 teams in three layers, of whom 3 % move in each of the first six quarters. Built and published are the seventh quarter
// and the eighth, with which the yearly tables come and which is held against the seventh. What measuring exposure takes is
// printed apart; nobody moves between the two, since exposure over a history in which people do is measured by the bench of
// disclosure.
// The goal: at most 180 seconds without exposure and 2,048 MB on two cores.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { plant, settings } from './support/planted.mjs';

const dist = new URL('../../api/dist/', import.meta.url);
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

/** Builds one period: seconds of every step that took a tenth of one, and what memory it took. */
async function build(period) {
  const steps = {};
  let database = 0;
  let last = null;
  const progress = ({ step }) => {
    database = Math.max(database, databaseMegabytes(home));
    if (last) steps[last.step] = seconds(last.at);
    last = { step, at: performance.now() };
  };
  forgetPeak();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const { id } = await buildRelease(pools.curator, installation.keys, { period, builtBy: 'operator', progress });
  const whole = seconds(begun);
  progress({ step: 'done' });
  const { user, system } = process.cpuUsage(cpu);
  const told = {
    seconds: round(whole - steps.Exposure),
    exposureSeconds: steps.Exposure,
    processorSeconds: round((user + system) / 1e6),
    peakMegabytes: megabytes('self', 'VmHWM'),
    databaseMegabytes: database,
    steps: Object.fromEntries(Object.entries(steps).filter(([, taken]) => taken >= 0.1)),
  };
  return { id, told };
}

const [people = 200_000, sessions = 25] = process.argv.slice(2).map(Number);
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
  for (const period of ['2025-Q3', '2025-Q4']) {
    const { id, told } = await build(period);
    const publishing = performance.now();
    await publishRelease(pools.curator, { id, by: 'bench' });
    const publishSeconds = seconds(publishing);
    const fileMegabytes = round((await exportRelease(pools.curator, id)).length / 2 ** 20);
    const ratio = round(told.seconds / bare);
    const line = {
      people,
      sessions: people * sessions,
      period,
      bareSeconds: round(bare),
      ratio,
      ...told,
      publishSeconds,
      fileMegabytes,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
} finally {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  await installation.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
