import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { ReleaseFile } from '../../api/src/kernel/index.js';
import { attack } from '../../api/src/disclosure/index.js';
import { markAsSample, readInstallation, readSettings, removeSample, setSettings } from '../../api/src/governance/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { CHARTER_TEMPLATES, fromTemplate, lockCharter, writeCharter } from '../../api/src/tracks/index.js';
import {
  buildRelease,
  dimensionsOf,
  type Draft,
  exportRelease,
  type ListedRelease,
  listReleases,
  planOf,
  publishedPeriods,
  publishRelease,
  readTable,
  RELEASE_ENTITIES,
} from '../../api/src/releases/index.js';
import { entitiesOn } from '../support/entities.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { plant } from './plant.js';

const keys: Keys = { read: () => Buffer.alloc(32, 3) };
const organisation = generatedOrganisation(200, 5);
const period = '2025-Q3';

async function planted(): Promise<TestInstallation> {
  const installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), organisation);
  return installation;
}

let installation: TestInstallation;
let draft: Draft;

const build = (options: Partial<Parameters<typeof buildRelease>[2]> = {}): Promise<Draft> =>
  buildRelease(installation.pool('curator'), keys, { period, builtBy: 'steward', ...options });

beforeAll(async () => {
  installation = await planted();
  draft = await build();
});

const listed = async (pool: pg.Pool): Promise<ListedRelease[]> =>
  listReleases(await entitiesOn(pool, RELEASE_ENTITIES), { drafts: true });

describe('a draft', () => {
  it('shows its certificate and none of its numbers, to the reader or through the door', async () => {
    const reader = installation.pool('reader');
    expect(draft.certificate).toMatchObject({ noiseLevel: 3, attack: { findings: 0 }, leftOut: [] });
    expect(JSON.stringify(draft)).not.toContain('"drawn"');
    await expect(exportRelease(reader, draft.id)).rejects.toMatchObject({ code: 'not-published', exitCode: 3 });
    await expect(reader.query('select * from release.release')).rejects.toThrow('permission denied');
    for (const table of ['release.released_table', 'microdata.people', 'microdata.participations', 'microdata.demographics'])
      await expect(reader.query(`select * from ${table}`)).rejects.toThrow('permission denied');
    const { rows } = await reader.query<Record<string, unknown>>('select * from release.draft');
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['certificate']));
    expect(JSON.stringify(rows)).not.toContain('"drawn"');
    const tx = await entitiesOn(reader, RELEASE_ENTITIES);
    expect(await publishedPeriods(tx)).toEqual([]);
    expect(await planOf(tx, draft.id)).toEqual([]);
    expect(await readTable(tx, { releaseId: draft.id, measure: 'participation', variant: 'mentee', breakdown: [] })).toBeNull();
  });

  it('is the same again from the same knowledge, and takes the place of the one before', async () => {
    expect(await build()).toEqual(draft);
    expect((await listed(installation.pool('curator'))).map(({ id, status }) => [id, status])).toEqual([[draft.id, 'draft']]);
  });

  it('says how far it is, step by step', async () => {
    const told: string[] = [];
    await build({ progress: ({ step, done, total }) => told.push(`${step} ${done}/${total}`) });
    const steps = ['What is known', 'People', ...MEASURES.map(({ label }) => label), 'Exposure', 'Protection', 'Attack', 'Draft'];
    expect(told).toEqual(steps.map((step, at) => `${step} ${at}/${steps.length}`));
  });

  it('is not published by who built it, by whatever way', async () => {
    const curator = installation.pool('curator');
    await expect(publishRelease(curator, { id: draft.id, by: 'steward' })).rejects.toMatchObject({
      code: 'same-person',
      exitCode: 3,
    });
    const byHand = `update release.release set status = 'published', published_by = built_by, published_at = now()`;
    await expect(curator.query(byHand)).rejects.toThrow('check constraint');
    await expect(publishRelease(curator, { id: '2025-Q3-000000000000', by: 'owner' })).rejects.toMatchObject({
      code: 'release-unknown',
    });
    await expect(publishRelease(installation.pool('reader'), { id: draft.id, by: 'owner' })).rejects.toThrow('permission denied');
  });
});

