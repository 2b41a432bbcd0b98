import {
  CHARACTERISTIC,
  type Cohort,
  type Dimension,
  type Layers,
  type PlannedBreakdown,
  type PlannedTable,
  type TablePlan,
} from '../kernel/index.js';
import type { MeasureContract } from './contract.js';

/**
 * The tables that a plan asks of a measure in one period: each breakdown once, with all its layers, in the order of the
 * file. Breakdowns of columns that this organisation does not have are left out.
 */
export function plannedTables(
  contract: MeasureContract,
  plan: TablePlan,
  { dimensions, period }: Pick<Cohort, 'dimensions' | 'period'>,
): PlannedTable[] {
  const endsYear = period.quarter === 4;
  const due = plan.classes[contract.planClass].filter(({ cadence }) => cadence === 'quarter' || endsYear);
  const merged = new Map<string, PlannedTable>();
  const own = (contract.splitTables ?? []).map((by): PlannedBreakdown => ({ by, cadence: 'quarter' }));
  for (const table of [...due, ...own].flatMap((planned) => resolve(withinStrata(planned, contract, dimensions), dimensions))) {
    const name = table.breakdown.join('+');
    const known = merged.get(name)?.depths ?? [];
    merged.set(name, { breakdown: table.breakdown, depths: [...new Set([...known, ...table.depths])].sort((a, b) => a - b) });
  }
  return [...merged.values()].sort((a, b) => inOrder(a.breakdown, b.breakdown, dimensions));
}

/** The columns of strata that an organisation does not have split nothing: what is adjusted leaves them out. */
function withinStrata(
  planned: PlannedBreakdown,
  { planClass }: MeasureContract,
  dimensions: readonly Dimension[],
): PlannedBreakdown {
  const exists = (key: string): boolean => dimensions.some((dimension) => dimension.key === key);
  return planClass === 'adjusted'
    ? { ...planned, by: planned.by.filter((key) => !STRATA.includes(key) || exists(key)) }
    : planned;
}

/** The columns within which groups are compared. */
const STRATA: readonly string[] = ['level', 'tenure'];

/** One table for each declared characteristic where the plan says so; none where a column does not exist. */
function resolve({ by, layers }: PlannedBreakdown, dimensions: readonly Dimension[]): PlannedTable[] {
  const special = dimensions.filter(({ sensitivity }) => sensitivity === 'special').map(({ key }) => key);
  const breakdowns = by.includes(CHARACTERISTIC)
    ? special.map((column) => by.map((key) => (key === CHARACTERISTIC ? column : key)))
    : [by];
  return breakdowns
    .filter((breakdown) => breakdown.every((key) => dimensions.some((dimension) => dimension.key === key)))
    .map((breakdown) => ({ breakdown: inFileOrder(breakdown, dimensions), depths: depthsOf(breakdown, layers, dimensions) }));
}

const placeOf = (key: string, dimensions: readonly Dimension[]): number =>
  dimensions.findIndex((dimension) => dimension.key === key);

const inFileOrder = (breakdown: readonly string[], dimensions: readonly Dimension[]): string[] =>
  [...breakdown].sort((a, b) => placeOf(a, dimensions) - placeOf(b, dimensions));

function inOrder(a: readonly string[], b: readonly string[], dimensions: readonly Dimension[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const differing = a.findIndex((key, at) => key !== b[at]);
  return differing < 0 ? 0 : placeOf(a[differing] ?? '', dimensions) - placeOf(b[differing] ?? '', dimensions);
}

/** Layers by depth: the tree of the file begins at the top layer, so that is depth 1. */
function depthsOf(breakdown: readonly string[], layers: Layers | undefined, dimensions: readonly Dimension[]): number[] {
  const tree = dimensions.find(({ key, kind }) => kind === 'tree' && breakdown.includes(key));
  if (!tree) return [];
  const lowest = Math.max(1, ...depthOfValues(tree));
  const all = Array.from({ length: lowest }, (_, at) => at + 1);
  switch (layers ?? 'all') {
    case 'top':
      return [1];
    case 'lowest':
      return [lowest];
    case 'upper':
      return lowest === 1 ? [1] : all.slice(0, -1);
    case 'all':
      return all;
  }
}

function depthOfValues({ values }: Dimension): number[] {
  const depths = new Map<string, number>();
  for (const { key, parent } of values) depths.set(key, parent === undefined ? 1 : (depths.get(parent) ?? 0) + 1);
  return [...depths.values()];
}
