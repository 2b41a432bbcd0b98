import { beforeAll, describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import type { ReleaseFile } from '../../api/src/kernel/index.js';
import { inTransaction, type Keys } from '../../api/src/platform/index.js';
import { readSurroundings, type Surroundings } from '../../api/src/releases/exposure.js';
import { buildRelease, describeChange, type Draft, exportRelease, publishRelease } from '../../api/src/releases/index.js';
import { changesBetween, type Computed } from '../../api/src/releases/restatement.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { plant } from './plant.js';

const keys: Keys = { read: () => Buffer.alloc(32, 6) };
const organisation = generatedOrganisation(150, 12);
const period = '2025-Q3';
const correction = { people: [{ id: 'late', hired: '2024-01-01', team: 'org/d1/t1', level: '1', location: 'Berlin' }] };

let installation: TestInstallation;

const build = (options: { knownAt?: string } = {}): Promise<Draft> =>
  buildRelease(installation.pool('curator'), keys, { period, builtBy: 'steward', ...options });

async function publish({ id }: Draft): Promise<ReleaseFile> {
  await publishRelease(installation.pool('curator'), { id, by: 'owner' });
  return JSON.parse(await exportRelease(installation.pool('reader'), id)) as ReleaseFile;
}

function eligible({ tables }: ReleaseFile): number {
  const whole = tables.find(({ measure, breakdown }) => measure === 'participation' && breakdown.length === 0)?.cells[0];
  return whole?.status === 'shown' ? (whole.drawn.eligible?.value ?? NaN) : NaN;
}

beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), organisation);
});

describe('a period that is corrected later', () => {
  let first: ReleaseFile;

  it('is published as it was known then, and says of nothing that it changed', async () => {
    first = await publish(await build());
    expect(first.certificate.changed).toBeUndefined();
    expect(first.release.supersedes).toBeNull();
  });

  it('built with --known-at gives what was known then, also after a correction: noise alone is drawn anew', async () => {
    await plant(installation.pool('owner'), correction);
    const then = await build({ knownAt: first.release.knownAt });
    expect(then.certificate.changed).toEqual([]);
    const { rows } = await installation
      .pool('curator')
      .query<{ document: string }>(`select document from release.release where status = 'draft'`);
    const file = JSON.parse(rows[0]?.document ?? '') as ReleaseFile;
    expect(eligible(file)).toBe(eligible(first));
    expect(file.release).toMatchObject({ inputFingerprint: first.release.inputFingerprint, supersedes: first.release.id });
    expect(file.tables).not.toEqual(first.tables);
  });

  it('is restated with the correction: the restatement names the release and what changed, in words without a number', async () => {
    await setSettings(installation.pool('curator'), {
      document: { ...GENERATED_SETTINGS, organisation: 'Renamed' },
      by: 'operator',
    });
    await installation.pool('owner').query(`select microdata.note_removal('consent', '{}')`);
    const draft = await build();
    expect(draft).toMatchObject({ supersedes: first.release.id });
    expect(draft.certificate.changed).toEqual([
      { what: 'erasure' },
      { what: 'file', name: 'people' },
      { what: 'settings', from: '1', to: '2' },
    ]);
    expect(draft.certificate.changed?.map(describeChange)).toEqual([
      'An erasure was carried out: what it removed is in no later release.',
      'Rows of the file people were added, corrected or withdrawn.',
      'The settings changed from version 1 to 2.',
    ]);
    const second = await publish(draft);
    expect(eligible(second)).toBe(eligible(first) + 1);
    expect(attack([first, second]).findings).toEqual([]);
  });

  it('is not restated a second time, whatever else becomes known', async () => {
    await plant(installation.pool('owner'), { people: [{ ...correction.people[0]!, id: 'later' }] });
    await expect(build()).rejects.toMatchObject({ code: 'already-restated' });
  });
});

/** A moment after everything that was done so far, and before everything that follows. */
async function moment(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 10));
  const now = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 10));
  return now;
}

