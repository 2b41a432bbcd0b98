import type { Dimension, Drawn, Group } from '../../kernel/index.js';

/** A cell that is shown, as far as derivations read it. */
export interface ShownCell {
  readonly group: Group;
  readonly drawn: Readonly<Record<string, Drawn>>;
}

/** One combination of level and tenure: the group's cell in it, and those of the other groups. */
export interface Stratum {
  readonly own: ShownCell;
  readonly others: readonly ShownCell[];
}

/** Everything around one cell that its values may start from: shown cells and nothing else. */
export interface Scene {
  readonly special: boolean;
  /** The shown cell of the empty group in the same measure and variant. */
  readonly total: ShownCell | undefined;
  /** The other shown cells of the table, in trees those of the cell's own layer. */
  others(cell: ShownCell): readonly ShownCell[];
  /** All shown cells of the table. */
  readonly cells: readonly ShownCell[];
  /** Where a spread may come from: the shown cells above it in its own column, nearest first, then the organisation. */
  above(cell: ShownCell): readonly ShownCell[];
  /** The group by level and tenure, each stratum with the other groups there: shown cells of a table of its own. */
  strata(cell: ShownCell): readonly Stratum[];
  /** The highest rate of the table, computed once. */
  readonly highestRate: Map<string, number>;
}

/** Depths and parents of a tree's values. */
export interface Tree {
  readonly key: string;
  depth(value: string): number;
  parent(value: string): string | undefined;
}

export function treeOf(dimensions: readonly Dimension[], breakdown: readonly string[]): Tree | undefined {
  const dimension = dimensions.find(({ key, kind }) => kind === 'tree' && breakdown.includes(key));
  if (!dimension) return undefined;
  const parents = new Map(dimension.values.map(({ key, parent }) => [key, parent]));
  const depth = (value: string): number => {
    const parent = parents.get(value);
    return parent === undefined ? 1 : depth(parent) + 1;
  };
  return { key: dimension.key, depth, parent: (value) => parents.get(value) };
}
