import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { fraction, nonNegative } from './parts/arguments.js';
import { chiSquareSurvival } from './distributions/chi-square.js';
import { normalMultiplier } from './distributions/normal.js';
import { CompensatedSum } from './numerics/compensated-sum.js';

/** One stratum's 2×2 table of people. */
export interface Stratum {
  readonly exposedEvents: number;
  readonly exposedNonEvents: number;
  readonly unexposedEvents: number;
  readonly unexposedNonEvents: number;
}

export interface MantelHaenszelInput {
  readonly strata: readonly Stratum[];
  readonly confidence?: number | undefined;
}

const NAMES = [
  'concordant',
  'discordant',
  'concordantVariance',
  'mixedVariance',
  'discordantVariance',
  'differenceNumerator',
  'differenceWeight',
  'differenceVariance',
  'differenceCorrection',
  'ratioExposed',
  'ratioUnexposed',
  'ratioVariance',
  'testDifference',
  'testVariance',
] as const;

/**
 * Sums over strata, all that the common effects need. R = Σ ad/n and S = Σ bc/n are `concordant` and `discordant`;
 * the three variances are Σ PR, Σ (PS + QR) and Σ QS of Robins, Breslow and Greenland.
 */
export type MantelHaenszelSums = Readonly<Record<(typeof NAMES)[number], number>>;

/** Noise variances of drawn sums; a sum that is not named was not drawn. */
export type MantelHaenszelNoise = { readonly [Name in keyof MantelHaenszelSums]?: number | undefined };

export interface Effect {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number | NotEstimable;
}

export interface MantelHaenszelResult {
  readonly commonOddsRatio: number | NotEstimable;
  readonly lower: number | NotEstimable;
  readonly upper: number | NotEstimable;
  readonly riskDifference: Effect | NotEstimable;
  /** Standard error of its logarithm. */
  readonly riskRatio: Effect | NotEstimable;
  /** Mantel–Haenszel chi-square without continuity correction, one degree of freedom. */
  readonly statistic: number | NotEstimable;
  readonly pValue: number | NotEstimable;
}

/**
 * Common odds ratio, risk difference and risk ratio over strata (Mantel–Haenszel).
 *
 * @param input one 2×2 table of counts per stratum; an empty or one-sided stratum adds nothing.
 * @returns odds ratio with the Robins–Breslow–Greenland interval; difference with Sato's variance; ratio with
 *   Greenland and Robins'. An effect is `noContrast` where no stratum compares the groups and `unbounded` where
 *   the ratio is infinite; `tooFew` as a whole without a person.
 * @throws RangeError on a negative count or a confidence outside (0, 1).
 * @see Mantel & Haenszel (1959), J Natl Cancer Inst 22, 719–748; Robins, Breslow & Greenland (1986), Biometrics 42,
 *   311–323; Sato (1989), Biometrics 45, 1323–1324. Golden: R mantelhaen.test(correct = FALSE), metafor::rma.mh.
 */
export function mantelHaenszel(input: MantelHaenszelInput): Estimate<MantelHaenszelResult> {
  const people = input.strata.reduce((sum, stratum) => sum + sizeOf(stratum), 0);
  if (!(people > 0)) return notEstimable('tooFew');
  return mantelHaenszelFromSums(mantelHaenszelSums(input.strata), { confidence: input.confidence });
}

/** First step: strata to sums. Every sum is linear in strata, so sums of disjoint sets of strata add up. */
export function mantelHaenszelSums(strata: readonly Stratum[]): MantelHaenszelSums {
  const sums = NAMES.map(() => new CompensatedSum());
  for (const stratum of strata) {
    const terms = termsOf(stratum);
    NAMES.forEach((name, i) => sums[i]!.add(terms[name]));
  }
  return Object.fromEntries(NAMES.map((name, i) => [name, sums[i]!.value])) as unknown as MantelHaenszelSums;
}

/** Second step: sums, which may be drawn, to the common effects. */
export function mantelHaenszelFromSums(
  sums: MantelHaenszelSums,
  options: { readonly confidence?: number | undefined; readonly noise?: MantelHaenszelNoise | undefined } = {},
): Estimate<MantelHaenszelResult> {
  const z = normalMultiplier(fraction(options.confidence ?? 0.95, 'confidence'));
  const noise = options.noise ?? {};
  return estimated({
    ...oddsRatio(sums, noise, z),
    riskDifference: difference(sums, noise, z),
    riskRatio: ratio(sums, noise, z),
    ...test(sums),
  });
}

