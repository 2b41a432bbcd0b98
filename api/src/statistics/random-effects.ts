import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allFinite, fraction, positive, sameLength } from './parts/arguments.js';
import { chiSquareSurvival } from './distributions/chi-square.js';
import { normalMultiplier } from './distributions/normal.js';
import { compensatedSum } from './numerics/compensated-sum.js';

export interface RandomEffectsInput {
  readonly estimates: readonly number[];
  /** Sampling (and noise) variance of each estimate. */
  readonly variances: readonly number[];
  readonly confidence?: number | undefined;
}

export interface RandomEffectsFit {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Variance of the true effects. */
  readonly tauSquared: number;
  /** Cochran's Q, the test that all effects are one. */
  readonly q: number;
  readonly qPValue: number;
  /** Share of the variation that is between effects, 0–1. */
  readonly iSquared: number;
  /** Where the effect of another study would lie. */
  readonly predictionLower: number;
  readonly predictionUpper: number;
  /** Each effect drawn towards the mean (BLUP). */
  readonly shrunken: readonly number[];
  readonly shrunkenStandardErrors: readonly number[];
}

export interface RandomEffectsResult {
  readonly reml: RandomEffectsFit | NotEstimable;
  readonly dersimonianLaird: RandomEffectsFit;
}

/**
 * Effects of several groups seen together (random effects): mean, spread, and every effect drawn towards the mean, by
 * restricted maximum likelihood and by DerSimonian and Laird.
 *
 * @returns in the unit of the estimates. `tooFew` without one; `reml` is `notConverged` where its search fails.
 * @throws RangeError on unequal lengths, estimates that are not finite, variances that are not positive.
 * @see Viechtbauer (2005), J Educ Behav Stat 30, 261–293; DerSimonian & Laird (1986), Control Clin Trials 7, 177–188;
 *   Raudenbush & Bryk (1985), J Educ Stat 10, 75–98. Golden: R metafor::rma(method = "REML" and "DL"), blup, predict.
 */
export function randomEffects(input: RandomEffectsInput): Estimate<RandomEffectsResult> {
  const z = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence'));
  sameLength(input.estimates, input.variances, 'estimates and variances');
  allFinite(input.estimates, 'estimates');
  input.variances.forEach((variance) => positive(variance, 'variances'));
  if (input.estimates.length === 0) return notEstimable('tooFew');
  const dl = dersimonianLairdTau(input);
  const reml = remlTau(input, dl);
  return estimated({
    reml: reml === undefined ? notEstimable('notConverged') : describe(input, reml, z),
    dersimonianLaird: describe(input, dl, z),
  });
}

/** Weighted mean under a spread τ². */
function pool({ estimates, variances }: RandomEffectsInput, tauSquared: number) {
  const weights = variances.map((variance) => 1 / (variance + tauSquared));
  const total = compensatedSum(weights);
  const mean = compensatedSum(weights.map((weight, i) => weight * estimates[i]!)) / total;
  return { weights, total, mean };
}

/** Cochran's Q about the fixed-effect mean. */
function cochranQ(input: RandomEffectsInput): number {
  const { weights, mean } = pool(input, 0);
  return compensatedSum(weights.map((weight, i) => weight * (input.estimates[i]! - mean) ** 2));
}

/** Σw − Σw²/Σw, as Σw·(the others' weight)/Σw: nothing cancels where one weight outweighs all. */
function effectiveWeight(weights: readonly number[], total: number): number {
  const others = sumsOfOthers(weights);
  return compensatedSum(weights.map((weight, i) => weight * (others[i]! / total)));
}

/** For each value the sum of all the others, without subtracting it from the whole. */
function sumsOfOthers(values: readonly number[]): number[] {
  const sums = values.map(() => 0);
  for (let i = 0, before = 0; i < values.length; before += values[i++]!) sums[i]! += before;
  for (let i = values.length - 1, after = 0; i >= 0; after += values[i--]!) sums[i]! += after;
  return sums;
}

function dersimonianLairdTau(input: RandomEffectsInput): number {
  const df = input.estimates.length - 1;
  const { weights, total } = pool(input, 0);
  return df === 0 ? 0 : Math.max(0, (cochranQ(input) - df) / effectiveWeight(weights, total));
}

/** Fisher scoring on the restricted likelihood, kept at 0 and above. */
function remlTau(input: RandomEffectsInput, start: number): number | undefined {
  if (input.estimates.length === 1) return 0;
  let tauSquared = start;
  const unit = compensatedSum(input.variances) / input.variances.length;
  for (let i = 0; i < 1000; i++) {
    const next = Math.max(0, tauSquared + scoringStep(input, tauSquared));
    if (Math.abs(next - tauSquared) <= 1e-13 * (unit + tauSquared)) return next;
    tauSquared = next;
  }
  return undefined;
}

/** Score over expected information of τ²: yᵀPPy − tr P over tr PP, with P = W − w·wᵀ/Σw. */
function scoringStep(input: RandomEffectsInput, tauSquared: number): number {
  const { weights, total, mean } = pool(input, tauSquared);
  const [others, otherSquares] = [sumsOfOthers(weights), sumsOfOthers(weights.map((weight) => weight * weight))];
  const diagonal = weights.map((weight, i) => weight * (others[i]! / total));
  const aside = weights.map((weight, i) => (weight / total) * otherSquares[i]! * (weight / total));
  const trace = compensatedSum(diagonal.map((entry, i) => entry * entry + aside[i]!));
  const residual = compensatedSum(weightedResiduals(input.estimates, weights, mean).map((r) => r * r));
  return (residual - compensatedSum(diagonal)) / trace;
}

/** w·(y − mean); they add up to 0, which gives the one with the greatest weight its digits. */
function weightedResiduals(estimates: readonly number[], weights: readonly number[], mean: number): number[] {
  const residuals = weights.map((weight, i) => weight * (estimates[i]! - mean));
  const heaviest = weights.indexOf(weights.reduce((most, weight) => Math.max(most, weight), 0));
  residuals[heaviest] = 0;
  residuals[heaviest] = -compensatedSum(residuals);
  return residuals;
}

function describe(input: RandomEffectsInput, tauSquared: number, z: number): RandomEffectsFit {
  const { total, mean } = pool(input, tauSquared);
  const fixed = pool(input, 0);
  const df = input.estimates.length - 1;
  const variance = 1 / total;
  const standardError = Math.sqrt(variance);
  const reach = z * Math.sqrt(variance + tauSquared);
  const q = cochranQ(input);
  const kept = input.variances.map((v) => tauSquared / (tauSquared + v));
  return {
    estimate: mean,
    standardError,
    lower: mean - z * standardError,
    upper: mean + z * standardError,
    tauSquared,
    q,
    qPValue: df === 0 ? 1 : chiSquareSurvival(q, df),
    iSquared: df === 0 ? 0 : tauSquared / (tauSquared + df / effectiveWeight(fixed.weights, fixed.total)),
    predictionLower: mean - reach,
    predictionUpper: mean + reach,
    shrunken: kept.map((share, i) => share * input.estimates[i]! + (1 - share) * mean),
    shrunkenStandardErrors: kept.map((share, i) => Math.sqrt(share * input.variances[i]! + (1 - share) ** 2 * variance)),
  };
}
