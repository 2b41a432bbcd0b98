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

/** Weighted mean under a spread τ², with the sums that everything else is made of. */
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

/** Σw − Σw²/Σw of the fixed-effect weights. */
function effectiveWeight(input: RandomEffectsInput): number {
  const { weights, total } = pool(input, 0);
  return total - compensatedSum(weights.map((weight) => weight * weight)) / total;
}

function dersimonianLairdTau(input: RandomEffectsInput): number {
  const df = input.estimates.length - 1;
  return df === 0 ? 0 : Math.max(0, (cochranQ(input) - df) / effectiveWeight(input));
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

/** Score over expected information of τ². */
function scoringStep(input: RandomEffectsInput, tauSquared: number): number {
  const { weights, total, mean } = pool(input, tauSquared);
  const power = (exponent: number) => compensatedSum(weights.map((weight) => weight ** exponent));
  const [second, third] = [power(2), power(3)];
  const residual = compensatedSum(weights.map((weight, i) => (weight * (input.estimates[i]! - mean)) ** 2));
  const tracePP = second - (2 * third) / total + (second / total) ** 2;
  return (residual - (total - second / total)) / tracePP;
}

function describe(input: RandomEffectsInput, tauSquared: number, z: number): RandomEffectsFit {
  const { total, mean } = pool(input, tauSquared);
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
    iSquared: df === 0 ? 0 : tauSquared / (tauSquared + df / effectiveWeight(input)),
    predictionLower: mean - reach,
    predictionUpper: mean + reach,
    shrunken: kept.map((share, i) => share * input.estimates[i]! + (1 - share) * mean),
    shrunkenStandardErrors: kept.map((share, i) => Math.sqrt(share * input.variances[i]! + (1 - share) ** 2 * variance)),
  };
}
