import type { Dimension, Group } from '../kernel/index.js';
import { DisclosureRefusal } from './refusal.js';

/** A column with its values numbered in code-unit order, so that nothing depends on the order of the input. */
export interface Column {
  readonly key: string;
  /** Place among all columns of the release. */
  readonly index: number;
  readonly open: boolean;
  readonly special: boolean;
  readonly size: number;
  readonly rank: ReadonlyMap<string, number>;
  /** The rank of the node above, or -1. */
  readonly above: Int32Array;
}

/** The columns of a breakdown in code-unit order; a group of it is a number in mixed radix, the first column the slowest. */
export interface Breakdown {
  readonly columns: readonly Column[];
  readonly strides: readonly number[];
  readonly open: boolean;
  /** Node of a group by its number. */
  readonly nodes: Map<number, number>;
  /** The breakdowns without one of the columns, by its place. */
  readonly without: Breakdown[];
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : 1);

export function columnOf({ key, sensitivity, values }: Dimension, index: number): Column {
  const keys = values.map((value) => value.key).sort(byCodeUnits);
  const rank = new Map(keys.map((value, i) => [value, i]));
  const above = new Int32Array(keys.length).fill(-1);
  if (rank.size !== keys.length) throw new DisclosureRefusal('groupTwice', `the column ${key} declares a value twice`);
  for (const { key: value, parent } of values) {
    if (parent === undefined) continue;
    if (!rank.has(parent)) throw new DisclosureRefusal('groupUnknown', `the column ${key} lacks a node of its tree`);
    above[rank.get(value)!] = rank.get(parent)!;
  }
  refuseCircles(key, above);
  return { key, index, open: sensitivity === 'open', special: sensitivity === 'special', size: keys.length, rank, above };
}

function refuseCircles(key: string, above: Int32Array): void {
  for (let value = 0; value < above.length; value += 1) {
    let steps = 0;
    for (let at = above[value]!; at >= 0; at = above[at]!)
      if ((steps += 1) > above.length)
        throw new DisclosureRefusal('groupMalformed', `the tree of the column ${key} has a circle`);
  }
}

/** The number of a group in its breakdown. */
export function codeOf(breakdown: Breakdown, group: Group): number {
  let code = 0;
  for (const { key, size, rank } of breakdown.columns) {
    const value = group[key];
    const found = value === undefined ? undefined : rank.get(value);
    if (found === undefined) throw new DisclosureRefusal('groupUnknown', `a cell has no declared value in the column ${key}`);
    code = code * size + found;
  }
  if (Object.keys(group).length !== breakdown.columns.length)
    throw new DisclosureRefusal('groupMalformed', 'a cell names other columns than its table');
  return code;
}

/** The rank of the value that a group has in one column. */
export function valueOf({ columns, strides }: Breakdown, code: number, place: number): number {
  return Math.floor(code / strides[place]!) % columns[place]!.size;
}

/** The group's number in the breakdown without one column. */
export function withoutColumn({ strides, columns }: Breakdown, code: number, place: number): number {
  const stride = strides[place]!;
  return Math.floor(code / (stride * columns[place]!.size)) * stride + (code % stride);
}
