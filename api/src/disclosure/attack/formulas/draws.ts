import type { ShownCell } from '../places.js';

/** A drawn number with the variance of its noise, which is independent of all others'. */
export interface Draw {
  readonly value: number;
  readonly variance: number;
}

export type Draws = readonly Draw[];

/** The drawn statistics of a cell that a formula names; nothing where the cell lacks one. */
export function drawsOf(cell: ShownCell, of: readonly string[]): Draws | undefined {
  const drawn = of.map((name) => cell.drawn[name]);
  if (drawn.length === 0 || drawn.includes(undefined)) return undefined;
  return drawn.map((one) => ({ value: one!.value, variance: one!.noise ** 2 }));
}

/** Disjoint people, independent noise. */
export const sum = (a: Draws, b: Draws): Draws => together(a, b, 1, 1);

/** What is left of a whole, whose draw is another than the part's: the noise adds. */
export const without = (whole: Draws, part: Draws): Draws => together(whole, part, -1, 1);

/** A sum minus one of the draws that it was added up from: the noise goes with it. */
export const takenOut = (total: Draws, part: Draws): Draws => together(total, part, -1, -1);

const together = (a: Draws, b: Draws, values: 1 | -1, variances: 1 | -1): Draws =>
  a.map((one, i) => ({
    value: one.value + values * b[i]!.value,
    variance: one.variance + variances * b[i]!.variance,
  }));
