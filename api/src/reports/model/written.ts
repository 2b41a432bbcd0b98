import { saying, t } from '#language';
import {
  absence,
  badge,
  barePoints,
  columnName,
  interval,
  type NamedValue,
  range,
  readVerdict,
  reasonSentence,
  valueInWords,
  written,
} from '#wording';
import type { Dimension, Group, ReleasedCell } from '../../kernel/index.js';
import { type Column, numberIn, valueIn } from './parts.js';

/** Words of values that are no verdict about a rate. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  pooled: saying('One number for all strata'),
  notTested: saying('Not tested whether strata agree'),
  heterogeneous: saying('Strata disagree'),
};

/** How a place of a table is written: a number with its interval, a verdict in words, or the mark of an absence. */
export function writtenIn(cell: ReleasedCell, column: Column): string {
  if (cell.status !== 'shown') return absence(cell.status).mark;
  const value = valueIn(cell, column.key);
  if (typeof value === 'number') return `${written(value, column.words.format)}${endsIn(cell, column)}`;
  if (typeof value === 'string') return words(value);
  return absence(value?.absent ?? 'notEstimable').mark;
}

function words(key: string): string {
  const verdict = readVerdict(key);
  if (verdict === null) return t(OTHER_WORDS[key] ?? key);
  const { shape, word } = badge(verdict);
  return `${shape} ${word}`;
}

/** ` (43 % to 78 %)`; an end that the data do not set is said. */
function endsIn(cell: ReleasedCell, { lower, upper, words: { format } }: Column): string {
  const [low, high] = [numberIn(cell, lower), numberIn(cell, upper)];
  if (low === null && high === null) return '';
  const bare = (value: number): string => (format === 'difference' ? barePoints(value) : written(value, format));
  const end = (value: number | null): string => (value === null ? t('no limit') : bare(value));
  return ` (${range(end(low), end(high))})`;
}

/** The same as a clause: `58 %, 95 % interval 43 % to 78 %`. */
export function clauseOf(cell: ReleasedCell, { key, lower, upper, words: { format } }: Column): string | null {
  const value = numberIn(cell, key);
  if (value === null) return null;
  const [low, high] = [numberIn(cell, lower), numberIn(cell, upper)];
  const ends = low === null || high === null ? '' : `, ${interval(written(low, format), written(high, format))}`;
  return `${withUnit(value, format)}${ends}`;
}

const UNITS: Readonly<Record<string, string>> = {
  minutes: saying(' minutes'),
  points: saying(' points'),
  hours: saying(' hours'),
  months: saying(' months'),
};

const withUnit = (value: number, format: string): string => `${written(value, format)}${t(UNITS[format] ?? '')}`;

/** The number alone. */
export function bareOf(cell: ReleasedCell, { key, words: { format } }: Column): string {
  const value = numberIn(cell, key);
  return value === null ? '' : withUnit(value, format);
}

/** Why there is no number, in words. */
export function whyNot(cell: ReleasedCell, key: string): string {
  if (cell.status === 'shown') {
    const value = valueIn(cell, key);
    return typeof value === 'object' ? reasonSentence(value.reason) : reasonSentence(null);
  }
  return cell.status === 'notEstimable' ? reasonSentence(cell.reason) : absence(cell.status).explained;
}

/** The places of a group with their printed names. */
export function namedGroup(group: Group, dimensions: readonly Dimension[]): NamedValue[] {
  return Object.entries(group).map(([key, value]) => {
    const dimension = dimensions.find((one) => one.key === key);
    return {
      dimension: key,
      dimensionLabel: columnName(key, dimension?.label ?? key),
      value,
      label: valueInWords(key, dimension?.values.find((one) => one.key === value)?.label ?? value),
    };
  });
}
