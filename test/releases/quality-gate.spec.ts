import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReleasedTable } from '../../api/src/kernel/index.js';
import { attack } from '../../api/src/disclosure/index.js';
import { parseSettings, setSettings } from '../../api/src/governance/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { buildRelease, type Draft } from '../../api/src/releases/index.js';
import { send } from '../ingest/support/loading.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

const keys: Keys = { read: () => Buffer.alloc(32, 3) };
const settings = parseSettings({ qualityFloors: { newestLoadDays: 30 } });

/** Three hundred people; every one was a mentee of a pair that ended in the quarter, and every tenth said why. */
const ids = Array.from({ length: 300 }, (_, at) => `p${at}`);
const lines = (head: string, rows: readonly string[]): string => [head, ...rows].join('\n') + '\n';
const files = {
  'people.csv': lines(
    'person_id,effective_from,hired_on,level',
    ids.map((id, at) => `${id},2020-01-01,2020-01-01,${at % 3}`),
  ),
  'tracks.csv': lines('track_id,name', ['craft,Craft']),
  'participations.csv': lines('relationship_id,track_id,person_id,role,started_on,ended_on,end_reason', [
    ...ids.map((id, at) => `r${at},craft,${id},mentee,2025-01-01,2025-08-01,${at % 10 === 0 ? 'completed' : ''}`),
    ...ids.map((_, at) => `r${at},craft,p${(at + 1) % 300},mentor,2025-01-01,2025-08-01,`),
  ]),
  // A third of those who answer are not known: they wait.
  'feedback.csv': lines('respondent_id,item,answered_on,answer', [
    ...ids.map((id) => `${id},trust,2025-08-01,4`),
    ...ids.slice(0, 150).map((id) => `unknown-${id},trust,2025-08-01,4`),
  ]),
};

interface Stored {
  readonly tables: readonly ReleasedTable[];
}

let installation: TestInstallation;
let draft: Draft;
let stored: Stored;

const build = (): Promise<Draft> => buildRelease(installation.pool('curator'), keys, { period: '2025-Q3', builtBy: 'steward' });

/** A draft's file, as the owner alone can see it. */
async function fileOf(id: string): Promise<Stored> {
  const { rows } = await installation
    .pool('owner')
    .query<{ document: string }>('select document from release.release where release_id = $1', [id]);
  return JSON.parse(rows[0]!.document) as Stored;
}

beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: { qualityFloors: { newestLoadDays: 30 } }, by: 'operator' });
  await send(installation, files, { settings });
  draft = await build();
  stored = await fileOf(draft.id);
});

const cellsOf = ({ tables }: Stored, measure: string) =>
  tables.filter((table) => table.measure === measure).flatMap(({ cells }) => cells);

describe('the quality gate', () => {
  it('stands on the certificate of a draft, with its reasons', () => {
    expect(draft.certificate.quality).toMatchObject({
      floors: { coverage: 0.7, pending: 0.05, newestLoadDays: 30 },
      withheld: expect.arrayContaining([
        { measure: 'endings', because: 'coverage', of: 'participations.end_reason' },
        { measure: 'pulse', because: 'pending', of: 'feedback' },
      ]) as unknown,
    });
    expect(draft.certificate.quality!.files.map(({ file }) => file)).toEqual(['feedback', 'participations', 'people', 'tracks']);
  });

  it('takes every number and verdict of a measure below its floor, and of no other', () => {
    for (const measure of ['endings', 'pulse']) {
      const cells = cellsOf(stored, measure);
      expect(cells[0]).toEqual({ group: {}, status: 'notEstimable', reason: 'quality' });
      expect(cells.some(({ status }) => status === 'shown')).toBe(false);
    }
    expect(cellsOf(stored, 'participation')[0]).toMatchObject({ status: 'shown' });
    expect(cellsOf(stored, 'data_quality').some(({ status }) => status === 'shown')).toBe(true);
  });

  it('is held against the numbers of the file by the attack', () => {
    const pretended = structuredClone(stored) as unknown as { certificate: { quality: { withheld: { of: string }[] } } };
    pretended.certificate.quality.withheld[0]!.of = 'people.level';
    expect(attack([stored]).findings).toEqual([]);
    expect(
      attack([pretended])
        .findings.map(({ evidence }) => evidence)
        .join(),
    ).toContain('not borne out');
  });

  it('asks when files were loaded, against the end of the period', async () => {
    await installation
      .pool('owner')
      .query(`update jobs.load set known_at = '2025-08-30T12:00:00Z', created_at = '2025-08-30T12:00:00Z'`);
    const stale = await build();
    // 31 days before the last of September; files that stand, people and tracks, make nothing stale.
    expect(stale.certificate.quality!.withheld).toContainEqual({
      measure: 'participation',
      because: 'freshness',
      of: 'participations',
    });
    expect(cellsOf(await fileOf(stale.id), 'participation').some(({ status }) => status === 'shown')).toBe(false);
    await installation.pool('owner').query(`update jobs.load set known_at = '2025-08-31T12:00:00Z'`);
    const fresh = await build();
    expect(fresh.certificate.quality!.withheld.filter(({ because }) => because === 'freshness')).toEqual([]);
  });
});