describe('a published release', () => {
  let file: ReleaseFile;

  beforeAll(async () => {
    const published = await publishRelease(installation.pool('curator'), { id: draft.id, by: 'owner' });
    expect(published).toMatchObject({ id: draft.id, period, supersedes: null, hash: draft.hash });
    file = JSON.parse(await exportRelease(installation.pool('reader'), draft.id)) as ReleaseFile;
  });

  it('is read by period, as its file has it', async () => {
    const tx = await entitiesOn(installation.pool('reader'), RELEASE_ENTITIES);
    expect(await publishedPeriods(tx)).toMatchObject([
      { period, releaseId: draft.id, startsOn: '2025-07-01', endsOn: '2025-09-30' },
    ]);
    const plan = await planOf(tx, draft.id);
    expect(plan.map(({ measure, variant, breakdown }) => `${measure}/${variant}/${breakdown.join('+')}`)).toEqual(
      file.certificate.tables.map(({ table }) => table),
    );
    expect(await dimensionsOf(tx, draft.id)).toEqual(file.dimensions);
    for (const [at, { special, ...name }] of plan.entries()) {
      expect(await readTable(tx, { releaseId: draft.id, ...name })).toEqual(file.tables[at]);
      expect(file.tables[at]?.special).toBe(special);
    }
  });

  it('carries what it was built from: policy, methods, settings, knowledge, and a keyed name of its inputs', () => {
    expect(file).toMatchObject({ format: 'overstory-release/1', policy: { thresholds: { dimension: 5, special: 10 } } });
    expect(file.release).toMatchObject({
      policyVersion: 'standard/1',
      methodVersion: MEASURES.map(({ key }) => `${key}/1`).join(' '),
      settingsVersion: '1',
    });
    expect(file.release.inputFingerprint).toMatch(/^hmac:[0-9a-f]{64}$/);
    expect(file.certificate.versions).toMatchObject({ plan: 'default/2' });
  });

  it('never carries anything where a cell is not shown', () => {
    const hidden = file.tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== 'shown');
    expect(hidden.length).toBeGreaterThan(0);
    for (const cell of hidden)
      expect(Object.keys(cell).filter((key) => !['group', 'status', 'reason'].includes(key))).toEqual([]);
  });

  it('holds nothing of what it was drawn from: no key of a person, no name of a set of people, no key of ours', async () => {
    const { rows } = await installation.pool('owner').query<{ key: string; hex: string }>(
      `select person_key::text as key, lpad(to_hex(person_key), 16, '0') as hex from microdata.people
       union all select bit_xor(person_key)::text, lpad(to_hex(bit_xor(person_key)), 16, '0') from microdata.people group by team, level`,
    );
    const stored = await installation.pool('owner').query('select * from release.release');
    const everything = JSON.stringify([file, stored.rows, draft]);
    expect(rows.length).toBeGreaterThan(organisation.people.length);
    for (const { key, hex } of rows) {
      expect(everything).not.toContain(key);
      expect(everything).not.toContain(hex);
    }
    expect(everything).not.toContain(keys.read('disclosure').toString('hex'));
  });

  it('is frozen, for its owner too: no update, no delete, no truncate, no table more or less', async () => {
    const owner = installation.pool('owner');
    for (const statement of [
      `update release.release set document = document`,
      `update release.release set status = 'draft', published_by = null, published_at = null`,
      `delete from release.release`,
      `truncate release.release cascade`,
      `update release.released_table set content = '{}'`,
      `delete from release.released_table`,
      `truncate release.released_table`,
      `insert into release.released_table select release_id, 99, 'x', 'x', '{}', '{}' from release.release`,
      `set overstory.removing_sample = 'on'; delete from release.release`,
    ])
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is published once', async () => {
    await expect(publishRelease(installation.pool('curator'), { id: draft.id, by: 'auditor' })).rejects.toMatchObject({
      code: 'already-published',
    });
  });
});

