import type { Axis } from './mark.js';

/** The share of an axis that lies left of a value, from 0 to 1; what lies beyond stands at its end. */
export function shareOf(axis: Axis, value: number): number {
  const scale = axis.logarithmic ? Math.log : (one: number) => one;
  const [from, to] = axis.domain;
  const inside = Math.min(Math.max(value, from), to);
  return (scale(inside) - scale(from)) / (scale(to) - scale(from));
}

/** A place on an axis as a share of the width of the drawing: `37.5%`. */
export const placeOn = (axis: Axis, value: number): string => `${Number((shareOf(axis, value) * 100).toFixed(3))}%`;
