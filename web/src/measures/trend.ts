import type { TrendMark } from '../charts/drawings.js';
import type { Cell, Measure, SeriesPoint, Value } from '../gateway/index.js';
import { points as inPoints, quarter, written } from '../wording/index.js';
import { cellSentence, spokenOf } from './findings.js';
import { axisKind } from './marks.js';
import type { Parts } from './parts.js';
import { valueIn } from './places.js';
import { t } from '../language/index.js';

interface Drawn {
  readonly variant: string;
  readonly parts: Parts;
}

/** The quarters of a series as marks; a quarter that is not shown keeps its place. */
export function trendMarks(
  points: readonly SeriesPoint[],
  group: Cell['group'],
  measure: Measure,
  { variant, parts }: Drawn,
): TrendMark[] {
  return points.map((point) => {
    const cell: Cell = { group, status: point.status, reason: point.reason, values: point.values };
    return {
      key: point.period,
      label: quarter(point.period),
      depth: 0,
      status: point.status,
      value: valueIn(cell, parts.point),
      lower: valueIn(cell, parts.lower),
      upper: valueIn(cell, parts.upper),
      sentence: `${quarter(point.period)}. ${cellSentence(cell, parts, spokenOf(measure, variant, parts))}`,
      broken: point.breaks.length > 0,
    };
  });
}

/** A change as people read it: of a ratio so many times, of a share percentage points. */
export function changeText(change: Value, parts: Parts): string {
  if (change.kind !== 'number') return t('no limit');
  if (axisKind(parts) === 'ratio') return t('{amount} times##change', { amount: written(change.number, 'ratio') });
  const text = parts.format === 'fraction' ? inPoints(change.number) : written(change.number, parts.format);
  return change.number > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
