import type { Cell, Measure, Table } from '../gateway/index.js';
import { type Column, DataTable } from '../kit/index.js';
import { groupLabel, valueLabel } from '../wording/index.js';
import { cellKey } from './marks.js';
import { columnsOf, type ValueColumn } from './parts.js';
import { IntervalText, ValueText } from './ValueText.js';

interface CellTableProps {
  readonly table: Table;
  readonly measure: Measure;
  readonly caption: string;
  /** The organisation's own cell, where another table holds it. */
  readonly whole: Cell | null;
}

/** All that the release holds of a table: one row for each group, none left out. */
export function CellTable({ table, measure, caption, whole }: CellTableProps) {
  const columns = [groupColumn(table), ...columnsOf(measure, table.derived).flatMap(valueColumns)];
  const rows = whole === null ? table.cells : [whole, ...table.cells];
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={cellKey} />;
}

function groupColumn(table: Table): Column<Cell> {
  const labels = table.cells.find((cell) => cell.group.length > 0)?.group.map((part) => part.dimensionLabel);
  return {
    key: 'group',
    label: labels?.join(' and ') ?? 'Group',
    render: (cell) => (cell.group.length === 0 ? groupLabel([]) : cell.group.map(valueLabel).join(', ')),
  };
}

function valueColumns(column: ValueColumn): Column<Cell>[] {
  const { value, lower, upper } = column;
  const itself: Column<Cell> = {
    key: value.key,
    label: value.format === 'difference' ? `${value.label} (percentage points)` : value.label,
    numeric: value.format !== 'verdict' && value.format !== 'text',
    render: (cell) => <ValueText cell={cell} column={column} />,
  };
  if (lower === null && upper === null) return [itself];
  const interval: Column<Cell> = {
    key: `${value.key}-interval`,
    label: '95\u00a0% interval',
    numeric: true,
    render: (cell) => <IntervalText cell={cell} column={column} />,
  };
  return [itself, interval];
}
