import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allBinary, allFinite, fraction, sameLength } from './parts/arguments.js';
import { normalMultiplier } from './distributions/normal.js';
import { rowsByPerson, type LeaveOneOut } from './parts/leave-one-out.js';
import { fitLogistic, type LogisticFit } from './logistic.js';
import { lazily } from './numerics/lazily.js';
import { compensatedMean, compensatedSum, squaredDeviations } from './numerics/compensated-sum.js';

export interface OverlapWeightsInput {
  readonly covariates: readonly (readonly number[])[];
  readonly names?: readonly string[] | undefined;
  /** 1 treated, 0 not. */
  readonly treatment: readonly number[];
  readonly outcomes: readonly number[];
  /** Whose row each is; every row is its own person unless said. */
  readonly people?: readonly (string | number)[] | undefined;
  readonly confidence?: number | undefined;
}

export interface OverlapWeightsResult {
  readonly meanTreated: number;
  readonly meanUntreated: number;
  readonly difference: number;
  /** Sandwich, the propensity model's own error included. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** In units of the unweighted pooled standard deviation; `constant` where neither arm varies. */
  readonly standardizedMeanDifferencesBefore: readonly (number | NotEstimable)[];
  readonly standardizedMeanDifferencesAfter: readonly (number | NotEstimable)[];
  readonly effectiveSampleSizeTreated: number;
  readonly effectiveSampleSizeUntreated: number;
  /** Of the difference; made when first read. */
  readonly leaveOneOut: LeaveOneOut;
}

/**
 * Difference of outcomes between treated and untreated where both are plausible: weights are the chance of the
 * other arm (ATO), which balance the means of every covariate exactly; with
 * a sandwich interval.
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
  const difference = meanTreated - meanUntreated;
  const pulls = influence(input, fit.value, arms, [meanUntreated, meanTreated]);
  const persons = rowsByPerson(treatment.length, input.people);
  const ownPulls = [...persons.values()].map((rows) => compensatedSum(rows.map((row) => pulls[row]!)));
  const variance = compensatedSum(ownPulls.map((pull) => pull * pull));
  const standardError = Math.sqrt(variance);
  const half = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence')) * standardError;
  const changes = lazily(() => ({
    people: [...persons.keys()],
    changes: ownPulls.map((pull) => [-pull]),
    logStandardErrorChanges: logErrorChanges(persons.values(), pulls, arms, variance),
  }));
  return estimated({
    meanTreated,
    meanUntreated,
    difference,
    standardError,
    lower: difference - half,
    upper: difference + half,
    standardizedMeanDifferencesBefore: smd(false),
    standardizedMeanDifferencesAfter: smd(true),
    effectiveSampleSizeTreated: effectiveSize(treated),
    effectiveSampleSizeUntreated: effectiveSize(untreated),
    get leaveOneOut() {
      return changes();
    },
  });
}

/** To first order: a person takes their own part of the variance along, and the others of their arm weigh more. */
function logErrorChanges(
  persons: Iterable<readonly number[]>,
  pulls: Float64Array,
  arms: readonly Arm[],
  variance: number,
): number[][] {
  const heavier = new Float64Array(pulls.length);
  for (const { rows, weights } of arms) {
    const armVariance = compensatedSum(rows.map((row) => pulls[row]! ** 2));
    const total = compensatedSum(weights);
    rows.forEach((row, k) => (heavier[row] = (2 * weights[k]! * armVariance) / total));
  }
  return Array.from(persons, (rows) => {
    const own = rows.reduce((sum, row) => sum + pulls[row]!, 0) ** 2;
    const gained = rows.reduce((sum, row) => sum + heavier[row]!, 0);
    return [variance > 0 ? (gained - own) / (2 * variance) : 0];
  });
}

/**
 * How far each row pulls the difference: through its arm's weighted mean, and through the propensity model that gives
 * everyone their weight.
 */
function influence(input: OverlapWeightsInput, fit: LogisticFit, arms: readonly Arm[], means: readonly number[]): Float64Array {
  const { design, probabilities, covariance } = fit;
  const pulls = new Float64Array(design.rows);
  const gradient = covariance.map(() => 0);
  const regressor = (row: number, j: number) => (j === 0 ? 1 : design.columns[j - 1]![row]!);
  arms.forEach(({ rows, weights }, arm) => {
    const total = compensatedSum(weights);
    rows.forEach((row, k) => {
      const deviation = (input.outcomes[row]! - means[arm]!) / total;
      pulls[row] = (arm === 1 ? 1 : -1) * weights[k]! * deviation;
      const spread = probabilities[row]! * (1 - probabilities[row]!) * deviation;
      for (let j = 0; j < gradient.length; j++) gradient[j]! -= spread * regressor(row, j);
    });
  });
  const direction = covariance.map((line) => line.reduce((sum, v, k) => sum + v * gradient[k]!, 0));
  return pulls.map((pull, row) => {
    const along = direction.reduce((sum, value, j) => sum + value * regressor(row, j), 0);
    return pull + along * (input.treatment[row]! - probabilities[row]!);
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

function standardizedDifference(
  covariates: OverlapWeightsInput['covariates'],
  arms: [Arm, Arm],
  column: number,
  weighted: boolean,
) {
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
