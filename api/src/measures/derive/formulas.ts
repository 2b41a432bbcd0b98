import type { Derivation, Estimate, Formula, ReleasedValue } from '../../kernel/index.js';
import { smallSampleFactor, wilsonInterval } from '../../statistics/index.js';
import { homogeneityOf, pooledEffect, poolingOf } from './adjusted.js';
import { type Beside, curvesBeside, meansBeside } from './beside.js';
import { compare, compareTwo, type Comparison, differenceOf, ratioOf, shortfallOf, testOf } from './compare.js';
import { concentrationOf, theilOf, theilOver } from './concentration.js';
import { type CurvePoint, curveAt, curveCounts, curveShape, followedAt } from './curve.js';
import { type DerivedMean, meanOf, meanWith, rangeOf, spreadSource, sumsOf } from './mean.js';
import { type ModelFigures, modelOf } from './model.js';
import { answers, type PairKind, pairKind, pairOf, rateOf } from './pair.js';
import type { Scene, ShownCell } from './scene.js';
import { absent, named, written } from './values.js';

type Follow = (cell: ShownCell, derivation: Derivation, scene: Scene) => ReleasedValue;

/** Formulas that start from drawn statistics; those that start from values come after (`families.ts`). */
export function fromDrawn(cell: ShownCell, derivation: Derivation, scene: Scene): ReleasedValue {
  const follow = FOLLOW[derivation.by];
  if (!follow) throw new Error(`there is no formula ${derivation.by} over drawn statistics`);
  return follow(cell, derivation, scene);
}

const total: Follow = ({ drawn }, { of }) =>
  written(
    Math.max(
      0,
      of.reduce((sum, name) => sum + named(drawn, name).value, 0),
    ),
  );

type Interval = Extract<ReturnType<typeof wilsonInterval>, { kind: 'estimated' }>['value'];

const proportion =
  (read: (interval: Interval) => number, kindOf: (derivation: Derivation) => PairKind): Follow =>
  ({ drawn }, derivation) => {
    const pair = pairOf(drawn, derivation.of, kindOf(derivation));
    if (!answers(pair)) return absent('protection');
    return readOf(wilsonInterval(pair), read);
  };

const overBase = (): PairKind => 'overBase';
const ofCases = (derivation: Derivation): PairKind => pairKind(derivation, true);

/** The group's rate against the highest rate of the table: a screen, not a test. */
const impactRatio: Follow = (cell, derivation, scene) => {
  const kind = pairKind(derivation, scene.special);
  const own = pairOf(cell.drawn, derivation.of, kind);
  if (!answers(own)) return absent('protection');
  const highest = highestRate(derivation.of, kind, scene);
  return highest > 0 ? written(rateOf(own) / highest) : absent('noContrast');
};

function highestRate(of: readonly string[], kind: PairKind, { cells, highestRate }: Scene): number {
  const name = of.join('/');
  const known = highestRate.get(name);
  if (known !== undefined) return known;
  const answering = cells.map(({ drawn }) => pairOf(drawn, of, kind)).filter(answers);
  const highest = answering.reduce((most, pair) => Math.max(most, rateOf(pair)), 0);
  highestRate.set(name, highest);
  return highest;
}

const comparing =
  (read: (comparison: Comparison) => ReleasedValue, find: typeof compare = compare): Follow =>
  (cell, derivation, scene) => {
    const comparison = find(cell, derivation, scene);
    return comparison.kind === 'notEstimable' ? absent(comparison.reason) : read(comparison.value);
  };

const ratioUpper = (comparison: Comparison): ReleasedValue => {
  const ratio = ratioOf(comparison);
  return ratio.kind === 'notEstimable' ? absent(ratio.reason) : limit(ratio.value.upper);
};

const mean =
  (read: (mean: DerivedMean) => number): Follow =>
  (cell, derivation, scene) =>
    readOf(meanOf(cell, derivation.of, scene, rangeOf(derivation)), read);

/** Hedges g of a mean, its limits those of the mean in the same unit. */
const standardized = (read: (mean: DerivedMean) => number): Follow =>
  mean((found) => (smallSampleFactor(Math.max(2, found.n - 1)) * read(found)) / found.spread);

