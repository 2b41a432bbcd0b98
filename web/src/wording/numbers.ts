/** No-break space: keeps a number and its sign on one line. */
const NBSP = '\u00a0';
const MINUS = '\u2212';

const LOCALE = 'en-GB';
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A true minus sign, and no minus before a rounded zero. */
const signed = (text: string): string => (/^-0([.,]0+)?$/.test(text) ? text.slice(1) : text.replace('-', MINUS));

/** A fraction 0–1 as a percentage without decimals: 0.583 is `58 %`. */
export const percent = (fraction: number): string => `${signed(whole.format(fraction * 100))}${NBSP}%`;

/** A difference of fractions in percentage points: 0.04 is `4 percentage points`. */
export function points(fraction: number): string {
  const text = signed(whole.format(fraction * 100));
  return `${text} percentage ${text === '1' || text === `${MINUS}1` ? 'point' : 'points'}`;
}

/** A ratio with two decimals, for tables. */
export const ratio = (value: number): string => signed(twoDecimals.format(value));

/** A whole number with thousands separated. */
export const count = (value: number): string => signed(whole.format(Math.max(0, Math.round(value))));

/** A number as large as its scale asks for: no decimals from 10 on, one below, two below 1. */
export function measured(value: number): string {
  if (value === 0 || Math.abs(value) >= 9.95) return signed(whole.format(value));
  return signed((Math.abs(value) < 0.995 ? twoDecimals : oneDecimal).format(value));
}

/** A probability: `0.03`, and `below 0.001` where rounding would say zero. */
export const probability = (value: number): string =>
  value < 0.001 ? 'below 0.001' : value < 0.01 ? value.toFixed(3) : twoDecimals.format(value);

/** Both ends in words; a minus sign or a dash between them could be misread. */
export const range = (lower: string, upper: string): string => `${lower} to ${upper}`;

/** The standard interval: `95 % interval 43 % to 78 %`. */
export const interval = (lower: string, upper: string): string => `95${NBSP}% interval ${range(lower, upper)}`;

/** A difference of fractions where the head of its column names the unit. */
export const barePoints = (fraction: number): string => signed(whole.format(fraction * 100));

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
      return signed(oneDecimal.format(value));
    default:
      return measured(value);
  }
}

/** Small whole numbers in words, as prose has them; larger ones in figures. */
export function inWords(value: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  return words[value] ?? count(value);
}

/** A capital at the start of a sentence, whatever the word. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
