import type { TalliedValue } from '../tallied.js';
import type { ValuesOptions } from './values.js';

/** Changes of skill beyond this, in percentage points of the greatest possible score, count as this. */
export const MOST_CHANGE = 30;

/** What a population of skill pairs gives: the mean change of each person. */
export const CHANGES: ValuesOptions = {
  sum: 'change',
  squares: 'changeSquared',
  base: 'pairs',
  label: 'Changes from before to after',
  baseLabel: 'People with a pair',
  question: 'skill-change',
  low: -MOST_CHANGE,
  high: MOST_CHANGE,
  cap: 1,
  rows: 'pairs',
  total: 'change',
  totalOfSquares: 'changeSquared',
};

/** A mean change in units of its own spread, corrected for small numbers (Hedges g). */
export function hedges({ sum, squares, base, low, high, cap }: ValuesOptions): TalliedValue[] {
  const given = { of: [sum, squares, base], parameters: { low, high, cap } };
  const label = 'Mean change in standard deviations (Hedges g)';
  return [
    { key: 'hedgesG', label, format: 'standardDeviations', by: 'standardizedMean', ...given },
    { key: 'hedgesGLower', label: `${label}, lower limit`, format: 'standardDeviations', by: 'standardizedMeanLower', ...given },
    { key: 'hedgesGUpper', label: `${label}, upper limit`, format: 'standardDeviations', by: 'standardizedMeanUpper', ...given },
  ];
}
