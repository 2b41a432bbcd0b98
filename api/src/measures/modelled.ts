import type { Base, CaseRow, Cohort, Exact, PlannedTable, Statistic, StatisticTable } from '../kernel/index.js';
import { buildCells, layOutTable } from './cells/build-table.js';
import type { MeasureContract, TableLimits, Variant } from './contract.js';
import { contractOf, type MeasureWords, type TalliedBase, type TalliedDraw, type TalliedValue } from './tallied.js';

/** One drawn statistic of a model: like that of a tally, but what it is follows from all cases together. */
export type ModelDraw = Omit<TalliedDraw, 'adds' | 'columnsOf'>;
export type ModelValue = TalliedValue;

export interface Model {
  /** The population whose cases are modelled. */
  readonly population: string;
  readonly draws: readonly ModelDraw[];
  readonly values: readonly ModelValue[];
  readonly bases: readonly TalliedBase[];
  /** Cases that name a track hold all that belongs to it, those it is compared with included. */
  readonly tracksHoldAll?: boolean;
  /** The exact statistics of a cell, by the name of the draw. */
  readonly exactOf: (cases: readonly CaseRow[]) => Readonly<Record<string, Exact>>;
}

/**
 * A measure whose tables hold models, fitted to the cases of the whole organisation and of each track.
 *
 * The cases of a track are those of people mentored in it beside those of people not mentored at all (by then), unless a
 * population says otherwise.
 */
export function modelled(words: MeasureWords, modelOf: (variant: string) => Model): MeasureContract {
  return contractOf(words, modelOf, (cohort, variant, planned, limits) =>
    modelledTable(cohort, modelOf(variant.key), { measure: words.key, variant, planned, limits }),
  );
}

interface Placed {
  readonly measure: string;
  readonly variant: Variant;
  readonly planned: PlannedTable;
  readonly limits: TableLimits;
}

/** The table before protection; null where the population was never loaded, or for other breakdowns than by track. */
function modelledTable(cohort: Cohort, model: Model, { measure, variant, planned, limits }: Placed): StatisticTable | null {
  const cases = cohort.cases[model.population];
  const { breakdown } = planned;
  if (!cases || breakdown.some((key) => key !== 'track')) return null;
  const laidOut = layOutTable(cohort, planned);
  if (!laidOut) return null;
  const exact = laidOut.places.groups.map(({ track }) => model.exactOf(casesOf(cases, track, model)));
  const statisticsAt = (at: number): Record<string, Statistic> =>
    Object.fromEntries(model.draws.map((draw) => [draw.key, statisticOf(draw, variant, exact[at]?.[draw.key])]));
  return {
    measure,
    variant: variant.key,
    breakdown,
    special: laidOut.special,
    bases: model.bases.map(({ of, least }): Base => ({ kind: 'secret', of, ...(least !== undefined && { least }) })),
    minimumOpen: limits.minimumOpen,
    cells: buildCells(cohort, laidOut, statisticsAt),
  };
}

function casesOf(cases: readonly CaseRow[], track: string | undefined, { tracksHoldAll = false }: Model): CaseRow[] {
  const isOthers = ({ secret, numbers }: CaseRow): boolean => secret.track === undefined && numbers['mentored'] === 0;
  const alsoOthers = track !== undefined && !tracksHoldAll;
  return cases.filter((row) => row.secret.track === track || (alsoOthers && isOthers(row)));
}

function statisticOf(draw: ModelDraw, { subject }: Variant, exact: Exact | undefined): Statistic {
  if (!exact) throw new Error(`a model does not say what ${draw.key} is`);
  const { question, sensitivity, histogram } = draw;
  return { question, columnsOf: 'mentee', subject, sensitivity, ...(histogram && { histogram }), exact };
}
