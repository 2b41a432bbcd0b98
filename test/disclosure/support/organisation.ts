import {
  type CellStatistics,
  type Dimension,
  type Group,
  HERE,
  type Statistic,
  type StatisticRelease,
  type StatisticTable,
} from '../../../api/src/kernel/index.js';
import { below, type Chance, hexKey, pick } from './chance.js';

/** One invented person: the attributes by dimension, and who takes part. */
export interface Person {
  readonly id: number;
  readonly key: bigint;
  readonly attributes: Readonly<Record<string, string>>;
  readonly mentee: boolean;
}

export interface Organisation {
  readonly dimensions: readonly Dimension[];
  readonly people: readonly Person[];
}

const CHARACTERISTICS = { demo_gender: [69, 29.5, 1.5], demo_origin: [58, 20, 12, 7, 3], demo_care: [75, 25] };
const flat = (key: string, kind: 'ordered' | 'nominal', sensitivity: 'open' | 'special', size: number): Dimension => ({
  key,
  label: key,
  kind,
  sensitivity,
  values: Array.from({ length: size }, (_, i) => ({ key: `${key[0]}${i}`, label: `${key} ${i}` })),
});

/** A team tree of three layers with so many leaves; people sit at nodes too. */
export function teamTree(leaves: number): Dimension {
  const tops = Math.max(2, Math.round(leaves / 5));
  const values = [...Array(tops).keys()].flatMap((top) => [
    { key: `t${top}`, label: `Top ${top}` },
    { key: `t${top}/${HERE}`, label: 'at the node itself', parent: `t${top}` },
    ...[...Array(leaves).keys()]
      .filter((leaf) => leaf % tops === top)
      .map((leaf) => ({ key: `t${top}/u${leaf}`, label: `Unit ${leaf}`, parent: `t${top}` })),
  ]);
  return { key: 'team', label: 'Team', kind: 'tree', sensitivity: 'open', values };
}

export function dimensionsOf(people: number): Dimension[] {
  return [
    teamTree(Math.max(2, Math.round(people / 25))),
    flat('level', 'ordered', 'open', 6),
    flat('location', 'nominal', 'open', 4),
    flat('tenure', 'ordered', 'open', 4),
    ...Object.entries(CHARACTERISTICS).map(([key, weights]) => flat(key, 'nominal', 'special', weights.length)),
  ];
}

/** A person with attributes as usual: small and large teams, a tail of rare values. */
export function newPerson(random: Chance, dimensions: readonly Dimension[], id: number): Person {
  const leaves = dimensions[0]!.values.filter(({ parent }) => parent !== undefined).map(({ key }) => key);
  const weights = leaves.map((leaf, i) => (leaf.endsWith(HERE) ? 0.3 : 0.3 + ((i * 7919) % 97) / 40));
  const attributes: Record<string, string> = {
    team: leaves[pick(random, weights)]!,
    level: `l${pick(random, [8, 20, 28, 24, 14, 6])}`,
    location: `l${pick(random, [45, 25, 20, 10])}`,
    tenure: `t${pick(random, [20, 22, 28, 30])}`,
  };
  for (const [key, shares] of Object.entries(CHARACTERISTICS)) if (random() < 0.85) attributes[key] = `d${pick(random, shares)}`;
  return { id, key: BigInt(`0x${hexKey(random)}`), attributes, mentee: random() < 0.25 };
}

export function organisation(random: Chance, size: number): Organisation {
  const dimensions = dimensionsOf(size);
  return { dimensions, people: Array.from({ length: size }, (_, id) => newPerson(random, dimensions, id)) };
}

/** A year of somebody's life in three months: some leave and are replaced, move, are promoted, grow older in the company. */
export function quarterLater(random: Chance, { dimensions, people }: Organisation): Organisation {
  let next = Math.max(...people.map(({ id }) => id)) + 1;
  const moved = people.map((person): Person => {
    const chance = random();
    const mentee = random() < 0.15 ? !person.mentee : person.mentee;
    if (chance < 0.03) return newPerson(random, dimensions, next++);
    const changed: Record<string, string> = {};
    if (chance < 0.06) changed['team'] = newPerson(random, dimensions, 0).attributes['team']!;
    else if (chance < 0.09) changed['level'] = `l${Math.min(5, Number(person.attributes['level']!.slice(1)) + 1)}`;
    else if (chance < 0.19) changed['tenure'] = `t${Math.min(3, Number(person.attributes['tenure']!.slice(1)) + 1)}`;
    return { ...person, mentee, attributes: { ...person.attributes, ...changed } };
  });
  return { dimensions, people: moved };
}

const COUNT = { kind: 'count' } as const;
const statistic = (question: string, value: number, sensitivity: Statistic['sensitivity'] = COUNT): Statistic => ({
  question,
  columnsOf: 'person',
  subject: 'mentees',
  sensitivity,
  exact: { kind: 'exact', value },
});

/** Whether a person is in a group: at a tree node also everyone below it. */
export function isIn(person: Person, group: Group): boolean {
  return Object.entries(group).every(([key, value]) => {
    const own = person.attributes[key];
    return own === value || (key === 'team' && own !== undefined && own.startsWith(`${value}/`));
  });
}

export interface TableOptions {
  readonly measure?: string;
  readonly minimumOpen?: number;
  readonly minimumSpecialBase?: number;
  /** Whether open cells too are tested on a secret base: their mentees. */
  readonly secretBase?: boolean;
  /** How many numbers of this subject each cell draws. */
  readonly draws?: number;
  /** Values of the team column that the table covers; all, if left out. */
  readonly teams?: (key: string) => boolean;
}

