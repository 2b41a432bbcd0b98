import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Draw } from '../../api/src/disclosure/decide.js';
import { DisclosureRefusal, protect } from '../../api/src/disclosure/index.js';
import { type Group, type ProtectedTable, STANDARD_POLICY, type StatisticRelease } from '../../api/src/kernel/index.js';
import { below, type Chance, chance, shuffled } from './support/chance.js';
import { naiveCount, naiveStatuses } from './support/naive.js';
import { newPerson, organisation, planOf, randomRelease, tableOf } from './support/organisation.js';

const SECRET = { key: new Uint8Array(32).fill(3), release: 'a release' };
const POLICY = STANDARD_POLICY;
const protectedOf = (release: StatisticRelease): readonly ProtectedTable[] => protect(release, POLICY, SECRET);
const seeds = fc.integer({ min: 1, max: 2 ** 30 });

const nameOf = (table: { measure: string }, group: Group): string =>
  JSON.stringify([table.measure, Object.entries(group).sort()]);
const byName = (tables: readonly ProtectedTable[]): Record<string, unknown> =>
  Object.fromEntries(tables.flatMap((table) => table.cells.map((cell) => [nameOf(table, cell.group), { ...cell, group: 0 }])));

describe('what is shown', () => {
  it('is what rules 3 and 4 make necessary, and no less: a second implementation agrees cell by cell', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = randomRelease(chance(seed));
        const count = (cell: Parameters<typeof naiveCount>[0], statistic: Parameters<typeof naiveCount>[1]): number =>
          naiveCount(cell, statistic, POLICY.noiseLevel, SECRET);
        const found = protectedOf(release);
        expect(found.map(({ cells }) => cells.map(({ status }) => status))).toEqual(naiveStatuses(release, POLICY, count));
        for (const [t, table] of found.entries())
          for (const [i, cell] of table.cells.entries()) {
            const exact = release.tables[t]!.cells[i]!;
            if (cell.status === 'shown')
              expect(cell.drawn['participants']!.value).toBe(count(exact, exact.statistics['participants']!));
          }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('never leaves one to four people to be read by one subtraction', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = randomRelease(chance(seed), true);
        for (const [parent, hidden] of remainders(release, protectedOf(release))) expect([parent, hidden]).toEqual([parent, 0]);
      }),
      { numRuns: 150, seed: 12 },
    );
  });

  it('does not depend on the order of tables, cells, columns or values', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = chance(seed);
        const release = randomRelease(random);
        const mixed: StatisticRelease = {
          dimensions: shuffled(random, release.dimensions).map((one) => ({ ...one, values: shuffled(random, one.values) })),
          tables: shuffled(random, release.tables).map((table) => ({
            ...table,
            breakdown: shuffled(random, table.breakdown),
            cells: shuffled(random, table.cells).map((cell) => ({
              ...cell,
              group: Object.fromEntries(shuffled(random, Object.entries(cell.group))),
            })),
          })),
        };
        expect(byName(protectedOf(mixed))).toEqual(byName(protectedOf(release)));
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('does not change where nothing changed: one person more far away moves nothing there, not even a draw', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = chance(seed);
        const { dimensions, people } = organisation(random, 60 + below(random, 120));
        const there = 't0';
        let added = newPerson(random, dimensions, -1);
        while (added.attributes['team']!.startsWith(`${there}/`)) added = newPerson(random, dimensions, -1);
        const release = (all: typeof people): StatisticRelease => ({
          dimensions,
          tables: [tableOf({ dimensions, people: all }, []), tableOf({ dimensions, people: all }, ['team'])],
        });
        const [before, after] = [protectedOf(release(people)), protectedOf(release([...people, added]))];
        const tops = (tables: readonly ProtectedTable[]): unknown =>
          tables[1]!.cells.filter(({ group }) => !group['team']!.includes('/')).map(({ status }) => status);
        fc.pre(JSON.stringify(tops(before)) === JSON.stringify(tops(after)));
        const part = (tables: readonly ProtectedTable[]): unknown =>
          tables[1]!.cells.filter(({ group }) => `${group['team']!}/`.startsWith(`${there}/`));
        expect(part(after)).toEqual(part(before));
      }),
      { numRuns: 60, seed: 14 },
    );
  });

  it('depends on open facts and drawn values alone: other secrets with the same draws give the same pattern, byte for byte', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = chance(seed);
        const release = randomRelease(random);
        const other: StatisticRelease = {
          ...release,
          tables: release.tables.map((table) => ({ ...table, cells: table.cells.map((cell) => withOtherSecrets(random, cell)) })),
        };
        const sameDraws: Draw = ({ group }, name) => ({
          value: chance(seed + hash(JSON.stringify([group, name])))() * 60,
          noise: 3,
        });
        const pattern = (one: StatisticRelease): string =>
          JSON.stringify(decide(one, POLICY, sameDraws).map(({ hidden, nodes }) => [...nodes].map((node) => hidden[node])));
        expect(pattern(other)).toBe(pattern(release));
      }),
      { numRuns: 60, seed: 15 },
    );
  });

  it('is decided for any input: it is shown, hidden, empty, or the build is refused by name', () => {
    const anything = fc.record({
      tables: fc.array(
        fc.record({
          breakdown: fc.subarray(['team', 'level', 'location', 'tenure', 'demo_gender', 'nothing']),
          break: fc.constantFrom('', 'value', 'extra', 'twice', 'name', 'xor', 'negative', 'range', 'special', 'base', 'nan'),
          at: fc.nat(20),
        }),
        { maxLength: 4 },
      ),
      seed: seeds,
    });
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(anything, ({ tables, seed }) => {
        const people = organisation(chance(seed), 40);
        const built = tables.map((one, i) => broken(people, one, `measure ${i}`));
        try {
          for (const table of protectedOf({ dimensions: people.dimensions, tables: built }))
            for (const { status } of table.cells) outcomes.add(status);
        } catch (refusal) {
          if (!(refusal instanceof DisclosureRefusal)) throw refusal;
          outcomes.add(refusal.code);
        }
      }),
      { numRuns: 300, seed: 16 },
    );
    for (const outcome of [
      'shown',
      'suppressed',
      'structuralZero',
      'groupUnknown',
      'groupTwice',
      'statisticValue',
      'openPeople',
      'sensitivity',
    ])
      expect(outcomes).toContain(outcome);
  });

  it('is about a third of the open cells with 30 people, half with 60, two thirds with 120', () => {
    const shares = [30, 60, 120].map((size) => {
      let [shown, all] = [0, 0];
      for (let seed = 1; seed <= 20; seed += 1) {
        const people = organisation(chance(seed), size);
        for (const table of protectedOf({
          dimensions: people.dimensions,
          tables: planOf(people).filter(({ special }) => !special),
        }))
          for (const { status } of table.cells) {
            if (status !== 'structuralZero') all += 1;
            if (status === 'shown') shown += 1;
          }
      }
      return shown / all;
    });
    expect(shares[0]).toBeGreaterThan(0.2);
    expect(shares[1]).toBeGreaterThan(shares[0]!);
    expect(shares[2]).toBeGreaterThan(0.5);
  });
});