describe('a period that is built again after a removal', () => {
  it.each([
    ['an erasure', 'erasure', 'erasure'],
    ['a run of retention', 'retention', 'retention'],
  ])('is a restatement that says %s was carried out, also as known before', async (_name, kind, what) => {
    installation = await freshInstallation();
    await setSettings(installation.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
    await plant(installation.pool('owner'), organisation);
    const first = await publish(await build());
    await installation.pool('owner').query('select microdata.note_removal($1, $2)', [kind, []]);
    const again = await publish(await build({ knownAt: first.release.knownAt }));
    expect(again.release.supersedes).toBe(first.release.id);
    expect(again.certificate.changed).toEqual([{ what }]);
    expect(again.release.inputFingerprint).not.toBe(first.release.inputFingerprint);
    expect(attack([first, again]).findings).toEqual([]);
    // What was drawn twice has told twice: whatever comes next is measured against both.
    const { earlier } = await surroundings();
    expect(earlier).toHaveLength(2);
    for (const { evidence } of earlier) expect(evidence.get('mentees')?.length).toBeGreaterThan(0);
  });
});

async function surroundings(): Promise<Surroundings> {
  const { rows } = await installation
    .pool('curator')
    .query<{ loadNo: number }>('select max(load_no)::int as "loadNo" from jobs.load');
  const moment = { period: '2025-Q4', endsOn: '2025-12-31', loadNo: rows[0]?.loadNo ?? 0, demographics: [] };
  return inTransaction(installation.pool('curator'), (tx) => readSurroundings(tx, moment));
}

describe('the same two releases in a second fresh database', () => {
  it('have the same bytes and hashes, restatement and signature included', async () => {
    const both = [await freshInstallation(), await freshInstallation()];
    for (const one of both) {
      await setSettings(one.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
      await plant(one.pool('owner'), organisation);
    }
    const before = await moment();
    for (const one of both) await plant(one.pool('owner'), correction);
    const after = await moment();
    const files: string[][] = [];
    for (const one of both) {
      const curator = one.pool('curator');
      const documents: string[] = [];
      for (const knownAt of [before, after]) {
        const { id } = await buildRelease(curator, keys, { period, knownAt, builtBy: 'steward' });
        await publishRelease(curator, { id, by: 'owner' });
        documents.push(await exportRelease(curator, id));
      }
      files.push(documents);
    }
    expect(files[1]).toEqual(files[0]);
    expect((JSON.parse(files[0]?.[1] ?? '') as ReleaseFile).certificate.changed).toEqual([{ what: 'file', name: 'people' }]);
  });
});

describe('the list of changes', () => {
  const now: Computed = {
    header: { methodVersion: 'dose/1 parity/1', settingsVersion: '1', policyVersion: 'standard/1' },
    versions: { plan: 'default/1', program: '1.0.0' },
    inputs: ['people 01', 'sessions 02', 'sessions 03'],
  };

  it('is empty where nothing changed, and has its order whatever the order of the inputs', () => {
    expect(changesBetween(now, { ...now, inputs: ['sessions 03', 'people 01', 'sessions 02'] })).toEqual([]);
    const later: Computed = {
      header: { methodVersion: 'dose/2 reach/1', settingsVersion: '1', policyVersion: 'strict/1' },
      versions: { plan: 'small/1', program: '1.1.0' },
      inputs: ['sessions 02', 'goals 04'],
    };
    expect(changesBetween(now, later)).toEqual([
      { what: 'file', name: 'goals' },
      { what: 'file', name: 'people' },
      { what: 'file', name: 'sessions' },
      { what: 'policy', from: 'standard/1', to: 'strict/1' },
      { what: 'plan', from: 'default/1', to: 'small/1' },
      { what: 'method', name: 'dose', from: 'dose/1', to: 'dose/2' },
      { what: 'method', name: 'parity', from: 'parity/1', to: null },
      { what: 'method', name: 'reach', from: null, to: 'reach/1' },
      { what: 'program', from: '1.0.0', to: '1.1.0' },
    ]);
  });

  it('counts a file that went in twice', () => {
    expect(changesBetween(now, { ...now, inputs: [...now.inputs, 'people 01'] })).toEqual([{ what: 'file', name: 'people' }]);
  });
});
