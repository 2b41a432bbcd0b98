/** The rows at the beginning of a file, as far as it was read. */
export interface Head {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether these are all rows of the file. */
  readonly whole: boolean;
}

/** Enough of a file to tell what its columns hold. */
const MOST_BYTES = 300_000;

/** Reads the beginning of a file of separated text, here in the browser. Nothing of it is kept. */
export async function headOf(file: Blob): Promise<Head> {
  const bytes = new Uint8Array(await file.slice(0, MOST_BYTES).arrayBuffer());
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return rowsIn(text, file.size <= MOST_BYTES);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** A file's text as a header and its rows; a last row that was cut off is left out. */
export function rowsIn(text: string, whole: boolean): Head {
  const begun = text.replace(/^\uFEFF?(?:\s*\r?\n|sep=.\r?\n)*/i, '');
  const [names = [], ...rows] = cellsOf(begun, separatorOf(begun));
  return {
    names: names.map((name) => name.trim()),
    rows: (whole ? rows : rows.slice(0, -1)).filter((row) => row.length === names.length),
    whole,
  };
}

/** The sign that cuts the first line into most pieces. */
function separatorOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  const [most = ','] = [',', ';', '\t'].sort((a, b) => line.split(b).length - line.split(a).length);
  return most;
}

/** A cell, bare or in quotes, and what ends it. */
const cellPattern = (separator: string): RegExp =>
  new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`, 'g');

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  for (const [all, cell = '', end] of text.matchAll(cellPattern(separator))) {
    const row = rows.at(-1) ?? [];
    // After the last line break there is nothing more to read.
    if (all === '' && row.length === 0) break;
    row.push(unquoted(cell));
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const unquoted = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
