import type { Drawn, Exact, FitBound } from '../kernel/index.js';

/** The bound of a model fit from the statistics as drawn; an empty arm counts as one, so that a bound always exists. */
export function boundOf(bound: FitBound, drawn: (name: string) => Drawn): number {
  if (typeof bound === 'number') return bound;
  const sizes = bound.of.map((name) => Math.max(1, drawn(name).value));
  if (bound.over === 'smallest') return bound.times / Math.min(...sizes);
  return sizes.reduce((sum, size) => sum + bound.times / size, 0);
}

/**
 * The estimate after the change that leaving out each person makes was clipped to ±bound: what goes beyond is taken off, as
 * if that person had moved it no further (rule 2).
 */
export function clipped({ value, changes = [] }: Exact, bound: number): number {
  return changes.reduce((left, change) => left + (change - Math.min(bound, Math.max(-bound, change))), value);
}