/** A table over every declared combination of its columns. */
export function tableOf(
  { dimensions, people }: Organisation,
  breakdown: readonly string[],
  options: TableOptions = {},
): StatisticTable {
  const columns = breakdown.map((key) => dimensions.find((dimension) => dimension.key === key)!);
  const isSpecial = columns.some(({ sensitivity }) => sensitivity === 'special');
  let groups: Group[] = [{}];
  for (const { key, values } of columns) {
    const used = values.filter((value) => key !== 'team' || (options.teams?.(value.key) ?? true));
    groups = groups.flatMap((group) => used.map((value) => ({ ...group, [key]: value.key })));
  }
  const { measure = 'participation', secretBase = false, minimumOpen, minimumSpecialBase, draws = 1 } = options;
  const bases: StatisticTable['bases'] = isSpecial
    ? [{ kind: 'secret', of: ['participants', 'nonParticipants'] }]
    : secretBase
      ? [{ kind: 'open' }, { kind: 'secret', of: ['participants'] }]
      : [{ kind: 'open' }];
  return {
    measure,
    variant: 'mentee',
    breakdown,
    special: isSpecial,
    bases,
    ...(minimumOpen === undefined ? {} : { minimumOpen }),
    ...(minimumSpecialBase === undefined ? {} : { minimumSpecialBase }),
    cells: countCells(dimensions, people, groups, draws),
  };
}

/** Counts all cells in one pass over people: each stands in few of them. */
function countCells(
  dimensions: readonly Dimension[],
  people: readonly Person[],
  groups: readonly Group[],
  draws: number,
): CellStatistics[] {
  const isOpen = new Map(dimensions.map(({ key, sensitivity }) => [key, sensitivity === 'open']));
  return groups.map((group) => {
    const open = Object.fromEntries(Object.entries(group).filter(([key]) => isOpen.get(key)));
    const secret = Object.fromEntries(Object.entries(group).filter(([key]) => !isOpen.get(key)));
    const there = people.filter((person) => isIn(person, open));
    const members = there.filter((person) => isIn(person, secret));
    const counted = members.filter(({ mentee }) => mentee).length;
    const xor = there.reduce((all, { key }) => all ^ key, 0n);
    const statistics: Record<string, Statistic> =
      Object.keys(secret).length > 0
        ? { participants: statistic('mentees/1', counted), nonParticipants: statistic('others/1', members.length - counted) }
        : { eligible: statistic('eligible/1', there.length, { kind: 'open' }), participants: statistic('mentees/1', counted) };
    for (let i = 1; i < draws; i += 1) statistics[`more${i}`] = statistic(`more/${i}`, counted);
    return { group, open: { count: there.length, xor: xor.toString(16).padStart(16, '0') }, secret, statistics };
  });
}

const isTop = (team: string): boolean => !team.includes('/');

/** The breakdowns of a quarter, without the lowest layer, and those of a year's last quarter. */
export function planOf(organisation: Organisation, options: TableOptions & { readonly year?: boolean } = {}): StatisticTable[] {
  const characteristics = Object.keys(CHARACTERISTICS);
  const table = (breakdown: string[], teams?: (key: string) => boolean): StatisticTable =>
    tableOf(organisation, breakdown, teams ? { ...options, teams } : options);
  const quarter = [table([]), table(['level']), table(['location']), table(['tenure']), table(['team', 'level'], isTop)];
  const special = characteristics.map((key) => table([key]));
  if (options.year !== true) return [...quarter, table(['team'], isTop), ...special];
  const crossed = characteristics.flatMap((key) => [table(['level', key]), table(['team', key], isTop)]);
  return [...quarter.slice(0, 4), table(['team']), table(['team', 'level']), ...special, ...crossed];
}

export function releaseOf(
  organisation: Organisation,
  options: TableOptions & { readonly year?: boolean } = {},
): StatisticRelease {
  return { dimensions: organisation.dimensions, tables: planOf(organisation, options) };
}

/** Random tables of one or two measures about a random organisation; unless complete, some lack tables, and some lack rows. */
export function randomRelease(random: Chance, complete = false): StatisticRelease {
  const people = organisation(random, 20 + below(random, 220));
  const first = planOf(people, { year: random() < 0.5, secretBase: random() < 0.3 });
  const tables = random() < 0.5 ? first : [...first, ...planOf(people, otherMeasure(random))];
  if (complete || random() < 0.4) return { dimensions: people.dimensions, tables };
  const kept = tables.filter(({ breakdown }) => breakdown.length === 0 || random() < 0.75);
  return { dimensions: people.dimensions, tables: random() < 0.5 ? kept : kept.map((table) => withoutRows(random, table)) };
}

function otherMeasure(random: Chance): TableOptions & { readonly year: boolean } {
  const limits = random() < 0.5 ? {} : { minimumOpen: 5 + below(random, 30), minimumSpecialBase: 20 + below(random, 40) };
  return { ...limits, measure: 'dose', secretBase: random() < 0.5, year: random() < 0.5 };
}

function withoutRows(random: Chance, table: StatisticTable): StatisticTable {
  const share = random() * 0.5;
  return table.breakdown.length === 0 ? table : { ...table, cells: table.cells.filter(() => random() >= share) };
}