/** Two means of one cell, drawn apart; the difference by their intervals. */
const differenceOfMeans =
  (read: (difference: { estimate: number; lower: number; upper: number }) => number): Follow =>
  (cell, derivation, scene) => {
    const range = rangeOf(derivation);
    const [first, second] = [derivation.of.slice(0, 3), derivation.of.slice(3)].map((of) =>
      meanWith(sumsOf(cell.drawn, of), spreadSource(cell, of, scene), range),
    );
    if (!first || !second || first.kind === 'notEstimable' || second.kind === 'notEstimable') return absent('protection');
    const [a, b] = [first.value, second.value];
    const reach = (up: number, down: number): number => Math.sqrt(up * up + down * down);
    const estimate = a.estimate - b.estimate;
    const lower = estimate - reach(a.estimate - a.lower, b.upper - b.estimate);
    const upper = estimate + reach(a.upper - a.estimate, b.estimate - b.lower);
    return written(read({ estimate, lower, upper }));
  };

/** The change that checks of imperfect reliability show although nothing changed: (1 − r)·(mean of all − mean of these). */
const regressionToMean: Follow = ({ drawn }, { of, parameters = {} }) => {
  const { reliability = NaN } = parameters;
  const [sum, base, referenceSum, referenceBase] = of.map((name) => named(drawn, name).value) as [number, number, number, number];
  if (!(base > 0) || !(referenceBase > 0)) return absent('protection');
  return written((1 - reliability) * (referenceSum / referenceBase - sum / base));
};

const curve =
  (read: (point: CurvePoint) => number): Follow =>
  ({ drawn }, derivation) => {
    const shape = curveShape(derivation);
    return readOf(curveAt(curveCounts(drawn, derivation.of, shape), shape.at), read);
  };

const followed: Follow = ({ drawn }, derivation) => {
  const shape = curveShape(derivation);
  return written(followedAt(curveCounts(drawn, derivation.of, shape), shape.at));
};

const beside =
  (find: typeof meansBeside, read: (found: Beside) => ReleasedValue): Follow =>
  (cell, derivation, scene) => {
    const found = find(cell, derivation, scene);
    return found.kind === 'notEstimable' ? absent(found.reason) : read(found.value);
  };

const besideRatio = (find: typeof meansBeside, read: 'estimate' | 'lower' | 'upper'): Follow =>
  beside(find, ({ ratio }) => (ratio.kind === 'notEstimable' ? absent(ratio.reason) : limit(ratio.value[read])));

const model =
  (read: (figures: ModelFigures) => number): Follow =>
  (cell, derivation) =>
    finite(readOf(modelOf(cell, derivation), read));

/** An exponential beyond the largest number is none. */
const finite = (value: ReleasedValue): ReleasedValue =>
  typeof value === 'number' && !Number.isFinite(value) ? absent('unbounded') : value;

const effect =
  (read: 'commonOddsRatio' | 'lower' | 'upper'): Follow =>
  (cell, derivation, scene) => {
    const found = pooledEffect(cell, derivation, scene);
    return found.kind === 'notEstimable' ? absent(found.reason) : limit(found.value[read]);
  };

const riskDifference =
  (read: 'estimate' | 'lower' | 'upper'): Follow =>
  (cell, derivation, scene) => {
    const found = pooledEffect(cell, derivation, scene);
    if (found.kind === 'notEstimable') return absent(found.reason);
    const { riskDifference: difference } = found.value;
    return 'kind' in difference ? absent(difference.reason) : limit(difference[read]);
  };

