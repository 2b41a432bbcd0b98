import { CHARACTERISTIC, type PlanClass, type PlannedBreakdown, type TablePlan } from '../kernel/index.js';

const quarterly = (by: readonly string[], layers?: PlannedBreakdown['layers']): PlannedBreakdown =>
  planned(by, 'quarter', layers);
const yearly = (by: readonly string[], layers?: PlannedBreakdown['layers']): PlannedBreakdown => planned(by, 'year', layers);

function planned(
  by: readonly string[],
  cadence: PlannedBreakdown['cadence'],
  layers?: PlannedBreakdown['layers'],
): PlannedBreakdown {
  return { by, cadence, ...(layers && { layers }) };
}

const representation: readonly PlannedBreakdown[] = [
  quarterly([]),
  quarterly(['team'], 'upper'),
  quarterly(['level']),
  quarterly(['location']),
  quarterly(['tenure']),
  quarterly([CHARACTERISTIC]),
  quarterly(['team', 'level'], 'top'),
  yearly(['team'], 'lowest'),
  yearly(['team', 'level'], 'all'),
  yearly(['team', CHARACTERISTIC], 'top'),
  yearly(['level', CHARACTERISTIC]),
];

const equity: readonly PlannedBreakdown[] = [
  quarterly([]),
  quarterly(['team'], 'top'),
  quarterly(['level']),
  quarterly(['track']),
  quarterly([CHARACTERISTIC]),
];

const other: readonly PlannedBreakdown[] = [
  quarterly([]),
  quarterly(['team'], 'top'),
  quarterly(['level']),
  quarterly(['track']),
];

/** The groups that are compared within strata of level and tenure, and the strata themselves. */
const adjusted: readonly PlannedBreakdown[] = [
  yearly(['team'], 'top'),
  yearly(['location']),
  yearly([CHARACTERISTIC]),
  yearly(['team', 'level', 'tenure'], 'top'),
  yearly(['level', 'location', 'tenure']),
  yearly(['level', 'tenure', CHARACTERISTIC]),
];

const model: readonly PlannedBreakdown[] = [quarterly([]), quarterly(['track'])];

const teams: readonly PlannedBreakdown[] = [quarterly([]), quarterly(['team'], 'top')];

/** What the budget of exposure affords: the default plan of tables. */
export const DEFAULT_PLAN: TablePlan = {
  version: 'default/2',
  classes: { representation, adjusted, equity, model, teams, other } satisfies Record<PlanClass, readonly PlannedBreakdown[]>,
};
