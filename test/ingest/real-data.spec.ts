import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { ingestPaths, type IngestReport } from '../../api/src/ingest/index.js';
import { freshInstallation } from '../support/database.js';
import { realData } from './support/real-data.js';

/** Everything below reads the microdata as they are known now. */
const views = `
  create temp view participation as select * from (
    select distinct on (relationship_key, track_id, person_key, role, started_on) * from microdata.participations
    order by relationship_key, track_id, person_key, role, started_on, load_no desc) v where not gone;
  create temp view person as select * from (
    select distinct on (person_key, effective_from) * from microdata.people order by person_key, effective_from, load_no desc) v where not gone;
  create temp view progression as select * from (
    select distinct on (person_key, occurred_on, kind, from_rank, to_rank) * from microdata.progressions
    order by person_key, occurred_on, kind, from_rank, to_rank, load_no desc) v where not gone;
  -- A release begins on the day on which most of its people begin; the first, 1.6, is left out as in the published facts.
  create temp view release_start as
    select started_on, row_number() over (order by started_on) + 5 as release from participation
    where track_id like 'rt-%' group by started_on having count(*) >= 5;
  create temp view release_row as
    select p.*, (select max(r.release) from release_start r where r.started_on <= p.started_on) as release from participation p where track_id like 'rt-%';
  create temp view shadow as select * from release_row where role = 'mentee' and release >= 7;
  create temp view lead as select * from release_row where role = 'mentor' and track_id not in ('rt-emeritus-adviser', 'rt-spiritual-advisor');
`;

async function loaded(folder: string): Promise<{ report: IngestReport; client: pg.PoolClient }> {
  const installation = await freshInstallation();
  const report = await ingestPaths(installation, [folder], { source: 'real' });
  const client = await installation.pool('owner').connect();
  await client.query(views);
  return { report, client };
}

async function rowsOf(client: pg.PoolClient, sql: string): Promise<unknown[][]> {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows;
}

const releaseTeam = realData('k8s_release_team');
const ladder = realData('k8s_org_ladder');
const lfx = realData('cncf_lfx');

(releaseTeam ? describe : describe.skip)('the Kubernetes release team, loaded untouched', () => {
  let client: pg.PoolClient;
  let report: IngestReport;
  beforeAll(async () => {
    ({ report, client } = await loaded(releaseTeam!));
  });
  afterAllRelease(() => client);

  it('loads without a rejected row', () => {
    expect(report).toMatchObject({ state: 'confirmed', refused: false, ignored: [] });
    expect(report.files.map(({ file, accepted, rejected, waiting }) => [file, accepted, rejected, waiting])).toEqual([
      ['people', 900, 0, 0],
      ['tracks', 16, 0, 0],
      ['participations', 753, 0, 0],
      ['sessions', 77, 0, 0],
      ['progressions', 337, 0, 0],
    ]);
  });

  it('has the published shadow rows per release', async () => {
    expect(await rowsOf(client, 'select release::int, count(*)::int from shadow group by 1 order by 1')).toEqual(
      [1, 4, 5, 8, 12, 26, 28, 34, 29, 25, 25, 27, 26, 29, 27, 31, 32, 29, 32, 31, 30].map((n, at) => [at + 7, n]),
    );
    expect(await rowsOf(client, 'select count(*)::int, count(distinct person_key)::int from shadow')).toEqual([[491, 278]]);
    expect(
      await rowsOf(client, `select release::int, count(*)::int from shadow where end_reason = 'left' group by 1 order by 1`),
    ).toEqual([
      [10, 3],
      [11, 1],
      [12, 8],
      [13, 1],
      [14, 2],
      [15, 1],
      [18, 1],
      [20, 1],
    ]);
  });

  it('has the published shadow rows per role', async () => {
    const sql = `select substr(track_id, 4), count(distinct release)::int, count(*)::int from shadow group by 1 order by 1`;
    expect(await rowsOf(client, sql)).toEqual([
      ['branch-manager', 11, 24],
      ['bug-triage', 19, 75],
      ['ci-signal', 18, 63],
      ['communications', 19, 64],
      ['docs', 19, 67],
      ['enhancements', 18, 66],
      ['patch-release-manager', 1, 1],
      ['release-notes', 20, 65],
      ['release-team-lead', 18, 50],
      ['test-infra', 7, 16],
    ]);
  });

  it('has the published relationships and leads', async () => {
    expect(await rowsOf(client, 'select count(distinct relationship_key)::int from release_row where release >= 7')).toEqual([
      [194],
    ]);
    expect(await rowsOf(client, 'select count(distinct relationship_key)::int from shadow')).toEqual([[150]]);
    const earlier = 'exists (select from shadow s where s.person_key = l.person_key and s.started_on < l.started_on)';
    const sql = `select count(*)::int, count(distinct person_key)::int, count(*) filter (where ${earlier})::int from lead l where release >= 7`;
    expect(await rowsOf(client, sql)).toEqual([[186, 124, 136]]);
  });

  it('has the published share of first-time shadows who led within four releases', async () => {
    const sql = `
      with first_shadow as (
        select distinct on (person_key) person_key, release, started_on, track_id from shadow order by person_key, started_on, track_id),
      newcomer as (
        select f.* from first_shadow f where release <= 23 and not exists (
          select from lead l where l.person_key = f.person_key and l.started_on <= f.started_on)),
      led as (
        select n.person_key, min(l.release - n.release)::int as after, bool_or(l.track_id = any (
          select s.track_id from shadow s where s.person_key = n.person_key and s.started_on = n.started_on)) as same
        from newcomer n join lead l on l.person_key = n.person_key and l.started_on > n.started_on and l.release <= n.release + 4 group by 1)
      select (select count(*) from newcomer)::int, (select count(*) from led)::int, (select count(*) from led where same)::int,
        (select jsonb_object_agg(after, n) from (select after, count(*) as n from led group by 1) d)`;
    expect(await rowsOf(client, sql)).toEqual([[220, 79, 68, { 0: 3, 1: 38, 2: 28, 3: 7, 4: 3 }]]);
  });

  it('has the published progressions', async () => {
    const sql = `select kind || ' ' || from_rank || '->' || to_rank, count(*)::int from progression where occurred_on < '2023-05-15' group by 1 order by 1`;
    expect(await rowsOf(client, sql)).toEqual([
      ['ownership 2->4', 3],
      ['ownership 3->4', 8],
      ['promotion 1->2', 96],
      ['promotion 1->3', 1],
      ['promotion 1->4', 11],
      ['promotion 2->3', 23],
      ['promotion 2->4', 24],
      ['promotion 3->4', 8],
      ['role_change 1->1', 39],
      ['role_change 2->2', 79],
      ['role_change 3->3', 10],
      ['role_change 4->4', 35],
    ]);
  });

  it('rolls the sessions up', async () => {
    expect(
      await rowsOf(
        client,
        'select sum(held_count)::int, sum(timed_count)::int, sum(mode_group)::int from microdata.session_rollup',
      ),
    ).toEqual([[77, 0, 77]]);
  });
});

