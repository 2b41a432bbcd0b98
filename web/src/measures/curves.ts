import type { Curve, CurvePoint } from '../charts/index.js';
import type { Cell, Derived, Measure } from '../gateway/index.js';
import { groupAtStart, groupLabel, percent, range, absence } from '../wording/index.js';
import { type Parts, estimatesOf } from './parts.js';
import { cellKey, valueIn } from './places.js';
import { t } from '../language/index.js';

/** The points of a curve on its coarse grid, and the values that say how many are still followed there. */
export interface CurveShape {
  readonly unit: 'months' | 'days';
  readonly points: readonly { readonly at: number; readonly parts: Parts; readonly followed: string | null }[];
}

/** After a number that something happened within: German declines it. */
export const unitWithin = (unit: CurveShape['unit']): string => (unit === 'days' ? t('days##within') : t('months##within'));

export const unitName = (unit: CurveShape['unit']): string => (unit === 'days' ? t('days') : t('months'));

/** The point in time that a value's name ends in: `by12` is 12. */
const timeIn = (key: string): number | null => {
  const digits = /(\d+)$/.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** The curve of a table, or null where it draws none: at least two points in time, each with the number still followed. */
export function curveOf(measure: Measure, derived: readonly Derived[]): CurveShape | null {
  const estimates = estimatesOf(measure, derived).filter((parts) => parts.formula === 'curve' && timeIn(parts.point) !== null);
  if (estimates.length < 2) return null;
  const points = estimates.map((parts) => {
    const at = timeIn(parts.point) ?? 0;
    const followed = derived.find((one) => one.formula === 'followed' && timeIn(one.key) === at);
    return { at, parts, followed: followed?.key ?? null };
  });
  // The coarse grid of months ends with the second year.
  const unit = points.some(({ at }) => at > 24) ? 'days' : 'months';
  return { unit, points: points.sort((a, b) => a.at - b.at) };
}

/** One group's curve out of released values; a hidden group keeps its panel and its name. */
export function curveIn(cell: Cell, shape: CurveShape): Curve {
  const points = shape.points.map(({ at, parts, followed }): CurvePoint => ({
    at,
    value: valueIn(cell, parts.point),
    lower: valueIn(cell, parts.lower),
    upper: valueIn(cell, parts.upper),
    followed: valueIn(cell, followed),
  }));
  return {
    key: cellKey(cell),
    label: groupLabel(cell.group),
    status: cell.status,
    unit: shape.unit,
    points,
    sentence: sentenceOf(cell, shape, points),
  };
}

function sentenceOf(cell: Cell, shape: CurveShape, points: readonly CurvePoint[]): string {
  const who = cell.group.length === 0 ? t('Whole organisation') : groupAtStart(cell.group);
  if (cell.status !== 'shown') return `${who}: ${absence(cell.status).explained}`;
  const said = points.flatMap(({ at, value, lower, upper }) => {
    if (value.kind !== 'number') return [];
    const ends =
      lower.kind === 'number' && upper.kind === 'number' ? ` (${range(percent(lower.number), percent(upper.number))})` : '';
    return [t('{share}{ends} within {at} {unit}', { share: percent(value.number), ends, at, unit: unitWithin(shape.unit) })];
  });
  return `${who}: ${said.join(', ')}`;
}
