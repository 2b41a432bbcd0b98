import type { AbsenceReason, Derivation, ReleasedTable } from '../../../kernel/index.js';
import {
  mantelHaenszelFromSums,
  oddsRatioHomogeneity,
  type MantelHaenszelNoise,
  type MantelHaenszelSums,
  type OddsRatioHomogeneityResult,
  type Stratum,
} from '../../../statistics/index.js';
import type { ShownCell, ShownPlace } from '../places.js';
import { told, type Answer } from './answer.js';
import { drawsOf, type Draws } from './draws.js';
import { layerOf } from './everyone-else.js';
import { pairKind, pairOf, type Pair } from './pair.js';
import { sameStart, type Follow, type Follows, type Scene } from './scene.js';

const SUMS = [
  'concordant',
  'discordant',
  'concordantVariance',
  'mixedVariance',
  'discordantVariance',
  'differenceNumerator',
  'differenceWeight',
  'differenceVariance',
  'differenceCorrection',
] as const;
/** The two that may be negative. */
const SIGNED: ReadonlySet<string> = new Set(['differenceNumerator', 'differenceCorrection']);
/** Sums of effects that no file shows. */
const UNUSED = { ratioExposed: 0, ratioUnexposed: 0, ratioVariance: 0, testDifference: 0, testVariance: 0 };
/** What makes a stratum, beside the group's own columns. */
const STRATA = ['level', 'tenure'];
const DISAGREE = 0.05;

type Homogeneity = OddsRatioHomogeneityResult | AbsenceReason;

interface DrawnStratum {
  readonly group: Pair;
  readonly others: Pair;
}

/** The strata of a group: its cells by what the file has of level and tenure, beside the other shown cells there. */
function strataOf({ table, cell }: ShownPlace, derivation: Derivation, scene: Scene): DrawnStratum[] {
  const columns = new Set([...Object.keys(cell.group), ...STRATA.filter((key) => scene.file.columns.has(key))]);
  const strata = scene.section.tables.find(
    ({ breakdown }) => breakdown.length === columns.size && breakdown.every((key) => columns.has(key)),
  );
  if (!strata) return [];
  const shown = strata.cells.filter((one): one is ShownCell => one.status === 'shown');
  const own = shown.filter(({ group }) => Object.entries(cell.group).every(([key, value]) => group[key] === value));
  const kind = pairKind(derivation, table.special);
  return own.flatMap((one) => {
    const others = shown
      .filter((other) => isBeside(other, one, strata, scene))
      .map((other) => pairOf(drawsOf(other, derivation.of), kind));
    const group = pairOf(drawsOf(one, derivation.of), kind);
    return group && others.length > 0 && !others.includes(undefined) ? [{ group, others: together(others as Pair[]) }] : [];
  });
}

const isBeside = (other: ShownCell, own: ShownCell, table: ReleasedTable, { file }: Scene): boolean =>
  other !== own &&
  STRATA.every((key) => other.group[key] === own.group[key]) &&
  layerOf(other, table, file.columns) === layerOf(own, table, file.columns);

const together = (pairs: readonly Pair[]): Pair =>
  pairs.reduce((sum, pair) => ({
    y: sum.y + pair.y,
    n: sum.n + pair.n,
    varianceY: sum.varianceY + pair.varianceY,
    varianceN: sum.varianceN + pair.varianceN,
    covariance: sum.covariance + pair.covariance,
  }));

function homogeneityOf(place: ShownPlace, derivation: Derivation, scene: Scene): Homogeneity {
  const strata = strataOf(place, derivation, scene);
  const found = oddsRatioHomogeneity({
    strata: strata.map(tableOf),
    noiseLevel: Math.sqrt(strata[0]?.group.varianceY ?? 0),
    unexposedNoise: strata.map(({ others }) => Math.sqrt(others.varianceY)),
    openBase: pairKind(derivation, place.table.special) === 'over a base',
  });
  return found.kind === 'notEstimable' ? found.reason : found.value;
}

const tableOf = ({ group, others }: DrawnStratum): Stratum => ({
  exposedEvents: group.y,
  exposedNonEvents: group.n - group.y,
  unexposedEvents: others.y,
  unexposedNonEvents: others.n - others.y,
});

