import type { CellStatistics, DisclosurePolicy, Drawn, ProtectedCell, ProtectedTable, StatisticRelease, StatisticTable } from '../kernel/index.js';
import { checkCells } from './check-cells.js';
import { Draws, type Secret } from './draw.js';
import { Groups } from './groups.js';
import { DisclosureRefusal } from './refusal.js';
import { suppress } from './suppress.js';
import { fewestOpen, secretBasesHold, smallest } from './thresholds.js';

/** A table with the node of each of its cells. */
interface PlacedTable {
  readonly table: StatisticTable;
  readonly nodes: Int32Array;
}

/**
 * Decides which cells of a release are shown, and draws them (rules 0 to 4 of `docs/disclosure.md`).
 *
 * Rule 4 holds twice: over everything that all measures about the same people show together, from open facts alone, and
 * again within every measure and variant with what its own limits hide.
 *
 * @param policy its `noiseLevel` is the one of this release; see `chooseNoiseLevel`.
 * @returns the tables and cells in the order of the input; which are shown, and as what, does not depend on that order.
 * @throws DisclosureRefusal where the input breaks an assumption on which protection rests.
 */
export function protect(release: StatisticRelease, policy: DisclosurePolicy, secret: Secret): readonly ProtectedTable[] {
  const groups = new Groups(release.dimensions);
  const draws = new Draws(secret, policy.noiseLevel);
  const placed = release.tables.map((table) => {
    checkCells(table, groups.columnsOf(table));
    return { table, nodes: groups.nodesOf(table) };
  });
  const shown = new Map<PlacedTable, ProtectedTable>();
  for (const population of populations(placed)) {
    const people = peopleOf(groups, population);
    const measures = byKey(population, ({ table }) => JSON.stringify([table.measure, table.variant]));
    const common = measures.length > 1 ? hiddenByOpenFacts(groups, people, population, policy) : undefined;
    for (const measure of measures) {
      const hidden = hiddenInMeasure(groups, people, measure, common, policy, draws);
      for (const one of measure) shown.set(one, show(one, hidden, draws));
    }
  }
  return placed.map((table) => shown.get(table)!);
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
      keys[node] ??= open.xor;
      if (keys[node] !== open.xor || (people[node]! >= 0 && people[node] !== open.count))
        throw new DisclosureRefusal('openPeople', `a group of ${table.measure} has other open people in another table`);
      people[node] = open.count;
    }
  return people;
}

/** An empty combination of open facts says so; nothing else does. */
const isEmptyFact = (groups: Groups, node: number, { open }: CellStatistics): boolean => open.count === 0 && groups.isOpen(node);

/** What rules 3 and 4 hide on open facts alone, over all tables of a population together. */
function hiddenByOpenFacts(groups: Groups, people: Float64Array, population: readonly PlacedTable[], policy: DisclosurePolicy): Uint8Array {
  const hidden = new Uint8Array(groups.size);
  const published = new Uint8Array(groups.size);
  for (const { table, nodes } of population)
    for (const [i, cell] of table.cells.entries()) {
      const node = nodes[i]!;
      published[node] = 1;
      if (cell.open.count < smallest(table, policy) && !isEmptyFact(groups, node, cell)) hidden[node] = 1;
    }
  suppress(groups, people, published, hidden, policy.thresholds.dimension);
  return hidden;
}

/** What is hidden in one measure and variant: by open facts, by its plan's limits, by its drawn bases, and by rule 4 again. */
function hiddenInMeasure(
  groups: Groups,
  people: Float64Array,
  measure: readonly PlacedTable[],
  common: Uint8Array | undefined,
  policy: DisclosurePolicy,
  draws: Draws,
): Uint8Array {
  const hidden = common?.slice() ?? new Uint8Array(groups.size);
  const published = new Uint8Array(groups.size);
  for (const { table, nodes } of measure)
    for (const [i, cell] of table.cells.entries()) {
      const node = nodes[i]!;
      if (published[node] === 1) throw new DisclosureRefusal('groupTwice', `a group stands twice in ${table.measure}`);
      published[node] = 1;
      if (hidden[node] === 1 || isEmptyFact(groups, node, cell)) continue;
      const drawn = (name: string): Drawn => draws.draw(cell, name);
      if (cell.open.count < fewestOpen(table, policy) || !secretBasesHold(table, drawn, policy)) hidden[node] = 1;
    }
  suppress(groups, people, published, hidden, policy.thresholds.dimension);
  return hidden;
}

function show({ table, nodes }: PlacedTable, hidden: Uint8Array, draws: Draws): ProtectedTable {
  const cells = table.cells.map((cell, i): ProtectedCell => {
    if (hidden[nodes[i]!] === 1) return { group: cell.group, status: 'suppressed' };
    if (cell.open.count === 0) return { group: cell.group, status: 'structuralZero' };
    return { group: cell.group, status: 'shown', drawn: drawAll(cell, draws) };
  });
  return { measure: table.measure, variant: table.variant, breakdown: table.breakdown, special: table.special, cells };
}

function drawAll(cell: CellStatistics, draws: Draws): Record<string, Drawn> {
  const drawn: Record<string, Drawn> = {};
  for (const name of Object.keys(cell.statistics)) drawn[name] = draws.draw(cell, name);
  return drawn;
}
