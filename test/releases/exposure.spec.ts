import { describe, expect, it } from '@jest/globals';
import { Numbering } from '../../api/src/disclosure/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { type DisclosurePolicy, type ReleaseFile, STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { certifiedExposure, describeExposure, exposureByMeasure, measureRelease } from '../../api/src/releases/exposure.js';
import { membersOf } from '../../api/src/releases/memberships.js';
import { buildRelease, type Draft, exportRelease, publishRelease } from '../../api/src/releases/index.js';
import { statisticTables } from '../../api/src/releases/assemble.js';
import { DEFAULT_PLAN } from '../../api/src/governance/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { cohortOf, SETTINGS } from './cohort-in-memory.js';
import { GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { invented } from './invented.js';
import { plant } from './plant.js';

const keys: Keys = { read: () => Buffer.alloc(32, 5) };

interface Certified {
  readonly greatest: { readonly release: number; readonly history: number };
  readonly others: { readonly insider: number; readonly manager: number };
  readonly subjects: Readonly<Record<string, { release: { greatest: number }; history: { greatest: number } }>>;
}

async function planted(exposure?: DisclosurePolicy['exposure']): Promise<TestInstallation> {
  const installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), generatedOrganisation(250, 8));
  if (exposure)
    await installation.pool('owner').query(
      `insert into governance.policy (version, document, approved)
       select 'tight/1', jsonb_set(jsonb_set(document, '{disclosure,exposure}', $1), '{disclosure,version}', '"tight/1"'), true from governance.policy`,
      [JSON.stringify(exposure)],
    );
  return installation;
}

async function published(installation: TestInstallation, period: string): Promise<Certified> {
  const curator = installation.pool('curator');
  const { id } = await buildRelease(curator, keys, { period, builtBy: 'steward' });
  await publishRelease(curator, { id, by: 'owner' });
  return (JSON.parse(await exportRelease(curator, id)) as ReleaseFile).certificate.exposure as Certified;
}

