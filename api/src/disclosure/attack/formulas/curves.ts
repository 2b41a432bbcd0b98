import type { AbsenceReason, Derivation } from '../../../kernel/index.js';
import { aalenJohansen, kaplanMeier, stepAt, type TimeCounts } from '../../../statistics/index.js';
import type { ShownPlace } from '../places.js';
import { told } from './answer.js';
import { drawsOf, type Draws } from './draws.js';
import { beside, type Beside, type Estimated } from './estimates.js';
import { sameStart, type Follow, type Follows, type Scene } from './scene.js';

/** The grid of a curve, and the point of it that a value is about. */
interface Grid {
  readonly points: number;
  readonly competing: boolean;
  readonly at: number;
}

function gridOf({ of, parameters = {} }: Derivation): Grid | undefined {
  const { points, competing, at } = parameters;
  if (!isPlace(at, points) || (competing !== 0 && competing !== 1)) return undefined;
  return of.length === points! * (2 + competing) + 1 ? { points: points!, competing: competing === 1, at: at! } : undefined;
}

const isPlace = (at: number | undefined, points: number | undefined): boolean =>
  Number.isInteger(points) && Number.isInteger(at) && at! >= 1 && at! <= points!;

/** Cases by where they stand: events at the points, those followed no longer half an interval before, the rest beyond. */
function countsOf(values: readonly number[], { points, competing }: Grid): TimeCounts[] {
  const block = (which: number): readonly number[] => values.slice(which * points, (which + 1) * points);
  return [
    ...block(0).map((events, i) => ({ time: i + 1, events })),
    ...(competing ? block(1).map((count, i) => ({ time: i + 1, competing: count })) : []),
    ...block(competing ? 2 : 1).map((censored, i) => ({ time: i + 0.5, censored })),
    { time: points + 1, censored: values[values.length - 1]! },
  ];
}

interface Step {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly variance: number;
}

/** The height of the curve at its point with standard error and limits. */
function stepOf(counts: readonly TimeCounts[], noiseVariance: number, grid: Grid): Step | AbsenceReason {
  return grid.competing ? incidence(counts, noiseVariance, grid.at) : event(counts, noiseVariance, grid.at);
}

function event(counts: readonly TimeCounts[], noiseVariance: number, at: number): Step | AbsenceReason {
  const curve = kaplanMeier({ counts, noiseVariance });
  if (curve.kind === 'notEstimable') return 'protection';
  const step = stepAt(curve.value.steps, at);
  if (!step || typeof step.standardError !== 'number') return 'noContrast';
  if (typeof step.lower !== 'number' || typeof step.upper !== 'number') return 'noContrast';
  return { estimate: 1 - step.survival, lower: 1 - step.upper, upper: 1 - step.lower, variance: step.standardError ** 2 };
}

function incidence(counts: readonly TimeCounts[], noiseVariance: number, at: number): Step | AbsenceReason {
  const curve = aalenJohansen({ counts, noiseVariance });
  if (curve.kind === 'notEstimable') return 'protection';
  const step = stepAt(curve.value.steps, at);
  if (!step || typeof step.standardError !== 'number') return 'noContrast';
  if (typeof step.lower !== 'number' || typeof step.upper !== 'number') return 'noContrast';
  const { cumulativeIncidenceEvent: estimate, lower, upper, standardError } = step;
  return { estimate, lower, upper, variance: standardError ** 2 };
}

/** A point of a curve with what is noise in its variance, or why there is none. */
export function curveOf(draws: Draws, grid: Grid): Estimated | AbsenceReason {
  const values = draws.map(({ value }) => value);
  const noiseVariance = Math.max(...draws.map(({ variance }) => variance));
  const drawn = stepOf(countsOf(values, grid), noiseVariance, grid);
  if (typeof drawn === 'string') return drawn;
  const own = stepOf(
    countsOf(
      values.map((value) => Math.max(0, value)),
      grid,
    ),
    0,
    grid,
  );
  if (typeof own === 'string') return own;
  const noise = Math.max(0, drawn.variance - own.variance);
  return noise > 3 * own.variance ? 'protection' : { ...drawn, noise };
}

function curveAt({ cell }: ShownPlace, derivation: Derivation, scene: Scene): Estimated | AbsenceReason | undefined {
  const [grid, draws] = [gridOf(derivation), drawsOf(cell, derivation.of)];
  if (!grid || !draws) return undefined;
  return scene.once(cell, sameStart('curve', derivation), () => curveOf(draws, grid));
}

function besideOf(place: ShownPlace, derivation: Derivation, scene: Scene): Beside | AbsenceReason | undefined {
  const group = curveAt(place, derivation, scene);
  if (group === undefined) return undefined;
  const others = scene.everyoneElse(derivation.of).beside(place.cell);
  return beside(group, others ? curveOf(others, gridOf(derivation)!) : 'noContrast', place.table.special);
}

const ofCurve =
  (figure: 'estimate' | 'lower' | 'upper'): Follow =>
  (place, derivation, scene) => {
    const found = curveAt(place, derivation, scene);
    return typeof found === 'object' ? found[figure] : told(found);
  };

const besideOthers =
  (figure: keyof Beside): Follow =>
  (place, derivation, scene) => {
    const start = sameStart('curves beside each other', derivation);
    const found = scene.once(place.cell, start, () => besideOf(place, derivation, scene));
    return typeof found === 'object' ? told(found[figure]) : told(found);
  };

/** Everyone who was still followed after a point. */
const followed: Follow = ({ cell }, derivation) => {
  const [grid, draws] = [gridOf(derivation), drawsOf(cell, derivation.of)];
  if (!grid || !draws) return undefined;
  const later = draws.filter((_, i) => i === draws.length - 1 || i % grid.points >= grid.at);
  return Math.max(
    0,
    later.reduce((sum, { value }) => sum + value, 0),
  );
};

export const CURVES: Follows<
  | 'curve'
  | 'curveLower'
  | 'curveUpper'
  | 'followed'
  | 'curveRatio'
  | 'curveRatioLower'
  | 'curveRatioUpper'
  | 'curveP'
  | 'otherCurve'
> = {
  curve: ofCurve('estimate'),
  curveLower: ofCurve('lower'),
  curveUpper: ofCurve('upper'),
  followed,
  curveRatio: besideOthers('ratio'),
  curveRatioLower: besideOthers('ratioLower'),
  curveRatioUpper: besideOthers('ratioUpper'),
  curveP: besideOthers('p'),
  otherCurve: besideOthers('other'),
};
