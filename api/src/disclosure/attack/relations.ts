import { groupKey, type Group, type ReleasedTable } from '../../kernel/index.js';
import { isOpen, type Column, type Place, type Section } from './places.js';

/** A parent whose people are exactly those of its parts. */
export interface Relation {
  readonly parent: Place;
  readonly parts: readonly Place[];
}

/**
 * Every parent and its parts in the open tables of a section, as far as the file holds both: the total and the values of
 * a column, a node and its children, a margin and its row or column, a node and its children within another column.
 */
export function relationsOf(section: Section, columns: ReadonlyMap<string, Column>): readonly Relation[] {
  const known = found.get(section);
  if (known) return known;
  const relations = section.tables
    .filter((table) => table.breakdown.length > 0 && isOpen(table, columns))
    .flatMap((table) => table.breakdown.flatMap((key) => along(table, columns.get(key)!, section)));
  found.set(section, relations);
  return relations;
}

/** Several checks walk the same families. */
const found = new WeakMap<Section, readonly Relation[]>();

/** The relations whose parts lie along one column of one table. */
function along(table: ReleasedTable, column: Column, section: Section): Relation[] {
  const key = column.dimension.key;
  const touched = new Set(table.cells.map((cell) => cell.group[key]!));
  const splits = [undefined, ...column.children.keys()]
    .map((node) => ({ node, parts: frontier(node, column, touched) }))
    .filter(({ node, parts }) => parts !== undefined && (node === undefined || touched.has(node)));
  return rests(table, key).flatMap((rest) =>
    splits.flatMap(({ node, parts }) => {
      const parent = section.cells.get(groupKey(node === undefined ? rest : { ...rest, [key]: node }));
      const cells = parts!.map((value) => section.cells.get(groupKey({ ...rest, [key]: value })));
      return parent && cells.every((cell) => cell !== undefined) ? [{ parent, parts: cells }] : [];
    }),
  );
}

/** The uppermost values of the table below a node that together hold all its people, if the table has them. */
function frontier(node: string | undefined, column: Column, touched: ReadonlySet<string>): string[] | undefined {
  const below = node === undefined ? column.roots : (column.children.get(node) ?? []);
  const parts: string[] = [];
  for (const value of below) {
    const found = touched.has(value) ? [value] : column.children.has(value) ? frontier(value, column, touched) : undefined;
    if (!found) return undefined;
    parts.push(...found);
  }
  return parts.length > 0 ? parts : undefined;
}

/** What the groups of a table are without one column, each once. */
function rests(table: ReleasedTable, key: string): Group[] {
  const groups = new Map<string, Group>();
  for (const { group } of table.cells) {
    const { [key]: _left, ...rest } = group;
    groups.set(groupKey(rest), rest);
  }
  return [...groups.values()];
}
