import { type Group, groupKey } from '../kernel/index.js';
import type { Members, Numbering } from '../disclosure/index.js';
import type { MemberRow } from '../microdata/index.js';
import { teamTree } from './team-tree.js';

/** Who is in a group of one release, by the number that a person has over all releases. The same group gives the same list. */
export function membersOf(rows: readonly MemberRow[], numbering: Numbering): Members {
  const lists = listsOf(rows, numbering);
  const known = new Map<string, readonly number[]>();
  return (group) => {
    const name = groupKey(group);
    const found = known.get(name) ?? common(group, lists);
    known.set(name, found);
    return found;
  };
}

/** The people of each team, at the leaves of the tree; who sits at a node or said no team is a group too. */
export function teamsOf(rows: readonly MemberRow[], numbering: Numbering): readonly (readonly number[])[] {
  const tree = teamTree([...new Set(rows.map(({ open }) => open.team ?? ''))]);
  const teams = new Map<string, number[]>();
  for (const { key, open } of rows) {
    const leaf = tree.leafOf(open.team ?? '');
    const team = teams.get(leaf);
    if (team) team.push(numbering.of(key));
    else teams.set(leaf, [numbering.of(key)]);
  }
  return [...teams.values()];
}

interface Lists {
  readonly all: readonly number[];
  readonly by: ReadonlyMap<string, readonly number[]>;
}

const nameOf = (key: string, value: string): string => groupKey({ [key]: value });

/** The people of each value of each column, ascending; of a tree, those below a node too. */
function listsOf(rows: readonly MemberRow[], numbering: Numbering): Lists {
  const tree = teamTree([...new Set(rows.map(({ open }) => open.team ?? ''))]);
  const by = new Map<string, number[]>();
  const numbered = rows.map((row) => ({ row, number: numbering.of(row.key) })).sort((a, b) => a.number - b.number);
  const add = (key: string, value: string, number: number): void => {
    const list = by.get(nameOf(key, value));
    if (list) list.push(number);
    else by.set(nameOf(key, value), [number]);
  };
  for (const { row, number } of numbered) {
    for (const node of nodesAbove(tree.leafOf(row.open.team ?? ''))) add('team', node, number);
    for (const [key, value] of Object.entries(row.open)) if (key !== 'team') add(key, value, number);
    for (const [key, value] of Object.entries(row.special)) add(key, value, number);
  }
  return { all: numbered.map(({ number }) => number), by };
}

/** The leaf and every node above it. */
function nodesAbove(leaf: string): string[] {
  const segments = leaf.split('/');
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}

function common(group: Group, { all, by }: Lists): readonly number[] {
  const lists = Object.entries(group).map(([key, value]) => by.get(nameOf(key, value)) ?? []);
  return lists.length === 0 ? all : lists.sort((a, b) => a.length - b.length).reduce(intersection);
}

/** Of the shorter list, which may be a team, those who are in the longer one, which may be half of everybody. */
function intersection(few: readonly number[], many: readonly number[]): readonly number[] {
  return few.filter((number) => many[placeIn(many, number)] === number);
}

/** Where a number stands in an ascending list, or would. */
function placeIn(list: readonly number[], number: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
