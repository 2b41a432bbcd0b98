import { t } from '#language';
import { absence, groupLabel, percent, range } from '#wording';
import type { Dimension, ReleasedCell, ReleasedTable } from '../../kernel/index.js';
import { isComparison, primaryOf } from './findings.js';
import type { CurvePoint, Figure, FigureRow } from './model.js';
import { type Column, isTelling, numberIn, statisticsOf } from './parts.js';
import { depthIn } from './printed-table.js';
import type { Asked } from './question.js';
import { namedGroup, writtenIn } from './written.js';

/** More rows than these do not fit beside a table on a page. */
const MOST_ROWS = 26;

/** What is drawn of a question: a curve where it asks for one, else the groups with their intervals. */
export function figureOf(asked: Asked): Figure | null {
  return (asked.words.figure === 'curve' ? curveOf(asked) : null) ?? intervalsOf(asked);
}

function intervalsOf(asked: Asked): Figure | null {
  const { words, dimensions, policy } = asked;
  const primary = sharedPrimary(asked);
  const drawn = asked.tables.filter((table) => isDrawn(asked, table, primary));
  const rows = fitting(drawn).flatMap((table) => rowsOf(asked, table, dimensions));
  if (primary === undefined || !rows.some(({ value }) => value !== null)) return null;
  const compares = drawn.some((table) => isComparison(words, table));
  return {
    kind: 'interval',
    format: primary.words.format,
    axisLabel: compares ? t('Rate of the group divided by the rate of everyone else; 1 is the same rate') : primary.words.label,
    similar: compares ? policy.similar : null,
    rows,
    alt: `${words.label}, ${asked.variant.label}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('. ')}.`,
  };
}

/** What all rows of a figure show: a row with another value among them would be misread. */
function sharedPrimary({ words, tables }: Asked): Column | undefined {
  const columns = tables.filter(isTelling).flatMap((table) => primaryOf(words, table) ?? []);
  return columns.find(({ key }) => key === words.primary) ?? columns[0];
}

const isDrawn = ({ words }: Asked, table: ReleasedTable, primary: Column | undefined): boolean =>
  table.breakdown.length <= 1 && isTelling(table) && primaryOf(words, table)?.key === primary?.key;

/** Whole tables, as many as there is room for: half a table would look like all of it. */
function fitting(tables: readonly ReleasedTable[]): ReleasedTable[] {
  let room = MOST_ROWS;
  return tables.filter(({ cells }) => {
    if (cells.length > room) return false;
    room -= cells.length;
    return true;
  });
}

function rowsOf({ words }: Asked, table: ReleasedTable, dimensions: readonly Dimension[]): FigureRow[] {
  const column = primaryOf(words, table);
  return column === undefined ? [] : table.cells.map((cell) => rowOf(cell, column, { table, dimensions }));
}

interface Place {
  readonly table: ReleasedTable;
  readonly dimensions: readonly Dimension[];
}

function rowOf(cell: ReleasedCell, column: Column, { table, dimensions }: Place): FigureRow {
  const value = numberIn(cell, column.key);
  return {
    label: groupLabel(namedGroup(cell.group, dimensions)),
    depth: depthIn(table, cell, dimensions),
    value,
    lower: numberIn(cell, column.lower),
    upper: numberIn(cell, column.upper),
    text: value === null ? absentText(cell) : ratioText(cell, column),
    total: table.breakdown.length === 0,
  };
}

const absentText = (cell: ReleasedCell): string => {
  const { mark, name } = absence(cell.status === 'shown' ? 'notEstimable' : cell.status);
  return `${mark} ${name}`;
};

/** As the table beside it writes it. */
const ratioText = (cell: ReleasedCell, column: Column): string => writtenIn(cell, column);

/** The organisation's curve, where every point of it was released. */
function curveOf({ words, tables, variant }: Asked): Figure | null {
  const table = tables.find(({ breakdown }) => breakdown.length === 0);
  const cell = table?.cells[0];
  if (table === undefined || cell?.status !== 'shown') return null;
  const points = curveStatistics(table).flatMap((column) => pointOf(cell, column) ?? []);
  if (points.length < 2) return null;
  const last = points.at(-1)?.at ?? 0;
  const days = last > 24;
  return {
    kind: 'curve',
    axisLabel: days
      ? t('Share who have reached it, by days since the beginning')
      : t('Share who have reached it, by months since the beginning'),
    points,
    alt: `${words.label}, ${variant.label}. ${points.map(({ at, text }) => (days ? t('After {at} days: {text}', { at, text }) : t('After {at} months: {text}', { at, text }))).join('. ')}.`,
  };
}

const curveStatistics = ({ derived }: ReleasedTable): Column[] =>
  statisticsOf(derived)
    .filter(({ key }) => derived[key]?.by === 'curve')
    .map((one) => ({ ...one, words: { key: one.key, label: one.key, format: 'fraction' } }))
    .sort((a, b) => monthOf(a.key) - monthOf(b.key));

const monthOf = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? 0);

function pointOf(cell: ReleasedCell, column: Column): CurvePoint | null {
  const [value, lower, upper] = [column.key, column.lower, column.upper].map((key) => numberIn(cell, key));
  if (value === undefined || value === null || lower === undefined || lower === null || upper === undefined || upper === null)
    return null;
  return { at: monthOf(column.key), value, lower, upper, text: `${percent(value)} (${range(percent(lower), percent(upper))})` };
}
