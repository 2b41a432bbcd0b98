import type { Groups } from './groups.js';

/**
 * Parents and their parts in open columns (rule 4): the total and the values of a column, a tree node and its children,
 * a margin and the row or column of a finer table, a node and its children within fixed other columns.
 *
 * A *slot* is a node together with one of its columns, `groups.first[node] + place`; along each column a node is part of
 * at most one family, that of the nearest coarser node that is published.
 */
export interface Families {
  /** By family. */
  readonly parents: readonly number[];
  /** By family, the slot of one part; by slot, that of the next one or -1. */
  readonly firstPart: readonly number[];
  readonly nextPart: Int32Array;
  /** By slot: the family or -1, and the node. */
  readonly familyOf: Int32Array;
  readonly nodeOf: Int32Array;
}

/** The families among the published nodes. */
export function familiesOf(groups: Groups, published: Uint8Array): Families {
  const slots = groups.coarser.length;
  const parents: number[] = [];
  const firstPart: number[] = [];
  const [nextPart, familyOf, nodeOf] = [new Int32Array(slots).fill(-1), new Int32Array(slots).fill(-1), new Int32Array(slots)];
  const known = new Map<number, number>();
  for (let node = 0; node < groups.size; node += 1) {
    if (published[node] === 0 || !groups.isOpen(node)) continue;
    const start = groups.first[node]!;
    for (let slot = start; slot < groups.first[node + 1]!; slot += 1) {
      const parent = publishedAbove(groups, published, node, slot - start);
      if (parent < 0) continue;
      const name = parent * groups.columnCount + groups.columnAt(node, slot - start);
      let family = known.get(name);
      if (family === undefined) {
        known.set(name, (family = parents.push(parent) - 1));
        firstPart.push(-1);
      }
      nodeOf[slot] = node;
      familyOf[slot] = family;
      nextPart[slot] = firstPart[family]!;
      firstPart[family] = slot;
    }
  }
  return { parents, firstPart, nextPart, familyOf, nodeOf };
}

/** The nearest published node on the way up one column, or -1: through the tree, then without the column. */
function publishedAbove(groups: Groups, published: Uint8Array, node: number, place: number): number {
  for (let at = node; ;) {
    const climbs = groups.climbs(at, place);
    at = groups.coarser[groups.first[at]! + place]!;
    if (published[at] === 1) return at;
    if (!climbs) return -1;
  }
}
