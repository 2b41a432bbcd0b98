import type { CSSProperties } from 'react';

/** Rows that are laid out together; a browser leaves out those that nobody sees. */
const TOGETHER = 20;
/** From here on a table is long: laying out all of it at once would stop the page for a moment. */
const LONG = 60;

export const isLong = (rows: readonly unknown[]): boolean => rows.length > LONG;

/** The rows of a table in groups: one, or many where the table is long. */
export function rowGroups<Row>(rows: readonly Row[]): (readonly Row[])[] {
  if (!isLong(rows)) return [rows];
  return Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) => rows.slice(i * TOGETHER, (i + 1) * TOGETHER));
}

/** What a long table is: the rows of such a one are laid out as grids, which takes its meaning from it in some browsers. */
export const rolesOf = (long: boolean) =>
  long
    ? ({ table: 'table', group: 'rowgroup', row: 'row', column: 'columnheader', name: 'rowheader', cell: 'cell' } as const)
    : NONE;

const NONE: Readonly<Partial<Record<'table' | 'group' | 'row' | 'column' | 'name' | 'cell', undefined>>> = {};

/** Rows of a long table do not know of each other, so that the widths of its columns are given. */
export const columnWidths = (widths: readonly string[]): CSSProperties => ({ '--columns': widths.join(' ') }) as CSSProperties;

/** How high a group is before it was laid out. */
export const groupHeight = (rows: readonly unknown[]): CSSProperties => ({ '--rows': rows.length }) as CSSProperties;