const FOLLOW: Partial<Record<Formula, Follow>> = {
  count: total,
  total,
  proportion: proportion(({ estimate }) => estimate, overBase),
  proportionLower: proportion(({ lower }) => lower, overBase),
  proportionUpper: proportion(({ upper }) => upper, overBase),
  share: proportion(({ estimate }) => estimate, ofCases),
  shareLower: proportion(({ lower }) => lower, ofCases),
  shareUpper: proportion(({ upper }) => upper, ofCases),
  impactRatio,
  otherRate: comparing(({ other }) => written(rateOf(other))),
  shortfall: comparing((comparison) => written(shortfallOf(comparison))),
  rateRatio: comparing((comparison) => readOf(ratioOf(comparison), ({ estimate }) => estimate)),
  rateRatioLower: comparing((comparison) => readOf(ratioOf(comparison), ({ lower }) => lower)),
  rateRatioUpper: comparing(ratioUpper),
  proportionRatio: comparing((comparison) => readOf(ratioOf(comparison), ({ estimate }) => estimate), compareTwo),
  proportionRatioLower: comparing((comparison) => readOf(ratioOf(comparison), ({ lower }) => lower), compareTwo),
  proportionRatioUpper: comparing(ratioUpper, compareTwo),
  rateDifference: comparing((comparison) => readOf(differenceOf(comparison), ({ estimate }) => estimate)),
  rateDifferenceLower: comparing((comparison) => readOf(differenceOf(comparison), ({ lower }) => lower)),
  rateDifferenceUpper: comparing((comparison) => readOf(differenceOf(comparison), ({ upper }) => upper)),
  scoreZ: comparing((comparison) => readOf(testOf(comparison), ({ z }) => z)),
  scoreP: comparing((comparison) => readOf(testOf(comparison), ({ pValue }) => pValue)),
  mean: mean(({ estimate }) => estimate),
  meanLower: mean(({ lower }) => lower),
  meanUpper: mean(({ upper }) => upper),
  standardizedMean: standardized(({ estimate }) => estimate),
  standardizedMeanLower: standardized(({ lower }) => lower),
  standardizedMeanUpper: standardized(({ upper }) => upper),
  otherMean: beside(meansBeside, ({ other }) => written(other)),
  meanRatio: besideRatio(meansBeside, 'estimate'),
  meanRatioLower: besideRatio(meansBeside, 'lower'),
  meanRatioUpper: besideRatio(meansBeside, 'upper'),
  meanP: beside(meansBeside, ({ pValue }) => written(pValue)),
  differenceOfMeans: differenceOfMeans(({ estimate }) => estimate),
  differenceOfMeansLower: differenceOfMeans(({ lower }) => lower),
  differenceOfMeansUpper: differenceOfMeans(({ upper }) => upper),
  regressionToMean,
  curve: curve(({ share }) => share),
  curveLower: curve(({ lower }) => lower),
  curveUpper: curve(({ upper }) => upper),
  followed,
  otherCurve: beside(curvesBeside, ({ other }) => written(other)),
  curveRatio: besideRatio(curvesBeside, 'estimate'),
  curveRatioLower: besideRatio(curvesBeside, 'lower'),
  curveRatioUpper: besideRatio(curvesBeside, 'upper'),
  curveP: beside(curvesBeside, ({ pValue }) => written(pValue)),
  gini: (cell, derivation) => readOf(concentrationOf(cell, derivation), ({ gini }) => gini),
  topShare: (cell, derivation) => readOf(concentrationOf(cell, derivation), ({ topDecileShare }) => topDecileShare),
  theil: (cell, derivation) => readOf(theilOf(cell, derivation), (theil) => theil),
  theilBetween: (cell, derivation, scene) => readOf(theilOver(cell, derivation, scene), ({ between }) => between),
  theilWithin: (cell, derivation, scene) => readOf(theilOver(cell, derivation, scene), ({ within }) => within),
  oddsRatio: effect('commonOddsRatio'),
  oddsRatioLower: effect('lower'),
  oddsRatioUpper: effect('upper'),
  riskDifference: riskDifference('estimate'),
  riskDifferenceLower: riskDifference('lower'),
  riskDifferenceUpper: riskDifference('upper'),
  homogeneityP: (cell, derivation, scene) => readOf(homogeneityOf(cell, derivation, scene), ({ pValue }) => pValue),
  homogeneityStrata: (cell, derivation, scene) => readOf(homogeneityOf(cell, derivation, scene), ({ strata }) => strata),
  pooling: (cell, derivation, scene) => poolingOf(homogeneityOf(cell, derivation, scene)),
  modelEstimate: model(({ estimate }) => estimate),
  modelLower: model(({ lower }) => lower),
  modelUpper: model(({ upper }) => upper),
};

type Limit = number | { readonly kind: 'notEstimable'; readonly reason: Parameters<typeof absent>[0] };

const limit = (value: Limit): ReleasedValue => (typeof value === 'number' ? written(value) : absent(value.reason));

function readOf<Value>(estimate: Estimate<Value>, value: (found: Value) => number): ReleasedValue {
  return estimate.kind === 'notEstimable' ? absent(estimate.reason) : written(value(estimate.value));
}
