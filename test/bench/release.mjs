// How long a release takes to build, from the people to the stored draft, beside the bare SQL of its base aggregates in
// the same run; and the greatest memory of the building process.
// node test/bench/release.mjs [PEOPLE=20000] [SESSIONS=25 per person] ; the goal is a few seconds for 20,000 people.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const dist = new URL('../../api/dist/', import.meta.url);
const { openInstallation, openPool, readConfiguration } = await import(new URL('platform/index.js', dist));
const { setSettings } = await import(new URL('governance/index.js', dist));
const { buildRelease, exportRelease, publishRelease } = await import(new URL('releases/index.js', dist));

const settings = {
  organisation: 'Bench',
  demographics: [
    { column: 'demo_gender', label: 'Gender', why: 'bench', values: ['f', 'm', 'x'].map((key) => ({ key, label: key })) },
    { column: 'demo_origin', label: 'Origin', why: 'bench', values: ['here', 'abroad'].map((key) => ({ key, label: key })) },
  ],
};

/** An invented organisation, written straight into the tables: three layers of teams, six levels, a third in tracks. */
async function plant(owner, people, sessionsPerPerson) {
  const leaves = Math.max(8, Math.round(people / 12));
  const key = (kind) => `('x' || substr(md5('${kind}' || i), 1, 16))::bit(64)::bigint`;
  await owner.query(
    `insert into jobs.load (load_no, state, source, created_by, known_at) values (1, 'confirmed', 'bench', 'operator', now())`,
  );
  await owner.query(`insert into tracks.track (track_id, name, monthly_minutes, load_no, said)
    select 't' || i, 'Track ' || i, 120, 1, 0 from generate_series(1, 12) i`);
  await owner.query(`insert into microdata.people (person_key, effective_from, hired_on, team, level, location, consent_demographics, load_no, said)
    select ${key('p')}, '2020-01-01', date '2014-01-01' + (i * 37 % 4200),
      'org/d' || (i % ${leaves} % 9) || '/g' || (i % ${leaves} % 45) || '/t' || (i % ${leaves}), (1 + i % 6)::text, 'place ' || (i % 7), i % 7 <> 0, 1, 0
    from generate_series(1, ${people}) i`);
  await owner.query(`insert into microdata.demographics (person_key, effective_from, column_key, value, load_no, said)
    select ${key('p')}, '2020-01-01', c, case c when 'demo_gender' then (array['f','m','m','f','x'])[1 + (i * 13) % 5] else (array['here','abroad'])[1 + (i * 7) % 2] end, 1, 0
    from generate_series(1, ${people}) i, unnest(array['demo_gender', 'demo_origin']) c`);
  await owner.query(`insert into microdata.participations (relationship_key, track_id, person_key, role, started_on, load_no, said)
    select md5('r' || i)::uuid, 't' || (1 + i % 12), ${key('p')}, r, '2024-01-01', 1, 0
    from generate_series(1, ${people}, 3) i, unnest(array['mentee', case when i % 2 = 0 then 'mentor' end]) r where r is not null`);
  const months = Math.max(1, Math.round(sessionsPerPerson / 4));
  await owner.query(`insert into microdata.session_rollup select md5('r' || i)::uuid, (date '2025-12-01' - (m || ' month')::interval)::date, 1, 30 + (i * m * 17) % 200,
      4, 4, 0, '{}', 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0 from generate_series(1, ${people}, 3) i, generate_series(0, ${months - 1}) m`);
  await owner.query(`insert into microdata.sessions (session_key, relationship_key, held_on, minutes, load_no, said)
    select gen_random_uuid(), md5('r1')::uuid, '2025-12-01', 30, 1, 0`);
}

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
