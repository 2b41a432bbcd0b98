import { groupKey, type AbsenceReason, type Derivation } from '../../../kernel/index.js';
import { mean, smallSampleFactor } from '../../../statistics/index.js';
import { isShown, type Column, type Section, type ShownCell, type ShownPlace } from '../places.js';
import { told } from './answer.js';
import { drawsOf, type Draw, type Draws } from './draws.js';
import { beside, type Beside, type Estimated } from './estimates.js';
import { sameStart, type Follow, type Follows, type Scene } from './scene.js';

/** From this drawn size on a cell's own spread may serve others. */
const LARGE = 50;

interface Sums {
  readonly sum: Draw;
  readonly squares: Draw;
  readonly base: Draw;
}

interface Range {
  readonly middle: number;
  readonly half: number;
}

/** A mean with the spread that it was given. */
export interface MeanFigures extends Estimated {
  readonly spread: number;
  readonly n: number;
}

/** A mean with the spread of its nearest large parent, or why there is none. */
export function meanOf(
  { cell }: ShownPlace,
  { of, parameters }: Derivation,
  section: Section,
  columns: ReadonlyMap<string, Column>,
): MeanFigures | AbsenceReason | undefined {
  const [sums, range] = [sumsOf(drawsOf(cell, of)), rangeOf(parameters)];
  return sums && range && meanWith(sums, range, spreadSource(cell, of, section, columns));
}

function meanWith(sums: Sums, range: Range, source: Sums | undefined): MeanFigures | AbsenceReason | undefined {
  const { sum, base } = sums;
  if (!source || source.base.value < 2 || !(base.value > 0)) return 'protection';
  const spread = spreadOf(source, range);
  const offset = sum.value / base.value;
  const noise = (sum.variance + offset ** 2 * base.variance) / base.value ** 2;
  const own = spread ** 2 / base.value;
  if (noise > 3 * own) return 'protection';
  const interval = intervalOf(sums, range, spread, source.base.value - 1);
  return interval && { ...interval, variance: own + noise, noise, spread, n: base.value };
}

function intervalOf(
  { sum, base }: Sums,
  { middle, half }: Range,
  spread: number,
  degreesOfFreedom: number,
): Pick<Estimated, 'estimate' | 'lower' | 'upper'> | undefined {
  const result = mean({
    n: base.value,
    sum: sum.value,
    middle,
    noiseVariance: sum.variance,
    baseNoiseVariance: base.variance,
    standardDeviation: spread,
    degreesOfFreedom,
  });
  if (result.kind === 'notEstimable') return undefined;
  const { estimate, lower, upper } = result.value;
  if (typeof lower !== 'number' || typeof upper !== 'number') return undefined;
  const clip = (x: number): number => Math.min(middle + half, Math.max(middle - half, x));
  return { estimate: clip(estimate), lower: clip(lower), upper: clip(upper) };
}

/** The nearest cell above in the tree whose drawn size is large; the organisation last, whatever its size. */
function spreadSource(
  cell: ShownCell,
  of: readonly string[],
  section: Section,
  columns: ReadonlyMap<string, Column>,
): Sums | undefined {
  for (const group of above(cell, columns)) {
    const place = section.cells.get(groupKey(group));
    const sums = place && isShown(place) ? sumsOf(drawsOf(place.cell, of)) : undefined;
    if (sums && (sums.base.value >= LARGE || Object.keys(group).length === 0)) return sums;
  }
  return undefined;
}

function above({ group }: ShownCell, columns: ReadonlyMap<string, Column>): Readonly<Record<string, string>>[] {
  const groups: Readonly<Record<string, string>>[] = [];
  const tree = Object.keys(group).find((key) => columns.get(key)?.dimension.kind === 'tree');
  const parents = tree === undefined ? undefined : columns.get(tree)?.parent;
  let value = tree === undefined ? undefined : parents?.get(group[tree] ?? '');
  for (; tree !== undefined && value !== undefined; value = parents?.get(value)) groups.push({ ...group, [tree]: value });
  return [...groups, {}];
}

function spreadOf({ sum, squares, base }: Sums, { half }: Range): number {
  const n = base.value;
  const variance = (squares.value + (n * half * half) / 2 - sum.value ** 2 / n) / (n - 1);
  return Math.max(half / 10, Math.sqrt(Math.max(0, variance)));
}

function sumsOf(draws: Draws | undefined): Sums | undefined {
  const [sum, squares, base] = draws ?? [];
  return draws?.length === 3 && sum && squares && base ? { sum, squares, base } : undefined;
}

function rangeOf({ low, high }: Readonly<Record<string, number>> = {}): Range | undefined {
  if (low === undefined || high === undefined) return undefined;
  return { middle: (low + high) / 2, half: (high - low) / 2 };
}