/** Whether one number may stand for all strata, made once for all that hangs on it. */
const homogeneity = (place: ShownPlace, derivation: Derivation, scene: Scene): Homogeneity =>
  scene.once(place.cell, sameStart('homogeneity', derivation), () => homogeneityOf(place, derivation, scene));

const ofStrata =
  (figure: 'pValue' | 'strata'): Follow =>
  (place, derivation, scene) => {
    if (!pairOf(drawsOf(place.cell, derivation.of), pairKind(derivation, place.table.special))) return undefined;
    const found = homogeneity(place, derivation, scene);
    return typeof found === 'string' ? told(found) : found[figure];
  };

const pooling: Follow = (place, derivation, scene) => {
  if (!pairOf(drawsOf(place.cell, derivation.of), pairKind(derivation, place.table.special))) return undefined;
  const found = homogeneity(place, derivation, scene);
  if (typeof found === 'string') return 'notTested';
  return found.pValue < DISAGREE ? 'heterogeneous' : 'pooled';
};

interface Effects {
  readonly oddsRatio: readonly [number, number, number];
  readonly riskDifference: readonly [number, number, number];
}

function effectsOf(draws: Draws): Effects | 'protection' {
  const values = draws.map(({ value }) => value);
  if (SUMS.some((name, i) => !SIGNED.has(name) && !(values[i]! > 0))) return 'protection';
  const sums = { ...UNUSED, ...Object.fromEntries(SUMS.map((name, i) => [name, values[i]!])) } as MantelHaenszelSums;
  const noise: MantelHaenszelNoise = Object.fromEntries(SUMS.map((name, i) => [name, draws[i]!.variance]));
  const [drawn, exact] = [resultOf(sums, noise), resultOf(sums, {})];
  if (!drawn || !exact) return 'protection';
  return logWidth(drawn) ** 2 > 4 * logWidth(exact) ** 2 ? 'protection' : drawn;
}

const logWidth = ({ oddsRatio: [, lower, upper] }: Effects): number => Math.log(upper) - Math.log(lower);

function resultOf(sums: MantelHaenszelSums, noise: MantelHaenszelNoise): Effects | undefined {
  const found = mantelHaenszelFromSums(sums, { noise });
  if (found.kind === 'notEstimable') return undefined;
  const { commonOddsRatio, lower, upper, riskDifference } = found.value;
  if (typeof commonOddsRatio !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return undefined;
  if (!('estimate' in riskDifference) || typeof riskDifference.upper !== 'number') return undefined;
  return {
    oddsRatio: [commonOddsRatio, lower, upper],
    riskDifference: [riskDifference.estimate, riskDifference.lower, riskDifference.upper],
  };
}

const effect =
  (which: keyof Effects, figure: 0 | 1 | 2): Follow =>
  (place, derivation, scene): Answer => {
    const draws = drawsOf(place.cell, derivation.of);
    if (!draws || draws.length < SUMS.length + 2) return undefined;
    const pair = { ...derivation, of: derivation.of.slice(SUMS.length) };
    if (pooling(place, pair, scene) === 'heterogeneous') return { reason: 'heterogeneous' };
    const found = scene.once(place.cell, sameStart('effects', derivation), () => effectsOf(draws.slice(0, SUMS.length)));
    return typeof found === 'string' ? { reason: found } : found[which][figure];
  };

export const ADJUSTED: Follows<
  | 'oddsRatio'
  | 'oddsRatioLower'
  | 'oddsRatioUpper'
  | 'riskDifference'
  | 'riskDifferenceLower'
  | 'riskDifferenceUpper'
  | 'homogeneityP'
  | 'homogeneityStrata'
  | 'pooling'
> = {
  oddsRatio: effect('oddsRatio', 0),
  oddsRatioLower: effect('oddsRatio', 1),
  oddsRatioUpper: effect('oddsRatio', 2),
  riskDifference: effect('riskDifference', 0),
  riskDifferenceLower: effect('riskDifference', 1),
  riskDifferenceUpper: effect('riskDifference', 2),
  homogeneityP: ofStrata('pValue'),
  homogeneityStrata: ofStrata('strata'),
  pooling,
};
