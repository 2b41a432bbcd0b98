import type { Drawn, ReleasedScale, ReleasedTable } from '../../kernel/index.js';

/** Sixteenths: every drawn value that is no count of people stands on this lattice of its scale. */
const LATTICE = 16;
/** No contract counts more rows of one person than this. */
const LARGEST_CAP = 366;

/** What a drawn statistic may look like: its noise, and its lattice. */
export interface Width {
  readonly noise: number;
  readonly unit: number;
}

type DrawnStatistics = Readonly<Record<string, Drawn>>;

/** The width of a statistic in a cell at a noise level; nothing where the table does not say what it is. */
export function widthOf({ scales }: ReleasedTable, name: string, drawn: DrawnStatistics, level: number): Width | undefined {
  const scale = scales[name];
  if (!scale || !isUsable(scale)) return undefined;
  switch (scale.kind) {
    case 'open':
    case 'catalogue':
      return { noise: 0, unit: 1 };
    case 'count':
      return { noise: level, unit: 1 };
    case 'rows':
      return { noise: level * scale.cap, unit: 1 / LATTICE };
    case 'sum':
      return { noise: level * scale.cap * half(scale), unit: half(scale) / LATTICE };
    case 'squares':
      return { noise: (level * scale.cap * half(scale) ** 2) / 2, unit: half(scale) ** 2 / (2 * LATTICE) };
    case 'bounded':
      return { noise: level * scale.most, unit: scale.most / LATTICE };
    case 'fit': {
      const bound = boundOf(scale, drawn);
      return bound === undefined ? undefined : { noise: level * bound, unit: bound / LATTICE };
    }
  }
}

const half = ({ low, high }: { low: number; high: number }): number => (high - low) / 2;

/** Whether a scale can be: caps of whole rows, ranges and bounds above 0. */
function isUsable(scale: ReleasedScale): boolean {
  if ('cap' in scale && !(Number.isInteger(scale.cap) && scale.cap >= 1 && scale.cap <= LARGEST_CAP)) return false;
  if ('low' in scale && !(scale.high > scale.low)) return false;
  return !('most' in scale) || scale.most > 0;
}

/** An empty arm counts as one. */
function boundOf(scale: Extract<ReleasedScale, { kind: 'fit' }>, drawn: DrawnStatistics): number | undefined {
  if ('most' in scale) return scale.most;
  const sizes = scale.of.map((name) => drawn[name]?.value);
  if (sizes.length === 0 || sizes.includes(undefined) || !(scale.times > 0)) return undefined;
  const atLeastOne = sizes.map((size) => Math.max(1, size!));
  if (scale.over === 'smallest') return scale.times / Math.min(...atLeastOne);
  return atLeastOne.reduce((sum, size) => sum + scale.times / size, 0);
}
