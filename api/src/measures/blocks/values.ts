import type { TallyRow } from '../../kernel/index.js';
import { type TalliedDraw, type TalliedValue, numberOf } from '../tallied.js';
import { verdictFrom } from './cases.js';

export interface ValuesOptions {
  /** The names of what is drawn: sum, squares, base. */
  readonly sum: string;
  readonly squares: string;
  readonly base: string;
  readonly label: string;
  readonly baseLabel: string;
  /** Name of what is summed; its version is 1. */
  readonly question: string;
  readonly low: number;
  readonly high: number;
  /** Rows of a person that count at most; 1 where a row is a person. */
  readonly cap: number;
  /** Whether a row may weigh less than one: its number is then no count of people, at a cap of 1 either. */
  readonly weighted?: boolean;
  /** Numbers of the population: rows, Σx and Σx² of values clipped to the range, weighted alike. */
  readonly rows: string;
  readonly total: string;
  readonly totalOfSquares: string;
}

/** Values from a public range, drawn as Σ(x − m), Σ((x − m)² − h²/2) and their number. */
export function sumValues(options: ValuesOptions): TalliedDraw[] {
  const { sum, squares, base, label, baseLabel, question, low, high, cap, weighted = cap > 1 } = options;
  const middle = (low + high) / 2;
  const half = (high - low) / 2;
  const range = { cap, low, high };
  const number = (row: TallyRow, of: 'rows' | 'total' | 'totalOfSquares'): number => numberOf(row, options[of]);
  return [
    {
      key: base,
      label: baseLabel,
      question: `${question}-base/1`,
      sensitivity: weighted ? { kind: 'rows', cap } : { kind: 'count' },
      adds: (row) => number(row, 'rows'),
    },
    {
      key: sum,
      label,
      question: `${question}/1`,
      sensitivity: { kind: 'sum', ...range },
      adds: (row) => number(row, 'total') - middle * number(row, 'rows'),
    },
    {
      key: squares,
      label: `${label}, squared`,
      question: `${question}-squared/1`,
      sensitivity: { kind: 'squares', ...range },
      adds: (row) =>
        number(row, 'totalOfSquares') -
        2 * middle * number(row, 'total') +
        (middle * middle - (half * half) / 2) * number(row, 'rows'),
    },
  ];
}

/** The mean of such values with its t interval. */
export function meanOf(
  { sum, squares, base, low, high, cap }: Pick<ValuesOptions, 'sum' | 'squares' | 'base' | 'low' | 'high' | 'cap'>,
  { key, label, format }: Pick<TalliedValue, 'key' | 'label' | 'format'>,
): TalliedValue[] {
  const given = { of: [sum, squares, base], parameters: { low, high, cap } };
  return [
    { key, label, format, by: 'mean', ...given },
    { key: `${key}Lower`, label: `${label}, lower limit`, format, by: 'meanLower', ...given },
    { key: `${key}Upper`, label: `${label}, upper limit`, format, by: 'meanUpper', ...given },
  ];
}

/** The mean of a group beside that of everyone else: ratio, test, verdict. For values from 0 on. */
export function compareMeans(
  { sum, squares, base, low, high, cap }: Pick<ValuesOptions, 'sum' | 'squares' | 'base' | 'low' | 'high' | 'cap'>,
  format: TalliedValue['format'],
): TalliedValue[] {
  const versus = { of: [sum, squares, base], parameters: { low, high, cap }, against: 'everyoneElse' } as const;
  return [
    { key: 'otherMean', label: 'Mean of everyone else', format, by: 'otherMean', ...versus },
    { key: 'meanRatio', label: 'Ratio to everyone else', format: 'ratio', by: 'meanRatio', ...versus },
    { key: 'meanRatioLower', label: 'Lower limit of the ratio', format: 'ratio', by: 'meanRatioLower', ...versus },
    { key: 'meanRatioUpper', label: 'Upper limit of the ratio', format: 'ratio', by: 'meanRatioUpper', ...versus },
    { key: 'meanP', label: 'p', format: 'probability', by: 'meanP', ...versus },
    ...verdictFrom('meanP', 'meanRatio'),
  ];
}

/** The difference of two means that stand in one cell, the first minus the second. */
export function differenceOfMeans(
  first: Pick<ValuesOptions, 'sum' | 'squares' | 'base' | 'low' | 'high' | 'cap'>,
  second: Pick<ValuesOptions, 'sum' | 'squares' | 'base'>,
  { key, label, format }: Pick<TalliedValue, 'key' | 'label' | 'format'>,
): TalliedValue[] {
  const { low, high, cap } = first;
  const of = [first.sum, first.squares, first.base, second.sum, second.squares, second.base];
  const given = { of, parameters: { low, high, cap } };
  return [
    { key, label, format, by: 'differenceOfMeans', ...given },
    { key: `${key}Lower`, label: `${label}, lower limit`, format, by: 'differenceOfMeansLower', ...given },
    { key: `${key}Upper`, label: `${label}, upper limit`, format, by: 'differenceOfMeansUpper', ...given },
  ];
}
