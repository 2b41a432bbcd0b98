import { strFromU8, type Unzipped } from 'fflate';
import { t } from '../../language/index.js';
import { csvOf } from './csv.js';
import { Unreadable } from './unreadable.js';

export interface SheetText {
  readonly name: string;
  readonly csv: string;
}

/**
 * The sheets of a workbook that hold anything, as CSV. Texts, numbers and the last results of formulas are taken as they
 * are stored, dates are written 2026-03-15; a row of the sheet is a line of the text.
 */
export function sheetsOf(parts: Unzipped): SheetText[] {
  const part = (name: string): string => (parts[name] === undefined ? '' : strFromU8(parts[name]));
  const book = part('xl/workbook.xml');
  const targets = new Map(
    [...elements(part('xl/_rels/workbook.xml.rels'), 'Relationship')].map(({ open }) => [
      attribute(open, 'Id'),
      attribute(open, 'Target'),
    ]),
  );
  const reading: Reading = {
    texts: [...elements(part('xl/sharedStrings.xml'), 'si')].map(({ inner }) => textIn(inner)),
    dates: dateStyles(part('xl/styles.xml')),
    from1904: /date1904="(1|true)"/.test(book),
  };
  const sheets = [...elements(book, 'sheet')].map(({ open }) => {
    const target = targets.get(attribute(open, 'r:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return { name: decoded(attribute(open, 'name')), rows: rowsOf(part(path), reading) };
  });
  if (sheets.length === 0) throw new Unreadable(t('This is no workbook that can be read. Save it as XLSX or CSV and try again.'));
  return sheets.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => ({ name, csv: csvOf(rows) }));
}

interface Reading {
  readonly texts: readonly string[];
  /** The numbers of the cell formats that write dates. */
  readonly dates: ReadonlySet<string>;
  readonly from1904: boolean;
}

interface Found {
  readonly open: string;
  readonly inner: string;
}

/** The elements of one name, one after the other; the parts of a workbook nest none of these in itself. */
function* elements(xml: string, name: string): Generator<Found> {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  for (const [, open = '', inner = ''] of xml.matchAll(pattern)) yield { open, inner };
}

const attribute = (open: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(open)?.[1] ?? '';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number(/^#x/i.test(name) ? `0x${name.slice(2)}` : name.slice(1)));
  });

/** A text may be written in several pieces of different look; how it is pronounced is no part of it. */
const textIn = (inner: string): string =>
  [...elements(inner.replace(/<rPh[\s\S]*?<\/rPh>/g, ''), 't')].map((piece) => decoded(piece.inner)).join('');

/** Formats 14 to 22 and 45 to 47 are dates by definition, others by the letters that they are written with. */
function dateStyles(styles: string): ReadonlySet<string> {
  const written = new Map(
    [...elements(styles, 'numFmt')].map(({ open }) => [attribute(open, 'numFmtId'), decoded(attribute(open, 'formatCode'))]),
  );
  const formats = [...elements([...elements(styles, 'cellXfs')][0]?.inner ?? '', 'xf')].map(({ open }) =>
    attribute(open, 'numFmtId'),
  );
  const isDate = (format: string): boolean => {
    const own = written.get(format);
    if (own !== undefined) return /[dmyh]/i.test(own.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    const number = Number(format);
    return (number >= 14 && number <= 22) || (number >= 45 && number <= 47);
  };
  return new Set(formats.flatMap((format, at) => (isDate(format) ? [String(at)] : [])));
}

function rowsOf(sheet: string, reading: Reading): string[][] {
  const rows: string[][] = [];
  for (const { open, inner } of elements(sheet, 'row')) {
    const at = Number(attribute(open, 'r')) || rows.length + 1;
    while (rows.length < at - 1) rows.push([]);
    rows.push(cellsOf(inner, reading));
  }
  while (rows.at(-1)?.every((text) => text === '') === true) rows.pop();
  return rows;
}

function cellsOf(row: string, reading: Reading): string[] {
  const cells: string[] = [];
  for (const { open, inner } of elements(row, 'c')) {
    const column = columnOf(attribute(open, 'r')) ?? cells.length;
    while (cells.length < column) cells.push('');
    cells.push(cellText(open, inner, reading));
  }
  return cells;
}

/** `C7` stands in the column 2. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]+/.exec(place)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(open: string, inner: string, { texts, dates, from1904 }: Reading): string {
  const value = decoded([...elements(inner, 'v')][0]?.inner ?? '');
  switch (attribute(open, 't')) {
    case 's':
      return texts[Number(value)] ?? '';
    case 'inlineStr':
      return textIn(inner);
    case 'b':
      return value === '1' ? 'true' : 'false';
    case '':
    case 'n':
      return value !== '' && dates.has(attribute(open, 's')) ? dateText(Number(value), from1904) : value;
    default:
      return value;
  }
}

const DAY = 86_400_000;

/** Days since the end of 1899, or since the beginning of 1904, as a date; with its time where there is one. */
function dateText(days: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const text = new Date(start + Math.round(days * DAY)).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19);
}
