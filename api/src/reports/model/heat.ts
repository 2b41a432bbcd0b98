import { absence, badge, comparing, isHigher, isLower, parityClass, parityTitle, readVerdict, valueLabel } from '#wording';
import type { Dimension, ReleasedCell, ReleasedTable } from '../../kernel/index.js';
import { isComparison, parityFindings, primaryOf } from './findings.js';
import type { HeatCell, HeatRow, HeatTable } from './model.js';
import { type Column, isTelling, numberIn, valueIn, verdictOf } from './parts.js';
import { breakdownLabel } from './printed-table.js';
import type { Asked } from './question.js';
import { insideSentence } from './spoken-words.js';
import { namedGroup, writtenIn } from './written.js';

/** More columns than these cannot be read beside each other. */
const MOST_COLUMNS = 8;

/** The comparisons of a question that cross two groupings, each as a table of its own. */
export function heatsOf(asked: Asked): HeatTable[] {
  const { words, tables } = asked;
  return tables.flatMap((table) => {
    const column = table.breakdown.length === 2 && isTelling(table) ? primaryOf(words, table) : undefined;
    return column !== undefined && isComparison(words, table) ? (heatOf(asked, table, column) ?? []) : [];
  });
}

function heatOf({ words, variant, dimensions }: Asked, table: ReleasedTable, column: Column): HeatTable | null {
  const [down = '', across = ''] = table.breakdown;
  const columns = valuesOf(table, across, dimensions);
  if (columns.length > MOST_COLUMNS) return null;
  const by = breakdownLabel(table, dimensions);
  const speech = comparing(words.key, variant.key, words.primary);
  return {
    title: `${by}: ${parityTitle(parityFindings(words, table, dimensions), speech)}`,
    caption: `${words.label}, ${variant.label}: ${insideSentence(by)}`,
    corner: dimensions.find(({ key }) => key === down)?.label ?? down,
    columns: columns.map(({ label }) => label),
    rows: valuesOf(table, down, dimensions).map((row): HeatRow => ({
      label: row.label,
      depth: row.depth,
      cells: columns.map(({ value }) => cellOf(table, { [down]: row.value, [across]: value }, column)),
    })),
  };
}

interface Place {
  readonly value: string;
  readonly label: string;
  readonly depth: number;
}

/** The values that stand at one place of the groups, in the order of the release. */
function valuesOf(table: ReleasedTable, key: string, dimensions: readonly Dimension[]): Place[] {
  const values = [...new Set(table.cells.flatMap(({ group }) => group[key] ?? []))];
  const parents = new Map(dimensions.find((one) => one.key === key)?.values.map(({ key: value, parent }) => [value, parent]));
  const depth = (value: string): number => {
    const above = parents.get(value);
    return above !== undefined && values.includes(above) ? depth(above) + 1 : 0;
  };
  return values.map((value) => ({
    value,
    label: namedGroup({ [key]: value }, dimensions)
      .map((part) => valueLabel(part))
      .join(''),
    depth: depth(value),
  }));
}

function cellOf(table: ReleasedTable, group: Readonly<Record<string, string>>, column: Column): HeatCell {
  const cell = table.cells.find((one) => Object.entries(group).every(([key, value]) => one.group[key] === value));
  if (cell === undefined) return { text: absence('structuralZero').mark, verdict: '', tone: null };
  const value = numberIn(cell, column.key);
  const verdict = verdictIn(cell, table, column);
  // Its interval stands in the table of all groups; here it would leave no room for the others.
  const text = writtenIn(cell, { ...column, lower: undefined, upper: undefined });
  if (value === null || verdict === null) return { text, verdict: '', tone: null };
  const { shape, word } = badge(verdict);
  return { text: `${text} ${shape}`, verdict: word, tone: isLower(verdict) || isHigher(verdict) ? parityClass(value) : null };
}

function verdictIn(cell: ReleasedCell, { derived }: ReleasedTable, column: Column) {
  const told = valueIn(cell, verdictOf(derived, column));
  return typeof told === 'string' ? readVerdict(told) : null;
}
