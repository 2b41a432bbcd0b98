import fs from 'node:fs';
import path from 'node:path';
import type {
  CellStatistics,
  Dimension,
  Group,
  Statistic,
  StatisticRelease,
  StatisticTable,
} from '../../../api/src/kernel/index.js';
import { chance, hexKey } from './chance.js';

/** The invented populations that lie beside the specification; without that folder the tests that need them skip. */
const FOLDER = path.join(process.env['OVERSTORY_SHARED'] ?? '../shared', 'data', 'exposure');

export interface PublishedCell {
  readonly table: string;
  readonly special: boolean;
  readonly shown: boolean;
  readonly people: readonly number[];
}

export interface Population {
  readonly people: number;
  readonly cells: readonly PublishedCell[];
  readonly expected: Readonly<Record<string, { mean: number; p99: number; greatest: number; firstTen: readonly number[] }>>;
}

export const POPULATIONS = fs.existsSync(FOLDER) ? ['people-300.json', 'people-6000.json'] : [];
export const readPopulation = (file: string): Population =>
  JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8')) as Population;

const UNITS = ['div', 'dep', 'team'];
const SPECIAL = ['gender', 'eth', 'care'];

/** The population as a release: what each table's cells are about follows from who is in them. */
export function releaseOfPopulation({ people, cells }: Population): StatisticRelease {
  const random = chance(people);
  const keys = Array.from({ length: people }, () => BigInt(`0x${hexKey(random)}`));
  const mentees = new Set([...keys.keys()].filter(() => random() < 0.25));
  const values = new Map<string, Map<number, string>>();
  for (const key of [...UNITS, ...SPECIAL, 'level', 'loc', 'ten']) {
    const own = cells.filter(({ table }) => table === key);
    values.set(key, new Map(own.flatMap((cell, i) => cell.people.map((person) => [person, `${key}${i}`]))));
  }
  const valueOf = (key: string, person: number): string => values.get(key)!.get(person)!;
  const tables = new Map<string, { breakdown: string[]; special: boolean; cells: CellStatistics[] }>();
  for (const cell of cells) {
    const columns = cell.table === 'org' ? [] : cell.table.split('*');
    const breakdown = columns.map((key) => (UNITS.includes(key) ? 'unit' : key));
    const group: Group = Object.fromEntries(columns.map((key, i) => [breakdown[i]!, valueOf(key, cell.people[0]!)]));
    const open = columns.filter((key) => !SPECIAL.includes(key));
    const there = [...keys.keys()].filter((person) =>
      open.every((key, i) => valueOf(key, person) === valueOf(open[i]!, cell.people[0]!)),
    );
    const name = breakdown.join('*');
    const table = tables.get(name) ?? { breakdown, special: cell.special, cells: [] };
    table.cells.push(cellOf(group, cell, there, { keys, mentees }));
    tables.set(name, table);
  }
  return { dimensions: dimensionsOf(cells, values), tables: [...tables.values()].map(asTable) };
}

type Keyed = { readonly keys: readonly bigint[]; readonly mentees: ReadonlySet<number> };

function cellOf(
  group: Group,
  { special, people }: PublishedCell,
  there: readonly number[],
  { keys, mentees }: Keyed,
): CellStatistics {
  const ask = (question: string, value: number, kind: 'count' | 'open' = 'count'): Statistic => ({
    question,
    columnsOf: 'person',
    subject: 'mentees',
    sensitivity: { kind },
    exact: { kind: 'exact', value },
  });
  const counted = people.filter((person) => mentees.has(person)).length;
  const xor = there
    .reduce((all, person) => all ^ keys[person]!, 0n)
    .toString(16)
    .padStart(16, '0');
  const secret = Object.fromEntries(Object.entries(group).filter(([key]) => SPECIAL.includes(key)));
  const statistics = special
    ? { participants: ask('mentees/1', counted), nonParticipants: ask('others/1', people.length - counted) }
    : { eligible: ask('eligible/1', people.length, 'open'), participants: ask('mentees/1', counted) };
  return { group, open: { count: there.length, xor }, secret, statistics: statistics };
}

function asTable({
  breakdown,
  special,
  cells,
}: {
  breakdown: string[];
  special: boolean;
  cells: CellStatistics[];
}): StatisticTable {
  const bases: StatisticTable['bases'] = special
    ? [{ kind: 'secret', of: ['participants', 'nonParticipants'] }]
    : [{ kind: 'open' }];
  return { measure: 'participation', variant: 'mentee', breakdown, special, bases, cells };
}

function dimensionsOf(cells: readonly PublishedCell[], values: ReadonlyMap<string, ReadonlyMap<number, string>>): Dimension[] {
  const own = (key: string): { key: string; label: string; people: readonly number[] }[] =>
    cells.filter(({ table }) => table === key).map(({ people }, i) => ({ key: `${key}${i}`, label: '', people }));
  const units = UNITS.flatMap((key, depth) =>
    own(key).map(({ key: value, label, people }) =>
      depth === 0 ? { key: value, label } : { key: value, label, parent: values.get(UNITS[depth - 1]!)!.get(people[0]!)! },
    ),
  );
  const flat = ['level', 'loc', 'ten', ...SPECIAL].map((key): Dimension => ({
    key,
    label: key,
    kind: 'nominal',
    sensitivity: SPECIAL.includes(key) ? 'special' : 'open',
    values: own(key).map(({ key: value }) => ({ key: value, label: '' })),
  }));
  return [{ key: 'unit', label: 'Unit', kind: 'tree', sensitivity: 'open', values: units }, ...flat];
}
