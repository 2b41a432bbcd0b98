import type { Dimension, ReleasedCell, ReleasedTable } from '../../kernel/index.js';
import { tableName, type Column, type Indexed } from './places.js';
import type { Findings } from './report.js';

const FIRST = ['team', 'level', 'location', 'tenure'];
const CLASSES = ['open', 'special', 'secret'];

/**
 * Order and completeness: dimensions, tables and cells stand in the one order that open facts and settings give, every
 * combination of values has its cell, and nothing stands twice. So neither order nor absence tells anything.
 */
export function checkOrder(file: Indexed, findings: Findings): void {
  checkDimensions(file.file.dimensions, findings);
  checkTables(file, findings);
  for (const table of file.file.tables) if (checkBreakdown(table, file, findings)) checkCells(table, file, findings);
  findings.check(`order: ${file.file.tables.length} tables in canonical order, each with every cell of its layers once`);
}

function checkDimensions(dimensions: readonly Dimension[], findings: Findings): void {
  const sorted = [...dimensions].sort(compareDimensions);
  findings.expect(
    sorted.every((dimension, i) => dimension === dimensions[i]),
    'order',
    'dimensions',
    'are not in canonical order',
  );
  repeated(dimensions.map(({ key }) => key)).forEach((key) => findings.add('order', `dimensions ${key}`, 'stands twice'));
  for (const { key, kind, values } of dimensions) {
    repeated(values.map((value) => value.key)).forEach((value) =>
      findings.add('order', `dimensions ${key}`, `names ${value} twice`),
    );
    const seen = new Set<string>();
    for (const value of values) {
      const known = value.parent === undefined || (kind === 'tree' && seen.has(value.parent));
      findings.expect(known, 'order', `dimensions ${key}=${value.key}`, 'has a parent that does not stand before it');
      seen.add(value.key);
    }
  }
}

function compareDimensions(a: Dimension, b: Dimension): number {
  const classes = CLASSES.indexOf(a.sensitivity) - CLASSES.indexOf(b.sensitivity);
  const first = named(a) - named(b);
  return classes || first || (a.key < b.key ? -1 : 1);
}

const named = (dimension: Dimension): number => (FIRST.includes(dimension.key) ? FIRST.indexOf(dimension.key) : FIRST.length);

function checkTables({ file, columns }: Indexed, findings: Findings): void {
  const ranks = file.tables.map((table) => rank(table, columns));
  ranks.forEach((current, i) => {
    const before = ranks[i - 1];
    if (before)
      findings.expect(compare(before, current) < 0, 'order', tableName(file.tables[i]!), 'stands out of order, or twice');
  });
}

type Rank = readonly (string | number)[];

const rank = (table: ReleasedTable, columns: ReadonlyMap<string, Column>): Rank => [
  table.measure,
  table.variant,
  table.breakdown.length,
  ...table.breakdown.map((key) => columns.get(key)?.ordinal ?? -1),
];

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? a.length - b.length : a[at]! < b[at]! ? -1 : 1;
}

function checkBreakdown(table: ReleasedTable, { columns }: Indexed, findings: Findings): boolean {
  const ordinals = table.breakdown.map((key) => columns.get(key)?.ordinal ?? -1);
  const rising = ordinals.every((ordinal, i) => ordinal >= 0 && (i === 0 || ordinals[i - 1]! < ordinal));
  const special = table.breakdown.some((key) => columns.get(key)?.dimension.sensitivity === 'special');
  findings.expect(table.special === special, 'form', tableName(table), 'is not marked as its columns demand');
  return findings.expect(rising, 'order', tableName(table), 'has columns that are unknown or out of order');
}

function checkCells(table: ReleasedTable, { columns }: Indexed, findings: Findings): void {
  const broken = table.cells.findIndex((cell) => !isPlaced(cell, table, columns));
  if (!findings.expect(broken < 0, 'order', `${tableName(table)} cell ${broken}`, 'is no combination of values of the breakdown'))
    return;
  const expected = combinations(table.breakdown.map((key) => layers(key, table, columns.get(key)!)));
  const names = table.cells.map((cell) => nameOf(table.breakdown.map((key) => cell.group[key]!)));
  repeated(names).forEach((name) => findings.add('order', `${tableName(table)} ${name}`, 'stands twice'));
  const present = new Set(names);
  expected
    .filter((name) => !present.has(name))
    .forEach((name) => findings.add('order', `${tableName(table)} ${name}`, 'is missing'));
  const inOrder = expected.filter((name) => present.has(name)).every((name, i) => name === names[i]);
  findings.expect(inOrder, 'order', tableName(table), 'has its cells in another order than the canonical one');
}

function isPlaced(cell: ReleasedCell, table: ReleasedTable, columns: ReadonlyMap<string, Column>): boolean {
  const keys = Object.keys(cell.group);
  return (
    keys.length === table.breakdown.length && table.breakdown.every((key) => columns.get(key)!.place.has(cell.group[key] ?? ''))
  );
}

/** The values that a table has to hold: all of them or, of a tree, all of every layer that it touches. */
function layers(key: string, table: ReleasedTable, column: Column): string[] {
  const values = column.dimension.values.map((value) => value.key);
  if (column.dimension.kind !== 'tree') return values;
  const touched = new Set(table.cells.map((cell) => column.depth.get(cell.group[key]!)));
  return values.filter((value) => touched.has(column.depth.get(value)));
}

function combinations(columns: readonly (readonly string[])[]): string[] {
  let rows: string[][] = [[]];
  for (const values of columns) rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  return rows.map(nameOf);
}

const nameOf = (values: readonly string[]): string => JSON.stringify(values);

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}
