import { beforeAll, describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import { readSettings, setSettings } from '../../api/src/governance/index.js';
import type { ReleaseFile } from '../../api/src/kernel/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import {
  buildRelease,
  type Draft,
  exportRelease,
  publishedPeriods,
  publishRelease,
  RELEASE_ENTITIES,
} from '../../api/src/releases/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { entitiesOn } from '../support/entities.js';
import { GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { plant } from './plant.js';

const keys: Keys = { read: () => Buffer.alloc(32, 5) };
let installation: TestInstallation;

const build = (period: string, knownAt?: string): Promise<Draft> =>
  buildRelease(installation.pool('curator'), keys, { period, builtBy: 'steward', knownAt });

async function publish({ id }: Draft): Promise<ReleaseFile> {
  await publishRelease(installation.pool('curator'), { id, by: 'owner' });
  return JSON.parse(await exportRelease(installation.pool('reader'), id)) as ReleaseFile;
}

/** Two days later by every moment that is stored: the same as a clock that is set back by two days now. */
async function setClockBack(): Promise<void> {
  const moments = {
    'jobs.load': ['known_at', 'created_at'],
    'governance.settings': ['known_at'],
    'release.release': ['built_at', 'published_at'],
  };
  for (const [table, columns] of Object.entries(moments)) {
    const later = columns.map((column) => `${column} = ${column} + interval '2 days'`).join(', ');
    await installation
      .pool('owner')
      .query(`alter table ${table} disable trigger user; update ${table} set ${later}; alter table ${table} enable trigger user`);
  }
}

let first: ReleaseFile;

beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), generatedOrganisation(150, 61));
  first = await publish(await build('2025-Q2'));
  await setClockBack();
}, 60_000);

describe('a clock that was set back', () => {
  it('loses nothing: what was published stands, and the next quarter is built and published', async () => {
    const second = await publish(await build('2025-Q3'));
    expect(attack([first, second]).findings).toEqual([]);
    const periods = await publishedPeriods(await entitiesOn(installation.pool('reader'), RELEASE_ENTITIES));
    expect(periods.map(({ period }) => period)).toEqual(['2025-Q3', '2025-Q2']);
  });

  it('does not turn known time around: what is set or loaded later is known later', async () => {
    const before = await readSettings(installation.pool('curator'));
    const document = { ...GENERATED_SETTINGS, organisation: 'Later' };
    const after = await setSettings(installation.pool('curator'), { document, by: 'operator' });
    expect(String(after.knownAt) > String(before.knownAt)).toBe(true);
    expect(await readSettings(installation.pool('curator'), String(before.knownAt))).toEqual(before);
    const { rows } = await installation
      .pool('owner')
      .query<{ later: boolean }>('select jobs.next_known_at() > max(known_at) as later from jobs.load');
    expect(rows[0]?.later).toBe(true);
  });

  it('lets a moment be named that has been, by the clock of then, and none that nobody has seen', async () => {
    const { rows } = await installation
      .pool('owner')
      .query<{ moment: string }>(
        `select to_char(max(known_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment from jobs.load`,
      );
    expect((await build('2025-Q1', rows[0]?.moment)).knownAt).toBe(rows[0]?.moment);
    const beyond = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await expect(build('2025-Q1', beyond)).rejects.toMatchObject({ code: 'known-at-in-future' });
  });

  it('hides no erasure from a restatement', async () => {
    await installation.pool('owner').query(`select microdata.note_removal('erasure', '{}')`);
    const again = await publish(await build('2025-Q2'));
    expect(again.certificate.changed).toEqual([{ what: 'erasure' }, { what: 'settings', from: '1', to: '2' }]);
  });
});
