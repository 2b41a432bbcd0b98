import type { CellStatistics, Cohort, Dimension, Group, OpenPeople, PlannedTable, Statistic } from '../../kernel/index.js';
import { layOut, type Places } from './places.js';
import { openPeopleOf } from './open-people.js';

export interface LaidOut {
  readonly places: Places;
  /** By open cell. */
  readonly openPeople: readonly OpenPeople[];
  readonly special: boolean;
  /** Whether any column is not open: then nothing exact may stand in a cell. */
  readonly closed: boolean;
}

/** Layouts that were made for a cohort: several measures have the same tables. They go when the cohort goes. */
const made = new WeakMap<Cohort, Map<string, LaidOut | null>>();

/** The layout of a planned table, or null where a column of it does not exist here. */
export function layOutTable(cohort: Cohort, planned: PlannedTable): LaidOut | null {
  const known = made.get(cohort) ?? new Map<string, LaidOut | null>();
  made.set(cohort, known);
  const name = JSON.stringify([planned.breakdown, planned.depths]);
  const found = known.get(name);
  if (found !== undefined) return found;
  const laidOut = layOutAnew(cohort, planned);
  known.set(name, laidOut);
  return laidOut;
}

function layOutAnew(cohort: Cohort, planned: PlannedTable): LaidOut | null {
  const places = layOut(cohort.dimensions, planned);
  if (!places) return null;
  const sensitivity = planned.breakdown.map((key) => dimensionOf(cohort, key)?.sensitivity);
  const openPeople = openPeopleOf(places, cohort.people);
  return { places, openPeople, special: sensitivity.includes('special'), closed: sensitivity.some((one) => one !== 'open') };
}

/** The cells of a table; `statisticsAt` gives the statistics of the cell at a position. */
export function buildCells(
  cohort: Cohort,
  { places, openPeople }: LaidOut,
  statisticsAt: (at: number, open: OpenPeople) => Readonly<Record<string, Statistic>>,
): CellStatistics[] {
  return places.groups.map((group, at) => {
    const open = openPeople[places.openCells[at] ?? 0] ?? { count: 0, xor: '0'.repeat(16) };
    return { group, open, secret: secretOf(cohort, group), statistics: statisticsAt(at, open) };
  });
}

function secretOf(cohort: Cohort, group: Group): Record<string, string> {
  return Object.fromEntries(Object.entries(group).filter(([key]) => dimensionOf(cohort, key)?.sensitivity !== 'open'));
}

const dimensionOf = (cohort: Cohort, key: string): Dimension | undefined =>
  cohort.dimensions.find((dimension) => dimension.key === key);
