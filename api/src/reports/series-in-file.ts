import type { Group } from '../kernel/index.js';
import { tableInFile, type TableToWrite } from './table-as-csv.js';
import type { Field, TidyTable } from './tidy-table.js';

/** How a value moved since the last quarter that was shown. */
export interface WrittenChange {
  readonly since: string;
  readonly change: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: string;
}

/** What became of a group in one quarter. */
export interface QuarterToWrite {
  readonly period: string;
  readonly releaseId: string;
  /** The table with the cell of the group alone; undefined where the plan of this quarter has none. */
  readonly written: TableToWrite | undefined;
  /** Why it cannot be compared with what came before, in sentences. */
  readonly breaks: readonly string[];
  readonly changes: Readonly<Record<string, WrittenChange>>;
}

/** One group over the published quarters, oldest first. */
export interface SeriesToWrite {
  readonly measure: string;
  readonly variant: string;
  readonly group: Group;
  readonly sample: boolean;
  readonly quarters: readonly QuarterToWrite[];
}

const MOVED = ['since', 'change', 'change_low', 'change_high', 'moved', 'break'];

/** A row for every quarter and statistic, with its change; a quarter without such a table keeps a row that says so. */
export function seriesInFile(series: SeriesToWrite): TidyTable {
  const [first] = series.quarters.flatMap(({ written }) => (written ? [tableInFile(written)] : []));
  const header = first?.header ?? ['period', 'release', 'sample', 'measure', 'variant', 'statistic', 'value', 'value_note'];
  return { header: [...header, ...MOVED], rows: series.quarters.flatMap((quarter) => rowsOf(quarter, series, header)) };
}

function rowsOf(quarter: QuarterToWrite, series: SeriesToWrite, header: readonly string[]): Field[][] {
  const { period, releaseId, written, changes } = quarter;
  const reason = quarter.breaks.join(' ');
  if (!written) {
    const known = [period, releaseId, series.sample ? 'yes' : 'no', series.measure, series.variant];
    const row = header.map((name, i) => known[i] ?? series.group[name] ?? (name === 'value_note' ? 'x' : ''));
    return [[...row, '', '', '', '', '', reason]];
  }
  const statistic = header.indexOf('statistic');
  return tableInFile(written).rows.map((row) => [...row, ...moved(changes[String(row[statistic])]), reason]);
}

const moved = (one: WrittenChange | undefined): Field[] =>
  one ? [one.since, one.change, one.lower ?? '', one.upper ?? '', one.verdict] : ['', '', '', '', ''];

/** `participation-mentee-quarters.csv`, `participation-mentee-team-quarters.csv`. */
export function seriesFileName({ measure, variant, group }: SeriesToWrite, extension: 'csv' | 'xlsx'): string {
  const by = Object.keys(group).map((key) => key.replace(/^demo_/, ''));
  return `${[measure, variant, ...by, 'quarters'].join('-').replace(/[^a-z0-9-]+/gi, '-')}.${extension}`;
}