(ladder ? describe : describe.skip)('the Kubernetes organisation, loaded untouched', () => {
  let client: pg.PoolClient;
  beforeAll(async () => {
    ({ client } = await loaded(ladder!));
  });
  afterAllRelease(() => client);

  const cohort = `
    with hired as (
      select distinct on (person_key) person_key, hired_on as h from person where hired_on is not null order by person_key, effective_from desc),
    joined as (
      select * from hired where h between '2018-09-01' and '2021-12-31'),
    held as (
      select j.*, p.level, p.left_on, s.shadow_on, p.effective_from
      from joined j
      left join lateral (select min(started_on) as shadow_on from participation a
        where a.person_key = j.person_key and a.role = 'mentee' and a.track_id like 'rt-%') s on true
      left join lateral (select * from person p where p.person_key = j.person_key and p.effective_from <= h + 365 order by effective_from desc limit 1) p on true),
    landmark as (
      select *, coalesce(shadow_on <= h + 365, false) as shadowed from held
      where effective_from is not null and coalesce(level, '1') = '1' and (left_on is null or left_on > h + 365))`;

  it('has the published cohort and its shadows', async () => {
    const sql = `${cohort} select count(*)::int, count(*) filter (where shadow_on <= h + 1095)::int from held`;
    expect(await rowsOf(client, sql)).toEqual([[895, 157]]);
  });

  it('has the published landmark counts', async () => {
    const reached = (rank: number): string => `count(*) filter (where exists (select from progression g
      where g.person_key = landmark.person_key and g.to_rank >= ${rank} and g.occurred_on > h + 365 and g.occurred_on <= h + 1095))::int`;
    const stayed = `count(*) filter (where exists (select from (select left_on from person p where p.person_key = landmark.person_key and p.effective_from <= h + 1095
      order by effective_from desc limit 1) p where p.left_on is null or p.left_on > h + 1095))::int`;
    const sql = `${cohort} select shadowed, count(*)::int, ${reached(2)}, ${reached(3)}, ${stayed} from landmark group by 1 order by 1 desc`;
    expect(await rowsOf(client, sql)).toEqual([
      [true, 115, 20, 15, 99],
      [false, 452, 51, 42, 396],
    ]);
  });
});

(lfx ? describe : describe.skip)('the LFX mentorship, loaded untouched', () => {
  let client: pg.PoolClient;
  beforeAll(async () => {
    ({ client } = await loaded(lfx!));
  });
  afterAllRelease(() => client);

  it('has the published people and projects', async () => {
    const sql = `select count(distinct person_key) filter (where role = 'mentor')::int, count(distinct person_key) filter (where role = 'mentee')::int from participation`;
    expect(await rowsOf(client, sql)).toEqual([[372, 393]]);
    const mentors = `select mentors, count(*)::int from (
      select relationship_key, count(*) filter (where role = 'mentor')::int as mentors from participation group by 1) r where mentors > 0 group by 1 order by 1`;
    expect(await rowsOf(client, mentors)).toEqual([
      [1, 141],
      [2, 296],
      [3, 93],
      [4, 20],
    ]);
    const largest = `select substr(track_id, 5), count(distinct relationship_key)::int as n from participation group by 1 order by n desc, 1 limit 8`;
    expect(await rowsOf(client, largest)).toEqual([
      ['wasmedge', 40],
      ['kyverno', 38],
      ['kubeedge', 33],
      ['kubernetes', 31],
      ['meshery', 28],
      ['thanos', 28],
      ['kubearmor', 21],
      ['volcano', 19],
    ]);
  });

  it('keeps the rows whose start is unknown', async () => {
    expect(
      await rowsOf(client, `select count(*) filter (where started_on = '-infinity')::int > 0, count(*)::int from participation`),
    ).toEqual([[true, 1487]]);
  });
});

function afterAllRelease(client: () => pg.PoolClient | undefined): void {
  afterAll(() => client()?.release());
}
