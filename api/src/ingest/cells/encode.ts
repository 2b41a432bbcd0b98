import { isUtf8 } from 'node:buffer';
import type { ColumnType } from '../files/index.js';
import type { Pseudonyms } from '../pseudonyms.js';
import type { RuleName } from '../rules.js';
import { oneOf, themselves } from './choices.js';
import type { CopyBuffer } from './copy-buffer.js';
import { date, decimal, integer } from './dates-and-numbers.js';
import { list, path, teamOf, text, textOf, zone } from './texts.js';

/**
 * Checks one cell that says something, `cell[start..end)`, and writes what is stored of it; or writes nothing and names
 * the rule that it breaks.
 */
export type Encode = (cell: Buffer, start: number, end: number, out: CopyBuffer) => RuleName | undefined;

/** What some types need from outside. */
export interface Secrets {
  readonly pseudonyms: Pseudonyms;
  readonly themes: readonly string[];
  readonly seal: (plain: string) => string;
}

const longestIdentifier = 200;
const longestNotes = 50_000;
const yesNo = new Map([
  ['yes', 't'],
  ['no', 'f'],
]);

/** The check and the stored form of a column type. */
export function encoderOf(type: ColumnType, secrets: Secrets): Encode {
  switch (type.kind) {
    case 'identifier':
      return identifier(type.of, secrets.pseudonyms);
    case 'text':
      return text(type.longest);
    case 'path':
      return path;
    case 'zone':
      return zone;
    case 'date':
      return date;
    case 'integer':
      return integer(type.least, type.most);
    case 'number':
      return decimal(type);
    case 'yesNo':
      return oneOf(yesNo);
    case 'choice':
      return oneOf(themselves(type.of));
    case 'choices':
      return list('choice', among(type.of));
    case 'texts':
      return list('text', (item) => ([...item].length > longestIdentifier ? undefined : item));
    case 'paths':
      return list('path', teamOf);
    case 'themes':
      return list('declared', among(secrets.themes));
    case 'notes':
      return notes(secrets.seal);
  }
}

function among(values: readonly string[]): (item: string) => string | undefined {
  const known = new Map(values.map((value) => [value.toLowerCase(), value]));
  return (item) => known.get(item.toLowerCase());
}

function identifier(kind: Parameters<Pseudonyms['keyOf']>[0], pseudonyms: Pseudonyms): Encode {
  return (cell, start, end, out) => {
    if (end - start <= longestIdentifier && isAscii(cell, start, end)) {
      out.ascii(pseudonyms.keyOfAscii(kind, cell, start, end));
      return undefined;
    }
    const read = textOf(cell, start, end, longestIdentifier);
    if (typeof read !== 'string') return read.broken;
    out.ascii(pseudonyms.keyOf(kind, read));
    return undefined;
  };
}

function isAscii(cell: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = cell[i] as number;
    if (c < 0x20 || c > 0x7e) return false;
  }
  return true;
}

/** Free text keeps its line breaks, and leaves here as a ciphertext. */
function notes(seal: (plain: string) => string): Encode {
  return (cell, start, end, out) => {
    if (end - start > 4 * longestNotes) return 'text';
    if (!isUtf8(cell.subarray(start, end))) return 'encoding';
    const plain = cell.toString('utf8', start, end);
    if (plain.length > longestNotes || plain.includes('\0')) return 'text';
    out.text(seal(plain));
    return undefined;
  };
}
