import type {
  Base,
  Cohort,
  Derivation,
  PlannedTable,
  Sensitivity,
  Statistic,
  StatisticTable,
  TallyRow,
} from '../kernel/index.js';
import { buildCells, layOutTable } from './cells/build-table.js';
import type { Places } from './cells/places.js';
import {
  type DerivationGround,
  type DrawnDescription,
  EXAMPLE_GROUND,
  type MeasureContract,
  refuseTwice,
  type TableLimits,
  type TableShape,
  type ValueDescription,
  type Variant,
} from './contract.js';
import { scaleInWords } from './scale-in-words.js';

/** One drawn statistic of a measure that counts the rows of a population. */
export interface TalliedDraw {
  readonly key: string;
  readonly label: string;
  /** Name and version of what is counted; measures that ask the same share it. */
  readonly question: string;
  readonly sensitivity: Sensitivity;
  /** The histogram whose disjoint cases it is one of. */
  readonly histogram?: string;
  /** Where other measures ask the same: whose columns define the cell there. */
  readonly columnsOf?: Statistic['columnsOf'];
  /** What a row adds: a number that the population gives, or what follows from it. */
  readonly adds: string | ((row: TallyRow) => number);
}

/** A displayed value and how it follows. A comparison stands in no table of the organisation. */
export interface TalliedValue extends ValueDescription, Derivation {}

/** A base of rule 3, by names of draws. */
export interface TalliedBase {
  readonly of: readonly string[];
  /** Never below this, as drawn. */
  readonly least?: number;
}

export interface Tally {
  readonly population: string;
  /** Counted instead where a table splits by this column: a person may stand in several of its values, and once in the whole. */
  readonly within?: Readonly<Record<string, string>>;
  /** Tables by these columns and no others; left out, all that the plan asks for. */
  readonly onlyBy?: readonly string[];
  readonly columnsOf: Statistic['columnsOf'];
  readonly draws: readonly TalliedDraw[];
  readonly values: readonly TalliedValue[];
  readonly bases: readonly TalliedBase[];
  /** The population gives rows of the whole beside rows by its own columns: a table takes those that name none but its columns. */
  readonly rolledUp?: boolean;
  /** Columns of the plan that its rows do not have: no table is made by them. */
  readonly without?: readonly string[];
}

/** What a contract says in words, and what is open about its tables. */
export type MeasureWords = Omit<MeasureContract, 'populations' | 'drawn' | 'values' | 'method' | 'derivedOf' | 'tableOf'> & {
  readonly method?: string;
};

/**
 * A measure whose tables count the rows of one population. What is drawn, what follows and what the pages say come from
 * one list.
 *
 * @param tallyOf what is counted in each variant. Figures of the settings set parameters and ranges, never names.
 */
export function tallied(words: MeasureWords, tallyOf: (variant: string, ground: DerivationGround) => Tally): MeasureContract {
  return contractOf(words, tallyOf, (cohort, variant, planned, limits) =>
    talliedTable(cohort, tallyOf(variant.key, cohort), { measure: words.key, variant, planned, limits }),
  );
}

/** What a contract lists of each variant, whatever its tables are made of. */
interface Listed extends Pick<Tally, 'population' | 'within' | 'values'> {
  readonly draws: readonly Pick<TalliedDraw, 'key' | 'label' | 'sensitivity'>[];
}

/** The contract of words, of lists and of tables. */
export function contractOf(
  words: MeasureWords,
  listOf: (variant: string, ground: DerivationGround) => Listed,
  tableOf: MeasureContract['tableOf'],
): MeasureContract {
  const lists = words.variants.map(({ key }) => listedOnce(words.key, key, listOf(key, EXAMPLE_GROUND)));
  const first = words.variants[0]?.key ?? '';
  return {
    method: `${words.key}/1`,
    ...words,
    populations: [...new Set(lists.flatMap(({ population, within = {} }) => [population, ...Object.values(within)]))],
    drawn: byKey(lists.flatMap(({ draws }) => draws)).map(described),
    values: byKey(lists.flatMap(({ values }) => values)).map(({ key, label, format }) => ({ key, label, format })),
    derivedOf: (shape, ground, variant = first) => derivedOf(shape, listOf(variant, ground).values),
    tableOf,
  };
}

