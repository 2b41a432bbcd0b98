import type { AbsenceReason, Derivation, ReleasedTable } from '../../../kernel/index.js';
import {
  proportionDifference,
  proportionRatio,
  proportionTest,
  type ProportionPairInput,
  type ProportionResult,
} from '../../../statistics/index.js';
import type { ShownCell, ShownPlace } from '../places.js';
import { told } from './answer.js';
import { drawsOf } from './draws.js';
import { answers, noiseAt, pairKind, pairOf, rate, type Pair } from './pair.js';
import { sameStart, type Follow, type Follows, type Scene } from './scene.js';

/** A group beside everyone else: the arguments of the core's comparisons, or why there is none. */
export type Comparison =
  | { readonly kind: 'pair'; readonly group: Pair; readonly others: Pair; readonly input: ProportionPairInput }
  | { readonly kind: 'none'; readonly reason: AbsenceReason };

const none = (reason: AbsenceReason): Comparison => ({ kind: 'none', reason });

/** The group is looked at first, then whether there are others, then those. */
export function comparison(group: Pair, others: Pair | undefined, special: boolean): Comparison {
  if (!answers(group)) return none('protection');
  if (!others || !(others.n > 0)) return none('noContrast');
  if (!answers(others)) return none('protection');
  return { kind: 'pair', group, others, input: inputOf(group, others, special) };
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
    noiseCovariance: special ? 0 : -noiseAt(group, pooled),
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

export function compared({ group, others, input }: Extract<Comparison, { kind: 'pair' }>): Compared {
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

/** Two proportions of one cell, over bases drawn apart. */
function twoFigures(cell: ShownCell, { of }: Derivation): ReturnType<typeof ratios> | AbsenceReason | undefined {
  const group = pairOf(drawsOf(cell, of.slice(0, 2)), 'over a base');
  const other = pairOf(drawsOf(cell, of.slice(2)), 'over a base');
  if (of.length !== 4 || !group || !other) return undefined;
  return answers(group) && answers(other) ? ratios(inputOf(group, other, true)) : 'protection';
}

const ofTwo =
  (figure: keyof ReturnType<typeof ratios>): Follow =>
  ({ cell }, derivation, scene) => {
    const figures = scene.once(cell, sameStart('two proportions', derivation), () => twoFigures(cell, derivation));
    return typeof figures === 'object' ? told(figures[figure]) : told(figures);
  };

/** The pair of a cell as comparisons and the ratio to the highest rate see it. */
const ownPair = (cell: ShownCell, derivation: Derivation, { special }: ReleasedTable): Pair | undefined =>
  pairOf(drawsOf(cell, derivation.of), pairKind(derivation, special));

function comparedFigures(
  { table, cell }: ShownPlace,
  derivation: Derivation,
  scene: Scene,
): Compared | AbsenceReason | undefined {
  const group = ownPair(cell, derivation, table);
  if (!group) return undefined;
  const others = pairOf(scene.everyoneElse(derivation.of).beside(cell), pairKind(derivation, table.special));
  const found = comparison(group, others, table.special);
  return found.kind === 'none' ? found.reason : compared(found);
}

const besideOthers =
  (figure: keyof Compared): Follow =>
  (place, derivation, scene) => {
    const start = sameStart('rates beside each other', derivation);
    const figures = scene.once(place.cell, start, () => comparedFigures(place, derivation, scene));
    return typeof figures === 'object' ? told(figures[figure]) : told(figures);
  };

const proportion =
  (figure: keyof ProportionResult, ofTwo: boolean): Follow =>
  ({ cell }, derivation, scene) => {
    const pair = pairOf(drawsOf(cell, derivation.of), pairKind(derivation, ofTwo));
    if (!pair) return undefined;
    if (!answers(pair)) return { reason: 'protection' };
    return scene.once(cell, sameStart(ofTwo ? 'share' : 'proportion', derivation), () => rate(pair))[figure];
  };

const impact: Follow = ({ table, cell }, derivation, scene) => {
  const pair = ownPair(cell, derivation, table);
  if (!pair) return undefined;
  if (!answers(pair)) return { reason: 'protection' };
  const highest = scene.once(table, sameStart('highest', derivation), () => highestRate(table, derivation));
  return highest > 0 ? rate(pair).estimate / highest : { reason: 'noContrast' };
};

function highestRate(table: ReleasedTable, derivation: Derivation): number {
  const pairs = table.cells.map((cell) => (cell.status === 'shown' ? ownPair(cell, derivation, table) : undefined));
  return pairs.reduce((highest, pair) => (pair && answers(pair) ? Math.max(highest, rate(pair).estimate) : highest), 0);
}

export const RATES: Follows<
  | keyof Compared
  | 'proportionRatio'
  | 'proportionRatioLower'
  | 'proportionRatioUpper'
  | 'proportion'
  | 'proportionLower'
  | 'proportionUpper'
  | 'share'
  | 'shareLower'
  | 'shareUpper'
  | 'impactRatio'
> = {
  proportion: proportion('estimate', false),
  proportionLower: proportion('lower', false),
  proportionUpper: proportion('upper', false),
  share: proportion('estimate', true),
  shareLower: proportion('lower', true),
  shareUpper: proportion('upper', true),
  rateRatio: besideOthers('rateRatio'),
  rateRatioLower: besideOthers('rateRatioLower'),
  rateRatioUpper: besideOthers('rateRatioUpper'),
  proportionRatio: ofTwo('rateRatio'),
  proportionRatioLower: ofTwo('rateRatioLower'),
  proportionRatioUpper: ofTwo('rateRatioUpper'),
  rateDifference: besideOthers('rateDifference'),
  rateDifferenceLower: besideOthers('rateDifferenceLower'),
  rateDifferenceUpper: besideOthers('rateDifferenceUpper'),
  scoreZ: besideOthers('scoreZ'),
  scoreP: besideOthers('scoreP'),
  shortfall: besideOthers('shortfall'),
  otherRate: besideOthers('otherRate'),
  impactRatio: impact,
};
