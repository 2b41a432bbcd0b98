import type { ReleasedValue } from '../../../kernel/index.js';
import { multipleTesting } from '../../../statistics/index.js';
import type { Section, ShownCell } from '../places.js';
import { isAbsent, passedOn, type Answer } from './answer.js';
import type { Follows } from './scene.js';
import { verdictOf } from './verdict.js';

/** The comparisons of one measure, all its variants and breakdowns together, adjusted for their number. */
export class Families {
  private readonly known = new Map<string, ReadonlyMap<ShownCell, number>>();

  constructor(
    private readonly section: Section,
    private readonly sections: readonly Section[],
  ) {}

  adjusted(cell: ShownCell, name = ''): Answer {
    const own = cell.values[name];
    return isAbsent(own) ? passedOn(own) : this.family(name).get(cell);
  }

  size(name = ''): number {
    return this.family(name).size;
  }

  private family(name: string): ReadonlyMap<ShownCell, number> {
    const known = this.known.get(name);
    if (known) return known;
    const cells = this.sections
      .filter(({ measure }) => measure === this.section.measure)
      .flatMap(({ tables }) => tables.flatMap((table) => table.cells))
      .filter((cell): cell is ShownCell => cell.status === 'shown' && isProbability(cell.values[name]));
    const result = multipleTesting({ pValues: cells.map((cell) => cell.values[name] as number) });
    const adjusted = result.kind === 'estimated' ? result.value.benjaminiHochberg : [];
    const family = new Map(cells.map((cell, i) => [cell, adjusted[i]!]));
    this.known.set(name, family);
    return family;
  }
}

const isProbability = (value: ReleasedValue | undefined): boolean => typeof value === 'number' && value >= 0 && value <= 1;

/** An upper limit without bound counts as infinite. */
function verdict(cell: ShownCell, names: readonly string[], similar: { low: number; high: number }): Answer {
  const [lower, upper, p] = [0, 1, 2].map((i) => cell.values[names[i] ?? '']);
  const unbounded = isAbsent(upper) && upper.reason === 'unbounded' && typeof lower === 'number';
  const limit = unbounded ? Number.POSITIVE_INFINITY : upper;
  const missing = [lower, limit, p].find(isAbsent);
  if (missing) return passedOn(missing);
  if (typeof lower !== 'number' || typeof limit !== 'number' || typeof p !== 'number') return undefined;
  return verdictOf(lower, limit, p, similar);
}

export const FAMILIES: Follows<'adjustedP' | 'comparisons' | 'verdict'> = {
  adjustedP: ({ cell }, { of }, { families }) => families.adjusted(cell, of[0]),
  comparisons: (_place, { of }, { families }) => families.size(of[0]),
  verdict: ({ cell }, { of }, { file }) => verdict(cell, of, file.file.policy.similar),
};
