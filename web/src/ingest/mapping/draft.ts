import type { MappedColumns, NeededFile } from '../../gateway/index.js';
import type { ColumnProfile, DateFormat } from './column-profile.js';
import { isCoded, type Target } from './targets.js';

/** What somebody is about to say of one file: what it is, and which of its columns is read as what. */
export interface Draft {
  /** The file of the dictionary; empty until it is chosen. */
  readonly file: string;
  readonly dates: DateFormat;
  /** Target → place of the column in the file. */
  readonly read: Readonly<Record<string, number>>;
  /** What no row can do without and no column says by itself: the place of a column that is read twice. */
  readonly also: Readonly<Record<string, number>>;
  /** Target → what holds in every row, where no column says it. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Target → word of the source in lower case → the dictionary's. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the server reads: an element of a profile's `files`. */
export interface FileMapping {
  readonly file: string;
  readonly dates: DateFormat;
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly constants?: Readonly<Record<string, string>>;
  readonly rows?: readonly {
    readonly columns: Readonly<Record<string, readonly string[]>>;
    readonly constants: Readonly<Record<string, string>>;
  }[];
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A file of the dictionary with all that can be read into it. */
export interface Readable {
  readonly file: NeededFile;
  readonly targets: readonly Target[];
}

/** `Hire_Date` and `hire date` are the same name. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const FITTING: Readonly<Record<string, readonly ColumnProfile['type'][]>> = {
  date: ['date', 'empty'],
  integer: ['number', 'empty'],
  number: ['number', 'empty'],
};

const fits = ({ column }: Target, { type }: ColumnProfile): boolean => FITTING[column.kind]?.includes(type) ?? true;

/** Which column of the source each target is likely to be: by names that are known for it, where the values look like it. */
export function suggested(targets: readonly Target[], columns: readonly ColumnProfile[]): Pick<Draft, 'read' | 'also'> {
  const names = columns.map(({ name }) => plain(name));
  const found = targets.flatMap((target) => {
    const at = target.known.map((name) => names.indexOf(plain(name))).find((index) => index >= 0);
    const column = at === undefined ? undefined : columns[at];
    return at === undefined || column === undefined || !fits(target, column) ? [] : [{ target, at }];
  });
  return readOnce(withoutDoubles(found));
}

interface Found {
  readonly target: Target;
  readonly at: number;
}

/** A row is one person's or a pair's: where both halves are there, nobody else is meant. */
function withoutDoubles(found: readonly Found[]): Found[] {
  const pair = PAIR.every((key) => found.some(({ target }) => target.key === key));
  return found.filter(({ target }) => !(pair ? SINGLE : PAIR).includes(target.key));
}

/** A column is read as one thing; as another one besides only where no row can do without that. */
function readOnce(found: readonly Found[]): Pick<Draft, 'read' | 'also'> {
  const read: Record<string, number> = {};
  const also: Record<string, number> = {};
  for (const { target, at } of [...found].sort((a, b) => Number(a.target.column.needed) - Number(b.target.column.needed))) {
    if (!Object.values(read).includes(at)) read[target.key] = at;
    else if (target.column.needed) also[target.key] = at;
  }
  return { read, also };
}

const PAIR = ['person_id of the mentor', 'person_id of the mentee'];
const SINGLE = ['person_id', 'role'];

/** Fewer columns than these say nothing about what a file is. */
const FEWEST = 2;

/** The file of the dictionary that most columns speak for, with its columns; nothing is chosen where little speaks for any. */
export function draftOf(readable: readonly Readable[], columns: readonly ColumnProfile[]): Draft {
  const [best] = readable
    .map(({ file, targets }) => ({ file, targets, ...suggested(targets, columns) }))
    .map((one) => ({ ...one, missing: stillMissing(one.targets, one).length, count: Object.keys(one.read).length }))
    .sort((a, b) => b.count - 2 * b.missing - (a.count - 2 * a.missing));
  const dates = columns.find((column) => column.dates !== null)?.dates ?? 'y-m-d';
  if (best === undefined || best.count < FEWEST) return { file: '', dates, read: {}, also: {}, fixed: {}, words: {} };
  return {
    file: best.file.file,
    dates,
    read: best.read,
    also: best.also,
    fixed: {},
    words: knownWords(best.targets, best.read, columns),
  };
}

/** Words that are the dictionary's own need no translation, however they are written. */
function knownWords(targets: readonly Target[], read: Draft['read'], columns: readonly ColumnProfile[]): Draft['words'] {
  const entries = targets.flatMap((target) => {
    const column = columns[read[target.key] ?? -1];
    if (column === undefined || target.column.choices.length === 0) return [];
    const same = column.words.flatMap((word) => {
      const meant = target.column.choices.find((choice) => plain(choice) === plain(word));
      return meant === undefined ? [] : [[word.toLowerCase(), meant] as const];
    });
    return same.length === 0 ? [] : [[target.key, Object.fromEntries(same)] as const];
  });
  return Object.fromEntries(entries);
}

/** Words that were translated for this source before. */
export function withRemembered(draft: Draft, remembered: readonly MappedColumns[]): Draft {
  const earlier = remembered.find(({ file }) => file === draft.file);
  if (earlier === undefined) return draft;
  const words = { ...draft.words };
  for (const { name, role, words: known } of earlier.columns) {
    if (role !== null || known.length === 0) continue;
    words[name] = { ...words[name], ...Object.fromEntries(known.map(({ said, means }) => [said, means])) };
  }
  return { ...draft, words };
}

/** Reads a column as something else, or not at all: what it was read as before is free again. */
export function reassigned(draft: Draft, at: number, target: string): Draft {
  const others = Object.entries(draft.read).filter(([key, index]) => index !== at && key !== target);
  return { ...draft, read: Object.fromEntries(target === '' ? others : [...others, [target, at]]) };
}

/** What no row of the file can do without and no column is read as. */
export function missingIn(targets: readonly Target[], read: Draft['read']): Target[] {
  const inPairs = PAIR.some((key) => key in read);
  return targets.filter(({ key, column, role }) => {
    if (key in read || !column.needed) return false;
    return inPairs ? role !== null || !SINGLE.includes(column.name) : role === null;
  });
}

/** What of this nothing else says either. */
export const stillMissing = (
  targets: readonly Target[],
  { read, also, fixed = {} }: Pick<Draft, 'read' | 'also'> & { readonly fixed?: Draft['fixed'] },
): Target[] => missingIn(targets, read).filter(({ key }) => !(key in also) && !(key in fixed));

/** What the server is told. */
export function mappingOf(draft: Draft, targets: readonly Target[], columns: readonly ColumnProfile[]): FileMapping {
  const places = { ...draft.also, ...draft.read };
  const chosen = targets.filter(({ key }) => key in places);
  const names = (of: readonly Target[]): Record<string, string[]> =>
    Object.fromEntries(of.map(({ key, column }) => [column.name, [columns[places[key] ?? -1]?.name ?? '']]));
  const rows = ['mentor', 'mentee']
    .map((role) => ({ columns: names(chosen.filter((one) => one.role === role)), constants: { role } }))
    .filter((row) => Object.keys(row.columns).length > 0);
  const values = chosen
    .filter((target) => target.role === null && isCoded(target))
    .flatMap(({ key, column }) => {
      const said = Object.entries(draft.words[key] ?? {}).filter(([, means]) => means !== '');
      return said.length === 0 ? [] : [[column.name, Object.fromEntries(said)] as const];
    });
  return {
    file: draft.file,
    dates: draft.dates,
    columns: names(chosen.filter(({ role }) => role === null)),
    ...(Object.keys(draft.fixed).length === 0 ? {} : { constants: draft.fixed }),
    ...(rows.length === 0 ? {} : { rows }),
    ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
  };
}