/** What is hidden of every shown parent in every open family of a measure, where that is one to four people. */
function remainders(release: StatisticRelease, found: readonly ProtectedTable[]): [string, number][] {
  const open = new Set(release.dimensions.filter(({ sensitivity }) => sensitivity === 'open').map(({ key }) => key));
  const people = new Map(
    release.tables.flatMap((table) => table.cells.map((cell) => [nameOf(table, cell.group), cell.open.count])),
  );
  const shown = new Set(
    found.flatMap((table) => table.cells.filter(({ status }) => status === 'shown').map(({ group }) => nameOf(table, group))),
  );
  const above = new Map(
    release.dimensions.flatMap(({ key, values }) => values.map((value) => [`${key} ${value.key}`, value.parent])),
  );
  const families = new Map<string, { hidden: number; shown: number; ofAll: boolean }>();
  for (const table of found)
    for (const { group } of table.cells)
      for (const [column, value] of Object.entries(group)) {
        if (!Object.keys(group).every((key) => open.has(key))) continue;
        const { [column]: _, ...rest } = group;
        const parent = above.get(`${column} ${value}`);
        const parentGroup = parent === undefined ? rest : { ...rest, [column]: parent };
        if (!shown.has(nameOf(table, parentGroup))) continue;
        const name = `${nameOf(table, parentGroup)} by ${column}`;
        const family = families.get(name) ?? { hidden: 0, shown: 0, ofAll: Object.keys(parentGroup).length === 0 };
        if (shown.has(nameOf(table, group))) family.shown += 1;
        else family.hidden += people.get(nameOf(table, group))!;
        families.set(name, family);
      }
  // The organisation itself is never suppressed, even where everything that is listed below it is.
  return [...families]
    .filter(([, { hidden, shown: some, ofAll }]) => hidden > 0 && hidden < POLICY.thresholds.dimension && !(ofAll && some === 0))
    .map(([name, { hidden }]) => [name, hidden]);
}

type Cell = StatisticRelease['tables'][number]['cells'][number];

const hash = (text: string): number =>
  [...text].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5);

/** The same open people; everything that is counted is something else. */
function withOtherSecrets(random: Chance, cell: Cell): Cell {
  const statistics = Object.entries(cell.statistics).map(([name, one]) => {
    const value = one.sensitivity.kind === 'open' ? one.exact.value : below(random, cell.open.count + 1);
    return [name, { ...one, exact: { kind: 'exact', value } }] as const;
  });
  return { ...cell, statistics: Object.fromEntries(statistics) };
}

/** A table with one thing wrong. */
function broken(
  people: ReturnType<typeof organisation>,
  how: { breakdown: string[]; break: string; at: number },
  measure: string,
): ReturnType<typeof tableOf> {
  const table = tableOf(
    people,
    how.breakdown.filter((key) => key !== 'nothing'),
    { measure },
  );
  const cells = [...table.cells];
  const at = how.at % cells.length;
  const cell = cells[at]!;
  const spoil = (change: Partial<Cell>): typeof table => ({
    ...table,
    cells: cells.map((one, i) => (i === at ? { ...one, ...change } : one)),
  });
  const first = Object.keys(cell.statistics)[0]!;
  const statistics = (change: object): Partial<Cell> => ({
    statistics: { ...cell.statistics, [first]: { ...cell.statistics[first]!, ...change } },
  });
  switch (how.break) {
    case 'value':
      return spoil({ group: { ...cell.group, level: 'none' } });
    case 'extra':
      return { ...table, breakdown: [...table.breakdown, ...how.breakdown] };
    case 'twice':
      return { ...table, cells: [...cells, cell] };
    case 'name':
      return spoil({ statistics: {} });
    case 'xor':
      return spoil({ open: { count: cell.open.count, xor: 'zz' } });
    case 'negative':
      return spoil({ open: { count: -1, xor: cell.open.xor } });
    case 'range':
      return spoil(statistics({ sensitivity: { kind: 'sum', cap: 1, low: 3, high: 2 } }));
    case 'special':
      return { ...table, special: !table.special };
    case 'base':
      return { ...table, bases: [{ kind: 'secret', of: ['unheard of'] }] };
    case 'nan':
      return spoil(statistics({ exact: { kind: 'exact', value: NaN } }));
    default:
      return table;
  }
}
