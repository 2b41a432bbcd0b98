import { cellsOf } from './outcome-figure.js';
import type { ReleasedTable } from '../kernel/index.js';

/** How many people a track that winds down still mentored, at the end of a quarter. */
export interface StillRunning {
  readonly period: string;
  /** Of the cell of the release: a number appears only where the group is large enough. */
  readonly status: string;
  readonly mentees: number | null;
}

/** From the newest published quarter; null where none was. */
export function stillRunning(
  quarters: readonly { readonly period: string; readonly tables: readonly ReleasedTable[] }[],
  track: string,
): StillRunning | null {
  const newest = quarters.at(-1);
  if (!newest) return null;
  const cell = cellsOf(newest.tables, track).get('dependence/mentees_now');
  const mentees = cell?.status === 'shown' ? cell.values['mentees'] : undefined;
  const status = cell?.status ?? 'notCollected';
  return { period: newest.period, status, mentees: typeof mentees === 'number' ? mentees : null };
}
