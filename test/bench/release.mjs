// How long a release takes to build, from the people to the stored draft, beside the bare SQL of its base aggregates in
// the same run; and the greatest memory of the building process.
// node test/bench/release.mjs [PEOPLE=20000] [SESSIONS=25 per person] ; the goal is a few seconds for 20,000 people.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { plant, settings } from './support/planted.mjs';

const dist = new URL('../../api/dist/', import.meta.url);
const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
const { setSettings } = await import(new URL('governance/index.js', dist));
const { buildRelease, exportRelease, publishRelease } = await import(new URL('releases/index.js', dist));

/** What has to be asked of the database at least: eligible people and their keys by the open columns. */
async function bareAggregates(curator) {
  const begun = performance.now();
  await curator.query(
    `select team, level, location, count(*), bit_xor(person_key) from microdata.people group by team, level, location`,
  );
  await curator.query(`select role, count(distinct person_key) from microdata.participations group by role`);
  await curator.query(`select month, count(*), sum(minutes) from microdata.session_rollup group by month`);
  return (performance.now() - begun) / 1000;
}

const [people = 20_000, sessions = 25] = process.argv.slice(2).map(Number);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-release-'));
const installation = await openInstallation({ ...readConfiguration(), home: path.join(folder, 'home') });
const pools = { owner: openPool(installation.url('owner')), curator: openPool(installation.url('curator')) };
try {
  await plant(pools.owner, people, sessions);
  await setSettings(pools.curator, { document: settings, by: 'operator' });
  const bare = Math.min(await bareAggregates(pools.curator), await bareAggregates(pools.curator));
  const round = (n) => Math.round(n * 100) / 100;
  const releases = [];
  for (const period of ['2025-Q3', '2025-Q4']) {
    const steps = {};
    const begun = performance.now();
    let last = null;
    const progress = ({ step }) => {
      if (last) steps[last.step] = round((performance.now() - last.at) / 1000);
      last = { step, at: performance.now() };
    };
    const { id } = await buildRelease(pools.curator, installation.keys, { period, builtBy: 'operator', progress });
    const seconds = (performance.now() - begun) / 1000;
    progress({ step: 'done' });
    const publishing = performance.now();
    await publishRelease(pools.curator, { id, by: 'bench' });
    const publishSeconds = round((performance.now() - publishing) / 1000);
    const bytes = (await exportRelease(pools.curator, id)).length;
    releases.push({
      period,
      seconds: round(seconds),
      ratio: round(seconds / bare),
      steps,
      publishSeconds,
      megabytes: round(bytes / 2 ** 20),
    });
  }
  const peak = Math.round(Number(/VmHWM:\s*(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024);
  process.stdout.write(`${JSON.stringify({ people, bareSeconds: round(bare), releases, peakMegabytes: peak })}\n`);
} finally {
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  await installation.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
