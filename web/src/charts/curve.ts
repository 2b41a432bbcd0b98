import type { CellStatus, Value } from '../gateway/index.js';

/** One point of a coarse grid: the share that has got there, its interval, and how many are still followed. */
export interface CurvePoint {
  readonly at: number;
  readonly value: Value;
  readonly lower: Value;
  readonly upper: Value;
  readonly followed: Value;
}

/** A cumulative share over time. It has steps at the points of the grid alone: finer ones would tell of single days. */
export interface Curve {
  readonly key: string;
  readonly label: string;
  readonly status: CellStatus;
  readonly unit: 'months' | 'days';
  readonly points: readonly CurvePoint[];
  readonly sentence: string;
}
