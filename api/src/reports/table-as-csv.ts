import type { Dimension, ReleasedTable } from '../kernel/index.js';
import { csvLine } from './csv-line.js';
import { tidyTable } from './tidy-table.js';

/** A released table, and where it is from. */
export interface TableToWrite {
  readonly period: string;
  readonly releaseId: string;
  readonly sample: boolean;
  readonly table: ReleasedTable;
  readonly dimensions: readonly Dimension[];
}

const MARK = '\uFEFF';

/**
 * One released table as one tidy CSV: UTF-8 with its mark, a row per group and statistic, dot decimals, fractions of 1.
 * A value that is not there is empty, with its reason in `value_note`; hidden groups keep their rows.
 */
export function tableAsCsv({ period, releaseId, sample, table, dimensions }: TableToWrite): string {
  const { header, rows } = tidyTable(table, dimensions);
  const fixed = [period, releaseId, sample ? 'yes' : 'no', table.measure, table.variant];
  const lines = [['period', 'release', 'sample', 'measure', 'variant', ...header], ...rows.map((row) => [...fixed, ...row])];
  return MARK + lines.map(csvLine).join('');
}

/** `participation-mentee-level-2026-q3.csv`; the organisation's table has no place for a column. */
export function csvFileName({ period, table }: Pick<TableToWrite, 'period' | 'table'>): string {
  const by = table.breakdown.map((key) => key.replace(/^demo_/, ''));
  return `${[table.measure, table.variant, ...by, period.toLowerCase()].join('-').replace(/[^a-z0-9-]+/gi, '-')}.csv`;
}
