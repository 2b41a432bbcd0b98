import type { CellStatistics, DisclosurePolicy, Drawn, StatisticRelease, StatisticTable } from '../kernel/index.js';
import { checkCells } from './check-cells.js';
import { Groups } from './groups.js';
import { DisclosureRefusal } from './refusal.js';
import { suppress, type Scene } from './suppress.js';
import { baseStands, fewestOpen, smallest } from './thresholds.js';

/** A table with the node of each of its cells. */
interface PlacedTable {
  readonly table: StatisticTable;
  readonly nodes: Int32Array;
}

/** A table in which it is decided what is shown. */
export interface DecidedTable extends PlacedTable {
  /** By node, 1 where a cell is suppressed. */
  readonly hidden: Uint8Array;
  /** By node, 1 where a base was drawn and was too small. */
  readonly tooSmall: Uint8Array;
}

/** The only way from a cell to a number: nothing that decides can reach an exact value. */
export type Draw = (cell: CellStatistics, name: string) => Drawn;

interface Ground {
  readonly groups: Groups;
  readonly policy: DisclosurePolicy;
  readonly draw: Draw;
}

/**
 * Rules 3 and 4. Rule 4 holds twice: over everything that all measures about the same people show together, from open facts
 * alone, and again within every measure and variant with what its own limits and drawn bases hide.
 *
 * @returns the tables in the order of the input.
 * @throws DisclosureRefusal where the input breaks an assumption on which protection rests.
 */
export function decide(release: StatisticRelease, policy: DisclosurePolicy, draw: Draw): DecidedTable[] {
  const ground = { groups: new Groups(release.dimensions), policy, draw };
  const placed = release.tables.map((table) => {
    checkCells(table, ground.groups.columnsOf(table));
    return { table, nodes: ground.groups.nodesOf(table) };
  });
  const decided = new Map<StatisticTable, DecidedTable>();
  for (const population of populations(placed)) {
    const people = peopleOf(ground.groups, population);
    const measures = byKey(population, ({ table }) => measureName(table));
    const common = measures.length > 1 ? hiddenByOpenFacts(ground, people, population) : new Uint8Array(ground.groups.size);
    for (const measure of measures) for (const one of inMeasure(ground, people, measure, common)) decided.set(one.table, one);
  }
  return release.tables.map((table) => decided.get(table)!);
}

/** Measures whose organisation has the same open people are seen together. */
function populations(placed: readonly PlacedTable[]): PlacedTable[][] {
  const organisation = new Map<string, string>();
  for (const { table } of placed) {
    const total = table.breakdown.length === 0 ? table.cells[0] : undefined;
    if (total) organisation.set(measureName(table), `${total.open.xor} ${total.open.count}`);
  }
  return byKey(placed, ({ table }) => organisation.get(measureName(table)) ?? measureName(table));
}

const measureName = ({ measure, variant }: StatisticTable): string => JSON.stringify([measure, variant]);

function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = found.get(key);
    if (list) list.push(item);
    else found.set(key, [item]);
  }
  return [...found.values()];
}

/** Open people by node. One group of one population has one set of people, whatever is counted. */
function peopleOf(groups: Groups, population: readonly PlacedTable[]): Float64Array {
  const people = new Float64Array(groups.size).fill(NaN);
  const keys = new Array<string | undefined>(groups.size);
  for (const { table, nodes } of population)
    for (const [i, { open }] of table.cells.entries()) {
      const node = nodes[i]!;
      const known = keys[node];
      if (known !== undefined && (known !== open.xor || people[node] !== open.count))
        throw new DisclosureRefusal('openPeople', `a group of ${table.measure} has other open people in another table`);
      keys[node] = open.xor;
      people[node] = open.count;
    }
  return people;
}

/** An empty combination of open facts says so; nothing else does. */
const isEmptyFact = (groups: Groups, node: number, { open }: CellStatistics): boolean => open.count === 0 && groups.isOpen(node);

/** What rules 3 and 4 hide on open facts alone, over all tables of a population together. */
function hiddenByOpenFacts({ groups, policy }: Ground, people: Float64Array, population: readonly PlacedTable[]): Uint8Array {
  const hidden = new Uint8Array(groups.size);
  const published = new Uint8Array(groups.size);
  for (const { table, nodes } of population)
    for (const [i, cell] of table.cells.entries()) {
      const node = nodes[i]!;
      published[node] = 1;
      if (cell.open.count < smallest(table, policy) && !isEmptyFact(groups, node, cell)) hidden[node] = 1;
    }
  suppress({ groups, people, published }, hidden, policy.thresholds.dimension);
  return hidden;
}

/** What is hidden in one measure and variant: by open facts, by its plan's limits, by its drawn bases, and by rule 4 again. */
function inMeasure(ground: Ground, people: Float64Array, measure: readonly PlacedTable[], common: Uint8Array): DecidedTable[] {
  const { groups, policy } = ground;
  const scene: Scene = { groups, people, published: new Uint8Array(groups.size) };
  const [hidden, tooSmall] = [common.slice(), new Uint8Array(groups.size)];
  for (const { table, nodes } of measure)
    for (const [i, cell] of table.cells.entries()) {
      const node = nodes[i]!;
      if (scene.published[node] === 1) throw new DisclosureRefusal('groupTwice', `a group stands twice in ${table.measure}`);
      scene.published[node] = 1;
      if (hidden[node] === 1 || isEmptyFact(groups, node, cell)) continue;
      if (cell.open.count < fewestOpen(table, policy)) hidden[node] = 1;
      else if (!secretBasesStand(ground, table, cell)) hidden[node] = tooSmall[node] = 1;
    }
  suppress(scene, hidden, policy.thresholds.dimension);
  return measure.map(({ table, nodes }) => ({ table, nodes, hidden, tooSmall }));
}

/** Whether every secret base of a cell is large enough, told from its drawn values alone (rule 3). */
function secretBasesStand({ draw, policy }: Ground, table: StatisticTable, cell: CellStatistics): boolean {
  return table.bases.every((base) => {
    if (base.kind === 'open') return true;
    const parts = base.of.map((name) => draw(cell, name));
    return baseStands(table, base, parts, policy);
  });
}
