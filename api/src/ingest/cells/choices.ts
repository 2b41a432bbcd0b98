import type { Encode } from './encode.js';

interface Choice {
  readonly bytes: Buffer;
  readonly stored: Buffer;
}

/**
 * One of a few values, in any case of ASCII letters; several spellings may stand for one stored value. Compared byte by
 * byte: no string is made for a cell that is written as the dictionary says.
 */
export function oneOf(spellings: ReadonlyMap<string, string>): Encode {
  const byLength: Choice[][] = [];
  for (const [spelling, stored] of spellings) {
    const bytes = Buffer.from(spelling, 'utf8');
    (byLength[bytes.length] ??= []).push({ bytes, stored: Buffer.from(stored, 'utf8') });
  }
  const folded = new Map([...spellings].map(([spelling, stored]) => [spelling.toLowerCase(), stored]));
  return (cell, start, end, out) => {
    for (const { bytes, stored } of byLength[end - start] ?? none) {
      if (!sameBytes(cell, start, bytes)) continue;
      out.raw(stored, 0, stored.length);
      return undefined;
    }
    const stored = end - start > 800 ? undefined : folded.get(cell.toString('utf8', start, end).normalize('NFC').toLowerCase());
    if (stored === undefined) return 'choice';
    out.text(stored);
    return undefined;
  };
}

const none: readonly Choice[] = [];

export function themselves(values: readonly string[]): ReadonlyMap<string, string> {
  return new Map(values.map((value) => [value, value]));
}

function sameBytes(cell: Buffer, start: number, bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (cell[start + i] !== bytes[i]) return false;
  return true;
}
