import { isUtf8 } from 'node:buffer';
import { HERE, NOT_SAID } from '../../kernel/index.js';
import type { RuleName } from '../rules.js';
import type { Encode } from './encode.js';

const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const BRACKET = 0x28;
const longestPath = 400;
const longestList = 4000;
/** Control characters, line and paragraph separators, and marks that turn the direction of text. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The text of a cell in one normal form, or the rule that it breaks. */
export function textOf(cell: Buffer, start: number, end: number, longest: number): string | { readonly broken: RuleName } {
  if (end - start > 4 * longest) return { broken: 'text' };
  const bytes = cell.subarray(start, end);
  if (!isUtf8(bytes)) return { broken: 'encoding' };
  const text = bytes.toString('utf8').normalize('NFC').trim();
  // Blanks beyond ASCII are found only here; a cell of nothing else says nothing that could be kept.
  if (text === '' || unprintable.test(text) || [...text].length > longest) return { broken: 'text' };
  return text;
}

/** Printable ASCII without a backslash: it can be copied as it is. */
function isPlain(cell: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = cell[i] as number;
    if (c < 0x20 || c > 0x7e || c === BACKSLASH) return false;
  }
  return true;
}

export function text(longest: number): Encode {
  return (cell, start, end, out) => {
    if (end - start <= longest && cell[start] !== BRACKET && isPlain(cell, start, end)) {
      out.raw(cell, start, end);
      return undefined;
    }
    const read = textOf(cell, start, end, longest);
    if (typeof read !== 'string') return read.broken;
    if (read === HERE || read === NOT_SAID) return 'text';
    out.text(read);
    return undefined;
  };
}

/** A node of the team tree: names with / between them, none of them empty or reserved. */
export const path: Encode = (cell, start, end, out) => {
  if (end - start <= longestPath && isPlain(cell, start, end) && isTidyPath(cell, start, end)) {
    out.raw(cell, start, end);
    return undefined;
  }
  const read = textOf(cell, start, end, longestPath);
  if (typeof read !== 'string') return read.broken;
  const tidy = tidyPath(read);
  if (tidy === undefined) return 'path';
  out.text(tidy);
  return undefined;
};

function isTidyPath(cell: Buffer, start: number, end: number): boolean {
  let before = SLASH;
  for (let i = start; i < end; i++) {
    const c = cell[i] as number;
    // A space beside a slash, an empty name or a bracket (it may be a reserved name) is looked at more closely.
    if (c === BRACKET || ((c === SLASH || c === 0x20) && before === SLASH) || (c === SLASH && before === 0x20)) return false;
    before = c;
  }
  return before !== SLASH;
}

function tidyPath(text: string): string | undefined {
  const names = text.split('/').map((name) => name.trim());
  return names.some((name) => name === '' || name === HERE || name === NOT_SAID) ? undefined : names.join('/');
}

const zones = new Map<string, boolean>(Intl.supportedValuesOf('timeZone').map((name) => [name, true]));

/** A time zone that this system knows, aliases included. */
export const zone: Encode = (cell, start, end, out) => {
  if (end - start > 64 || !isPlain(cell, start, end)) return 'zone';
  const name = cell.toString('latin1', start, end);
  if (!isZone(name)) return 'zone';
  out.ascii(name);
  return undefined;
};

function isZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  let exists = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    exists = false;
  }
  if (zones.size < 10_000) zones.set(name, exists);
  return exists;
}

/** Texts with ; between them, as an array: sorted and each once, so that their order in the file says nothing. */
export function list(rule: RuleName, item: (text: string) => string | undefined): Encode {
  return (cell, start, end, out) => {
    const read = textOf(cell, start, end, longestList);
    if (typeof read !== 'string') return read.broken;
    const items = read
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(item);
    if (items.some((part) => part === undefined)) return rule;
    const quoted = [...new Set(items as string[])]
      .sort()
      .map((part) => `"${part.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
    out.text(`{${quoted.join(',')}}`);
    return undefined;
  };
}

export const teamOf = tidyPath;
