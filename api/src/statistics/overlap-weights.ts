import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allBinary, allFinite, sameLength } from './arguments.js';
import { fitLogistic } from './logistic.js';
import { compensatedMean, compensatedSum, squaredDeviations } from './numerics/compensated-sum.js';

export interface OverlapWeightsInput {
  readonly covariates: readonly (readonly number[])[];
  readonly names?: readonly string[] | undefined;
  /** 1 treated, 0 not. */
  readonly treatment: readonly number[];
  readonly outcomes: readonly number[];
}

export interface OverlapWeightsResult {
  readonly meanTreated: number;
  readonly meanUntreated: number;
  readonly difference: number;
  /** In units of the unweighted pooled standard deviation; `constant` where neither arm varies. */
  readonly standardizedMeanDifferencesBefore: readonly (number | NotEstimable)[];
  readonly standardizedMeanDifferencesAfter: readonly (number | NotEstimable)[];
  readonly effectiveSampleSizeTreated: number;
  readonly effectiveSampleSizeUntreated: number;
}

/**
 * Difference of outcomes between treated and untreated where both are plausible: weights are the chance of the
 * other arm (ATO), which balance the means of every covariate exactly.
 *
 * @returns means and difference in the unit of the outcome. `tooFew` without anybody in an arm; `separation`,
 *   `noContrast`, `constant` or `notConverged` as the propensity model says.
 * @throws RangeError on unequal lengths, treatment other than 0 and 1, values that are not finite.
 * @see Li, Morgan & Zaslavsky (2018), JASA 113, 390–400. Golden: R PSweight(weight = "overlap").
 */
export function overlapWeights(input: OverlapWeightsInput): Estimate<OverlapWeightsResult> {
  const { covariates, treatment, outcomes } = input;
  sameLength(treatment, outcomes, 'treatment and outcomes');
  allBinary(treatment, 'treatment');
  allFinite(outcomes, 'outcomes');
  if (!treatment.includes(0) || !treatment.includes(1)) return notEstimable('tooFew');
  const fit = fitLogistic({ covariates, outcomes: treatment });
  if (fit.kind === 'notEstimable') return fit;
  const arms = [0, 1].map((arm) => armOf(input, fit.value.probabilities, arm)) as [Arm, Arm];
  const [untreated, treated] = arms;
  const columns = (covariates[0] ?? []).map((_, j) => j);
  const smd = (weighted: boolean) => columns.map((j) => standardizedDifference(covariates, arms, j, weighted));
  const [meanTreated, meanUntreated] = [weightedMean(treated, outcomes), weightedMean(untreated, outcomes)];
  return estimated({
    meanTreated,
    meanUntreated,
    difference: meanTreated - meanUntreated,
    standardizedMeanDifferencesBefore: smd(false),
    standardizedMeanDifferencesAfter: smd(true),
    effectiveSampleSizeTreated: effectiveSize(treated),
    effectiveSampleSizeUntreated: effectiveSize(untreated),
  });
}

/** Who is in an arm, and with what weight. */
interface Arm {
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

function armOf({ treatment }: OverlapWeightsInput, propensity: Float64Array, arm: number): Arm {
  const rows = treatment.flatMap((value, i) => (value === arm ? [i] : []));
  return { rows, weights: rows.map((i) => (arm === 1 ? 1 - propensity[i]! : propensity[i]!)) };
}

function weightedMean({ rows, weights }: Arm, values: readonly number[]): number {
  return compensatedSum(rows.map((i, k) => weights[k]! * values[i]!)) / compensatedSum(weights);
}

function standardizedDifference(covariates: OverlapWeightsInput['covariates'], arms: [Arm, Arm], column: number, weighted: boolean) {
  const values = covariates.map((row) => row[column]!);
  const plain = arms.map(({ rows }) => rows.map((i) => values[i]!));
  const variance = plain.reduce((sum, list) => sum + sampleVariance(list) / 2, 0);
  if (!(variance > 0)) return notEstimable('constant');
  const [low, high] = arms.map((arm, a) => (weighted ? weightedMean(arm, values) : compensatedMean(plain[a]!)));
  return (high! - low!) / Math.sqrt(variance);
}

function sampleVariance(values: readonly number[]): number {
  return values.length < 2 ? 0 : squaredDeviations(values, compensatedMean(values)) / (values.length - 1);
}

/** (Σw)²/Σw². */
function effectiveSize({ weights }: Arm): number {
  return compensatedSum(weights) ** 2 / compensatedSum(weights.map((weight) => weight * weight));
}
