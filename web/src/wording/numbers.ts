import { language, locale, saying, t } from '../language/index.js';

/** No-break space: keeps a number and its sign on one line. */
const NBSP = '\u00a0';
const MINUS = '\u2212';

const formats = new Map<string, Intl.NumberFormat>();

/** A number with so many decimals, in the form of the reader's language. */
function decimals(value: number, places: number): string {
  const key = `${locale()}/${places}`;
  const format = formats.get(key) ?? newFormat(locale(), places);
  formats.set(key, format);
  return format.format(value);
}

const newFormat = (tag: string, places: number): Intl.NumberFormat =>
  new Intl.NumberFormat(tag, { minimumFractionDigits: places, maximumFractionDigits: places });

/** A true minus sign, and no minus before a rounded zero. */
const signed = (text: string): string => (/^-0([.,]0+)?$/.test(text) ? text.slice(1) : text.replace('-', MINUS));

/** A fraction 0–1 as a percentage without decimals: 0.583 is `58 %`. */
export const percent = (fraction: number): string => `${barePoints(fraction)}${NBSP}%`;

/** A difference of fractions in percentage points: 0.04 is `4 percentage points`. */
export function points(fraction: number): string {
  const text = barePoints(fraction);
  const one = text === '1' || text === `${MINUS}1`;
  return one ? t('{amount} percentage point', { amount: text }) : t('{amount} percentage points', { amount: text });
}

/** A ratio with two decimals, for tables. */
export const ratio = (value: number): string => signed(decimals(value, 2));

/** A whole number with thousands separated. */
export const count = (value: number): string => signed(decimals(Math.max(0, Math.round(value)), 0));

/** A number as large as its scale asks for: no decimals from 10 on, one below, two below 1. */
export function measured(value: number): string {
  if (value === 0 || Math.abs(value) >= 9.95) return signed(decimals(value, 0));
  return signed(decimals(value, Math.abs(value) < 0.995 ? 2 : 1));
}

/** A probability: `0.03`, and `below 0.001` where rounding would say zero. */
export const probability = (value: number): string =>
  value < 0.001 ? t('below {limit}', { limit: decimals(0.001, 3) }) : decimals(value, value < 0.01 ? 3 : 2);

/** Both ends in words; a minus sign or a dash between them could be misread. */
export const range = (from: string, to: string): string => t('{from} to {to}', { from, to });

/** The standard interval: `95 % interval 43 % to 78 %`. */
export const interval = (lower: string, upper: string): string => t('95\u00a0% interval {range}', { range: range(lower, upper) });

/** A difference of fractions where the head of its column names the unit. */
export const barePoints = (fraction: number): string => signed(decimals(fraction * 100, 0));

/** How the contract of a measure asks for a value to be written. */
export function written(value: number, format: string): string {
  switch (format) {
    case 'people':
    case 'count':
    case 'months':
      return count(value);
    case 'fraction':
      return percent(value);
    case 'difference':
      return points(value);
    case 'ratio':
      return ratio(value);
    case 'probability':
      return probability(value);
    case 'standardDeviations':
      return signed(decimals(value, 1));
    default:
      return measured(value);
  }
}

const WORDS: readonly string[] = [
  saying('no##number'), saying('one##number'), saying('two##number'), saying('three##number'), saying('four##number'),
  saying('five##number'), saying('six##number'), saying('seven##number'), saying('eight##number'), saying('nine##number'),
]; // prettier-ignore

/** Small whole numbers in words, as prose has them; larger ones in figures. */
export function inWords(value: number): string {
  const word = WORDS[value];
  return word === undefined ? count(value) : t(word);
}

/** A capital at the start of a sentence, whatever the word. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name inside a sentence: without capitals in English; other languages keep those of their nouns. */
export const lowered = (text: string): string => (language() === 'de' ? text : text.toLowerCase());

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : t('{first} and {last}', { first: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' });
