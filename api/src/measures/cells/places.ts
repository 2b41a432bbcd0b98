import type { CohortRow, Dimension, DimensionValue, Group, PlannedTable } from '../../kernel/index.js';

/** One dimension as a table uses it: its values, and for every value of a row the ones that contain it. */
interface Axis {
  readonly dimension: Dimension;
  readonly values: readonly DimensionValue[];
  /** Positions among `values`, by the value of a row. */
  readonly containing: ReadonlyMap<string, readonly number[]>;
}

/** The cells of a table in the order of the file, and which of them a row falls into. */
export interface Places {
  readonly groups: readonly Group[];
  /** The cell of each group by its open columns alone; the same cell where nothing else takes part. */
  readonly openCells: readonly number[];
  readonly openCount: number;
  /** Positions among `groups`; empty where the row says nothing in a special or secret column. */
  of(row: CohortRow, secret?: Readonly<Record<string, string>>): readonly number[];
  /** Positions among the open cells. */
  openOf(row: CohortRow): readonly number[];
}

/**
 * Lays out the cells of a planned table: one for every combination of values, of a tree those of the planned layers.
 *
 * @returns null when a column of the breakdown does not exist in this organisation.
 */
export function layOut(dimensions: readonly Dimension[], { breakdown, depths }: PlannedTable): Places | null {
  const found = breakdown.map((key) => dimensions.find((dimension) => dimension.key === key));
  const present = found.filter((dimension): dimension is Dimension => dimension !== undefined);
  if (present.length < found.length) return null;
  const axes = present.map((dimension) => axisOf(dimension, depths));
  if (axes.some(({ values }) => values.length === 0)) return null;
  const open = axes.filter(({ dimension }) => dimension.sensitivity === 'open');
  const sizes = axes.map(({ values }) => values.length);
  const groups = combinations(axes);
  return {
    groups,
    openCells: groups.map((group) => indexOf(open, group)),
    openCount: open.reduce((count, { values }) => count * values.length, 1),
    of: (row, secret) => positions(axes, sizes, row, secret),
    openOf: (row) =>
      positions(
        open,
        open.map(({ values }) => values.length),
        row,
      ),
  };
}

function axisOf(dimension: Dimension, depths: readonly number[]): Axis {
  const byKey = new Map(dimension.values.map((value) => [value.key, value]));
  const chainOf = (value: DimensionValue): DimensionValue[] => {
    const parent = value.parent === undefined ? undefined : byKey.get(value.parent);
    return parent ? [...chainOf(parent), value] : [value];
  };
  const isTree = dimension.kind === 'tree';
  const values = isTree ? dimension.values.filter((value) => depths.includes(chainOf(value).length)) : dimension.values;
  const position = new Map(values.map(({ key }, at) => [key, at]));
  const containing = new Map(
    dimension.values.map((value) => [
      value.key,
      chainOf(value)
        .map(({ key }) => position.get(key))
        .filter((at): at is number => at !== undefined),
    ]),
  );
  return { dimension, values, containing };
}

function combinations(axes: readonly Axis[]): Group[] {
  return axes.reduce<Group[]>(
    (groups, { dimension, values }) => groups.flatMap((group) => values.map(({ key }) => ({ ...group, [dimension.key]: key }))),
    [{}],
  );
}

function indexOf(axes: readonly Axis[], group: Group): number {
  return axes.reduce((index, { dimension, values, containing }) => {
    const inside = containing.get(group[dimension.key] ?? '') ?? [];
    return index * values.length + (inside.at(-1) ?? 0);
  }, 0);
}

function positions(
  axes: readonly Axis[],
  sizes: readonly number[],
  row: CohortRow,
  secret: Readonly<Record<string, string>> = {},
): number[] {
  let found = [0];
  for (const [at, { dimension, containing }] of axes.entries()) {
    const value = row.open[dimension.key] ?? row.special[dimension.key] ?? secret[dimension.key];
    const inside = (value === undefined ? undefined : containing.get(value)) ?? [];
    const finer: number[] = [];
    for (const index of found) for (const place of inside) finer.push(index * (sizes[at] ?? 1) + place);
    found = finer;
  }
  return found;
}
