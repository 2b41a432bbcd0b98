import { type FileDescription, fileDescriptions } from '../files/index.js';
import { type RowListener, RowReader } from './row-reader.js';

/** The first row of a file: how its cells are separated and what its columns are called. */
export interface Header {
  readonly separator: number;
  /** Lower case, trimmed. */
  readonly names: readonly string[];
}

const separators = [0x2c, 0x3b, 0x09];

/**
 * Reads the first row with the separator that yields most known names. Expects a whole first line.
 *
 * @param names those of a source's own columns, beside the dictionary's.
 */
export function readHeader(line: Buffer, names: ReadonlySet<string> = new Set()): Header {
  const candidates = separators.map((separator) => ({ separator, names: namesOf(line, separator) }));
  const known = (of: readonly string[]): number => of.filter((name) => knownNames.has(name) || names.has(name)).length;
  return candidates.reduce((best, other) => (known(other.names) > known(best.names) ? other : best));
}

/**
 * Which file of the data dictionary this is: by its name, else by its header (all columns that a row cannot do without
 * are there, and most of the others).
 */
export function recognise(name: string, header: Header): FileDescription | undefined {
  const called = fileCalled(name);
  if (called !== undefined) return called;
  const fitting = fileDescriptions.filter((file) => missingColumns(file, header).length === 0);
  const [first, second] = fitting.sort((one, other) => overlap(other, header) - overlap(one, header));
  const tied = first !== undefined && second !== undefined && overlap(first, header) === overlap(second, header);
  return tied ? undefined : first;
}

/** The file of the data dictionary that bears this name (`sessions.csv`, also with other endings of separated text). */
export function fileCalled(name: string): FileDescription | undefined {
  const base = name
    .split(/[\\/]/)
    .at(-1)
    ?.toLowerCase()
    .replace(/\.(?:csv|tsv|txt)$/, '');
  return fileDescriptions.find((file) => file.name === base);
}

/** Columns without which no row of the file could be taken. */
export function missingColumns(file: FileDescription, header: Header): readonly string[] {
  const needed = file.columns.filter((column) => (column.key && !column.mayBeEmpty) || column.required);
  return needed.map((column) => column.name).filter((name) => !header.names.includes(name));
}

function overlap(file: FileDescription, header: Header): number {
  return file.columns.filter((column) => header.names.includes(column.name)).length;
}

const knownNames = new Set(fileDescriptions.flatMap((file) => file.columns.map((column) => column.name)));

function namesOf(line: Buffer, separator: number): readonly string[] {
  let names: readonly string[] = [];
  // Unquoting happens in place, and other separators are still to be tried.
  const bytes = Buffer.concat([line, Buffer.from('\n')]);
  const width = bytes.reduce((count, byte) => (byte === separator ? count + 1 : count), 1);
  const listener: RowListener = {
    row: (row) => {
      if (names.length > 0) return;
      const cell = (i: number): string => row.bytes.toString('utf8', row.starts[i], row.ends[i]);
      names = Array.from({ length: Math.min(row.count, width) }, (_, i) => normal(cell(i)));
    },
    fault: () => undefined,
  };
  const reader = new RowReader({ separator, width, lines: () => false }, listener);
  reader.push(bytes);
  return names;
}

function normal(name: string): string {
  return name.trim().toLowerCase();
}
