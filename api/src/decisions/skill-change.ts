import type { ReleasedTable } from '../kernel/index.js';
import type { Evidence, PublishedQuarter } from './evidence.js';
import { cellsOf, type Effect, figureIn } from './outcome-figure.js';

/** The change of skills from before to after, beside what chance alone would show. In points of the scale of the checks. */
export interface SkillChange {
  readonly period: string;
  readonly change: Effect;
  /** Who starts low rises without any help: regression to the mean. Null where the reliability of the checks is not known. */
  readonly expectedByChance: number | null;
}

/** Of the newest quarter; where the change of skills decides, of the look that decides, and none before it. */
export function skillChangeOf({ track, charter, deciding }: Evidence, quarters: readonly PublishedQuarter[]): SkillChange | null {
  const decides = charter?.content.outcome === 'skill_change';
  const quarter = decides ? quarters.find(({ releaseId }) => releaseId === deciding?.releaseId) : quarters.at(-1);
  const read = quarter && changeIn(quarter.tables, track.id);
  return quarter && read ? { period: quarter.period, ...read } : null;
}

function changeIn(tables: readonly ReleasedTable[], track: string): Omit<SkillChange, 'period'> | null {
  const cell = cellsOf(tables, track).get('skill_change/checked');
  if (cell?.status !== 'shown') return null;
  const change = figureIn(cell, 'change');
  if (!change) return null;
  const expected = cell.values['expectedByChance'];
  return { change, expectedByChance: typeof expected === 'number' ? expected : null };
}