/** What stands twice in one variant is a mistake; variants may share their values. */
function listedOnce(measure: string, variant: string, list: Listed): Listed {
  for (const [what, items] of Object.entries({ values: list.values, draws: list.draws }))
    refuseTwice(
      items.map(({ key }) => key),
      `${what} of ${measure}, ${variant}`,
    );
  return list;
}

const byKey = <Item extends { readonly key: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.key, item])).values(),
];

const described = ({ key, label, sensitivity }: Listed['draws'][number]): DrawnDescription => ({
  key,
  label,
  scale: scaleInWords(sensitivity),
});

/** The organisation has nobody else to be compared with: a comparison, and what starts from one, stands in no table of it. */
function derivedOf({ breakdown }: TableShape, values: readonly TalliedValue[]): Record<string, Derivation> {
  const left = new Set<string>();
  if (breakdown.length === 0)
    for (const { key, of, against } of values) if (against || of.some((name) => left.has(name))) left.add(key);
  return Object.fromEntries(
    values
      .filter(({ key }) => !left.has(key))
      .map(({ key, by, of, against, parameters }) => [
        key,
        { by, of, ...(against && { against }), ...(parameters && { parameters }) },
      ]),
  );
}

interface Placed {
  readonly measure: string;
  readonly variant: Variant;
  readonly planned: PlannedTable;
  readonly limits: TableLimits;
}

/** The table before protection; null where the population was never loaded or a column exists not here, or not for it. */
function talliedTable(cohort: Cohort, tally: Tally, { measure, variant, planned, limits }: Placed): StatisticTable | null {
  if (planned.breakdown.some((column) => tally.without?.includes(column))) return null;
  if (tally.onlyBy && !planned.breakdown.every((column) => tally.onlyBy?.includes(column))) return null;
  const rows = cohort.tallies[populationFor(tally, planned)];
  const laidOut = rows && layOutTable(cohort, planned);
  if (!laidOut) return null;
  const belongs = ({ secret }: TallyRow): boolean => Object.keys(secret).every((key) => planned.breakdown.includes(key));
  const sums = sumsOf(tally.draws, tally.rolledUp ? rows.filter(belongs) : rows, laidOut.places);
  const statisticsAt = (at: number): Record<string, Statistic> =>
    Object.fromEntries(tally.draws.map((draw, which) => [draw.key, statisticOf(draw, tally, variant, sums[which]?.[at] ?? 0)]));
  const { minimumOpen, minimumSpecialBase } = limits;
  return {
    measure,
    variant: variant.key,
    breakdown: planned.breakdown,
    special: laidOut.special,
    bases: tally.bases.map(({ of, least }): Base => ({ kind: 'secret', of, ...(least !== undefined && { least }) })),
    minimumOpen,
    ...(laidOut.special && { minimumSpecialBase }),
    cells: buildCells(cohort, laidOut, statisticsAt),
  };
}

function populationFor({ population, within = {} }: Tally, { breakdown }: PlannedTable): string {
  const column = breakdown.find((key) => key in within);
  return (column !== undefined && within[column]) || population;
}

function statisticOf(draw: TalliedDraw, tally: Tally, { subject }: Variant, value: number): Statistic {
  const { question, sensitivity, histogram, columnsOf = tally.columnsOf } = draw;
  return { question, columnsOf, subject, sensitivity, ...(histogram && { histogram }), exact: { kind: 'exact', value } };
}

/** By draw, the sum over the rows of every cell. */
function sumsOf(draws: readonly TalliedDraw[], rows: readonly TallyRow[], places: Places): Float64Array[] {
  const sums = draws.map(() => new Float64Array(places.groups.length));
  for (const row of rows) {
    const cells = places.of(row, row.secret);
    draws.forEach(({ adds }, which) => {
      const value = typeof adds === 'string' ? numberOf(row, adds) : adds(row);
      const sum = sums[which] as Float64Array;
      for (const at of cells) sum[at] = (sum[at] ?? 0) + value;
    });
  }
  return sums;
}

/** A number of a row. A contract that names one that the population does not give is a fault of ours. */
export function numberOf({ numbers }: TallyRow, name: string): number {
  const found = numbers[name];
  if (found === undefined) throw new Error(`a measure counts ${name}, which its population does not give`);
  return found;
}
