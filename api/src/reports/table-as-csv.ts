import type { Dimension, ReleasedTable } from '../kernel/index.js';
import { csvLine } from './csv-line.js';
import { type TidyTable, tidyTable } from './tidy-table.js';

/** A released table, and where it is from. */
export interface TableToWrite {
  readonly period: string;
  readonly releaseId: string;
  readonly sample: boolean;
  readonly table: ReleasedTable;
  readonly dimensions: readonly Dimension[];
}

const MARK = '\uFEFF';

/** A tidy table as a file: UTF-8 with its mark, one header row, dot decimals. */
export const tidyAsCsv = ({ header, rows }: TidyTable): string => MARK + [header, ...rows].map(csvLine).join('');

/** One released table, a row per group and statistic, each with the release that it is from. */
export function tableInFile({ period, releaseId, sample, table, dimensions }: TableToWrite): TidyTable {
  const { header, rows } = tidyTable(table, dimensions);
  const fixed = [period, releaseId, sample ? 'yes' : 'no', table.measure, table.variant];
  return {
    header: ['period', 'release', 'sample', 'measure', 'variant', ...header],
    rows: rows.map((row) => [...fixed, ...row]),
  };
}

/**
 * One released table as one tidy CSV, fractions of 1. A value that is not there is empty, with its reason in
 * `value_note`; hidden groups keep their rows.
 */
export const tableAsCsv = (written: TableToWrite): string => tidyAsCsv(tableInFile(written));

/** `participation-mentee-level-2026-q3.csv`; the organisation's table has no place for a column. */
export function tableFileName({ period, table }: Pick<TableToWrite, 'period' | 'table'>, extension: 'csv' | 'xlsx'): string {
  const by = table.breakdown.map((key) => key.replace(/^demo_/, ''));
  return `${[table.measure, table.variant, ...by, period.toLowerCase()].join('-').replace(/[^a-z0-9-]+/gi, '-')}.${extension}`;
}