function sizeOf(stratum: Stratum): number {
  return (
    nonNegative(stratum.exposedEvents, 'exposedEvents') +
    nonNegative(stratum.exposedNonEvents, 'exposedNonEvents') +
    nonNegative(stratum.unexposedEvents, 'unexposedEvents') +
    nonNegative(stratum.unexposedNonEvents, 'unexposedNonEvents')
  );
}

function termsOf(stratum: Stratum): MantelHaenszelSums {
  const n = sizeOf(stratum);
  const { exposedEvents: a, exposedNonEvents: b, unexposedEvents: c, unexposedNonEvents: d } = stratum;
  const [n1, n0, events] = [a + b, c + d, a + c];
  if (n1 === 0 || n0 === 0) return Object.fromEntries(NAMES.map((name) => [name, 0])) as unknown as MantelHaenszelSums;
  const [r, s, p, q] = [(a / n) * d, (b / n) * c, (a + d) / n, (b + c) / n];
  const [share1, share0] = [n1 / n, n0 / n];
  return {
    concordant: r,
    discordant: s,
    concordantVariance: p * r,
    mixedVariance: p * s + q * r,
    discordantVariance: q * s,
    differenceNumerator: a * share0 - c * share1,
    differenceWeight: n1 * share0,
    differenceVariance: (a * (d / n) + c * (b / n)) / 2,
    differenceCorrection: c * share1 * share1 - a * share0 * share0 + (share1 * share0 * (n0 - n1)) / 2,
    ratioExposed: a * share0,
    ratioUnexposed: c * share1,
    ratioVariance: share1 * share0 * events - (a / n) * c,
    testDifference: a - share1 * events,
    testVariance: n > 1 ? (share1 * share0 * events * (b + d)) / (n - 1) : 0,
  };
}

function oddsRatio(sums: MantelHaenszelSums, noise: MantelHaenszelNoise, z: number) {
  const { concordant: r, discordant: s } = sums;
  const whole = (value: NotEstimable) => ({ commonOddsRatio: value, lower: value, upper: value });
  if (!(s > 0)) return whole(notEstimable(r > 0 ? 'unbounded' : 'noContrast'));
  if (!(r > 0)) return { ...whole(notEstimable('unbounded')), commonOddsRatio: 0 };
  const own = sums.concordantVariance / (2 * r * r) + sums.mixedVariance / (2 * r * s) + sums.discordantVariance / (2 * s * s);
  const spread = z * Math.sqrt(Math.max(0, own) + (noise.concordant ?? 0) / (r * r) + (noise.discordant ?? 0) / (s * s));
  const commonOddsRatio = r / s;
  return { commonOddsRatio, lower: commonOddsRatio * Math.exp(-spread), upper: bounded(commonOddsRatio * Math.exp(spread)) };
}

/** A limit beyond the largest number is none. */
function bounded(limit: number): number | NotEstimable {
  return Number.isFinite(limit) ? limit : notEstimable('unbounded');
}

function difference(sums: MantelHaenszelSums, noise: MantelHaenszelNoise, z: number): Effect | NotEstimable {
  const { differenceNumerator, differenceWeight: weight, differenceVariance, differenceCorrection } = sums;
  if (!(weight > 0)) return notEstimable('noContrast');
  const estimate = differenceNumerator / weight;
  const own = Math.max(0, estimate * differenceCorrection + differenceVariance);
  const drawn = (noise.differenceNumerator ?? 0) + estimate * estimate * (noise.differenceWeight ?? 0);
  const standardError = Math.sqrt(own + drawn) / weight;
  return { estimate, standardError, lower: estimate - z * standardError, upper: estimate + z * standardError };
}

function ratio(sums: MantelHaenszelSums, noise: MantelHaenszelNoise, z: number): Effect | NotEstimable {
  const { ratioExposed: r, ratioUnexposed: s, ratioVariance } = sums;
  if (!(s > 0)) return notEstimable(r > 0 ? 'unbounded' : 'noContrast');
  if (!(r > 0)) return notEstimable('unbounded');
  const drawn = (noise.ratioExposed ?? 0) / (r * r) + (noise.ratioUnexposed ?? 0) / (s * s);
  const standardError = Math.sqrt(Math.max(0, ratioVariance) / (r * s) + drawn);
  const estimate = r / s;
  return {
    estimate,
    standardError,
    lower: estimate * Math.exp(-z * standardError),
    upper: bounded(estimate * Math.exp(z * standardError)),
  };
}

function test({ testDifference, testVariance }: MantelHaenszelSums) {
  if (!(testVariance > 0)) return { statistic: notEstimable('noContrast'), pValue: notEstimable('noContrast') };
  const statistic = (testDifference * testDifference) / testVariance;
  return { statistic, pValue: chiSquareSurvival(statistic, 1) };
}
