import {
  groupKey,
  type Dimension,
  type Group,
  type ReleaseFile,
  type ReleasedCell,
  type ReleasedTable,
} from '../../kernel/index.js';

/** A cell together with where it stands. */
export interface Place {
  readonly table: ReleasedTable;
  readonly cell: ReleasedCell;
}

export type ShownCell = Extract<ReleasedCell, { status: 'shown' }>;
export interface ShownPlace extends Place {
  readonly cell: ShownCell;
}

/** One column: its values by place in the file, their depth in the tree and their children. */
export interface Column {
  readonly dimension: Dimension;
  readonly ordinal: number;
  readonly place: ReadonlyMap<string, number>;
  readonly parent: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[];
  readonly depth: ReadonlyMap<string, number>;
}

/** Everything said under one measure and variant, by group. */
export interface Section {
  readonly measure: string;
  readonly variant: string;
  readonly tables: readonly ReleasedTable[];
  readonly cells: ReadonlyMap<string, Place>;
}

/** The file, indexed. */
export interface Indexed {
  readonly file: ReleaseFile;
  readonly columns: ReadonlyMap<string, Column>;
  readonly sections: readonly Section[];
}

export const isShown = (place: Place): place is ShownPlace => place.cell.status === 'shown';
export const isOpen = (table: ReleasedTable, columns: ReadonlyMap<string, Column>): boolean =>
  table.breakdown.every((key) => columns.get(key)?.dimension.sensitivity === 'open');

export function tableName(table: ReleasedTable): string {
  return `${table.measure}/${table.variant}/${table.breakdown.join('+')}`;
}

export function placeName({ table, cell }: Place): string {
  const group = Object.entries(cell.group).map(([key, value]) => `${key}=${value}`);
  return `${tableName(table)} {${group.join(',')}}`;
}

/** Indexes a file. A cell named twice keeps its first place; the order check reports the second. */
export function indexed(file: ReleaseFile): Indexed {
  const columns = new Map(file.dimensions.map((dimension, ordinal) => [dimension.key, column(dimension, ordinal)]));
  return { file, columns, sections: sections(file.tables) };
}

interface Growing extends Section {
  readonly tables: ReleasedTable[];
  readonly cells: Map<string, Place>;
}

function sections(tables: readonly ReleasedTable[]): Section[] {
  const byName = new Map<string, Growing>();
  for (const table of tables) {
    const name = JSON.stringify([table.measure, table.variant]);
    const section: Growing = byName.get(name) ?? { measure: table.measure, variant: table.variant, tables: [], cells: new Map() };
    byName.set(name, section);
    section.tables.push(table);
    for (const cell of table.cells) {
      const key = groupKey(cell.group);
      if (!section.cells.has(key)) section.cells.set(key, { table, cell });
    }
  }
  return [...byName.values()];
}

function column(dimension: Dimension, ordinal: number): Column {
  const place = new Map(dimension.values.map((value, i) => [value.key, i]));
  const parent = new Map<string, string>();
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  const depth = new Map<string, number>();
  for (const value of dimension.values) {
    if (value.parent === undefined) roots.push(value.key);
    else {
      parent.set(value.key, value.parent);
      children.set(value.parent, [...(children.get(value.parent) ?? []), value.key]);
    }
    depth.set(value.key, value.parent === undefined ? 1 : (depth.get(value.parent) ?? 0) + 1);
  }
  return { dimension, ordinal, place, parent, children, roots, depth };
}

/** The groups directly above: one column left out, or one tree value replaced by its parent. */
export function coarser(group: Group, columns: ReadonlyMap<string, Column>): Group[] {
  return Object.keys(group).map((key) => {
    const parent = columns.get(key)?.parent.get(group[key]!);
    const { [key]: _left, ...rest } = group;
    return parent === undefined ? rest : { ...group, [key]: parent };
  });
}
