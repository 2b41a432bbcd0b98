import { t } from '../../language/index.js';
import { csvOf } from './csv.js';
import { Unreadable } from './unreadable.js';

/** One object on each line becomes one row; a column is whatever any line names, in the order of its first naming. */
export function jsonLinesAsCsv(text: string): string {
  const lines = text.split(/\r?\n/);
  const objects = lines.map((line, i) => (line.trim() === '' ? null : objectIn(line, i + 1)));
  const columns = [...new Set(objects.flatMap((one) => (one === null ? [] : Object.keys(one))))];
  if (columns.length === 0) throw new Unreadable(t('There is no row in this file.'));
  const rows = objects.map((one) => (one === null ? [] : columns.map((column) => one[column] ?? '')));
  while (rows.at(-1)?.length === 0) rows.pop();
  return csvOf([columns, ...rows]);
}

/** What stands in a line is never repeated: the message says where it is. */
function objectIn(line: string, at: number): Readonly<Record<string, string>> {
  const found = parsed(line);
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new Unreadable(
      t('Line {at} is no JSON object. Write one object on each line, with one value for each column.', { at: String(at) }),
    );
  return Object.fromEntries(Object.entries(found).map(([column, value]) => [column, textOf(value, at, column)]));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown, at: number, column: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  throw new Unreadable(
    t('Line {at}, column {column}: write a single value, not a list or an object.', {
      at: String(at),
      column: column.slice(0, 60),
    }),
  );
}
