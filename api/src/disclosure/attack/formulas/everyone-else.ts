import type { ReleasedTable } from '../../../kernel/index.js';
import { isShown, type Column, type Section, type ShownCell } from '../places.js';
import { drawsOf, sum, takenOut, without, type Draws } from './draws.js';

/** Finds everyone else for the cells of one table. The sums of special tables are added up once. */
export class EveryoneElse {
  private readonly layers = new Map<string, { draws: Draws; cells: number }>();
  private readonly total: Draws | undefined;

  constructor(
    private readonly table: ReleasedTable,
    private readonly of: readonly string[],
    section: Section,
    private readonly columns: ReadonlyMap<string, Column>,
  ) {
    const whole = section.cells.get('');
    this.total = whole && isShown(whole) ? drawsOf(whole.cell, of) : undefined;
    if (table.special) for (const cell of table.cells) if (cell.status === 'shown') this.add(cell);
  }

  /** The statistics of everyone else: the total without the cell or, of a characteristic, the other shown cells together. */
  beside(cell: ShownCell): Draws | undefined {
    const own = drawsOf(cell, this.of);
    if (!own) return undefined;
    if (!this.table.special) return this.total && without(this.total, own);
    const all = this.layers.get(layerOf(cell, this.table, this.columns));
    return all && all.cells > 1 ? takenOut(all.draws, own) : undefined;
  }

  private add(cell: ShownCell): void {
    const draws = drawsOf(cell, this.of);
    const layer = layerOf(cell, this.table, this.columns);
    const before = this.layers.get(layer);
    if (draws) this.layers.set(layer, { draws: before ? sum(before.draws, draws) : draws, cells: (before?.cells ?? 0) + 1 });
  }
}

/** Cells of one layer of every tree are disjoint. */
export function layerOf({ group }: ShownCell, { breakdown }: ReleasedTable, columns: ReadonlyMap<string, Column>): string {
  return breakdown.map((key) => columns.get(key)?.depth.get(group[key] ?? '') ?? 1).join();
}