describe('the exposure in a certificate', () => {
  it('is within the budget, grows with history, and is rounded up to 0.05', async () => {
    const installation = await planted();
    const certified: Certified[] = [];
    for (const period of ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']) certified.push(await published(installation, period));
    for (const { greatest, subjects, others } of certified) {
      expect(others.insider).toBeGreaterThan(0);
      expect(others.manager).toBeGreaterThanOrEqual(others.insider);
      expect(greatest.release).toBeGreaterThan(0);
      expect(greatest.release).toBeLessThanOrEqual(STANDARD_POLICY.exposure.release);
      expect(greatest.history).toBeLessThanOrEqual(STANDARD_POLICY.exposure.history);
      expect(Object.keys(subjects)).toEqual(expect.arrayContaining(['mentees', 'mentors', 'demo_gender=f', 'demo_origin=here']));
      for (const { release, history } of Object.values(subjects))
        expect(history.greatest).toBeGreaterThanOrEqual(release.greatest);
      expect([greatest.release, greatest.history].map((share) => Math.abs(share * 20 - Math.round(share * 20)))).toEqual([
        expect.closeTo(0, 9),
        expect.closeTo(0, 9),
      ]);
    }
    expect(certified[0]?.greatest.history).toBe(certified[0]?.greatest.release);
    expect(certified[3]?.greatest.history).toBeGreaterThan(certified[0]?.greatest.history ?? 1);
  });

  it('that would be too great takes more noise, then leaves out the finest tables, and says so', async () => {
    const build = async (limits: Partial<DisclosurePolicy['exposure']>): Promise<Draft> => {
      const installation = await planted({ ...STANDARD_POLICY.exposure, ...limits });
      return buildRelease(installation.pool('curator'), keys, { period: '2025-Q4', policy: 'tight/1', builtBy: 'steward' });
    };
    const noisier = await build({ release: 0.12 });
    expect(noisier.noiseLevel).toBeGreaterThan(3);
    expect(noisier.certificate.leftOut).toEqual([]);
    const fewer = await build({ release: 0.01 });
    expect(fewer.noiseLevel).toBe(8);
    expect(fewer.certificate.leftOut).toEqual(
      expect.arrayContaining(['parity/mentee/team+level', 'participation/mentor/team+level']),
    );
    expect(fewer.certificate.tables.map(({ table }) => table)).not.toContain('parity/mentee/team+level');
    expect(fewer.certificate.tables.map(({ table }) => table)).toContain('participation/mentee/');
  });

  it('is measured again at publication, where more was published since the draft was built', async () => {
    const installation = await planted({ ...STANDARD_POLICY.exposure, history: 0.2 });
    const curator = installation.pool('curator');
    const drafts: Draft[] = [];
    for (const period of ['2025-Q1', '2025-Q2', '2025-Q3'])
      drafts.push(await buildRelease(curator, keys, { period, policy: 'tight/1', builtBy: 'steward' }));
    const outcomes: string[] = [];
    for (const { id } of drafts)
      outcomes.push(
        await publishRelease(curator, { id, by: 'owner' }).then(
          () => 'published',
          (error: { code: string }) => error.code,
        ),
      );
    expect(outcomes[0]).toBe('published');
    expect(outcomes).toContain('over-budget');
    const late = drafts[outcomes.indexOf('over-budget')];
    const again = await buildRelease(curator, keys, { period: late?.period ?? '', policy: 'tight/1', builtBy: 'steward' });
    expect(again.noiseLevel).toBeGreaterThan(late?.noiseLevel ?? 0);
    expect(await publishRelease(curator, { id: again.id, by: 'owner' })).toMatchObject({ period: late?.period });
  });

  it('is nobody’s to read from the database: what was told about whom stays with the curator', async () => {
    const installation = await planted();
    await published(installation, '2025-Q3');
    const { rows } = await installation
      .pool('curator')
      .query<{ told: { subject: string; group: object }[] }>('select told from release.release');
    expect(rows[0]?.told.length).toBeGreaterThan(20);
    for (const told of rows[0]?.told ?? []) expect(Object.keys(told).sort()).toEqual(['group', 'noise', 'subject']);
    for (const view of ['release.published_release', 'release.draft'])
      await expect(installation.pool('reader').query(`select told from ${view}`)).rejects.toThrow('does not exist');
  });
});

describe('what each measure costs', () => {
  const people = invented(3);
  const cohort = cohortOf(people, SETTINGS);
  const rows = people.map(({ team, level, location, tenure, special }, at) => ({
    key: String(at),
    open: { team, level, location, tenure },
    special,
  }));
  const tables = statisticTables(cohort, DEFAULT_PLAN, STANDARD_POLICY, () => undefined).map(({ table }) => table);
  const numbering = new Numbering();
  const around = { period: '2025-Q4', members: membersOf(rows, numbering), teams: [], earlier: [], people: people.length };
  const secret = { key: Buffer.alloc(32, 1), release: 'x' };
  const release = { dimensions: cohort.dimensions, tables };
  const whole = measureRelease(release, STANDARD_POLICY, secret, around).exposure;
  const costs = exposureByMeasure(release, STANDARD_POLICY, secret, around);

  it('is told of every measure that draws, and is no more than what all tell together', () => {
    expect(costs.map(({ measure }) => measure)).toEqual(expect.arrayContaining(['dose', 'parity', 'participation']));
    for (const { measure, subject, greatest, mean } of costs) {
      const together = whole.find((one) => one.subject === subject)?.release;
      expect({ measure, more: greatest > (together?.greatest ?? 0) + 1e-9 || mean > greatest }).toEqual({ measure, more: false });
      expect(greatest).toBeGreaterThan(0);
    }
  });

  it('falls when one of its tables is left out, and stays for the others', () => {
    const without = tables.filter(({ measure, breakdown }) => measure !== 'dose' || breakdown.length === 0);
    const fewer = exposureByMeasure({ ...release, tables: without }, STANDARD_POLICY, secret, around);
    const of = (list: typeof costs, measure: string): number => list.find((one) => one.measure === measure)?.greatest ?? 0;
    expect(of(fewer, 'dose')).toBeLessThan(of(costs, 'dose'));
    expect(of(fewer, 'parity')).toBe(of(costs, 'parity'));
  });

  it('stands in the certificate rounded up, and is told dearest first', () => {
    const certified = certifiedExposure(whole, { insider: 0, manager: 0 }, costs) as {
      measures: Record<string, { greatest: number; mean: number; subject: string }>;
    };
    for (const { measure, greatest } of costs) {
      const shown = certified.measures[measure]?.greatest ?? 0;
      expect(shown).toBeGreaterThanOrEqual(greatest);
      expect(Math.abs(shown * 20 - Math.round(shown * 20))).toBeLessThan(1e-9);
    }
    const [head, ...lines] = describeExposure(certified);
    expect(head).toMatch(/^Exposure: at most 0\.\d+ in this release/);
    const told = lines.map((line) => Number(/at most ([\d.]+) by/.exec(line)?.[1]));
    expect(told).toEqual([...told].sort((a, b) => b - a));
    for (const { measure } of costs) expect(lines.filter((line) => line.includes(` ${measure}`))).not.toEqual([]);
    expect(describeExposure({ absent: 'notCollected', reason: 'notCollected' })).toEqual([]);
  });
});

describe('the people of a group', () => {
  it('are as many as the cell counts, in every cell of open columns and of a characteristic', () => {
    for (const seed of [1, 2, 3, 4]) {
      const people = invented(seed);
      const cohort = cohortOf(people, SETTINGS);
      const rows = people.map(({ team, level, location, tenure, special }, at) => ({
        key: String(at),
        open: { team, level, location, tenure },
        special,
      }));
      const members = membersOf(rows, new Numbering());
      for (const { table } of statisticTables(cohort, DEFAULT_PLAN, STANDARD_POLICY, () => undefined)) {
        if (table.breakdown.includes('track') || table.measure !== 'parity') continue;
        for (const { group, open, statistics } of table.cells) {
          const { participants, nonParticipants } = statistics;
          const expected = table.special ? (participants?.exact.value ?? 0) + (nonParticipants?.exact.value ?? 0) : open.count;
          expect({ group, people: members(group).length }).toEqual({ group, people: expected });
        }
      }
    }
  });

  it('are told apart by what is drawn about them: more noise exposes less', () => {
    const people = invented(3);
    const cohort = cohortOf(people, SETTINGS);
    const rows = people.map(({ team, level, location, tenure, special }, at) => ({
      key: String(at),
      open: { team, level, location, tenure },
      special,
    }));
    const tables = statisticTables(cohort, DEFAULT_PLAN, STANDARD_POLICY, () => undefined).map(({ table }) => table);
    const greatest = [3, 6].map((noiseLevel) => {
      const numbering = new Numbering();
      const around = { period: '2025-Q4', members: membersOf(rows, numbering), teams: [], earlier: [], people: numbering.size };
      const secret = { key: Buffer.alloc(32, 1), release: 'x' };
      const { exposure } = measureRelease(
        { dimensions: cohort.dimensions, tables },
        { ...STANDARD_POLICY, noiseLevel },
        secret,
        around,
      );
      return Math.max(...exposure.map(({ release }) => release.greatest));
    });
    expect(greatest[1]).toBeLessThan(greatest[0] ?? 0);
  });
});
