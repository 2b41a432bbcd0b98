import type { CellStatus, Value } from '../gateway/index.js';

/** One row of a drawing: a released value with its interval, or the mark of its absence. */
export interface Mark {
  readonly key: string;
  readonly label: string;
  /** Steps of indentation, for the layers of a tree. */
  readonly depth: number;
  readonly status: CellStatus;
  readonly value: Value;
  readonly lower: Value;
  readonly upper: Value;
  /** The row in words, for the tooltip, the keyboard and a screen reader. */
  readonly sentence: string;
  /** Draws the row as a diamond in the second colour: a total among its parts. */
  readonly total?: boolean;
}

/** A fixed axis: it depends on what is measured, never on what is hidden. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly logarithmic: boolean;
  /** Where there is nothing to report, and what stands left and right of it. */
  readonly reference: number | null;
  readonly band: readonly [number, number] | null;
  readonly ends: readonly [string, string] | null;
  readonly label: string;
  readonly write: (value: number) => string;
}

export const ABSENT: Value = { kind: 'absent', reason: 'notEstimable' };

export const numberIn = (value: Value): number | null => (value.kind === 'number' ? value.number : null);