describe('a restatement', () => {
  it('names what it replaces, is all fresh noise, takes its place, and there is only one', async () => {
    const [curator, reader] = [installation.pool('curator'), installation.pool('reader')];
    const first = JSON.parse(await exportRelease(reader, draft.id)) as ReleaseFile;
    const again = await build();
    expect(again).toMatchObject({ supersedes: draft.id });
    expect(again.id).not.toBe(draft.id);
    await publishRelease(curator, { id: again.id, by: 'owner' });
    const second = JSON.parse(await exportRelease(reader, again.id)) as ReleaseFile;
    expect(attack([first, second]).findings).toEqual([]);
    expect(await publishedPeriods(await entitiesOn(reader, RELEASE_ENTITIES))).toMatchObject([{ releaseId: again.id }]);
    expect((await listed(reader)).map(({ id, superseded }) => [id, superseded])).toEqual(
      expect.arrayContaining([
        [draft.id, true],
        [again.id, false],
      ]),
    );
    expect(await exportRelease(reader, draft.id)).toBe(await exportRelease(reader, draft.id));
    await expect(build()).rejects.toMatchObject({ code: 'already-restated', exitCode: 3 });
  });

  it('cannot be slipped in by hand beside a draft that was overtaken', async () => {
    const other = await planted();
    const curator = other.pool('curator');
    const one = await buildRelease(curator, keys, { period: '2025-Q2', builtBy: 'steward' });
    await publishRelease(curator, { id: one.id, by: 'owner' });
    await other.pool('owner').query(
      `insert into release.release (release_id, period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions, certificate, hash, document, built_by)
       select '2025-Q2-000000000000', period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions, certificate, hash, document, built_by from release.release`,
    );
    await expect(publishRelease(curator, { id: '2025-Q2-000000000000', by: 'owner' })).rejects.toMatchObject({
      code: 'overtaken',
    });
    const byHand = `update release.release set status = 'published', published_by = 'x', published_at = now() where status = 'draft'`;
    await expect(curator.query(byHand)).rejects.toThrow('one_release_per_period');
  });
});

describe('the same inputs, settings, policy, keys and versions', () => {
  it('give the same bytes in a second fresh database, and other keys or inputs all others', async () => {
    const installations = [await planted(), await planted()];
    const { rows } = await installation
      .pool('reader')
      .query<{ now: Date }>(`select clock_timestamp() + interval '1 millisecond' as now`);
    const knownAt = rows[0]?.now.toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const documents: string[] = [];
    for (const one of installations) {
      const { id } = await buildRelease(one.pool('curator'), keys, { period: '2025-Q4', knownAt, builtBy: 'steward' });
      await publishRelease(one.pool('curator'), { id, by: 'owner' });
      documents.push(await exportRelease(one.pool('reader'), id));
    }
    expect(documents[0]).toBe(documents[1]);
    const others: Keys = { read: () => Buffer.alloc(32, 4) };
    const third = await planted();
    const { hash } = await buildRelease(third.pool('curator'), others, { period: '2025-Q4', builtBy: 'steward' });
    expect(hash).not.toBe((JSON.parse(documents[0] ?? '{}') as ReleaseFile).hash);
  });
});

const OWNER = { id: 'owner', role: null };

describe('charters in force', () => {
  it('are named by their hashes as they were known, and move no figure', async () => {
    const one = await planted();
    const curator = one.pool('curator');
    const before = await buildRelease(curator, keys, { period, builtBy: 'steward' });
    expect(before.certificate.charters).toEqual([]);
    const [template] = CHARTER_TEMPLATES;
    const content = template && fromTemplate(template, '2025-08-01', 1);
    await writeCharter(curator, { track: 'depth', content }, OWNER);
    const hash = await lockCharter(curator, { track: 'depth', version: 1 }, OWNER);
    await writeCharter(curator, { track: 'depth', content }, OWNER);
    const now = await buildRelease(curator, keys, { period, builtBy: 'steward' });
    expect(now.certificate.charters).toEqual([{ track: 'depth', version: 1, hash }]);
    expect([now.id, now.hash === before.hash]).toEqual([before.id, false]);
    const then = await buildRelease(curator, keys, { period, builtBy: 'steward', knownAt: before.knownAt });
    expect(then).toEqual(before);
  });
});

