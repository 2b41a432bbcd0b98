import type { AbsenceReason, ReleasedTable } from '../../kernel/index.js';
import { proportionDifference, proportionRatio, proportionTest, type ProportionPairInput } from '../../statistics/index.js';
import { answers, NOTHING, pairOf, rate, sum, takenOut, without, type Pair } from './pair.js';
import { isShown, type Column, type Section, type ShownCell, type ShownPlace } from './places.js';

/** A group beside everyone else: the arguments of the core's comparisons, or why there is none. */
export type Comparison =
  | { readonly kind: 'pair'; readonly group: Pair; readonly others: Pair; readonly input: ProportionPairInput }
  | { readonly kind: 'none'; readonly reason: AbsenceReason };

const none = (reason: AbsenceReason): Comparison => ({ kind: 'none', reason });

export const kindOf = (table: ReleasedTable): 'of two' | 'over a base' => (table.special ? 'of two' : 'over a base');

/** Finds everyone else for the cells of one table. The sums of special tables are added up once. */
export class EveryoneElse {
  private readonly layers = new Map<string, { pair: Pair; cells: number }>();
  private readonly total: Pair | undefined;

  constructor(
    private readonly table: ReleasedTable,
    private readonly of: readonly string[],
    section: Section,
    private readonly columns: ReadonlyMap<string, Column>,
  ) {
    const whole = section.cells.get('');
    this.total = whole && isShown(whole) ? pairOf(whole.cell, of, 'over a base') : undefined;
    if (table.special) for (const cell of table.cells) if (cell.status === 'shown') this.add(cell);
  }

  compare({ cell }: ShownPlace): Comparison {
    const group = pairOf(cell, this.of, kindOf(this.table));
    if (!group || !answers(group)) return none('protection');
    const others = this.table.special ? this.otherCells(cell, group) : this.total && without(this.total, group);
    if (!others || !(others.n > 0)) return none('noContrast');
    if (!answers(others)) return none('protection');
    return { kind: 'pair', group, others, input: inputOf(group, others, this.table.special) };
  }

  private add(cell: ShownCell): void {
    const pair = pairOf(cell, this.of, 'of two');
    const before = this.layers.get(this.layer(cell)) ?? { pair: NOTHING, cells: 0 };
    if (pair) this.layers.set(this.layer(cell), { pair: sum(before.pair, pair), cells: before.cells + 1 });
  }

  private otherCells(cell: ShownCell, group: Pair): Pair | undefined {
    const all = this.layers.get(this.layer(cell));
    return all && all.cells > 1 ? takenOut(all.pair, group) : undefined;
  }

  /** Cells of one layer of every tree are disjoint. */
  private layer(cell: ShownCell): string {
    return this.table.breakdown.map((key) => this.columns.get(key)?.depth.get(cell.group[key] ?? '') ?? 1).join();
  }
}

function inputOf(group: Pair, others: Pair, special: boolean): ProportionPairInput {
  const pooled = Math.min(1, Math.max(0, (group.y + others.y) / (group.n + others.n)));
  return {
    successes1: group.y,
    trials1: group.n,
    successes2: others.y,
    trials2: others.n,
    noiseVariance1: group.varianceY,
    noiseVariance2: others.varianceY,
    baseNoiseVariance1: group.varianceN,
    baseNoiseVariance2: others.varianceN,
    baseNoiseCovariance1: group.covariance,
    baseNoiseCovariance2: others.covariance,
    noiseCovariance: special ? 0 : -(group.varianceY + pooled * pooled * group.varianceN),
  };
}

/** All figures of one comparison. */
export interface Compared {
  readonly rateRatio: number | AbsenceReason;
  readonly rateRatioLower: number | AbsenceReason;
  readonly rateRatioUpper: number | AbsenceReason;
  readonly rateDifference: number;
  readonly rateDifferenceLower: number;
  readonly rateDifferenceUpper: number;
  readonly scoreZ: number | AbsenceReason;
  readonly scoreP: number | AbsenceReason;
  readonly shortfall: number;
  readonly otherRate: number;
}

export function compared(comparison: Extract<Comparison, { kind: 'pair' }>): Compared {
  const { group, others, input } = comparison;
  const difference = proportionDifference(input);
  if (difference.kind === 'notEstimable') throw new RangeError('two pairs that answer have a difference');
  const [p, other] = [rate(group).estimate, rate(others).estimate];
  return {
    ...ratios(input),
    ...scores(input),
    rateDifference: difference.value.estimate,
    rateDifferenceLower: difference.value.lower,
    rateDifferenceUpper: difference.value.upper,
    shortfall: Math.max(0, group.n * (other - p)),
    otherRate: other,
  };
}

function ratios(input: ProportionPairInput): Pick<Compared, 'rateRatio' | 'rateRatioLower' | 'rateRatioUpper'> {
  const ratio = proportionRatio(input);
  if (ratio.kind === 'notEstimable')
    return { rateRatio: ratio.reason, rateRatioLower: ratio.reason, rateRatioUpper: ratio.reason };
  const { estimate, lower, upper } = ratio.value;
  return { rateRatio: estimate, rateRatioLower: lower, rateRatioUpper: typeof upper === 'number' ? upper : upper.reason };
}

function scores(input: ProportionPairInput): Pick<Compared, 'scoreZ' | 'scoreP'> {
  const test = proportionTest(input);
  if (test.kind === 'notEstimable') return { scoreZ: test.reason, scoreP: test.reason };
  return { scoreZ: test.value.z, scoreP: test.value.pValue };
}
