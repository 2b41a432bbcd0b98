import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { fraction, nonNegative, sameLength } from './parts/arguments.js';
import { normalMultiplier } from './distributions/normal.js';
import { drawnCurveNoise, type CurveNoise } from './parts/drawn-curve-noise.js';
import { CompensatedSum } from './numerics/compensated-sum.js';
import { hazardsOf, riskTableOfCounts, riskTableOfRows, type RiskTable, type TimeCounts } from './parts/survival-counts.js';

/** One row per case: its last time, and how it ended: 0 censored, 1 event, 2 competing event. */
export interface AalenJohansenRows {
  readonly times: ArrayLike<number>;
  readonly states: ArrayLike<number>;
  /** How many cases a row stands for; 1 unless said. */
  readonly weights?: ArrayLike<number> | undefined;
  readonly confidence?: number | undefined;
}

/** Cases counted per time, censored ones included. */
export interface AalenJohansenCounts {
  readonly counts: readonly TimeCounts[];
  /** Variance of the noise of every drawn count. */
  readonly noiseVariance?: number | undefined;
  readonly confidence?: number | undefined;
}

export interface AalenJohansenStep {
  readonly time: number;
  readonly atRisk: number;
  readonly cumulativeIncidenceEvent: number;
  readonly cumulativeIncidenceCompeting: number;
  /** Of the event; `noContrast` before its first and once it has happened to all. */
  readonly standardError: number | NotEstimable;
  readonly lower: number | NotEstimable;
  readonly upper: number | NotEstimable;
  readonly standardErrorCompeting: number | NotEstimable;
  readonly lowerCompeting: number | NotEstimable;
  readonly upperCompeting: number | NotEstimable;
}

export interface AalenJohansenResult {
  /** One step per time with an event of either kind. */
  readonly steps: readonly AalenJohansenStep[];
}

/**
 * Where the curves stand, every part a compensated sum. `greenwood` is the variance of log S; the covariances of S
 * with the incidences are kept divided by S.
 */
interface Curves {
  readonly logSurvival: CompensatedSum;
  readonly greenwood: CompensatedSum;
  readonly event: Incidence;
  readonly competing: Incidence;
}

interface Incidence {
  readonly height: CompensatedSum;
  readonly variance: CompensatedSum;
  readonly covariance: CompensatedSum;
}

/**
 * Cumulative incidence of an event where a competing event ends the waiting (Aalen–Johansen), with the delta-method
 * variance and an interval on the log-log scale.
 *
 * @param input rows, or counts per time, which may be drawn.
 * @returns shares 0–1 of all cases. `tooFew` without a case; limits of an incidence of 0 or 1 are `noContrast`.
 * @throws RangeError on unequal lengths, states other than 0, 1, 2, negative exact counts, a wrong confidence.
 * @see Aalen & Johansen (1978), Scand J Stat 5, 141–150; Marubini & Valsecchi (1995), 10.3. Golden: R survfit, multi-state.
 */
export function aalenJohansen(input: AalenJohansenRows | AalenJohansenCounts): Estimate<AalenJohansenResult> {
  const z = normalMultiplier(fraction(input.confidence ?? 0.95, 'confidence'));
  const table = tableOf(input);
  if (!(table.atRisk[0]! > 0)) return notEstimable('tooFew');
  const hazards = hazardsOf(table);
  const drawn = 'counts' in input && (input.noiseVariance ?? 0) > 0;
  const noise = drawn ? drawnCurveNoise(table, hazards, input.counts, input.noiseVariance ?? 0) : undefined;
  const curves = atStart();
  const steps: AalenJohansenStep[] = [];
  for (let step = 0; step < hazards.index.length; step++) {
    advance(curves, hazards.event[step]!, hazards.competing[step]!, hazards.atRisk[step]!);
    const time = table.times[hazards.index[step]!]!;
    steps.push(stepOf(curves, time, hazards.atRisk[step]!, { z, noise: noise?.[step] ?? NOISELESS }));
  }
  return estimated({ steps });
}

const NOISELESS: CurveNoise = { survival: 0, event: 0, competing: 0 };

function stepOf(curves: Curves, time: number, atRisk: number, { z, noise }: { z: number; noise: CurveNoise }): AalenJohansenStep {
  const event = interval(curves.event, noise.event, z);
  const competing = interval(curves.competing, noise.competing, z);
  return {
    time,
    atRisk,
    cumulativeIncidenceEvent: Math.min(1, curves.event.height.value),
    cumulativeIncidenceCompeting: Math.min(1, curves.competing.height.value),
    standardError: event.standardError,
    lower: event.lower,
    upper: event.upper,
    standardErrorCompeting: competing.standardError,
    lowerCompeting: competing.lower,
    upperCompeting: competing.upper,
  };
}

function atStart(): Curves {
  const sum = () => new CompensatedSum();
  const incidence = () => ({ height: sum(), variance: sum(), covariance: sum() });
  return { logSurvival: sum(), greenwood: sum(), event: incidence(), competing: incidence() };
}

function tableOf(input: AalenJohansenRows | AalenJohansenCounts): RiskTable {
  if ('counts' in input) return riskTableOfCounts(input.counts, nonNegative(input.noiseVariance ?? 0, 'noiseVariance') > 0);
  sameLength(input.times, input.states, 'times and states');
  for (let i = 0; i < input.states.length; i++) {
    if (![0, 1, 2].includes(input.states[i] as number)) throw new RangeError('states must hold 0, 1 and 2 only');
  }
  return riskTableOfRows(input.times, input.states, input.weights);
}

/** S′ = S·(1 − h₁ − h₂), I′ₖ = Iₖ + S·hₖ, and their covariances with multinomial hazards. */
function advance(curves: Curves, event: number, competing: number, atRisk: number): void {
  const survival = Math.exp(curves.logSurvival.value);
  const greenwood = curves.greenwood.value;
  rise(curves.event, event, { survival, greenwood, atRisk });
  rise(curves.competing, competing, { survival, greenwood, atRisk });
  const hazard = Math.min(1, event + competing);
  curves.logSurvival.add(hazard === 1 ? Number.NEGATIVE_INFINITY : Math.log1p(-hazard));
  if (hazard < 1) curves.greenwood.add(hazard / ((1 - hazard) * atRisk));
}

function rise(incidence: Incidence, hazard: number, at: { survival: number; greenwood: number; atRisk: number }): void {
  const step = at.survival * hazard;
  const own = at.greenwood * step * step + (step * at.survival * (1 - hazard)) / at.atRisk;
  incidence.variance.add(2 * step * incidence.covariance.value + own);
  incidence.covariance.add(step * (at.greenwood - 1 / at.atRisk));
  incidence.height.add(step);
}

const ABSENT = notEstimable('noContrast');
const NO_CONTRAST: Pick<AalenJohansenStep, 'standardError' | 'lower' | 'upper'> = {
  standardError: ABSENT,
  lower: ABSENT,
  upper: ABSENT,
};

/** I^exp(±z·σ/(I·log I)) with σ the standard error. */
function interval({ height, variance }: Incidence, noise: number, z: number): typeof NO_CONTRAST {
  const incidence = height.value;
  const log = Math.log(incidence);
  if (!(incidence > 0) || !(log < 0)) return NO_CONTRAST;
  const standardError = Math.sqrt(Math.max(0, variance.value + noise));
  const spread = Math.exp((z * standardError) / (incidence * -log));
  return { standardError, lower: Math.exp(log * spread), upper: Math.exp(log / spread) };
}
