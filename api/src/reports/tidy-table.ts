import { saying } from '#language';
import type { Dimension, ReleasedCell, ReleasedTable, ReleasedValue } from '../kernel/index.js';
import { statisticsOf, verdictOf } from './model/parts.js';
import { namedGroup } from './model/written.js';

/** Shorthand of the note that stands in place of a value: c hidden, u no reliable answer, x not collected, z does not apply. */
type Note = '' | 'c' | 'u' | 'x' | 'z';

export type Field = string | number;

/** A table with a row for each group and statistic; what is not there is empty and has its note. */
export interface TidyTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Field[])[];
}

/** One released table, tidy: every value once, intervals and verdict beside their value. */
export function tidyTable(table: ReleasedTable, dimensions: readonly Dimension[]): TidyTable {
  const statistics = statisticsOf(table.derived);
  const groups = table.breakdown.flatMap((key) => [key, `${key}_label`]);
  return {
    header: [...groups, 'statistic', 'value', 'interval_low', 'interval_high', 'verdict', 'value_note'],
    rows: table.cells.flatMap((cell) => {
      const group = groupFields(table, cell, dimensions);
      return statistics.map((statistic) => [
        ...group,
        statistic.key,
        ...figuresIn(cell, [statistic.key, statistic.lower, statistic.upper], verdictOf(table.derived, statistic)),
      ]);
    }),
  };
}

function groupFields({ breakdown }: ReleasedTable, { group }: ReleasedCell, dimensions: readonly Dimension[]): string[] {
  const named = namedGroup(group, dimensions);
  return breakdown.flatMap((key) => {
    const part = named.find(({ dimension }) => dimension === key);
    return [group[key] ?? '', part?.label ?? ''];
  });
}

function figuresIn(cell: ReleasedCell, keys: readonly (string | undefined)[], verdict: string | undefined): Field[] {
  if (cell.status !== 'shown') return ['', '', '', '', NOTES[cell.status]];
  const values = keys.map((key) => (key === undefined ? undefined : cell.values[key]));
  const told = verdict === undefined ? undefined : cell.values[verdict];
  const [value] = values;
  // A few statistics are words themselves: whether one number stands for all strata.
  const word = typeof told === 'string' ? told : typeof value === 'string' ? value : '';
  return [...values.map((one) => (typeof one === 'number' ? one : '')), word, noteOf(value)];
}

const NOTES = { suppressed: 'c', notEstimable: 'u', notCollected: 'x', structuralZero: 'z' } satisfies Record<string, Note>;

function noteOf(value: ReleasedValue | undefined): Note {
  if (typeof value === 'number' || typeof value === 'string') return '';
  return value?.absent === 'notCollected' ? 'x' : 'u';
}

/** What the notes stand for, for the sheet and the file that explain them. */
export const NOTES_EXPLAINED: readonly (readonly [string, string])[] = [
  ['c', saying('Hidden to protect people in small groups. There is one mark for every reason.')],
  ['u', saying('Too uncertain to estimate, or not estimable.')],
  ['x', saying('Not collected.')],
  ['z', saying('Does not apply.')],
];

/** `participation/mentee by team`: what a table is about, in one line. */
export const tableName = ({ measure, variant, breakdown }: Pick<ReleasedTable, 'measure' | 'variant' | 'breakdown'>): string =>
  `${measure}/${variant} ${breakdown.length === 0 ? 'whole organisation' : `by ${breakdown.join(' and ')}`}`;
