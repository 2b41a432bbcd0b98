/** What a published place can be; absence always has a name. */
export type CellStatus = 'shown' | 'suppressed' | 'notEstimable' | 'structuralZero' | 'notCollected';

/** One released value: a number, a verdict's key, or a named absence. Charts and tables accept this, never a bare number. */
export type Value =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent'; readonly reason: string };

export interface GroupValue {
  readonly dimension: string;
  readonly dimensionLabel: string;
  readonly value: string;
  readonly label: string;
  /** The node above, in a tree. */
  readonly parent: string | null;
}

export interface Cell {
  readonly group: readonly GroupValue[];
  readonly status: CellStatus;
  readonly reason: string | null;
  readonly values: Readonly<Record<string, Value>>;
}

/** How a value was computed from the drawn statistics. */
export interface Derived {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
  readonly of: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly period: string;
  readonly releaseId: string;
  readonly measure: string;
  readonly variant: string;
  readonly by: readonly string[];
  readonly subject: string;
  readonly unit: string;
  readonly sample: boolean;
  /** Ratios that its policy treats as similar. */
  readonly similar: { readonly low: number; readonly high: number };
  readonly cells: readonly Cell[];
  readonly derived: readonly Derived[];
  readonly hidden: number;
  /** Where the reader's own branch is not shown: the nearest group above it that is; empty for the organisation. */
  readonly nearestShown: readonly GroupValue[] | null;
}

export interface Breakdown {
  readonly by: readonly string[];
  readonly label: string;
  readonly special: boolean;
}

/** A table, or the reason why there is none. */
export type TableResult =
  | Table
  | { readonly kind: 'tooNarrow'; readonly message: string; readonly alternatives: readonly Breakdown[] }
  | { readonly kind: 'notPublished'; readonly message: string };

const STATUSES: readonly CellStatus[] = ['shown', 'suppressed', 'notEstimable', 'structuralZero', 'notCollected'];

/** Reads `NOT_ESTIMABLE` or `notEstimable`. What is not known is treated as hidden. */
export function readStatus(text: string): CellStatus {
  const plain = text.replaceAll('_', '').toLowerCase();
  return STATUSES.find((status) => status.toLowerCase() === plain) ?? 'suppressed';
}

/** The number of a cell's value, or null where it has none. */
export function numberOf(cell: Cell, key: string | null): number | null {
  const value = key === null ? undefined : cell.values[key];
  return value?.kind === 'number' ? value.number : null;
}

export function textOf(cell: Cell, key: string | null): string | null {
  const value = key === null ? undefined : cell.values[key];
  return value?.kind === 'text' ? value.text : null;
}