/** The mean of a cell, made once for all that starts from it. */
const meanAt = (place: ShownPlace, derivation: Derivation, scene: Scene): ReturnType<typeof meanOf> =>
  scene.once(place.cell, sameStart('mean', derivation), () => meanOf(place, derivation, scene.section, scene.file.columns));

const ofMean =
  (figure: (mean: MeanFigures) => number): Follow =>
  (place, derivation, scene) => {
    const found = meanAt(place, derivation, scene);
    return typeof found === 'object' ? figure(found) : told(found);
  };

/** J·x̄/σ: the effect size of a mean difference. */
const standardized = (figure: 'estimate' | 'lower' | 'upper'): Follow =>
  ofMean((mean) => (smallSampleFactor(Math.max(2, mean.n - 1)) / mean.spread) * mean[figure]);

function besideOf(place: ShownPlace, derivation: Derivation, scene: Scene): Beside | AbsenceReason | undefined {
  const group = meanAt(place, derivation, scene);
  if (group === undefined) return undefined;
  const others = otherMean(place, derivation, scene);
  return others && beside(group, others, place.table.special);
}

/** Everyone else takes its spread from the total. */
function otherMean({ cell }: ShownPlace, derivation: Derivation, scene: Scene): ReturnType<typeof meanWith> {
  const sums = sumsOf(scene.everyoneElse(derivation.of).beside(cell));
  if (!sums || !(sums.base.value > 0)) return 'noContrast';
  const whole = scene.section.cells.get('');
  const source = whole && isShown(whole) ? sumsOf(drawsOf(whole.cell, derivation.of)) : undefined;
  return meanWith(sums, rangeOf(derivation.parameters)!, source);
}

const besideOthers =
  (figure: keyof Beside): Follow =>
  (place, derivation, scene) => {
    const start = sameStart('means beside each other', derivation);
    const found = scene.once(place.cell, start, () => besideOf(place, derivation, scene));
    return typeof found === 'object' ? told(found[figure]) : told(found);
  };

const difference =
  (figure: 'estimate' | 'lower' | 'upper'): Follow =>
  (place, derivation, scene) => {
    const { of } = derivation;
    if (of.length !== 6) return undefined;
    const [first, second] = [of.slice(0, 3), of.slice(3)].map((names) => meanAt(place, { ...derivation, of: names }, scene));
    if (first === undefined || second === undefined) return undefined;
    if (typeof first === 'string' || typeof second === 'string') return { reason: 'protection' };
    return differenceOf(first, second)[figure];
  };

function differenceOf(first: Estimated, second: Estimated): Record<'estimate' | 'lower' | 'upper', number> {
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + Math.hypot(first.upper - first.estimate, second.estimate - second.lower),
  };
}

/** What mere chance takes back of a first measurement that lies away from the mean of a larger population. */
const regression: Follow = ({ cell }, { of, parameters }) => {
  const [sum, base, otherSum, otherBase] = drawsOf(cell, of)?.map(({ value }) => value) ?? [];
  const reliability = parameters?.['reliability'];
  if (of.length !== 4 || sum === undefined || otherSum === undefined || reliability === undefined) return undefined;
  if (!(base! > 0) || !(otherBase! > 0)) return { reason: 'protection' };
  return (1 - reliability) * (otherSum / otherBase! - sum / base!);
};

export const MEANS: Follows<
  | 'mean'
  | 'meanLower'
  | 'meanUpper'
  | 'meanRatio'
  | 'meanRatioLower'
  | 'meanRatioUpper'
  | 'meanP'
  | 'otherMean'
  | 'differenceOfMeans'
  | 'differenceOfMeansLower'
  | 'differenceOfMeansUpper'
  | 'standardizedMean'
  | 'standardizedMeanLower'
  | 'standardizedMeanUpper'
  | 'regressionToMean'
> = {
  mean: ofMean(({ estimate }) => estimate),
  meanLower: ofMean(({ lower }) => lower),
  meanUpper: ofMean(({ upper }) => upper),
  meanRatio: besideOthers('ratio'),
  meanRatioLower: besideOthers('ratioLower'),
  meanRatioUpper: besideOthers('ratioUpper'),
  meanP: besideOthers('p'),
  otherMean: besideOthers('other'),
  differenceOfMeans: difference('estimate'),
  differenceOfMeansLower: difference('lower'),
  differenceOfMeansUpper: difference('upper'),
  standardizedMean: standardized('estimate'),
  standardizedMeanLower: standardized('lower'),
  standardizedMeanUpper: standardized('upper'),
  regressionToMean: regression,
};
