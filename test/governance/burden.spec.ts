import { beforeAll, describe, expect, it } from '@jest/globals';
import { smallestDifference, smallestMean, smallestRatio, smallestShare } from '../../api/src/app/reading/smallest-effect.js';
import { UNLOCKS } from '../../api/src/app/reading/unlocks.js';
import { setSettings } from '../../api/src/governance/index.js';
import { fileDescriptions } from '../../api/src/ingest/index.js';
import type { ReleasedTable } from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { madeUpTable, publishMadeUpRelease } from '../api/support/release.js';
import { type Client, signedIn, webOn } from '../api/support/web.js';
import { freshInstallation } from '../support/database.js';

describe('what a column unlocks', () => {
  it('is said of every column that is not needed, and of no other', () => {
    for (const { name, columns, demographics } of fileDescriptions) {
      const optional = columns.filter((column) => !column.key && !column.required).map((column) => column.name);
      expect([name, Object.keys(UNLOCKS[name] ?? {}).sort()]).toEqual([
        name,
        [...optional, ...(demographics ? ['demo_*'] : [])].sort(),
      ]);
    }
  });

  it('names measures that are there', () => {
    const known = new Set(MEASURES.map(({ key }) => key));
    const named = new Set(Object.values(UNLOCKS).flatMap((columns) => Object.values(columns).flat()));
    named.delete('*');
    expect([...named].filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('the smallest effect', () => {
  it('is smaller with more people and with less noise', () => {
    const sizes = [60, 120, 300, 1500, 6000];
    const effects = sizes.map((people) => smallestDifference({ people, noiseLevel: 3 }, false) ?? 100);
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
    expect(smallestDifference({ people: 300, noiseLevel: 3 }, false)).toBe(19);
    expect(smallestDifference({ people: 300, noiseLevel: 0 }, false)).toBe(17);
    expect(smallestDifference({ people: 300, noiseLevel: 6 }, false)!).toBeGreaterThan(19);
    expect(smallestShare({ people: 100, noiseLevel: 0 })).toBe(15);
  });

  it('is none where groups are too small to show any', () => {
    expect(smallestDifference({ people: 12, noiseLevel: 3 }, false)).toBeNull();
    expect(smallestShare({ people: 4, noiseLevel: 3 })).toBeNull();
  });

  it('of a mean is that of the paired t test, and more where sums are moved', () => {
    expect(smallestMean({ people: 34, noiseLevel: 0 })).toBe(0.5);
    expect(smallestMean({ people: 200, noiseLevel: 0 })).toBe(0.2);
    expect(smallestMean({ people: 200, noiseLevel: 3 })!).toBeGreaterThan(0.2);
    expect(smallestMean({ people: 4, noiseLevel: 3 })).toBeNull();
    expect(smallestMean({ people: 1, noiseLevel: 0 })).toBeNull();
  });

  it('of two curves follows from the number of events', () => {
    // Schoenfeld: a ratio of two needs about 66 events.
    expect(smallestRatio({ people: 132, noiseLevel: 0 })).toBe(2);
    expect(smallestRatio({ people: 131, noiseLevel: 0 })).toBe(2);
    expect(smallestRatio({ people: 130, noiseLevel: 0 })).toBe(2.1);
    expect(smallestRatio({ people: 132, noiseLevel: 3 })!).toBeGreaterThan(2);
    expect(smallestRatio({ people: 10, noiseLevel: 3 })).toBeNull();
  });

  it('is what a simulation finds in about four of five cases', () => {
    const people = 400;
    const difference = smallestDifference({ people, noiseLevel: 3 }, false)! / 100;
    let seed = 12345;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const rate = (p: number): number =>
      (Array.from({ length: people / 2 }, () => (random() < p ? 1 : 0)).reduce<number>((a, b) => a + b, 0) + 3 * normal()) /
      (people / 2);
    const width = Math.sqrt(2 * (0.25 / (people / 2) + 9 / (people / 2) ** 2));
    let found = 0;
    for (let i = 0; i < 2000; i++)
      if (Math.abs(rate(0.5 + difference / 2) - rate(0.5 - difference / 2)) > 1.96 * width) found += 1;
    expect(found / 2000).toBeGreaterThan(0.76);
    expect(found / 2000).toBeLessThan(0.88);
  });
});

/** The organisation's own cell: 800 people, 240 of them mentees. */
function ofMany(): ReleasedTable {
  const table = madeUpTable([], [{}]);
  const drawn = { eligible: { value: 800, noise: 0 }, participants: { value: 240, noise: 3 } };
  return { ...table, cells: table.cells.map((cell) => (cell.status === 'shown' ? { ...cell, drawn } : cell)) };
}

describe('the upload page’s list', () => {
  let steward: Client;
  let employee: Client;
  let installation: Awaited<ReturnType<typeof freshInstallation>>;
  beforeAll(async () => {
    installation = await freshInstallation();
    const address = await webOn(installation);
    steward = await signedIn(installation, address, 'data-steward');
    employee = await signedIn(installation, address, 'employee');
    const values = ['f', 'm'].map((key) => ({ key, label: key }));
    const document = { demographics: [{ column: 'demo_gender', label: 'Gender', why: 'To see whether it is fair.', values }] };
    await setSettings(installation.pool('curator'), { document, by: 'operator' });
  });

  const ask = (client: Client) =>
    client.ask(
      '{ neededFiles { file columns { name needed unlocks smallestEffects { of size } } } sourcePresets { key files { file columns { name known } } } }',
    );

  it('says what is needed and what one could learn, before anything is known and after a release', async () => {
    expect((await ask(employee)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    // Whoever asks has every column's smallest effect computed: once before, and once after.
    let { data } = await ask(steward);
    const columnsOf = (file: string): Record<string, unknown>[] =>
      data!.neededFiles.find((one: { file: string }) => one.file === file).columns;
    const before = columnsOf('people');
    expect(before).toContainEqual({ name: 'person_id', needed: true, unlocks: [], smallestEffects: [] });
    expect(before.every(({ smallestEffects }) => (smallestEffects as unknown[]).length === 0)).toBe(true);
    await publishMadeUpRelease(installation.pool('curator'), '2026-Q3', [ofMany()]);
    ({ data } = await ask(steward));
    const after = columnsOf('people');
    const team = after.find(({ name }) => name === 'team');
    const gender = after.find(({ name }) => name === 'demo_gender');
    expect(team).toMatchObject({ needed: false, unlocks: ['Every figure, group by group'] });
    expect(gender).toMatchObject({ unlocks: ['Every figure, group by group'] });
    const score = columnsOf('skill_checks').find(({ name }) => name === 'score');
    const steps = after.find(({ name }) => name === 'autonomy_rank');
    const kinds = [team, gender, score, steps].map((column) => (column!.smallestEffects as { of: string }[]).map(({ of }) => of));
    expect(kinds).toEqual([['share'], ['share'], ['mean'], ['ratio']]);
    expect(columnsOf('sessions').find(({ name }) => name === 'minutes')).toMatchObject({ unlocks: ['Dose'] });
    expect(data!.sourcePresets.map(({ key }: { key: string }) => key)).toEqual(['hr-export', 'mentoring-suite', 'lms-results']);
  });
});
