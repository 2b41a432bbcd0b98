import type { Derivation, ReleasedCell, ReleasedTable, ReleasedValue } from '../../kernel/index.js';
import type { MeasureWords, ValueWords } from './words.js';

type Derived = Readonly<Record<string, Derivation>>;

/** A value of a table, with the values that are the ends of its interval. */
export interface Statistic {
  readonly key: string;
  readonly lower: string | undefined;
  readonly upper: string | undefined;
}

const isEnd = (by: string): boolean => by.endsWith('Lower') || by.endsWith('Upper');

/** The end of a value's interval: the same formula's, of the same statistics, at the same point. */
function endOf(derived: Derived, key: string, end: 'Lower' | 'Upper'): string | undefined {
  const named = derived[key];
  if (named === undefined) return undefined;
  const by = `${named.by === 'modelEstimate' ? 'model' : named.by}${end}`;
  const asks = JSON.stringify([named.of, named.parameters ?? {}]);
  return Object.keys(derived).find((other) => {
    const one = derived[other];
    return one?.by === by && JSON.stringify([one.of, one.parameters ?? {}]) === asks;
  });
}

/** The values that stand by themselves; ends of intervals and verdicts stand beside what they belong to. */
export function statisticsOf(derived: Derived): Statistic[] {
  return Object.entries(derived)
    .filter(([, { by }]) => !isEnd(by) && by !== 'verdict')
    .map(([key]) => ({ key, lower: endOf(derived, key, 'Lower'), upper: endOf(derived, key, 'Upper') }));
}

/** The verdict that a value's interval led to, where it led to one. */
export function verdictOf(derived: Derived, { lower }: Statistic): string | undefined {
  return Object.keys(derived).find(
    (key) => derived[key]?.by === 'verdict' && derived[key].of[0] === lower && lower !== undefined,
  );
}

/** One column of a printed table. */
export interface Column extends Statistic {
  readonly words: ValueWords;
}

/** Formulas whose values explain others and are left to the files with every value. */
const ASIDE = ['scoreZ', 'scoreP', 'adjustedP', 'meanP', 'curveP', 'comparisons', 'otherRate', 'otherMean', 'otherCurve'];
const COUNTS = ['people', 'rows', 'count'];
/** More columns than these cannot be read on paper. */
const MOST_COLUMNS = 4;

/** The value that answers the question or, where a variant does not derive it, the first one that has an interval. */
export function primaryKey(words: MeasureWords, derived: Derived): string | undefined {
  if (derived[words.primary] !== undefined) return words.primary;
  return words.values.find(({ key }) => derived[key] !== undefined && endOf(derived, key, 'Lower') !== undefined)?.key;
}

/** What a page shows of a measure's values: how many, what was asked, its verdict, and what else finds room. */
export function columnsOf(words: MeasureWords, derived: Derived): Column[] {
  const ends = new Set(statisticsOf(derived).flatMap(({ lower, upper }) => [lower, upper]));
  const own = words.values.filter(({ key }) => derived[key] !== undefined && !ends.has(key) && !isAside(derived, key));
  const asked = primaryKey(words, derived);
  const primary = own.filter(({ key }) => key === asked);
  const verdict = verdictColumn(words, derived);
  const counts = own.filter(({ key, format }) => COUNTS.includes(format) && key !== asked).slice(0, 2);
  const chosen = new Set([...counts, ...primary, ...verdict]);
  const more = own.filter((value) => !chosen.has(value) && value.format !== 'verdict').slice(0, MOST_COLUMNS - chosen.size);
  return [...counts, ...more, ...primary, ...verdict].map((value) => ({
    key: value.key,
    lower: endOf(derived, value.key, 'Lower'),
    upper: endOf(derived, value.key, 'Upper'),
    words: value,
  }));
}

const isAside = (derived: Derived, key: string): boolean => ASIDE.includes(derived[key]?.by ?? '');

/** The verdict about the value that was asked for; others are about other values. */
function verdictColumn(words: MeasureWords, derived: Derived): ValueWords[] {
  const key = verdictOf(derived, { key: words.primary, lower: endOf(derived, words.primary, 'Lower'), upper: undefined });
  return words.values.filter((value) => value.key === key);
}

/** The number that a cell shows under this name, or null where it shows none. */
export function numberIn(cell: ReleasedCell, key: string | undefined): number | null {
  const value = valueIn(cell, key);
  return typeof value === 'number' ? value : null;
}

export function valueIn(cell: ReleasedCell, key: string | undefined): ReleasedValue | undefined {
  return cell.status === 'shown' && key !== undefined ? cell.values[key] : undefined;
}

/** Whether any cell of the table says anything. */
export const isTelling = ({ cells }: ReleasedTable): boolean => cells.some(({ status }) => status === 'shown');
