import type { Encode } from './encode.js';

const DASH = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const ZERO = 0x30;
/** More digits than this are no measurement, and would not survive arithmetic unharmed. */
const mostDigits = 15;
const earliestYear = 1000;

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** YYYY-MM-DD, a day that exists. */
export const date: Encode = (cell, start, end, out) => {
  if (end - start !== 10 || cell[start + 4] !== DASH || cell[start + 7] !== DASH) return 'date';
  const year = digits(cell, start, start + 4);
  const month = digits(cell, start + 5, start + 7);
  const day = digits(cell, start + 8, end);
  if (!(year >= earliestYear && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month))) return 'date';
  out.raw(cell, start, end);
  return undefined;
};

function lastDay(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (daysIn[month - 1] as number);
}

/** The number that these digits write; NaN when anything else is among them. */
function digits(cell: Buffer, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (cell[i] as number) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return start < end ? value : NaN;
}

export function integer(least: number, most: number): Encode {
  return (cell, start, end, out) => {
    const negative = cell[start] === DASH;
    const from = negative || cell[start] === PLUS ? start + 1 : start;
    if (end - from > mostDigits) return 'number';
    const value = digits(cell, from, end) * (negative ? -1 : 1);
    if (!(value >= least && value <= most)) return 'number';
    out.ascii(String(value));
    return undefined;
  };
}

export interface Range {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
}

/** A decimal number with a point and without an exponent; written in one way only, so that 45 and 45.0 are the same. */
export function decimal(range: Range): Encode {
  return (cell, start, end, out) => {
    const negative = cell[start] === DASH;
    const from = negative || cell[start] === PLUS ? start + 1 : start;
    const value = magnitude(cell, from, end) * (negative ? -1 : 1);
    if (!within(range, value)) return 'number';
    if (from === start && isShort(cell, start, end)) out.raw(cell, start, end);
    else out.ascii(plain(cell.toString('latin1', from, end), negative && value !== 0));
    return undefined;
  };
}

/** The number that digits, and perhaps a point and more digits, write; NaN when anything else is among them. */
function magnitude(cell: Buffer, start: number, end: number): number {
  if (end - start > mostDigits + 1) return NaN;
  let point = start;
  while (point < end && cell[point] !== DOT) point++;
  const whole = digits(cell, start, point);
  return point === end ? whole : whole + digits(cell, point + 1, end) / 10 ** (end - point - 1);
}

function within({ least = -Infinity, above = -Infinity, most = Infinity }: Range, value: number): boolean {
  return value >= least && value <= most && value > above;
}

/** Whether digits are all there is, and none too many: written as it is stored. */
function isShort(cell: Buffer, start: number, end: number): boolean {
  if (cell[start] === ZERO) return false;
  for (let i = start; i < end; i++) if (cell[i] === DOT) return false;
  return true;
}

function plain(text: string, negative: boolean): string {
  if (text.length > 1 && (text.startsWith('0') || text.includes('.'))) {
    const [whole = '', fraction = ''] = text.split('.');
    const kept = fraction.replace(/0+$/, '');
    text = whole.replace(/^0+(?=\d)/, '') + (kept ? `.${kept}` : '');
  }
  return negative ? `-${text}` : text;
}
