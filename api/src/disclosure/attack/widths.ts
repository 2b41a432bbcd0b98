import type { Derivation, Drawn, ReleasedTable } from '../../kernel/index.js';

/** Sixteenths: every drawn value that is no count of people stands on this lattice of its scale. */
const LATTICE = 16;
/** No contract counts more rows of one person than this. */
const LARGEST_CAP = 366;

/** What a drawn statistic may look like: its noise as a multiple of the noise level, and its lattice. */
export interface Width {
  readonly noise: number;
  readonly unit: number;
}

/** The widths of the statistics from which a table derives means; all others are counts of people or of rows. */
export function widthsOf(table: ReleasedTable, level: number): ReadonlyMap<string, Width> {
  const widths = new Map<string, Width>();
  for (const derivation of Object.values(table.derived)) {
    const range = derivation.by.startsWith('mean') ? rangeOf(derivation) : undefined;
    if (!range) continue;
    const { cap, half } = range;
    const scales = [half, (half * half) / 2, 1];
    derivation.of.forEach((name, i) => widths.set(name, { noise: level * cap * scales[i]!, unit: scales[i]! / LATTICE }));
  }
  return widths;
}

export function rangeOf({ parameters = {} }: Derivation): { cap: number; half: number } | undefined {
  const { low, high, cap } = parameters;
  if (Object.keys(parameters).length !== 3 || low === undefined || high === undefined || cap === undefined) return undefined;
  return high > low && Number.isInteger(cap) && cap >= 1 ? { cap, half: (high - low) / 2 } : undefined;
}

/** A count of people, or of rows with a cap: the noise tells which. */
export function plainWidth({ noise }: Drawn, level: number): Width {
  const cap = Math.min(LARGEST_CAP, Math.max(1, Math.round(noise / level)));
  return { noise: cap * level, unit: cap === 1 ? 1 : 1 / LATTICE };
}
