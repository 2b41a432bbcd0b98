import { t } from '#language';
import { absence, interval, movedSentence, points as inPoints, quarter, seriesTitle, SERIES_NOTE, written } from '#wording';
import type { ReleasedCell } from '../../kernel/index.js';
import { describeBreak, type PublishedQuarter, type SeriesPoint, seriesOf } from '../../releases/index.js';
import { primaryOf } from './findings.js';
import type { Trend, TrendPoint } from './model.js';
import { type Column, numberIn } from './parts.js';
import type { Asked } from './question.js';
import { writtenIn } from './written.js';

/** Two years are read at a glance; a longer line is for the pages. */
const MOST_QUARTERS = 8;

/** How the answer of a question moved over the quarters; null where fewer than two of them show one. */
export function trendOf({ words, variant, tables, whole }: Asked, quarters: readonly PublishedQuarter[]): Trend | null {
  const by = Object.keys(whole);
  const own = tables.find(({ breakdown }) => breakdown.length === by.length && by.every((key) => breakdown.includes(key)));
  const column = own && primaryOf(words, own);
  if (column?.key !== words.primary || column.lower === undefined) return null;
  const releases = quarters.slice(-MOST_QUARTERS).map(({ tables: all, ...release }) => ({
    ...release,
    table: all.find(({ measure, variant: told }) => measure === words.key && told === variant.key) ?? null,
  }));
  const series = seriesOf(releases, words.key, whole);
  const points = series.map((point) => pointOf(point, column));
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  return {
    title: seriesTitle(column.words.label, movesOf(series, column)),
    format: column.words.format,
    axisLabel: column.words.label,
    points,
    sentences: [...lastMove(series, column), t(SERIES_NOTE)],
    alt: t('{measure}, {variant}, over the quarters. {points}.', {
      ...{ measure: words.label, variant: variant.label },
      points: points.map(({ label, text }) => `${label}: ${text}`).join('. '),
    }),
  };
}

function pointOf(point: SeriesPoint, column: Column): TrendPoint {
  const cell = cellOf(point);
  const value = cell === null ? null : numberIn(cell, column.key);
  const [lower, upper] = [column.lower, column.upper].map((key) => (cell === null ? null : numberIn(cell, key)));
  return {
    label: quarter(point.period),
    value,
    lower: lower ?? null,
    upper: upper ?? null,
    text: cell === null ? absence('notCollected').mark : writtenIn(cell, column),
    breaks: point.breaks.map(describeBreak),
  };
}

/** The point as the cell that it was; null where its quarter has no such table. */
function cellOf({ status, reason, values }: SeriesPoint): ReleasedCell | null {
  const group = {};
  switch (status) {
    case 'notPlanned':
      return null;
    case 'shown':
      return { group, status, drawn: {}, values };
    case 'notEstimable':
      return { group, status, reason: reason ?? 'tooFew' };
    default:
      return { group, status };
  }
}

type Change = NonNullable<SeriesPoint['changes'][string]>;

const movesOf = (series: readonly SeriesPoint[], { key }: Column): (Change & { readonly period: string })[] =>
  series.flatMap(({ period, changes }) => (changes[key] ? [{ period, ...changes[key] }] : []));

/** What the newest comparison says, in a sentence. */
function lastMove(series: readonly SeriesPoint[], column: Column): string[] {
  const last = movesOf(series, column).at(-1);
  if (last === undefined) return [];
  const write = (value: number | null): string => (value === null ? t('no limit') : changeText(value, column));
  const ends = interval(write(last.lower), write(last.upper));
  return [movedSentence(last.since, write(last.change), ends, last.verdict)];
}

/** A change as people read it: of a ratio so many times, of a share percentage points. */
function changeText(change: number, { words: { format } }: Column): string {
  if (format === 'ratio') return t('{ratio} times', { ratio: written(change, format) });
  const text = format === 'fraction' ? inPoints(change) : written(change, format);
  return change > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
