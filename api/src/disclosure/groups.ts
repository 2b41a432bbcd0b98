import type { Dimension, StatisticTable } from '../kernel/index.js';
import { codeOf, columnOf, valueOf, withoutColumn, type Breakdown, type Column } from './columns.js';
import { DisclosureRefusal } from './refusal.js';

/** Groups are numbered exactly: their numbers stay below 2⁵³. */
const MOST_GROUPS = 2 ** 53;

/**
 * All groups of some tables and everything coarser, as a directed graph: node 0 is the organisation, and each node knows
 * the next coarser node along each of its columns (the tree node above, or the group without the column). Groups that no
 * table shows stand in it too, so that every coarser group can be reached.
 */
export class Groups {
  private readonly columns: ReadonlyMap<string, Column>;
  private readonly breakdowns = new Map<string, Breakdown>();
  private readonly breakdownOf: Breakdown[] = [];
  private readonly codes: number[] = [];
  /** Where the coarser nodes of a node begin in `coarser`; one for each column. */
  readonly first: number[] = [0];
  readonly coarser: number[] = [];

  constructor(dimensions: readonly Dimension[]) {
    this.columns = new Map(dimensions.map((dimension, index) => [dimension.key, columnOf(dimension, index)]));
    if (this.columns.size !== dimensions.length) throw new DisclosureRefusal('groupTwice', 'a column is declared twice');
    this.nodeAt(this.breakdown([]), 0);
  }

  get size(): number {
    return this.codes.length;
  }

  get columnCount(): number {
    return this.columns.size;
  }

  /** The node of every cell of a table. */
  nodesOf(table: StatisticTable): Int32Array {
    const breakdown = this.breakdown(table.breakdown);
    return Int32Array.from(table.cells, ({ group }) => this.nodeAt(breakdown, codeOf(breakdown, group)));
  }

  columnsOf(table: StatisticTable): readonly Column[] {
    return this.breakdown(table.breakdown).columns;
  }

  /** Whether a node is defined by open columns alone. */
  isOpen(node: number): boolean {
    return this.breakdownOf[node]!.open;
  }

  /** Place of the value in canonical order, among nodes that differ in this column alone. */
  rank(node: number, place: number): number {
    return valueOf(this.breakdownOf[node]!, this.codes[node]!, place);
  }

  /** The column of a node at a place, by its index in the release. */
  columnAt(node: number, place: number): number {
    return this.breakdownOf[node]!.columns[place]!.index;
  }

  /** Whether the step to the coarser node climbs a tree, and so stays in the same columns. */
  climbs(node: number, place: number): boolean {
    return this.breakdownOf[node]!.columns[place]!.above[this.rank(node, place)]! >= 0;
  }

  /** By node the finer nodes one step away: those of node n stand from `first[n]` to `first[n + 1]`. */
  finer(): { first: Int32Array; nodes: Int32Array } {
    const first = new Int32Array(this.size + 2);
    for (const node of this.coarser) first[node + 2]! += 1;
    for (let node = 2; node < first.length; node += 1) first[node]! += first[node - 1]!;
    const nodes = new Int32Array(this.coarser.length);
    for (let node = 0; node < this.size; node += 1)
      for (let slot = this.first[node]!; slot < this.first[node + 1]!; slot += 1) nodes[first[this.coarser[slot]! + 1]!++] = node;
    return { first, nodes };
  }

  private breakdown(keys: readonly string[]): Breakdown {
    const sorted = [...keys].sort();
    const name = JSON.stringify(sorted);
    let breakdown = this.breakdowns.get(name);
    if (!breakdown) this.breakdowns.set(name, (breakdown = this.newBreakdown(sorted)));
    return breakdown;
  }

  private newBreakdown(keys: readonly string[]): Breakdown {
    const columns = keys.map((key) => this.columns.get(key));
    if (!columns.every((column) => column !== undefined))
      throw new DisclosureRefusal('groupUnknown', 'a table is split by an undeclared column');
    if (new Set(keys).size !== keys.length) throw new DisclosureRefusal('groupMalformed', 'a table is split twice by one column');
    const strides = columns.map((_, place) => columns.slice(place + 1).reduce((product, { size }) => product * size, 1));
    if (columns.reduce((product, { size }) => product * size, 1) >= MOST_GROUPS)
      throw new DisclosureRefusal('tooManyGroups', 'a table has more combinations than can be numbered');
    const without = keys.map((key) => this.breakdown(keys.filter((other) => other !== key)));
    return { columns, strides, open: columns.every(({ open }) => open), nodes: new Map(), without };
  }

  /** Finds or makes a node, and everything coarser. */
  private nodeAt(breakdown: Breakdown, code: number): number {
    const known = breakdown.nodes.get(code);
    if (known !== undefined) return known;
    const steps = breakdown.columns.map((_, place) => this.coarserOf(breakdown, code, place));
    const node = this.codes.length;
    breakdown.nodes.set(code, node);
    this.breakdownOf.push(breakdown);
    this.codes.push(code);
    this.coarser.push(...steps);
    this.first.push(this.coarser.length);
    return node;
  }

  private coarserOf(breakdown: Breakdown, code: number, place: number): number {
    const value = valueOf(breakdown, code, place);
    const above = breakdown.columns[place]!.above[value]!;
    if (above >= 0) return this.nodeAt(breakdown, code + (above - value) * breakdown.strides[place]!);
    return this.nodeAt(breakdown.without[place]!, withoutColumn(breakdown, code, place));
  }
}
