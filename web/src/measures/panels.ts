import type { Measure, Table } from '../gateway/index.js';
import { curveOf, type CurveShape } from './curves.js';
import {
  columnsOf,
  comparisonColumns,
  comparisonsOf,
  estimatesOf,
  isComparing,
  mainOf,
  type Parts,
  type ValueColumn,
} from './parts.js';

/** How a panel is drawn: groups as rows, groups beside everyone else, values as rows, several values in small, steps over time. */
export type Drawing = 'groups' | 'comparison' | 'heat' | 'values' | 'multiples' | 'steps';

/** One figure of a table. A table that also compares has a second one, with the columns that belong to it. */
export interface Panel {
  /** Ends the figure's address; empty for the first. */
  readonly key: string;
  readonly drawing: Drawing;
  readonly parts: Parts;
  /** All estimates that it draws. */
  readonly estimates: readonly Parts[];
  readonly columns: readonly ValueColumn[];
  readonly curve: CurveShape | null;
}

/** The figures of a table, which follow from the contract's kind and the formulas that the release names. */
export function panelsOf(measure: Measure, table: Table): Panel[] {
  const compared = table.by.length === 0 ? [] : comparisonsOf(measure, table.derived);
  const [first] = compared;
  if (measure.figure === 'forest' && first !== undefined) return [wholeComparison(measure, table, first)];
  const more = compared.map((parts, i) => comparisonPanel(measure, table, parts, i));
  return [estimatePanel(measure, table, compared.length > 1), ...more];
}

/** Where comparing is the question, one table holds everything. */
function wholeComparison(measure: Measure, table: Table, parts: Parts): Panel {
  const first = comparisonColumns(measure, table.derived, parts);
  const rest = columnsOf(measure, table.derived).filter(({ value }) => !first.some((one) => one.value.key === value.key));
  const drawing = table.by.length === 2 ? 'heat' : 'comparison';
  const leading = first.slice(0, 2);
  return { key: '', drawing, parts, estimates: [parts], columns: [...leading, ...rest, ...first.slice(2)], curve: null };
}

function comparisonPanel(measure: Measure, table: Table, parts: Parts, at: number): Panel {
  const columns = comparisonColumns(measure, table.derived, parts);
  const drawing = table.by.length === 2 ? 'heat' : 'comparison';
  return { key: at === 0 ? '-compared' : `-compared-${at + 1}`, drawing, parts, estimates: [parts], columns, curve: null };
}

function estimatePanel(measure: Measure, table: Table, path: boolean): Panel {
  const { derived } = table;
  const formulas = new Map(derived.map((one) => [one.key, one.formula]));
  const columns = columnsOf(measure, derived).filter(({ value }) => !isComparing(formulas.get(value.key) ?? ''));
  const parts = mainOf(measure, derived);
  const curve = curveOf(measure, derived);
  const estimates = estimatesOf(measure, derived);
  return { key: '', drawing: drawingOf(measure, table, { path, curve, estimates }), parts, estimates, columns, curve };
}

interface Shape {
  /** Several comparisons in a row: steps of one path, read together. */
  readonly path: boolean;
  readonly curve: CurveShape | null;
  readonly estimates: readonly Parts[];
}

function drawingOf(measure: Measure, table: Table, { path, curve, estimates }: Shape): Drawing {
  if (table.by.length === 2) return 'heat';
  if (curve !== null) return 'steps';
  if (table.by.length === 0) return 'values';
  const several = path || measure.figure === 'parts' || measure.figure === 'model';
  return several && estimates.length > 1 ? 'multiples' : 'groups';
}
