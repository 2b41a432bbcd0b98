import type {
  Derivation,
  Dimension,
  DisclosurePolicy,
  Drawn,
  Group,
  ProtectedTable,
  ReleasedBase,
  ReleasedCell,
  ReleasedScale,
  ReleasedTable,
  ReleasedValue,
} from '../../kernel/index.js';
import { addFamilies, type Family, isFromValues } from './families.js';
import { fromDrawn } from './formulas.js';
import { type Scene, type ShownCell, type Stratum, treeOf } from './scene.js';
import { isAbsent } from './values.js';

/** What a contract says about one table; everything else comes from the protected cells. */
export interface DerivedTable {
  readonly table: ProtectedTable;
  readonly unit: string;
  readonly subject: string;
  readonly bases: readonly ReleasedBase[];
  readonly scales: Readonly<Record<string, ReleasedScale>>;
  readonly derived: Readonly<Record<string, Derivation>>;
  /** Where this value is absent, the cell is `notEstimable`. */
  readonly necessary: string;
}

/** A cell on its way: shown until its necessary value turns out to have no answer. */
interface Place {
  readonly group: Group;
  readonly drawn: Readonly<Record<string, Drawn>> | null;
  readonly hidden: ReleasedCell | null;
  outcome: ReleasedCell | null;
}

interface Working {
  readonly source: DerivedTable;
  readonly places: readonly Place[];
}

/**
 * Computes every displayed value of a release from what was drawn, and from nothing else.
 *
 * A cell whose necessary value has no answer becomes `notEstimable`, keeps no drawn number, and is no part of everyone else,
 * of a family, of a highest rate or of a spread.
 */
export function deriveTables(
  tables: readonly DerivedTable[],
  { dimensions, policy }: { dimensions: readonly Dimension[]; policy: Pick<DisclosurePolicy, 'similar'> },
): ReleasedTable[] {
  const working = tables.map((source): Working => ({ source, places: source.table.cells.map(placeOf) }));
  const sceneOf = scenes(working, dimensions);
  // In rounds over all tables: a spread may come from a cell of another table that has left meanwhile.
  while (working.filter((one) => dropUnanswered(one, sceneOf(one))).length > 0) continue;
  const families: Family[] = working.map((one) => computeValues(one, sceneOf(one)));
  addFamilies(families, policy);
  return families.map(({ values }, at) => released(working[at] as Working, values));
}

function placeOf(cell: ProtectedTable['cells'][number]): Place {
  if (cell.status === 'shown') return { group: cell.group, drawn: cell.drawn, hidden: null, outcome: null };
  return { group: cell.group, drawn: null, hidden: { group: cell.group, status: cell.status }, outcome: null };
}

const isShown = (place: Place): place is Place & ShownCell => place.drawn !== null && place.outcome === null;

/** Whether any cell lost its place among the shown ones in this round. */
function dropUnanswered({ source: { derived, necessary }, places }: Working, scene: Scene): boolean {
  const derivation = derived[necessary];
  if (!derivation) throw new Error(`a table does not derive ${necessary}`);
  const answers = places.filter(isShown).map((place) => ({ place, value: fromDrawn(place, derivation, scene) }));
  for (const { place, value } of answers)
    if (isAbsent(value) && value.reason !== 'notCollected')
      place.outcome = { group: place.group, status: 'notEstimable', reason: value.reason };
  return answers.some(({ value }) => isAbsent(value));
}

function computeValues({ source, places }: Working, scene: Scene): Family {
  const values = new Map<object, Record<string, ReleasedValue>>();
  for (const place of places.filter(isShown)) {
    const own = Object.entries(source.derived).filter(([, derivation]) => !isFromValues(derivation));
    values.set(place, Object.fromEntries(own.map(([key, derivation]) => [key, fromDrawn(place, derivation, scene)])));
  }
  return { measure: source.table.measure, derived: source.derived, values };
}

function released({ source, places }: Working, values: ReadonlyMap<object, Record<string, ReleasedValue>>): ReleasedTable {
  const { table, unit, subject, bases, scales, derived } = source;
  const cells = places.map((place): ReleasedCell => {
    const found = values.get(place);
    if (place.drawn && found) return { group: place.group, status: 'shown', drawn: place.drawn, values: found };
    return place.outcome ?? place.hidden ?? { group: place.group, status: 'suppressed' };
  });
  const { measure, variant, breakdown, special } = table;
  return { measure, variant, breakdown, unit, subject, special, bases, scales, derived, cells };
}

/** The surroundings of each table, always read from what is shown at the moment of asking. */
function scenes(working: readonly Working[], dimensions: readonly Dimension[]) {
  const siblings = (one: Working): readonly Working[] =>
    working.filter(
      ({ source: { table } }) => table.measure === one.source.table.measure && table.variant === one.source.table.variant,
    );
  return (one: Working): Scene => {
    const { breakdown, special } = one.source.table;
    const tree = treeOf(dimensions, breakdown);
    const cells = one.places.filter(isShown);
    const byGroup = new Map(tree ? cells.map((cell) => [nameOf(cell.group, breakdown), cell]) : []);
    const total = siblings(one)
      .find(({ source }) => source.table.breakdown.length === 0)
      ?.places.find(isShown);
    const layer = ({ group }: ShownCell): number => (tree ? tree.depth(group[tree.key] ?? '') : 0);
    return {
      special,
      highestRate: new Map(),
      total,
      cells,
      others: (cell) => cells.filter((other) => other !== cell && layer(other) === layer(cell)),
      strata: (cell) => strataOf(cell.group, siblings(one), dimensions),
      above: (cell) => {
        const chain: ShownCell[] = [];
        for (let value = tree?.parent(cell.group[tree.key] ?? ''); tree && value !== undefined; value = tree.parent(value)) {
          const parent = byGroup.get(nameOf({ ...cell.group, [tree.key]: value }, breakdown));
          if (parent) chain.push(parent);
        }
        return total ? [...chain, total] : chain;
      },
    };
  };
}

/** The columns by which a comparison is adjusted. */
const STRATA = ['level', 'tenure'];

/** The shown cells of the table that splits these groups by level and tenure, by stratum: the group's own and the others. */
function strataOf(group: Group, tables: readonly Working[], dimensions: readonly Dimension[]): Stratum[] {
  const strataColumns = STRATA.filter((key) => dimensions.some((dimension) => dimension.key === key));
  if (strataColumns.length === 0) return [];
  const columns = [...new Set([...Object.keys(group), ...strataColumns])].sort().join();
  const table = tables.find(({ source }) => [...source.table.breakdown].sort().join() === columns);
  const strata = new Map<string, ShownCell[]>();
  // Layers of a tree hold the same people: a node's others are those of its own layer.
  const tree = treeOf(dimensions, Object.keys(group));
  const layer = (one: Group): number => (tree ? tree.depth(one[tree.key] ?? '') : 0);
  for (const cell of table?.places.filter(isShown) ?? []) {
    if (layer(cell.group) !== layer(group)) continue;
    const name = nameOf(cell.group, strataColumns);
    strata.set(name, [...(strata.get(name) ?? []), cell]);
  }
  const isOwn = (cell: ShownCell): boolean => Object.entries(group).every(([key, value]) => cell.group[key] === value);
  return [...strata.values()].flatMap((cells) => {
    const own = cells.find(isOwn);
    return own ? [{ own, others: cells.filter((cell) => cell !== own) }] : [];
  });
}

const nameOf = (group: Group, breakdown: readonly string[]): string => JSON.stringify(breakdown.map((key) => group[key]));
