import { type Derivation, estimated, type Estimate, notEstimable } from '../../kernel/index.js';
import { aalenJohansen, kaplanMeier } from '../../statistics/index.js';
import type { DrawnStatistics } from './values.js';
import { named, variance } from './values.js';

/** The cases of a curve by kind, one number for each interval of the grid, and those followed beyond it. */
export interface CurveCounts {
  readonly events: readonly number[];
  /** Empty where nothing competes. */
  readonly competing: readonly number[];
  readonly censored: readonly number[];
  readonly beyond: number;
  /** Variance of the noise of every count. */
  readonly noiseVariance: number;
}

/** A share that has had the event by a point, with its variance and how much of that is noise. */
export interface CurvePoint {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  readonly variance: number;
  readonly noiseVariance: number;
}

/** The place of a point in its grid, and how the arguments are laid out. */
export interface CurveShape {
  readonly points: number;
  readonly competing: boolean;
  readonly at: number;
}

export function curveShape({ parameters = {} }: Derivation): CurveShape {
  const { points = NaN, competing = NaN, at = NaN } = parameters;
  return { points, competing: competing === 1, at };
}

/** The drawn counts that a formula names: events, competing events, censored cases by interval, then those beyond. */
export function curveCounts(drawn: DrawnStatistics, of: readonly string[], { points, competing }: CurveShape): CurveCounts {
  const values = of.map((name) => named(drawn, name).value);
  const censoredFrom = competing ? 2 * points : points;
  return {
    events: values.slice(0, points),
    competing: competing ? values.slice(points, 2 * points) : [],
    censored: values.slice(censoredFrom, censoredFrom + points),
    beyond: values[censoredFrom + points] ?? 0,
    noiseVariance: Math.max(...of.map((name) => variance(named(drawn, name)))),
  };
}

/** Counts of two disjoint sets of cases together, or (`sign` −1) of a set without a part of it. */
export function addCurves(one: CurveCounts, other: CurveCounts, sign: 1 | -1): CurveCounts {
  const add = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x + sign * (b[i] ?? 0));
  return {
    events: add(one.events, other.events),
    competing: add(one.competing, other.competing),
    censored: add(one.censored, other.censored),
    beyond: one.beyond + sign * other.beyond,
    noiseVariance: one.noiseVariance + other.noiseVariance,
  };
}

/** The cases still followed at a point: all that ended later, or not at all. */
export function followedAt({ events, competing, censored, beyond }: CurveCounts, at: number): number {
  const later = [events, competing, censored].flatMap((cases) => cases.slice(at));
  return Math.max(
    0,
    later.reduce((sum, cases) => sum + cases, beyond),
  );
}

/**
 * The curve at a point. `protection` where no case was drawn or the noise outweighs the own variance threefold;
 * `noContrast` where no event was drawn up to there.
 */
export function curveAt(counts: CurveCounts, at: number): Estimate<CurvePoint> {
  const drawn = heightAt(counts, at, counts.noiseVariance);
  if (drawn.kind === 'notEstimable') return drawn;
  const exact = heightAt(counts, at, 0);
  if (exact.kind === 'notEstimable') return exact;
  const own = exact.value.standardError ** 2;
  const whole = drawn.value.standardError ** 2;
  // Counts drawn below 0 may leave less variance than the same curve has without them.
  const noise = Math.max(0, whole - own);
  if (noise > 3 * own) return notEstimable('protection');
  const { share, lower, upper } = drawn.value;
  return estimated({ share, lower, upper, variance: whole, noiseVariance: noise });
}

interface Height {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardError: number;
}

/** Events stand at the end of their interval, cases followed no longer in its middle. */
function heightAt(counts: CurveCounts, at: number, noiseVariance: number): Estimate<Height> {
  const competes = counts.competing.length > 0;
  // Without noise the counts must not be below 0; what was drawn below is 0 there.
  const plain = (count: number): number => (noiseVariance > 0 ? count : Math.max(0, count));
  const entries = counts.events.flatMap((events, i) => [
    { time: i + 0.5, censored: plain(counts.censored[i] ?? 0) },
    { time: i + 1, events: plain(events), ...(competes && { competing: plain(counts.competing[i] ?? 0) }) },
  ]);
  const input = { counts: [...entries, { time: counts.events.length + 1, censored: plain(counts.beyond) }], noiseVariance };
  return competes ? incidenceAt(input, at) : reachedAt(input, at);
}

type CurveInput = Parameters<typeof kaplanMeier>[0] & Parameters<typeof aalenJohansen>[0];

function reachedAt(input: CurveInput, at: number): Estimate<Height> {
  const curve = kaplanMeier(input);
  if (curve.kind === 'notEstimable') return notEstimable('protection');
  const step = curve.value.steps.filter(({ time }) => time <= at).at(-1);
  if (!step) return notEstimable('noContrast');
  const { survival, standardError, lower, upper } = step;
  if (typeof standardError !== 'number' || typeof lower !== 'number' || typeof upper !== 'number')
    return notEstimable('noContrast');
  return estimated({ share: 1 - survival, lower: 1 - upper, upper: 1 - lower, standardError });
}

function incidenceAt(input: CurveInput, at: number): Estimate<Height> {
  const curve = aalenJohansen(input);
  if (curve.kind === 'notEstimable') return notEstimable('protection');
  const step = curve.value.steps.filter(({ time }) => time <= at).at(-1);
  if (!step) return notEstimable('noContrast');
  const { cumulativeIncidenceEvent: share, standardError, lower, upper } = step;
  if (typeof standardError !== 'number' || typeof lower !== 'number' || typeof upper !== 'number')
    return notEstimable('noContrast');
  return estimated({ share, lower, upper, standardError });
}
