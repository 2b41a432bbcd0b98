import { t } from '#language';
import { absence, columnName, count, groupLabel } from '#wording';
import type { CellStatus, Dimension, ReleasedCell, ReleasedTable } from '../../kernel/index.js';
import type { PrintedRow, PrintedTable } from './model.js';
import { type Column, columnsOf, isTelling } from './parts.js';
import { smallInSentence } from './spoken-words.js';
import type { MeasureWords } from './words.js';
import { namedGroup, writtenIn } from './written.js';

interface Shown {
  readonly words: MeasureWords;
  readonly variant: { readonly label: string };
  readonly tables: readonly ReleasedTable[];
  readonly dimensions: readonly Dimension[];
}

/** How deep a value lies below the uppermost value of its tree that the table holds. */
export function depthIn(table: ReleasedTable, cell: ReleasedCell, dimensions: readonly Dimension[]): number {
  const [key] = table.breakdown;
  const tree = dimensions.find((one) => one.key === key && one.kind === 'tree');
  if (tree === undefined || key === undefined || table.breakdown.length !== 1) return 0;
  const held = new Set(table.cells.map(({ group }) => group[key]));
  const parentOf = (value: string): string | undefined => tree.values.find((one) => one.key === value)?.parent;
  let depth = 0;
  for (let above = parentOf(cell.group[key] ?? ''); above !== undefined && held.has(above); above = parentOf(above)) depth += 1;
  return depth;
}

/** The columns of all tables of one measure: those of the table that derives most. */
export function sharedColumns(words: MeasureWords, tables: readonly ReleasedTable[]): Column[] {
  const [widest] = [...tables].sort((a, b) => Object.keys(b.derived).length - Object.keys(a.derived).length);
  return widest ? columnsOf(words, widest.derived) : [];
}

/** Every group of every table; tables that show nothing are summed up, so that none is missing. */
export function printedTable({ words, variant, tables, dimensions }: Shown): PrintedTable {
  const columns = sharedColumns(words, tables);
  return {
    caption: t('{measure}, {variant}: all groups', { measure: words.label, variant: variant.label }),
    columns: [
      { label: t('Group'), numeric: false },
      ...columns.map(({ words: { label, format }, lower }) => ({
        label: `${label}${format === 'difference' ? ` ${t('(percentage points)')}` : ''}${lower === undefined ? '' : ` ${t('(95\u00a0% interval)')}`}`,
        numeric: format !== 'verdict',
      })),
    ],
    rows: tables.flatMap((table) =>
      isTelling(table) ? groupRows(table, columns, dimensions) : restRows(table, columns, dimensions),
    ),
  };
}

function groupRows(table: ReleasedTable, columns: readonly Column[], dimensions: readonly Dimension[]): PrintedRow[] {
  const rows = table.cells.map((cell): PrintedRow => ({
    label: groupLabel(namedGroup(cell.group, dimensions)),
    depth: depthIn(table, cell, dimensions),
    kind: table.breakdown.length === 0 ? 'total' : 'group',
    cells: columns.map((column) => (table.derived[column.key] === undefined ? '\u2013' : writtenIn(cell, column))),
  }));
  return table.breakdown.length === 0 ? rows : [partRow(table, columns, dimensions), ...rows];
}

/** `By level`, `By team and level`. */
export function breakdownLabel({ breakdown }: ReleasedTable, dimensions: readonly Dimension[]): string {
  if (breakdown.length === 0) return t('Whole organisation');
  const labels = breakdown.map((key) =>
    smallInSentence(columnName(key, dimensions.find((one) => one.key === key)?.label ?? key)),
  );
  return t('By {columns}', { columns: labels.join(t(' and ')) });
}

const partRow = (table: ReleasedTable, columns: readonly Column[], dimensions: readonly Dimension[]): PrintedRow => ({
  label: breakdownLabel(table, dimensions),
  depth: 0,
  kind: 'part',
  cells: columns.map(() => ''),
});

function restRows(table: ReleasedTable, columns: readonly Column[], dimensions: readonly Dimension[]): PrintedRow[] {
  const statuses = [...new Set(table.cells.map(({ status }) => status))];
  return statuses.map((status) => ({
    label: `${breakdownLabel(table, dimensions)}: ${many(table, status)}`,
    depth: 0,
    kind: 'rest',
    cells: columns.map(() => absence(status).mark),
  }));
}

function many({ cells, breakdown }: ReleasedTable, status: CellStatus): string {
  const [some, all] = [cells.filter((cell) => cell.status === status).length, cells.length];
  if (breakdown.length === 0) return absence(status).name;
  const said = { some: count(some), all: count(all), what: absence(status).name };
  return some === all ? t('all {all} groups {what}', said) : t('{some} of {all} groups {what}', said);
}
