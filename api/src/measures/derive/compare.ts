import { type Derivation, estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import { proportionDifference, type ProportionPairInput, proportionRatio, proportionTest } from '../../statistics/index.js';
import { answers, clipped, type Pair, type PairKind, pairKind, pairOf, rateOf, rest, together } from './pair.js';
import type { Scene, ShownCell } from './scene.js';

/** A group beside everyone else, with what the two share of their noise. */
export interface Comparison {
  readonly group: Pair;
  readonly other: Pair;
  readonly noiseCovariance: number;
}

export type Comparing = 'ratio' | 'difference' | 'test';

/** The group's pair and everyone else's. `protection` where either has no answer, `noContrast` where nobody else is left. */
export function compare(cell: ShownCell, derivation: Derivation, scene: Scene): Estimate<Comparison> {
  const { of } = derivation;
  const kind = pairKind(derivation, scene.special);
  const group = pairOf(cell.drawn, of, kind);
  if (!answers(group)) return notEstimable('protection');
  const other = scene.special ? otherGroups(cell, of, kind, scene) : restOfTotal(group, of, kind, scene);
  if (!other || other.trials <= 0) return notEstimable('noContrast');
  if (!answers(other)) return notEstimable('protection');
  return estimated({ group, other, noiseCovariance: scene.special ? 0 : sharedNoise(group, other) });
}

function otherGroups(cell: ShownCell, of: readonly string[], kind: PairKind, scene: Scene): Pair | undefined {
  const others = scene.others(cell);
  return others.length === 0 ? undefined : together(others.map(({ drawn }) => pairOf(drawn, of, kind)));
}

function restOfTotal(group: Pair, of: readonly string[], kind: PairKind, { total }: Scene): Pair | undefined {
  return total && rest(pairOf(total.drawn, of, kind), group);
}

/** Two pairs over bases of one cell, drawn apart from each other. `protection` where either has no answer. */
export function compareTwo({ drawn }: ShownCell, { of }: Derivation): Estimate<Comparison> {
  const [group, other] = [of.slice(0, 2), of.slice(2)].map((names) => pairOf(drawn, names, 'overBase')) as [Pair, Pair];
  return answers(group) && answers(other) ? estimated({ group, other, noiseCovariance: 0 }) : notEstimable('protection');
}

/** The group's noise stands in everyone else's too, with the opposite sign. */
function sharedNoise(group: Pair, other: Pair): number {
  const pooled = clipped((group.successes + other.successes) / (group.trials + other.trials));
  return -(group.noiseVariance - 2 * pooled * group.baseNoiseCovariance + pooled * pooled * group.baseNoiseVariance);
}

/** Both pairs in the words of the statistics core. */
export function inputOf({ group, other, noiseCovariance }: Comparison): ProportionPairInput {
  return {
    successes1: group.successes,
    trials1: group.trials,
    noiseVariance1: group.noiseVariance,
    baseNoiseVariance1: group.baseNoiseVariance,
    baseNoiseCovariance1: group.baseNoiseCovariance,
    successes2: other.successes,
    trials2: other.trials,
    noiseVariance2: other.noiseVariance,
    baseNoiseVariance2: other.baseNoiseVariance,
    baseNoiseCovariance2: other.baseNoiseCovariance,
    noiseCovariance,
  };
}

export const ratioOf = (comparison: Comparison): ReturnType<typeof proportionRatio> => proportionRatio(inputOf(comparison));
export const differenceOf = (comparison: Comparison): ReturnType<typeof proportionDifference> =>
  proportionDifference(inputOf(comparison));
export const testOf = (comparison: Comparison): ReturnType<typeof proportionTest> => proportionTest(inputOf(comparison));

/** People more that would bring the group to the others' rate; 0 where it has more. */
export const shortfallOf = ({ group, other }: Comparison): number => Math.max(0, group.trials * (rateOf(other) - rateOf(group)));
