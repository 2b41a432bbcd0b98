import type { Derivation, Dimension, ReleasedCell, ReleasedTable, ReleasedValue } from '../kernel/index.js';
import { csvLine } from './csv-line.js';

/** A released table, and where it is from. */
export interface TableToWrite {
  readonly period: string;
  readonly releaseId: string;
  readonly sample: boolean;
  readonly table: ReleasedTable;
  readonly dimensions: readonly Dimension[];
}

/** A value that has a row of its own, with the values that are its interval and its verdict. */
interface Statistic {
  readonly key: string;
  readonly lower: string | undefined;
  readonly upper: string | undefined;
  readonly verdict: string | undefined;
}

/** Shorthand of the note that stands in place of a value: c hidden, u no reliable answer, x not collected, z does not apply. */
type Note = '' | 'c' | 'u' | 'x' | 'z';

const MARK = '\uFEFF';

/**
 * One released table as one tidy CSV: UTF-8 with its mark, a row per group and statistic, dot decimals, fractions of 1.
 * A value that is not there is empty, with its reason in `value_note`; hidden groups keep their rows.
 */
export function tableAsCsv({ period, releaseId, sample, table, dimensions }: TableToWrite): string {
  const statistics = statisticsOf(table.derived);
  const groups = table.breakdown.flatMap((key) => [key, `${key}_label`]);
  const header = ['period', 'release', 'sample', 'measure', 'variant', ...groups, 'statistic'];
  const figures = ['value', 'interval_low', 'interval_high', 'verdict', 'value_note'];
  const fixed = [period, releaseId, sample ? 'yes' : 'no', table.measure, table.variant];
  const labels = labelsOf(dimensions);
  const rows = table.cells.flatMap((cell) => {
    const group = table.breakdown.flatMap((key) => [cell.group[key] ?? '', labels(key, cell.group[key] ?? '')]);
    return statistics.map((statistic) => [...fixed, ...group, statistic.key, ...figuresOf(cell, statistic)]);
  });
  return MARK + [[...header, ...figures], ...rows].map(csvLine).join('');
}

/** `participation-mentee-level-2026-q3.csv`; the organisation's table has no place for a column. */
export function csvFileName({ period, table }: Pick<TableToWrite, 'period' | 'table'>): string {
  const by = table.breakdown.map((key) => key.replace(/^demo_/, ''));
  return `${[table.measure, table.variant, ...by, period.toLowerCase()].join('-').replace(/[^a-z0-9-]+/gi, '-')}.csv`;
}

function statisticsOf(derived: Readonly<Record<string, Derivation>>): Statistic[] {
  const entries = Object.entries(derived);
  const limit = (by: string, of: readonly string[]): string | undefined =>
    entries.find(([, other]) => other.by === by && other.of.join() === of.join())?.[0];
  const verdict = entries.find(([, { by }]) => by === 'verdict');
  return entries
    .filter(([, { by }]) => !by.endsWith('Lower') && !by.endsWith('Upper') && by !== 'verdict')
    .map(([key, { by, of }]) => {
      const [lower, upper] = [limit(`${by}Lower`, of), limit(`${by}Upper`, of)];
      return { key, lower, upper, verdict: lower !== undefined && verdict?.[1].of[0] === lower ? verdict[0] : undefined };
    });
}

function labelsOf(dimensions: readonly Dimension[]): (key: string, value: string) => string {
  const known = new Map(
    dimensions.map(({ key, values }) => [key, new Map(values.map(({ key: value, label }) => [value, label]))]),
  );
  return (key, value) => known.get(key)?.get(value) ?? value;
}

type Field = string | number;

function figuresOf(cell: ReleasedCell, { key, lower, upper, verdict }: Statistic): Field[] {
  if (cell.status !== 'shown') return ['', '', '', '', NOTES[cell.status]];
  const { values } = cell;
  const value = values[key];
  const note: Note = isNumber(value) ? '' : noteOf(value);
  return [...[value, lower && values[lower], upper && values[upper]].map(numberOr), textOr(verdict && values[verdict]), note];
}

const NOTES = { suppressed: 'c', notEstimable: 'u', notCollected: 'x', structuralZero: 'z' } satisfies Record<string, Note>;

const isNumber = (value: ReleasedValue | undefined): value is number => typeof value === 'number';
const numberOr = (value: ReleasedValue | undefined): Field => (isNumber(value) ? value : '');
const textOr = (value: ReleasedValue | undefined): Field => (typeof value === 'string' ? value : '');
const noteOf = (value: ReleasedValue | undefined): Note =>
  typeof value === 'object' && value.absent === 'notCollected' ? 'x' : 'u';
