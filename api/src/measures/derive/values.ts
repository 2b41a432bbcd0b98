import type { AbsenceReason, Absent, Drawn, ReleasedValue } from '../../kernel/index.js';

/** A value that has no answer, and why. */
export const absent = (reason: AbsenceReason): Absent => ({ absent: 'notEstimable', reason });

export const isAbsent = (value: ReleasedValue): value is Absent => typeof value === 'object';

/** A number as the file carries it: twelve significant digits, no negative zero. */
export const written = (value: number): number => Number(value.toPrecision(12)) + 0;

/** The square of a drawn statistic's noise. */
export const variance = ({ noise }: Drawn): number => noise * noise;

export type DrawnStatistics = Readonly<Record<string, Drawn>>;

/** The drawn statistic that a formula names. A formula that names another is a fault of the contract. */
export function named(drawn: DrawnStatistics, name: string | undefined): Drawn {
  const found = name === undefined ? undefined : drawn[name];
  if (!found) throw new Error(`a derivation names ${name ?? 'nothing'}, which the cell does not hold`);
  return found;
}
