import { type EstimateFinding, type ParityFinding, readVerdict } from '#wording';
import type { Dimension, ReleasedCell, ReleasedTable } from '../../kernel/index.js';
import { type Column, columnsOf, numberIn, primaryKey, valueIn, verdictOf } from './parts.js';
import type { MeasureWords } from './words.js';
import { namedGroup } from './written.js';

/** Whether the figure compares groups with everyone else by the ratio of their rates. */
export const isComparison = (words: MeasureWords, { derived }: ReleasedTable): boolean =>
  derived[words.primary]?.by === 'rateRatio' && Object.values(derived).some(({ by }) => by === 'verdict');

/** The column that answers the question; undefined where a table does not derive it. */
export function primaryOf(words: MeasureWords, { derived }: ReleasedTable): Column | undefined {
  const asked = primaryKey(words, derived);
  return columnsOf(words, derived).find(({ key }) => key === asked);
}

/** Every comparison of a table that has an answer. */
export function parityFindings(words: MeasureWords, table: ReleasedTable, dimensions: readonly Dimension[]): ParityFinding[] {
  const primary = primaryOf(words, table);
  if (primary === undefined || !isComparison(words, table)) return [];
  return table.cells.flatMap((cell) => parityOf(cell, primary, { table, dimensions }) ?? []);
}

interface Ground {
  readonly table: ReleasedTable;
  readonly dimensions: readonly Dimension[];
}

function parityOf(cell: ReleasedCell, primary: Column, { table, dimensions }: Ground): ParityFinding | null {
  const told = valueIn(cell, verdictOf(table.derived, primary));
  const verdict = typeof told === 'string' ? readVerdict(told) : null;
  const [ratio, lower] = [numberIn(cell, primary.key), numberIn(cell, primary.lower)];
  if (ratio === null || lower === null || verdict === null) return null;
  const comparisons = Object.keys(table.derived).find((key) => table.derived[key]?.by === 'comparisons');
  return {
    group: namedGroup(cell.group, dimensions),
    ratio,
    lower,
    upper: numberIn(cell, primary.upper),
    verdict,
    comparisons: numberIn(cell, comparisons),
  };
}

/** The estimate of a cell, or null where it shows none. */
export function estimateOf(cell: ReleasedCell, column: Column, dimensions: readonly Dimension[]): EstimateFinding | null {
  const value = numberIn(cell, column.key);
  if (value === null) return null;
  return {
    group: namedGroup(cell.group, dimensions),
    value,
    lower: numberIn(cell, column.lower),
    upper: numberIn(cell, column.upper),
  };
}
