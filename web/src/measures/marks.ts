import { amountAxis, type Axis, type Mark, modelAxis, numberIn, ratioAxis, shareAxis, signedAxis } from '../charts/index.js';
import type { Cell, GroupValue, Measure, Table } from '../gateway/index.js';
import { barePoints, groupLabel, ratio, written } from '../wording/index.js';
import { cellSentence, spokenOf } from './findings.js';
import { isComparison, type Parts } from './parts.js';
import { cellKey, valueIn } from './places.js';

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

/** One cell's estimates as rows: the value names the row. */
export function valueMarks(cell: Cell, measure: Measure, variant: string, estimates: readonly Parts[]): Mark[] {
  return estimates.map((parts) => ({
    key: parts.point,
    label: parts.label,
    depth: 0,
    status: cell.status,
    value: valueIn(cell, parts.point),
    lower: valueIn(cell, parts.lower),
    upper: valueIn(cell, parts.upper),
    sentence: cellSentence(cell, parts, spokenOf(measure, variant, parts)),
  }));
}

/** Formulas whose result lies around zero, whatever was printed. */
const AROUND_ZERO = new Set(['differenceOfMeans', 'riskDifference', 'standardizedMean', 'regressionToMean']);
const CHANGES = new Set(['points', 'difference']);

/** What kind of axis an estimate needs; estimates of one kind can stand on one axis. */
export function axisKind(parts: Parts): 'ratio' | 'signed' | 'share' | 'amount' {
  if (parts.format === 'ratio' && parts.formula !== 'mean') return 'ratio';
  if (AROUND_ZERO.has(parts.formula) || CHANGES.has(parts.format)) return 'signed';
  return parts.format === 'fraction' ? 'share' : 'amount';
}

/** What an axis of ratios hangs on: the range that the table's policy calls similar, and what is divided. */
export interface AxisGround extends Pick<Table, 'similar'> {
  readonly noun?: string;
}

/** The axis that fits what is measured. Only printed values choose between its fixed lengths. */
export function axisOf(marks: readonly Mark[], parts: Parts, { similar, noun = 'rate' }: AxisGround): Axis {
  if (isComparison(parts)) return ratioAxis(similar.low, similar.high, noun);
  const kind = axisKind(parts);
  if (kind === 'ratio') return modelAxis(parts.label);
  const printed = marks
    .flatMap((mark) => [numberIn(mark.value), numberIn(mark.lower), numberIn(mark.upper)])
    .filter((one) => one !== null);
  const largest = Math.max(0, ...printed.map(Math.abs));
  const write = (value: number): string => tickText(value, parts.format);
  if (kind === 'signed' || printed.some((one) => one < 0)) return signedAxis(largest, parts.label, write);
  return kind === 'share' ? shareAxis(largest, parts.label) : amountAxis(largest, parts.label, write);
}

/** Ticks of small scales need the decimals that values in a sentence do not. */
const tickText = (value: number, format: string): string =>
  format === 'difference'
    ? barePoints(value)
    : Math.abs(value) < 1 && value !== 0 && format !== 'fraction'
      ? ratio(value)
      : written(value, format);
