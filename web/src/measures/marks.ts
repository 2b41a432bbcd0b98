import { ABSENT, amountAxis, type Axis, type Mark, numberIn, ratioAxis, shareAxis } from '../charts/index.js';
import type { Cell, GroupValue, Measure, Table, Value } from '../gateway/index.js';
import { groupLabel, SIMILAR, written } from '../wording/index.js';
import { cellSentence, spokenOf } from './findings.js';
import { isComparison, type Parts } from './parts.js';

const valueIn = (cell: Cell, key: string | null): Value => (key === null ? ABSENT : (cell.values[key] ?? ABSENT));

/** A name for a row that no other row of the table has. */
export const cellKey = (cell: Cell): string => cell.group.map((part) => `${part.dimension}=${part.value}`).join('&') || 'all';

/** How deep a value lies below the uppermost value of its tree that the table holds. */
export function depthOf(part: GroupValue, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0;
  let above = part.parent;
  while (above !== null && parents.has(above) && depth < 12) {
    depth += 1;
    above = parents.get(above) ?? null;
  }
  return depth;
}

/** The rows of a one-way table as marks, in the programme's own order. */
export function marksOf(table: Table, measure: Measure, parts: Parts): Mark[] {
  const spoken = spokenOf(measure, table.variant, parts);
  const parents = new Map(table.cells.flatMap((cell) => cell.group.map((part) => [part.value, part.parent] as const)));
  return table.cells.map((cell) => ({
    key: cellKey(cell),
    label: groupLabel(cell.group),
    depth: cell.group.length === 1 && cell.group[0] ? depthOf(cell.group[0], parents) : 0,
    status: cell.status,
    value: valueIn(cell, parts.point),
    lower: valueIn(cell, parts.lower),
    upper: valueIn(cell, parts.upper),
    sentence: cellSentence(cell, parts, spoken),
    total: cell.group.length === 0,
  }));
}

/** The axis that fits what is measured. Only printed values choose between its fixed lengths. */
export function axisOf(marks: readonly Mark[], measure: Measure, parts: Parts): Axis {
  if (isComparison(parts)) return ratioAxis(SIMILAR.low, SIMILAR.high);
  const printed = marks.flatMap((mark) => [numberIn(mark.value), numberIn(mark.upper)]).filter((n) => n !== null);
  const largest = Math.max(0, ...printed);
  const label = measure.values.find((value) => value.key === parts.point)?.label ?? measure.label;
  const write = (value: number): string => written(value, parts.format);
  return parts.format === 'fraction' ? shareAxis(largest, label) : amountAxis(largest, label, write);
}
