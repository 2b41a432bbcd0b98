import { type Derivation, estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import {
  type MantelHaenszelNoise,
  mantelHaenszelFromSums,
  type MantelHaenszelResult,
  type MantelHaenszelSums,
  oddsRatioHomogeneity,
  type OddsRatioHomogeneityResult,
} from '../../statistics/index.js';
import { pairKind, pairOf, type Pair, together } from './pair.js';
import type { Scene, ShownCell } from './scene.js';
import { named, variance } from './values.js';

/** The drawn sums in the order in which formulas name them; what they leave out was not drawn. */
const SUMS = [
  'concordant',
  'discordant',
  'concordantVariance',
  'mixedVariance',
  'discordantVariance',
  'differenceNumerator',
  'differenceWeight',
  'differenceVariance',
  'differenceCorrection',
] as const;

const NOT_DRAWN = { ratioExposed: 0, ratioUnexposed: 0, ratioVariance: 0, testDifference: 0, testVariance: 0 };
const REJECTED = 0.05;
const MOST_NOISE = 3;

/** Common odds ratio and risk difference. `protection` where the noise outweighs the own variance of the logarithm threefold. */
export function commonEffect({ drawn }: ShownCell, of: readonly string[]): Estimate<MantelHaenszelResult> {
  const values = SUMS.map((name, i) => [name, named(drawn, of[i]).value] as const);
  const noise = Object.fromEntries(SUMS.map((name, i) => [name, variance(named(drawn, of[i]))])) as MantelHaenszelNoise;
  const sums = { ...NOT_DRAWN, ...Object.fromEntries(values) } as MantelHaenszelSums;
  if (values.some(([name, value]) => name !== 'differenceNumerator' && name !== 'differenceCorrection' && !(value > 0)))
    return notEstimable('protection');
  const exact = mantelHaenszelFromSums(sums);
  const result = mantelHaenszelFromSums(sums, { noise });
  if (exact.kind === 'notEstimable' || result.kind === 'notEstimable') return notEstimable('protection');
  const whole = logWidth(result.value);
  const own = logWidth(exact.value);
  if (whole === undefined || own === undefined || whole ** 2 > (1 + MOST_NOISE) * own ** 2) return notEstimable('protection');
  return result;
}

/** The width of the odds ratio's interval on the logarithmic scale. */
function logWidth({ lower, upper }: MantelHaenszelResult): number | undefined {
  if (typeof lower !== 'number' || typeof upper !== 'number' || !(lower > 0) || !(upper > lower)) return undefined;
  return Math.log(upper) - Math.log(lower);
}

/** Whether the strata of a group, its cells by level and tenure beside the other groups there, share one odds ratio. */
export function homogeneityOf(cell: ShownCell, derivation: Derivation, scene: Scene): Estimate<OddsRatioHomogeneityResult> {
  const kind = pairKind(derivation, scene.special);
  const rows = scene.strata(cell).flatMap(({ own, others }) => {
    if (others.length === 0) return [];
    const group = pairOf(own.drawn, derivation.of, kind);
    return [{ group, other: together(others.map(({ drawn }) => pairOf(drawn, derivation.of, kind))), parts: others.length }];
  });
  const [first] = rows;
  if (!first) return notEstimable('tooFew');
  return oddsRatioHomogeneity({
    strata: rows.map(({ group, other }) => ({ ...countsOf('exposed', group), ...countsOf('unexposed', other) })) as never,
    noiseLevel: Math.sqrt(first.group.noiseVariance),
    unexposedNoise: rows.map(({ other }) => Math.sqrt(other.noiseVariance)),
    openBase: kind === 'overBase',
  });
}

const countsOf = (side: 'exposed' | 'unexposed', { successes, trials }: Pair): Record<string, number> => ({
  [`${side}Events`]: successes,
  [`${side}NonEvents`]: trials - successes,
});

/** What may be said of all strata together: `pooled`, `notTested`, or `heterogeneous`, where no one number stands. */
export function poolingOf(homogeneity: Estimate<OddsRatioHomogeneityResult>): 'pooled' | 'notTested' | 'heterogeneous' {
  if (homogeneity.kind === 'notEstimable') return 'notTested';
  return homogeneity.value.pValue < REJECTED ? 'heterogeneous' : 'pooled';
}

/** The common effect, unless the strata disagree. */
export function pooledEffect(cell: ShownCell, derivation: Derivation, scene: Scene): Estimate<MantelHaenszelResult> {
  const strata = { ...derivation, of: derivation.of.slice(SUMS.length) };
  if (poolingOf(homogeneityOf(cell, strata, scene)) === 'heterogeneous') return notEstimable('heterogeneous');
  const effect = commonEffect(cell, derivation.of);
  return effect.kind === 'notEstimable' ? effect : estimated(effect.value);
}
