import { estimated, notEstimable, type Estimate } from '../kernel/index.js';
import { finite, nonNegative } from './parts/arguments.js';
import type { Stratum } from './mantel-haenszel.js';
import { randomEffects } from './random-effects.js';

export interface OddsRatioHomogeneityInput {
  readonly strata: readonly Stratum[];
  /** ν, the standard deviation of the noise of every drawn count; 0 unless said. */
  readonly noiseLevel?: number | undefined;
  /** By stratum, the same of the unexposed row where its counts are sums of several draws; `noiseLevel` unless said. */
  readonly unexposedNoise?: readonly number[] | undefined;
  /** Whether each row's base is an open fact, so that its two counts share one noise. */
  readonly openBase?: boolean | undefined;
}

export interface OddsRatioHomogeneityResult {
  /** Cochran's Q. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** How many strata could take part. */
  readonly strata: number;
}

/**
 * Whether the strata share one odds ratio: Cochran's Q of their log odds ratios, over strata whose four counts are all
 * above 0 and at least 4ν.
 *
 * @returns `tooFew` (not tested) with fewer than two such strata.
 * @throws RangeError on counts that are not finite (or, without noise, negative) or a negative noise level.
 * @see Cochran (1954), Biometrics 10, 101–129. Golden: R metafor::rma(measure = "OR", method = "FE"), its Q.
 */
export function oddsRatioHomogeneity(input: OddsRatioHomogeneityInput): Estimate<OddsRatioHomogeneityResult> {
  const noiseLevel = nonNegative(input.noiseLevel ?? 0, 'noiseLevel');
  const tables = input.strata
    .map((stratum, i) => ({
      counts: countsOf(stratum, noiseLevel),
      noise: [noiseLevel, nonNegative(input.unexposedNoise?.[i] ?? noiseLevel, 'unexposedNoise')] as const,
    }))
    .filter(isLarge);
  if (tables.length < 2) return notEstimable('tooFew');
  const estimates = tables.map(({ counts: [a, b, c, d] }) => Math.log(a / b) - Math.log(c / d));
  const variances = tables.map((table) => variance(table, input.openBase ?? false));
  const pooled = randomEffects({ estimates, variances });
  if (pooled.kind === 'notEstimable') return pooled;
  const { q, qPValue } = pooled.value.dersimonianLaird;
  return estimated({ statistic: q, degreesOfFreedom: tables.length - 1, pValue: qPValue, strata: tables.length });
}

type Counts = readonly [number, number, number, number];

function countsOf(stratum: Stratum, noiseLevel: number): Counts {
  const check = noiseLevel > 0 ? finite : nonNegative;
  return [
    check(stratum.exposedEvents, 'exposedEvents'),
    check(stratum.exposedNonEvents, 'exposedNonEvents'),
    check(stratum.unexposedEvents, 'unexposedEvents'),
    check(stratum.unexposedNonEvents, 'unexposedNonEvents'),
  ];
}

interface DrawnTable {
  readonly counts: Counts;
  /** Standard deviation of the noise of each row's counts. */
  readonly noise: readonly [exposed: number, unexposed: number];
}

function isLarge({ counts: [a, b, c, d], noise: [exposed, unexposed] }: DrawnTable): boolean {
  return (
    [a, b].every((count) => count > 0 && count >= 4 * exposed) && [c, d].every((count) => count > 0 && count >= 4 * unexposed)
  );
}

/** Σ1/x, and the noise: s²·Σ1/x² by row, or of an open base s²·(1/y + 1/(n − y))². */
function variance({ counts, noise: [exposed, unexposed] }: DrawnTable, openBase: boolean): number {
  const [a, b, c, d] = counts.map((count) => 1 / count) as unknown as Counts;
  const [first, second] = openBase ? [(a + b) ** 2, (c + d) ** 2] : [a * a + b * b, c * c + d * d];
  return a + b + c + d + exposed * exposed * first + unexposed * unexposed * second;
}
