import type { Cell, Table } from '../gateway/index.js';
import { type Column, DataTable } from '../kit/index.js';
import { groupLabel, listed, valueLabel } from '../wording/index.js';
import { type CurveShape, unitWithin } from './curves.js';
import type { Panel } from './panels.js';
import type { ValueColumn } from './parts.js';
import { cellKey } from './places.js';
import { IntervalText, ValueText } from './ValueText.js';
import { t } from '../language/index.js';

interface PanelTableProps {
  readonly table: Table;
  readonly panel: Panel;
  readonly caption: string;
  /** The organisation's own cell, where another table holds it. */
  readonly whole: Cell | null;
}

/** All that the release holds of a panel: one row for each group, none left out. */
export function PanelTable(props: PanelTableProps) {
  if (props.panel.curve !== null && props.panel.drawing === 'steps') return <TimeTable {...props} shape={props.panel.curve} />;
  return props.table.by.length === 0 ? <ValueTable {...props} /> : <GroupTable {...props} />;
}

const rowsOf = ({ table, whole }: PanelTableProps): readonly Cell[] => (whole === null ? table.cells : [whole, ...table.cells]);

const nameOf = (cell: Cell): string => (cell.group.length === 0 ? groupLabel([]) : cell.group.map(valueLabel).join(', '));

function GroupTable(props: PanelTableProps) {
  const columns = [groupColumn(props.table), ...props.panel.columns.flatMap(valueColumns)];
  return <DataTable caption={props.caption} captionHidden columns={columns} rows={rowsOf(props)} rowKey={cellKey} />;
}

function groupColumn(table: Table): Column<Cell> {
  const labels = table.cells.find((cell) => cell.group.length > 0)?.group.map((part) => part.dimensionLabel);
  return { key: 'group', label: (labels === undefined ? undefined : listed(labels)) ?? t('Group'), render: nameOf };
}

function valueColumns(column: ValueColumn): Column<Cell>[] {
  const { value, lower, upper } = column;
  const itself: Column<Cell> = {
    key: value.key,
    label: value.format === 'difference' ? t('{label} (percentage points)', { label: value.label }) : value.label,
    numeric: value.format !== 'verdict' && value.format !== 'text',
    render: (cell) => <ValueText cell={cell} column={column} />,
  };
  if (lower === null && upper === null) return [itself];
  const interval: Column<Cell> = {
    key: `${value.key}-interval`,
    label: t('95\u00a0% interval'),
    numeric: true,
    render: (cell) => <IntervalText cell={cell} column={column} />,
  };
  return [itself, interval];
}

interface ValueRow {
  readonly cell: Cell;
  readonly column: ValueColumn;
}

/** One place, its values as rows. */
function ValueTable({ table, panel, caption }: PanelTableProps) {
  const [cell] = table.cells;
  if (cell === undefined) return null;
  const columns: Column<ValueRow>[] = [
    {
      key: 'value',
      label: t('Value'),
      render: ({ column: { value } }) =>
        value.format === 'difference' ? t('{label} (percentage points)', { label: value.label }) : value.label,
    },
    { key: 'estimate', label: t('Estimate'), numeric: true, render: (row) => <ValueText {...row} /> },
    {
      key: 'interval',
      label: t('95\u00a0% interval'),
      numeric: true,
      render: (row) => (row.column.lower === null && row.column.upper === null ? t('none##interval') : <IntervalText {...row} />),
    },
  ];
  const rows = panel.columns.map((column) => ({ cell, column }));
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.column.value.key} />;
}

interface TimeRow {
  readonly cell: Cell;
  /** Null for a place without a curve: one row says so for all times. */
  readonly at: number | null;
  readonly share: ValueColumn;
  readonly followed: ValueColumn | null;
}

/** A curve as rows of time, each with the number still followed. */
function TimeTable(props: PanelTableProps & { readonly shape: CurveShape }) {
  const { shape, table, panel, caption } = props;
  const columnOf = (key: string | null): ValueColumn | null => panel.columns.find(({ value }) => value.key === key) ?? null;
  const rows = rowsOf(props).flatMap((cell) => {
    const points = shape.points.flatMap(({ at, parts, followed }): TimeRow[] => {
      const share = columnOf(parts.point);
      return share === null ? [] : [{ cell, at, share, followed: columnOf(followed) }];
    });
    return cell.status === 'shown' ? points : points.slice(0, 1).map((row) => ({ ...row, at: null }));
  });
  const timeOf = ({ at }: TimeRow): string =>
    at === null ? t('At any time') : t('Within {at} {unit}', { at, unit: unitWithin(shape.unit) });
  const columns: Column<TimeRow>[] = [
    ...(table.by.length === 0 ? [] : [{ ...groupColumn(table), render: (row: TimeRow) => nameOf(row.cell) }]),
    { key: 'time', label: t('Time'), render: timeOf },
    { key: 'share', label: t('Share'), numeric: true, render: (row) => <ValueText cell={row.cell} column={row.share} /> },
    {
      key: 'interval',
      label: t('95\u00a0% interval'),
      numeric: true,
      render: (row) => <IntervalText cell={row.cell} column={row.share} />,
    },
    {
      key: 'followed',
      label: t('Still followed'),
      numeric: true,
      render: (row) => (row.followed === null ? '' : <ValueText cell={row.cell} column={row.followed} />),
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => `${cellKey(row.cell)}/${row.at ?? ''}`}
    />
  );
}