describe('what was known', () => {
  it('rules a release: a later load is not in one built as of before, and a moment to come is refused', async () => {
    const one = await planted();
    const curator = one.pool('curator');
    const before = await buildRelease(curator, keys, { period, builtBy: 'steward' });
    await plant(one.pool('owner'), {
      people: [{ id: 'new', hired: '2024-01-01', team: 'org/d1/t1', level: '1', location: 'Berlin' }],
    });
    const asOfThen = await buildRelease(curator, keys, { period, builtBy: 'steward', knownAt: before.knownAt });
    expect(asOfThen).toEqual(before);
    const now = await buildRelease(curator, keys, { period, builtBy: 'steward' });
    expect(now.hash).not.toBe(before.hash);
    expect(now.knownAt > before.knownAt).toBe(true);
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await expect(buildRelease(curator, keys, { period, builtBy: 'x', knownAt: ahead })).rejects.toMatchObject({
      code: 'known-at-in-future',
    });
    await expect(buildRelease(curator, keys, { period, builtBy: 'x', knownAt: 'yesterday' })).rejects.toMatchObject({
      exitCode: 2,
    });
    await expect(buildRelease(curator, keys, { period, builtBy: 'x', knownAt: '2001-01-01' })).rejects.toMatchObject({
      code: 'nothing-loaded',
    });
  });
});

describe('what cannot be', () => {
  it('is refused in words that a person can act on, and holds no number about anybody', async () => {
    const empty = await freshInstallation();
    const curator = empty.pool('curator');
    const ask = (options: object) => buildRelease(curator, keys, { period, builtBy: 'x', ...options });
    await expect(ask({})).rejects.toMatchObject({ code: 'nothing-loaded', exitCode: 3 });
    await plant(empty.pool('owner'), { people: [1, 2, 3, 4].map((n) => ({ id: `p${n}`, hired: '2020-01-01' })) });
    await expect(ask({ period: '2025' })).rejects.toMatchObject({ code: 'period-invalid', exitCode: 2 });
    await expect(ask({ period: '2019-Q1' })).rejects.toMatchObject({ code: 'nobody-eligible', exitCode: 3 });
    await expect(ask({})).rejects.toMatchObject({ code: 'too-few-people', exitCode: 3 });
    await expect(ask({ policy: 'loose/1' })).rejects.toMatchObject({ code: 'policy-unknown', exitCode: 2 });
    await empty.pool('owner').query(`insert into governance.policy select 'loose/1', document, false from governance.policy`);
    await expect(ask({ policy: 'loose/1' })).rejects.toMatchObject({ code: 'policy-not-approved', exitCode: 3 });
  });
});

describe('the sample organisation', () => {
  it('leaves with everything that was made of it, and only it does', async () => {
    const one = await freshInstallation();
    const [owner, curator] = [one.pool('owner'), one.pool('curator')];
    await expect(removeSample(curator)).rejects.toMatchObject({ code: 'not-a-sample' });
    await markAsSample(curator);
    await plant(owner, organisation);
    await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
    await expect(markAsSample(curator)).rejects.toThrow('holds loads already');
    for (const quarter of ['2025-Q2', '2025-Q3', '2025-Q3']) {
      const { id } = await buildRelease(curator, keys, { period: quarter, builtBy: 'steward' });
      await publishRelease(curator, { id, by: 'owner' });
      expect((JSON.parse(await exportRelease(curator, id)) as ReleaseFile).release.sample).toBe(true);
    }
    await expect(owner.query(`delete from release.release`)).rejects.toMatchObject({ code: '42501' });
    await removeSample(curator);
    expect(await readInstallation(curator)).toMatchObject({ sample: false });
    expect(await listed(curator)).toEqual([]);
    expect((await readSettings(curator)).settings.organisation).toBe('This organisation');
    for (const table of ['microdata.people', 'microdata.participations', 'microdata.session_rollup', 'tracks.track', 'jobs.load'])
      expect((await owner.query(`select from ${table}`)).rowCount).toBe(0);
    await plant(owner, organisation);
    expect(await buildRelease(curator, keys, { period, builtBy: 'x' })).toMatchObject({ supersedes: null });
  });
});
