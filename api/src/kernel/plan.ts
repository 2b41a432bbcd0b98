/**
 * Which layers of the team tree a table covers. `upper`: every layer but the lowest (the only one where there is one);
 * `top`: the first with two or more nodes.
 */
export type Layers = 'top' | 'upper' | 'lowest' | 'all';

/** Stands in a plan for every declared personal characteristic, one table each. */
export const CHARACTERISTIC = '(characteristic)';

/** A breakdown that a plan asks for, and how often. */
export interface PlannedBreakdown {
  /** Dimension keys; `(characteristic)` stands for each declared one. */
  readonly by: readonly string[];
  /** Only where `team` takes part. */
  readonly layers?: Layers;
  /** `year`: in the release of the fiscal year's last quarter only. */
  readonly cadence: 'quarter' | 'year';
}

/**
 * Which measures share breakdowns: who takes part; the same adjusted for level and tenure, with its strata; the other
 * equity measures; model fits; files about teams; everything else.
 */
export type PlanClass = 'representation' | 'adjusted' | 'equity' | 'model' | 'teams' | 'other';

/** The plan of tables, a part of a policy's version. */
export interface TablePlan {
  readonly version: string;
  readonly classes: Readonly<Record<PlanClass, readonly PlannedBreakdown[]>>;
}

/** A table that a release contains: its breakdown, and the depths of the team tree (a root has 1) where that takes part. */
export interface PlannedTable {
  readonly breakdown: readonly string[];
  readonly depths: readonly number[];
}
