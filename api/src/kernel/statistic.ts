import type { Group } from './cell.js';
import type { Dimension } from './dimension.js';

/** The people of a cell by its open columns: how many, and the exclusive or of 64 bits of their keys (16 hex digits). */
export interface OpenPeople {
  readonly count: number;
  readonly xor: string;
}

/**
 * A number as it is in the microdata. Only `protect` reads it; nothing that derives a figure accepts this type.
 */
export interface Exact {
  readonly kind: 'exact';
  readonly value: number;
  /** Of a model fit: by person, the estimate without all their rows minus the estimate with them. */
  readonly changes?: readonly number[];
}

/** A number that may be published: the value as drawn, and the standard deviation of its noise (0 for an open fact). */
export interface Drawn {
  readonly value: number;
  readonly noise: number;
}

/** How far one person can move a statistic, which sets the scale of its noise. */
export type Sensitivity =
  /** People, one each. Integer; noise ν. */
  | { readonly kind: 'count' }
  /** Other things, weighted min(1, cap ÷ rows of the person who has most). On 1/16; noise ν·cap. */
  | { readonly kind: 'rows'; readonly cap: number }
  /** Σ(x − m) over clipped values, m the middle and h half the width of [low, high]. On h/16; noise ν·cap·h. */
  | { readonly kind: 'sum'; readonly cap: number; readonly low: number; readonly high: number }
  /** Σ((x − m)² − h²/2). On h²/32; noise ν·cap·h²/2. */
  | { readonly kind: 'squares'; readonly cap: number; readonly low: number; readonly high: number }
  /** A sum that no person moves by more than `most`, such as Mantel–Haenszel's. On most/16; noise ν·most. */
  | { readonly kind: 'bounded'; readonly most: number }
  /** An estimate of a model, every person's change clipped to ±B, the bound. On B/16; noise ν·B. */
  | { readonly kind: 'fit'; readonly bound: FitBound }
  /** An open fact: published as it is, noise 0. Never allowed together with a special column. */
  | { readonly kind: 'open' }
  /** A number of tracks, from the catalogue that everybody reads: as it is, noise 0, for the whole organisation alone. */
  | { readonly kind: 'catalogue' };

/**
 * How much one person may move a model's estimate: a public number, or one that follows from statistics of the same cell
 * as drawn. `smallest` is times ÷ the smallest of them (2 ÷ the events of the smaller arm), `each` the sum of times ÷ each
 * of them (h ÷ n₁ + h ÷ n₂).
 */
export type FitBound = number | { readonly times: number; readonly over: 'smallest' | 'each'; readonly of: readonly string[] };

/** One number of one cell before protection. */
export interface Statistic {
  /** Name and version of what is counted or summed, with category and grid point: `mentees/1`. */
  readonly question: string;
  /** Whose columns define the cell. */
  readonly columnsOf: 'person' | 'mentee' | 'mentor' | 'team';
  /** The secret that it concerns; subjects that imply each other carry one name. */
  readonly subject: string;
  readonly sensitivity: Sensitivity;
  /** The histogram whose disjoint cases it counts: nobody is in two of them, so together they tell as much as one draw. */
  readonly histogram?: string;
  readonly exact: Exact;
}

/** A cell before protection. */
export interface CellStatistics {
  readonly group: Group;
  /** By the open columns of the cell, whatever is counted. */
  readonly open: OpenPeople;
  /** Names and values of all other columns of the cell, for example `{ demo_gender: 'f' }` or `{ track: 'x' }`. */
  readonly secret: Readonly<Record<string, string>>;
  /** By the name under which the file carries it. */
  readonly statistics: Readonly<Record<string, Statistic>>;
}

/** What rule 3 tests in every cell of a table. */
export type Base =
  /** The open people of the cell, exactly. */
  | { readonly kind: 'open' }
  /**
   * The sum of these statistics as drawn, with a margin of twice its noise, rounded up; and never below `least` as drawn
   * (30 people and 10 events of a curve, ten teams).
   */
  | { readonly kind: 'secret'; readonly of: readonly string[]; readonly least?: number };

/** A table before protection. Tables of one measure and variant share their groups' parents and parts. */
export interface StatisticTable {
  readonly measure: string;
  readonly variant: string;
  /** Dimension keys; empty for the organisation. */
  readonly breakdown: readonly string[];
  /** Whether a special column takes part, so that the higher threshold holds. */
  readonly special: boolean;
  /** Every base must pass. */
  readonly bases: readonly Base[];
  /** Plan limits beyond the thresholds: fewest open people of a cell, fewest drawn in a special cell's base. */
  readonly minimumOpen?: number;
  readonly minimumSpecialBase?: number;
  readonly cells: readonly CellStatistics[];
}

/** What `protect` gives back for a cell. */
export type ProtectedCell =
  | { readonly group: Group; readonly status: 'shown'; readonly drawn: Readonly<Record<string, Drawn>> }
  | { readonly group: Group; readonly status: 'suppressed' | 'structuralZero' };

export interface ProtectedTable {
  readonly measure: string;
  readonly variant: string;
  readonly breakdown: readonly string[];
  readonly special: boolean;
  readonly cells: readonly ProtectedCell[];
}

/** Everything that is protected together. */
export interface StatisticRelease {
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly StatisticTable[];
}
