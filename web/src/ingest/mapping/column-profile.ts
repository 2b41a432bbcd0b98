import type { Head } from './rows.js';

/** How a source writes dates, as the server names it. */
export type DateFormat = 'y-m-d' | 'd.m.y' | 'd/m/y' | 'm/d/y';

/** What can be said of a column without repeating what stands in it. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: 'empty' | 'date' | 'number' | 'text';
  /** How its dates are written, where it holds dates. */
  readonly dates: DateFormat | null;
  /** Which percentage of the rows says anything. */
  readonly filled: number;
  /** How many different values there are, rounded. */
  readonly different: number;
  /** The commonest shape of a value, every letter and digit masked; null where there is none. */
  readonly pattern: string | null;
  /** The words of a coded list; empty for whatever might be about one person. */
  readonly words: readonly string[];
}

/** The columns of a file, by what their values look like. */
export const profilesOf = ({ names, rows }: Head): ColumnProfile[] =>
  names.map((name, at) =>
    profileOf(
      name,
      rows.map((row) => row[at]?.trim() ?? ''),
    ),
  );

function profileOf(name: string, cells: readonly string[]): ColumnProfile {
  const said = cells.filter((cell) => cell !== '');
  const dates = datesOf(said);
  const counts = counted(said);
  return {
    name,
    type: typeOf(said, dates),
    dates,
    filled: cells.length === 0 ? 0 : Math.floor((100 * said.length) / cells.length),
    different: roundedCount(counts.size),
    pattern: patternOf(said),
    words: dates === null ? wordsOf(counts) : [],
  };
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

function typeOf(said: readonly string[], dates: DateFormat | null): ColumnProfile['type'] {
  if (said.length === 0) return 'empty';
  if (dates !== null) return 'date';
  return mostly(said, (cell) => NUMBER.test(cell)) ? 'number' : 'text';
}

const MOSTLY = 0.9;
const mostly = (cells: readonly string[], holds: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(holds).length >= MOSTLY * cells.length;

const SHAPES: readonly (readonly [DateFormat, RegExp])[] = [
  ['y-m-d', /^\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?$/],
  ['d.m.y', /^\d{1,2}\.\d{1,2}\.\d{4}(?:[T ].*)?$/],
  ['d/m/y', /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d{4}(?:[T ].*)?$/],
  ['m/d/y', /^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/\d{4}(?:[T ].*)?$/],
];

/** The way of writing dates that fits most cells; of day and month, the one that fits more. */
function datesOf(said: readonly string[]): DateFormat | null {
  const fits = SHAPES.map(([format, shape]) => ({ format, share: said.filter((cell) => shape.test(cell)).length }));
  const [best] = fits.sort((a, b) => b.share - a.share);
  return best !== undefined && best.share > 0 && best.share >= MOSTLY * said.length ? best.format : null;
}

/** One figure that counts: 8, 40, 3000. */
export function roundedCount(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))));
  return Math.round(count / step) * step;
}

const LONGEST = 24;
/** In fewer rows than these a word or a shape may be one person's. */
const FEWEST = 5;

const MASKS = [
  [/\p{Lu}/u, 'A'],
  [/\p{L}/u, 'a'],
  [/\p{N}/u, '9'],
] as const;

/** Letters, digits and signs of a value, without saying which. */
const masked = (value: string): string =>
  value.slice(0, LONGEST).replace(/[^ @./:_+,;()-]/gu, (sign) => MASKS.find(([kind]) => kind.test(sign))?.[1] ?? '?');

function patternOf(said: readonly string[]): string | null {
  const [commonest] = [...counted(said.map(masked))].sort(([, a], [, b]) => b - a);
  return commonest === undefined || commonest[1] < FEWEST ? null : commonest[0];
}

const MOST_WORDS = 30;
const LIKE_A_PERSON = /@|\d{3}/;

/** A coded list has few words, none of them like a number or an address; those that are rare are not repeated. */
function wordsOf(counts: ReadonlyMap<string, number>): string[] {
  const words = [...counts.keys()];
  if (words.length > MOST_WORDS || words.some((word) => word.length > 60 || LIKE_A_PERSON.test(word))) return [];
  return words.filter((word) => (counts.get(word) ?? 0) >= FEWEST).sort((a, b) => a.localeCompare(b));
}
