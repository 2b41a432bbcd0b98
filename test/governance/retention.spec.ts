import { beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DEFAULT_DATA_POLICY, setSettings } from '../../api/src/governance/index.js';
import { askForPerson, eraseRequested, removalsBetween, type RetiredClass, runRetention } from '../../api/src/microdata/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { buildRelease } from '../../api/src/releases/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { known, send } from '../ingest/support/loading.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant } from '../releases/plant.js';

const today = '2026-11-20';
const months = DEFAULT_DATA_POLICY.retention;

let installation: TestInstallation;
let curator: pg.Pool;
beforeEach(async () => {
  installation = await freshInstallation();
  curator = installation.pool('curator');
});

const FILES = {
  'people.csv': [
    'person_id,effective_from,hired_on,left_on,team',
    'stays,2015-01-01,2015-01-01,,eng',
    'went,2015-01-01,2015-01-01,,eng',
    'went,2023-10-31,,2023-10-31,eng',
    'back,2015-01-01,2015-01-01,2016-01-01,eng',
    'back,2020-01-01,2020-01-01,\\N,eng',
    'left,2015-01-01,2015-01-01,2023-11-01,eng',
  ],
  'participations.csv': [
    'relationship_id,track_id,person_id,role,started_on,ended_on',
    'old,t,stays,mentor,2019-01-01,2021-10-31',
    'old,t,back,mentee,2019-01-01,2021-10-31',
    'runs,t,stays,mentor,2019-01-01,',
    'runs,t,back,mentee,2019-01-01,',
    'recent,t,stays,mentor,2021-01-01,2021-11-01',
  ],
  'sessions.csv': [
    'session_id,relationship_id,held_on,minutes',
    's1,runs,2023-10-31,30',
    's2,runs,2023-11-01,40',
    's3,old,2024-01-01,50',
  ],
  'requests.csv': [
    'request_id,person_id,asked_on,decided_on',
    'q1,stays,2020-01-01,2021-10-31',
    'q2,stays,2020-01-01,2022-01-01',
    'q3,stays,,',
  ],
  'progressions.csv': [
    'person_id,occurred_on,kind,from_rank,to_rank',
    'stays,2021-10-31,promotion,1,2',
    'stays,2021-11-01,promotion,2,3',
  ],
  'exit_interviews.csv': [
    'person_id,held_on,notes',
    'stays,2025-10-31,a note',
    'back,2025-11-01,another note',
    'stays,2023-10-31,',
  ],
  'delivery.csv': [
    'team,sprint,starts_on,ends_on,capacity_hours',
    'eng,1,2021-10-01,2021-10-31,10',
    'eng,2,2021-11-01,2021-11-30,10',
  ],
  'practice.csv': ['team,sprint,pull_requests', 'eng,1,10'],
} as const;

const load = (): Promise<unknown> =>
  send(installation, Object.fromEntries(Object.entries(FILES).map(([name, lines]) => [name, `${lines.join('\n')}\n`])));

const counts = (found: readonly RetiredClass[]): Record<string, number> =>
  Object.fromEntries(found.map(({ fileClass, rows }) => [fileClass, rows]));

const EXPECTED = { people: 2, relationships: 3, sessions: 1, outcomes: 1, answers: 1, notes: 1, teams: 1 };

describe('retention', () => {
  it('tells in a dry run what would go, and changes nothing', async () => {
    await load();
    const before = await known(installation);
    const found = await runRetention(curator, { months, today, carryOut: false });
    expect(counts(found)).toEqual(EXPECTED);
    expect(found.find(({ fileClass }) => fileClass === 'people')).toMatchObject({ before: '2023-11-01' });
    expect(await known(installation)).toEqual(before);
    expect(await removalsBetween(curator, null, null)).toEqual([]);
  });

  it('deletes what is older than the policy says, in all versions, and nothing else', async () => {
    await load();
    const before = await known(installation);
    expect(counts(await runRetention(curator, { months, today, carryOut: true }))).toEqual(EXPECTED);
    const after = await known(installation);
    const gone = Object.fromEntries(
      Object.keys(before).flatMap((table) => {
        const lost = before[table]!.length - after[table]!.length;
        return lost === 0 ? [] : [[table, lost]];
      }),
    );
    // The relationship that ended long ago takes its session along, although that is younger.
    expect(gone).toEqual({
      people: 2,
      participations: 2,
      requests: 1,
      sessions: 2,
      session_rollup: 2,
      progressions: 1,
      exit_interviews: 1,
      delivery: 1,
    });
    expect(after.exit_interviews!.filter((row) => row.includes('"notes": null'))).toHaveLength(1);
    expect(await removalsBetween(curator, null, null)).toMatchObject([
      { kind: 'retention', classes: Object.keys(EXPECTED).sort() },
    ]);
  });

  it('done twice deletes nothing more, and is one removal', async () => {
    await load();
    await runRetention(curator, { months, today, carryOut: true });
    const after = await known(installation);
    const again = await runRetention(curator, { months, today, carryOut: true });
    expect(Object.values(counts(again)).every((rows) => rows === 0)).toBe(true);
    expect(await known(installation)).toEqual(after);
    expect(await removalsBetween(curator, null, null)).toHaveLength(1);
  });

  it('counts the time of what nobody dated from the day it was loaded', async () => {
    await load();
    const { rows } = await curator.query<{ day: string }>(
      "select (max(known_at) + interval '62 months')::date::text as day from jobs.load",
    );
    await runRetention(curator, { months, today: rows[0]!.day, carryOut: true });
    const after = await known(installation);
    expect([after.practice, after.requests]).toEqual([[], []]);
  });

  it('cannot be run by the web process', async () => {
    await expect(runRetention(installation.pool('reader'), { months, today, carryOut: false })).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('a release', () => {
  it('built again after something was deleted is another one, also as known before', async () => {
    const keys: Keys = { read: () => Buffer.alloc(32, 3) };
    await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
    await plant(installation.pool('owner'), generatedOrganisation(120, 5));
    const build = (): Promise<{ hash: string; knownAt: string; id: string }> =>
      buildRelease(curator, keys, { period: '2025-Q3', builtBy: 'steward' });
    const first = await build();
    expect((await build()).hash).toBe(first.hash);
    const { rows } = await curator.query<{ key: string }>('select min(person_key)::text as key from microdata.people');
    const request = await askForPerson(curator, {
      kind: 'erasure',
      personKey: rows[0]!.key,
      verified: 'in-person',
      by: 'steward',
    });
    await eraseRequested(curator, request, 'auditor');
    const second = await build();
    expect(second.knownAt).toBe(first.knownAt);
    expect(second.hash).not.toBe(first.hash);
    expect(await removalsBetween(curator, first.knownAt, null)).toMatchObject([{ kind: 'erasure' }]);
  });
});
