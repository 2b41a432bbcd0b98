import { type Cell, type Derived, type Measure, type MeasureValue, numberOf, type Table, textOf } from '../gateway/index.js';

/** Which released values play which part in a figure. Found by the formulas that the release names, not by their names. */
export interface Parts {
  readonly point: string;
  readonly format: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly verdict: string | null;
  readonly comparisons: string | null;
}

const formulaOf = (derived: readonly Derived[], key: string): string | null =>
  derived.find((one) => one.key === key)?.formula ?? null;

const keyWith = (derived: readonly Derived[], formula: string): string | null =>
  derived.find((one) => one.formula === formula)?.key ?? null;

/** The parts of the measure's own figure: its primary value and what belongs to it. */
export function partsOf(measure: Measure, derived: readonly Derived[]): Parts {
  const formula = formulaOf(derived, measure.primary) ?? '';
  return {
    point: measure.primary,
    format: formatOf(measure, measure.primary, formula),
    ...endsOf(derived, formula),
    verdict: keyWith(derived, 'verdict'),
    comparisons: keyWith(derived, 'comparisons'),
  };
}

/** The interval of a formula: the values whose formulas are its lower and its upper end. */
export const endsOf = (derived: readonly Derived[], formula: string): { lower: string | null; upper: string | null } => ({
  lower: keyWith(derived, `${formula}Lower`),
  upper: keyWith(derived, `${formula}Upper`),
});

const valueOf = (measure: Measure, key: string): MeasureValue | undefined => measure.values.find((value) => value.key === key);

function formatOf(measure: Measure, key: string, formula: string): string {
  return valueOf(measure, key)?.format ?? (formula === 'rateRatio' ? 'ratio' : 'number');
}

/** One column of a measure's table: a value, with its interval where it has one. */
export interface ValueColumn {
  readonly value: MeasureValue;
  readonly lower: string | null;
  readonly upper: string | null;
}

/** Columns in the contract's order; ends of intervals stand beside their estimate, not in columns of their own. */
export function columnsOf(measure: Measure, derived: readonly Derived[]): ValueColumn[] {
  const columns = measure.values.map((value) => {
    const formula = formulaOf(derived, value.key);
    return { value, ...(formula === null ? { lower: null, upper: null } : endsOf(derived, formula)) };
  });
  const ends = new Set(columns.flatMap(({ lower, upper }) => [lower, upper]));
  const own = columns.filter(({ value }) => !ends.has(value.key) && isOwnColumn(formulaOf(derived, value.key)));
  // A comparison's table begins with what the figure draws and its verdict; everything else follows.
  const verdict = keyWith(derived, 'verdict');
  return verdict === null ? own : [...own].sort((a, b) => rank(a, measure, verdict) - rank(b, measure, verdict));
}

/** Values that are the same in every row stand in the notes, and what the table does not derive is not in it. */
const isOwnColumn = (formula: string | null): boolean => formula !== null && formula !== 'comparisons';

const rank = ({ value }: ValueColumn, measure: Measure, verdict: string): number =>
  value.key === measure.primary ? 0 : value.key === verdict ? 1 : 2;

/** Whether the measure compares a group with everyone else. */
export const isComparison = (parts: Parts): boolean => parts.verdict !== null;

/** The number of comparisons that the verdicts were adjusted for: the same in every cell of a family. */
export function comparisonsOf(table: Table, parts: Parts): number | null {
  const found = table.cells.map((cell) => numberOf(cell, parts.comparisons)).find((value) => value !== null);
  return found ?? null;
}

/** Whether a cell has an estimate to draw. */
export const hasEstimate = (cell: Cell, parts: Parts): boolean => cell.status === 'shown' && numberOf(cell, parts.point) !== null;

export const verdictText = (cell: Cell, parts: Parts): string | null => textOf(cell, parts.verdict);
