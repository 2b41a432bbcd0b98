import { groupKey, type AbsenceReason, type Derivation, type Drawn } from '../../kernel/index.js';
import { mean } from '../../statistics/index.js';
import { isShown, type Column, type Section, type ShownCell, type ShownPlace } from './places.js';

/** From this drawn size on a cell's own spread may serve others. */
const LARGE = 50;

interface Sums {
  readonly sum: Drawn;
  readonly squares: Drawn;
  readonly base: Drawn;
}

interface Range {
  readonly middle: number;
  readonly half: number;
}

export interface MeanFigures {
  readonly mean: number;
  readonly meanLower: number;
  readonly meanUpper: number;
}

/** A mean with the spread of its nearest large parent, or why there is none. */
export function meanOf(
  { cell }: ShownPlace,
  { of, parameters }: Derivation,
  section: Section,
  columns: ReadonlyMap<string, Column>,
): MeanFigures | AbsenceReason | undefined {
  const sums = sumsOf(cell, of);
  const { low, high } = parameters ?? {};
  if (!sums || low === undefined || high === undefined) return undefined;
  const range = { middle: (low + high) / 2, half: (high - low) / 2 };
  const source = spreadSource(cell, of, section, columns);
  const { sum, base } = sums;
  if (!source || source.base.value < 2 || !(base.value > 0)) return 'protection';
  const spread = spreadOf(source, range);
  const offset = sum.value / base.value;
  const noise = (sum.noise ** 2 + offset ** 2 * base.noise ** 2) / base.value ** 2;
  if (noise > (3 * spread ** 2) / base.value) return 'protection';
  return figures(sums, range, spread, source.base.value - 1);
}

function figures(
  { sum, base }: Sums,
  { middle, half }: Range,
  spread: number,
  degreesOfFreedom: number,
): MeanFigures | undefined {
  const result = mean({
    n: base.value,
    sum: sum.value,
    middle,
    noiseVariance: sum.noise ** 2,
    baseNoiseVariance: base.noise ** 2,
    standardDeviation: spread,
    degreesOfFreedom,
  });
  if (result.kind === 'notEstimable') return undefined;
  const { estimate, lower, upper } = result.value;
  if (typeof lower !== 'number' || typeof upper !== 'number') return undefined;
  const clip = (x: number): number => Math.min(middle + half, Math.max(middle - half, x));
  return { mean: clip(estimate), meanLower: clip(lower), meanUpper: clip(upper) };
}

/** The nearest cell above in the tree whose drawn size is large; the organisation last, whatever its size. */
function spreadSource(
  cell: ShownCell,
  of: readonly string[],
  section: Section,
  columns: ReadonlyMap<string, Column>,
): Sums | undefined {
  for (const group of above(cell, columns)) {
    const place = section.cells.get(groupKey(group));
    const sums = place && isShown(place) ? sumsOf(place.cell, of) : undefined;
    if (sums && (sums.base.value >= LARGE || Object.keys(group).length === 0)) return sums;
  }
  return undefined;
}

function above({ group }: ShownCell, columns: ReadonlyMap<string, Column>): Readonly<Record<string, string>>[] {
  const groups: Readonly<Record<string, string>>[] = [];
  const tree = Object.keys(group).find((key) => columns.get(key)?.dimension.kind === 'tree');
  const parents = tree === undefined ? undefined : columns.get(tree)?.parent;
  let value = tree === undefined ? undefined : parents?.get(group[tree] ?? '');
  for (; tree !== undefined && value !== undefined; value = parents?.get(value)) groups.push({ ...group, [tree]: value });
  return [...groups, {}];
}

function spreadOf({ sum, squares, base }: Sums, { half }: Range): number {
  const n = base.value;
  const variance = (squares.value + (n * half * half) / 2 - sum.value ** 2 / n) / (n - 1);
  return Math.max(half / 10, Math.sqrt(Math.max(0, variance)));
}

function sumsOf(cell: ShownCell, of: readonly string[]): Sums | undefined {
  const [sum, squares, base] = of.map((name) => cell.drawn[name]);
  return of.length === 3 && sum && squares && base ? { sum, squares, base } : undefined;
}
