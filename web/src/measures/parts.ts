import { type Cell, type Derived, type Measure, type MeasureValue, numberOf, type Table, textOf } from '../gateway/index.js';

/** Which released values play which part in a drawing. Found by the formulas that the release names, not by their names. */
export interface Parts {
  readonly point: string;
  readonly label: string;
  readonly format: string;
  readonly formula: string;
  /** The drawn statistics that it starts from; parts of one whole start from the same ones. */
  readonly of: readonly string[];
  readonly lower: string | null;
  readonly upper: string | null;
  readonly verdict: string | null;
  readonly comparisons: string | null;
}

/** Formulas that set a group beside everyone else. */
const COMPARING = new Set([
  'rateRatio', 'meanRatio', 'curveRatio', 'rateDifference', 'otherRate', 'otherMean', 'otherCurve', 'scoreZ', 'scoreP', 'meanP',
  'curveP', 'adjustedP', 'comparisons', 'verdict', 'impactRatio', 'shortfall',
]); // prettier-ignore

const bare = (formula: string): string => formula.replace(/(Lower|Upper)$/, '');

export const isComparing = (formula: string): boolean => COMPARING.has(bare(formula));

const sameArguments = (a: Derived, b: Derived): boolean => a.of.length === b.of.length && a.of.every((one, i) => one === b.of[i]);

const derivedOf = (derived: readonly Derived[], key: string): Derived | undefined => derived.find((one) => one.key === key);

/** One end of the interval around a value: named after it, or the one that starts from the same arguments. */
function endOf(derived: readonly Derived[], point: Derived, end: 'Lower' | 'Upper'): string | null {
  const ends = derived.filter((one) => one.formula === `${point.formula.replace(/^modelEstimate$/, 'model')}${end}`);
  const own = ends.find((one) => one.key === `${point.key}${end}`) ?? ends.find((one) => sameArguments(one, point));
  return own?.key ?? null;
}

const endsOf = (derived: readonly Derived[], point: Derived) => ({
  lower: endOf(derived, point, 'Lower'),
  upper: endOf(derived, point, 'Upper'),
});

const valueOf = (measure: Measure, key: string): MeasureValue | undefined => measure.values.find((value) => value.key === key);

function partsAround(measure: Measure, derived: readonly Derived[], point: Derived): Parts {
  const value = valueOf(measure, point.key);
  return {
    point: point.key,
    label: value?.label ?? point.label,
    format: value?.format ?? 'score',
    formula: point.formula,
    of: [...point.of].sort(),
    ...endsOf(derived, point),
    verdict: null,
    comparisons: null,
  };
}

/** Every estimate with an interval, in the contract's order; what compares with everyone else is not among them. */
export function estimatesOf(measure: Measure, derived: readonly Derived[]): Parts[] {
  return measure.values.flatMap(({ key }) => {
    const point = derivedOf(derived, key);
    if (point === undefined || isComparing(point.formula)) return [];
    const parts = partsAround(measure, derived, point);
    return parts.lower === null && parts.upper === null ? [] : [parts];
  });
}

/** Every comparison with everyone else: the ratio whose limits a verdict reads. */
export function comparisonsOf(measure: Measure, derived: readonly Derived[]): Parts[] {
  return derived
    .filter((one) => one.formula === 'verdict')
    .flatMap((verdict) => {
      const point = derived.find((one) => isComparing(one.formula) && endOf(derived, one, 'Lower') === verdict.of[0]);
      const adjusted = derivedOf(derived, verdict.of[2] ?? '');
      const counted = derived.find((one) => one.formula === 'comparisons' && one.of[0] === adjusted?.of[0]);
      if (point === undefined) return [];
      return [{ ...partsAround(measure, derived, point), verdict: verdict.key, comparisons: counted?.key ?? null }];
    });
}

/** The value that answers the measure's question in this table: the primary one, or the first estimate where it is not there. */
export function mainOf(measure: Measure, derived: readonly Derived[]): Parts {
  const primary = derivedOf(derived, measure.primary);
  const estimates = estimatesOf(measure, derived);
  if (primary !== undefined && !isComparing(primary.formula)) return partsAround(measure, derived, primary);
  // A table of counts has no estimate with an interval; its first plain count speaks for it.
  const counted = measure.values.map(({ key }) => derivedOf(derived, key)).find((one) => one?.formula === 'count');
  const found = estimates[0] ?? (counted === undefined ? undefined : partsAround(measure, derived, counted));
  return found ?? { ...NOTHING, point: measure.primary, label: measure.label };
}

const NOTHING: Parts = {
  point: '', label: '', format: 'score', formula: '', of: [], lower: null, upper: null, verdict: null, comparisons: null,
}; // prettier-ignore

/** One column of a measure's table: a value, with its interval where it has one. */
export interface ValueColumn {
  readonly value: MeasureValue;
  readonly lower: string | null;
  readonly upper: string | null;
}

/** Columns in the contract's order; ends of intervals stand beside their estimate, not in columns of their own. */
export function columnsOf(measure: Measure, derived: readonly Derived[]): ValueColumn[] {
  const columns = measure.values.flatMap((value) => {
    const point = derivedOf(derived, value.key);
    // What is the same in every row stands in the notes, and what the table does not derive is not in it.
    return point === undefined || point.formula === 'comparisons' ? [] : [{ value, ...endsOf(derived, point) }];
  });
  const ends = new Set(columns.flatMap(({ lower, upper }) => [lower, upper]));
  return columns.filter(({ value }) => !ends.has(value.key));
}

/** The columns of one comparison: its ratio and verdict first, then all that starts from the same drawn numbers. */
export function comparisonColumns(measure: Measure, derived: readonly Derived[], parts: Parts): ValueColumn[] {
  const ratio = derivedOf(derived, parts.point);
  const verdict = derivedOf(derived, parts.verdict ?? '');
  const adjusted = derivedOf(derived, verdict?.of[2] ?? '');
  const belongs = (key: string): boolean => {
    const one = derivedOf(derived, key);
    if (one === undefined || ratio === undefined || !isComparing(one.formula)) return false;
    return key === verdict?.key || key === adjusted?.key || sameArguments(one, ratio);
  };
  const rank = (key: string): number => (key === parts.point ? 0 : key === parts.verdict ? 1 : 2);
  return columnsOf(measure, derived)
    .filter(({ value }) => belongs(value.key))
    .sort((a, b) => rank(a.value.key) - rank(b.value.key));
}

/** Whether the drawing compares a group with everyone else. */
export const isComparison = (parts: Parts): boolean => parts.verdict !== null;

/** The number of comparisons that the verdicts were adjusted for: the same in every cell of a family. */
export function comparisonsCounted(table: Table, parts: Parts): number | null {
  const found = table.cells.map((cell) => numberOf(cell, parts.comparisons)).find((value) => value !== null);
  return found ?? null;
}

/** Whether a cell has an estimate to draw. */
export const hasEstimate = (cell: Cell, parts: Parts): boolean => cell.status === 'shown' && numberOf(cell, parts.point) !== null;

export const verdictText = (cell: Cell, parts: Parts): string | null => textOf(cell, parts.verdict);
