import { type Derivation, estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import { estimateComparison, type EstimateComparisonResult } from '../../statistics/index.js';
import { addCurves, curveAt, type CurveCounts, curveCounts, curveShape } from './curve.js';
import { addSums, meanOf, meanWith, rangeOf, sumsOf } from './mean.js';
import type { Scene, ShownCell } from './scene.js';

/** An estimate that noise is part of. */
interface Noisy {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly variance: number;
  readonly noiseVariance: number;
}

/** A group beside everyone else: their estimate, and the two compared. */
export interface Beside extends EstimateComparisonResult {
  readonly other: number;
}

/** The group's mean beside everyone else's: the organisation without the group, or the other groups together. */
export function meansBeside(cell: ShownCell, derivation: Derivation, scene: Scene): Estimate<Beside> {
  const { of } = derivation;
  const range = rangeOf(derivation);
  const group = meanOf(cell, of, scene, range);
  if (group.kind === 'notEstimable') return group;
  const source = scene.total && sumsOf(scene.total.drawn, of);
  const parts = otherParts(cell, scene).map(({ drawn }) => sumsOf(drawn, of));
  const [first, ...rest] = parts;
  if (!first) return notEstimable('noContrast');
  const own = sumsOf(cell.drawn, of);
  const others = scene.special ? rest.reduce((sum, part) => addSums(sum, part, 1), first) : addSums(first, own, -1);
  if (others.n <= 0) return notEstimable('noContrast');
  return beside(group.value, meanWith(others, source, range), scene);
}

/** The same for the share that a curve reaches at a point. */
export function curvesBeside(cell: ShownCell, derivation: Derivation, scene: Scene): Estimate<Beside> {
  const shape = curveShape(derivation);
  const countsOf = ({ drawn }: ShownCell): CurveCounts => curveCounts(drawn, derivation.of, shape);
  const own = countsOf(cell);
  const group = pointOf(own, shape.at);
  if (group.kind === 'notEstimable') return group;
  const [first, ...rest] = otherParts(cell, scene).map(countsOf);
  if (!first) return notEstimable('noContrast');
  const others = scene.special ? rest.reduce((sum, part) => addCurves(sum, part, 1), first) : addCurves(first, own, -1);
  return beside(group.value, pointOf(others, shape.at), scene);
}

function pointOf(counts: CurveCounts, at: number): Estimate<Noisy> {
  const point = curveAt(counts, at);
  return point.kind === 'notEstimable' ? point : estimated({ estimate: point.value.share, ...point.value });
}

/** What everyone else is made of: the organisation's cell, or the other shown groups. */
const otherParts = (cell: ShownCell, scene: Scene): readonly ShownCell[] =>
  scene.special ? scene.others(cell) : scene.total ? [scene.total] : [];

/**
 * In open tables the group's noise stands in everyone else's too, with the opposite sign, and makes half of it: the
 * covariance is at most the root of the group's noise variance times half the others'. That most is used.
 */
function beside(group: Noisy, other: Estimate<Noisy>, { special }: Scene): Estimate<Beside> {
  if (other.kind === 'notEstimable') return notEstimable(other.reason);
  const covariance = special ? 0 : -Math.sqrt((group.noiseVariance * other.value.noiseVariance) / 2);
  const compared = estimateComparison({ first: group, second: other.value, covariance });
  return compared.kind === 'notEstimable' ? compared : estimated({ other: other.value.estimate, ...compared.value });
}
