import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { allBinary, fraction, nonNegative, sameLength } from './parts/arguments.js';
import { normalMultiplier } from './distributions/normal.js';
import { drawnCurveNoise } from './parts/drawn-curve-noise.js';
import { CompensatedSum } from './numerics/compensated-sum.js';
import { hazardsOf, riskTableOfCounts, riskTableOfRows, type RiskTable, type TimeCounts } from './parts/survival-counts.js';

/** One row per case: its last time, and whether that was the event (1) or the end of observation (0). */
export interface KaplanMeierRows {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  /** How many cases a row stands for; 1 unless said. */
  readonly weights?: ArrayLike<number> | undefined;
  readonly confidence?: number | undefined;
}

/** Cases counted per time. All cases belong in, also those still waiting at the end, as censored there. */
export interface KaplanMeierCounts {
  readonly counts: readonly TimeCounts[];
  /** Variance of the noise of every drawn count. */
  readonly noiseVariance?: number | undefined;
  readonly confidence?: number | undefined;
}

export interface KaplanMeierStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly standardError: number | NotEstimable;
  readonly lower: number | NotEstimable;
  readonly upper: number | NotEstimable;
}

export interface KaplanMeierResult {
  /** One step per time with an event. */
  readonly steps: readonly KaplanMeierStep[];
  readonly median: {
    readonly estimate: number | NotEstimable;
    readonly lower: number | NotEstimable;
    readonly upper: number | NotEstimable;
  };
}

/**
 * The share still without the event over time (Kaplan–Meier), Greenwood's standard error, log-log interval, and the
 * median time with its interval.
 *
 * @param input rows, or counts per time, which may be drawn.
 * @returns survival 0–1 in the unit of time of the input. `tooFew` without a case. Where the curve has come down to
 *   0 its standard error and limits are `unbounded`; a median that is not reached is `unbounded`.
 * @throws RangeError on unequal lengths, events other than 0 and 1, negative exact counts, a wrong confidence.
 * @see Kaplan & Meier (1958), JASA 53, 457–481; Kalbfleisch & Prentice (2002), 1.4. Golden: R survfit(conf.type = "log-log").
 */
export function kaplanMeier(input: KaplanMeierRows | KaplanMeierCounts): Estimate<KaplanMeierResult> {
  const z = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence'));
  const table = tableOf(input);
  if (!(table.atRisk[0]! > 0)) return notEstimable('tooFew');
  const steps = stepsOf(table, input, z);
  return estimated({ steps, median: medianOf(steps) });
}

function tableOf(input: KaplanMeierRows | KaplanMeierCounts): RiskTable {
  if ('counts' in input) return riskTableOfCounts(input.counts, nonNegative(input.noiseVariance ?? 0, 'noiseVariance') > 0);
  sameLength(input.times, input.events, 'times and events');
  allBinary(input.events, 'events');
  return riskTableOfRows(input.times, input.events, input.weights);
}

/** What the curve cannot say once it has come down to 0. */
const GONE = notEstimable('unbounded');

function stepsOf(table: RiskTable, input: KaplanMeierRows | KaplanMeierCounts, z: number): KaplanMeierStep[] {
  const hazards = hazardsOf(table);
  const drawn = 'counts' in input && (input.noiseVariance ?? 0) > 0;
  const noise = drawn ? drawnCurveNoise(table, hazards, input.counts, input.noiseVariance ?? 0) : undefined;
  const logSurvival = new CompensatedSum();
  const greenwood = new CompensatedSum();
  const steps: KaplanMeierStep[] = [];
  for (let step = 0; step < hazards.index.length; step++) {
    const event = hazards.event[step]!;
    logSurvival.add(Math.log1p(-event));
    greenwood.add(event / ((1 - event) * hazards.atRisk[step]!));
    const curve: Curve = { log: event === 1 ? Number.NEGATIVE_INFINITY : logSurvival.value, greenwood: greenwood.value };
    steps.push(stepOf(table, hazards.index[step]!, curve, { z, noise: noise?.[step]?.survival ?? 0 }));
  }
  return steps;
}

/** Where a curve stands: the logarithm of the survival, and the variance of that logarithm without noise. */
interface Curve {
  readonly log: number;
  readonly greenwood: number;
}

/** With the log-log interval: S^exp(±z·σ/log S), σ the deviation of log S. */
function stepOf(table: RiskTable, place: number, curve: Curve, { z, noise }: { z: number; noise: number }): KaplanMeierStep {
  const survival = Math.exp(curve.log);
  const alive = survival > 0;
  const deviation = Math.sqrt(curve.greenwood + noise / (survival * survival));
  const spread = Math.exp((z * deviation) / -curve.log);
  return {
    time: table.times[place]!,
    atRisk: table.atRisk[place]!,
    events: table.events[place]!,
    censored: table.censored[place]!,
    survival,
    standardError: alive ? survival * deviation : GONE,
    lower: alive ? Math.exp(curve.log * spread) : GONE,
    upper: alive ? Math.exp(curve.log / spread) : GONE,
  };
}

/** Where the curve and its limits come down to one half. */
function medianOf(steps: readonly KaplanMeierStep[]): KaplanMeierResult['median'] {
  return {
    estimate: halfTime(steps, (step) => step.survival),
    lower: halfTime(steps, (step) => step.lower),
    upper: halfTime(steps, (step) => step.upper),
  };
}

const HALF_TOLERANCE = Math.sqrt(Number.EPSILON);

/** The first time at or below ½; where the curve rests exactly on ½, the middle of that rest. */
function halfTime(
  steps: readonly KaplanMeierStep[],
  read: (step: KaplanMeierStep) => number | NotEstimable,
): number | NotEstimable {
  let resting: KaplanMeierStep | undefined;
  for (const step of steps) {
    const height = read(step);
    if (typeof height !== 'number' || height >= 0.5 + HALF_TOLERANCE) continue;
    if (resting !== undefined) return (resting.time + step.time) / 2;
    if (Math.abs(height - 0.5) >= HALF_TOLERANCE) return step.time;
    resting = step;
  }
  return resting?.time ?? notEstimable('unbounded');
}
