import { estimated, notEstimable, type Estimate, type NotEstimable } from '../kernel/index.js';
import { fraction, nonNegative, sameLength } from './parts/arguments.js';
import { normalMultiplier } from './distributions/normal.js';
import { drawnCurveNoise, type CurveNoise } from './parts/drawn-curve-noise.js';
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

/** The state of both curves, with the covariances that the delta method carries along. */
interface Curves {
  survival: number;
  event: number;
  competing: number;
  varSurvival: number;
  varEvent: number;
  varCompeting: number;
  covEvent: number;
  covCompeting: number;
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
  const event = interval(curves.event, curves.varEvent + noise.event, z);
  const competing = interval(curves.competing, curves.varCompeting + noise.competing, z);
  return {
    time,
    atRisk,
    cumulativeIncidenceEvent: curves.event,
    cumulativeIncidenceCompeting: curves.competing,
    standardError: event.standardError,
    lower: event.lower,
    upper: event.upper,
    standardErrorCompeting: competing.standardError,
    lowerCompeting: competing.lower,
    upperCompeting: competing.upper,
  };
}

function atStart(): Curves {
  const nothing = { event: 0, competing: 0, varSurvival: 0, varEvent: 0, varCompeting: 0, covEvent: 0, covCompeting: 0 };
  return { survival: 1, ...nothing };
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
function advance(curves: Curves, h1: number, h2: number, atRisk: number): void {
  const { survival, varSurvival, covEvent, covCompeting } = curves;
  const stay = Math.max(0, 1 - h1 - h2);
  const square = (survival * survival) / atRisk;
  curves.varEvent += 2 * h1 * covEvent + h1 * h1 * varSurvival + square * h1 * (1 - h1);
  curves.varCompeting += 2 * h2 * covCompeting + h2 * h2 * varSurvival + square * h2 * (1 - h2);
  curves.covEvent = stay * (covEvent + h1 * varSurvival) - square * h1 * stay;
  curves.covCompeting = stay * (covCompeting + h2 * varSurvival) - square * h2 * stay;
  curves.varSurvival = stay * stay * varSurvival + square * stay * (1 - stay);
  curves.event += survival * h1;
  curves.competing += survival * h2;
  curves.survival = survival * stay;
}

const ABSENT = notEstimable('noContrast');
const NO_CONTRAST: Pick<AalenJohansenStep, 'standardError' | 'lower' | 'upper'> = {
  standardError: ABSENT,
  lower: ABSENT,
  upper: ABSENT,
};

/** I^exp(±z·σ/(I·log I)) with σ the standard error. */
function interval(incidence: number, variance: number, z: number): typeof NO_CONTRAST {
  const log = Math.log(incidence);
  if (!(incidence > 0) || !(log < 0)) return NO_CONTRAST;
  const standardError = Math.sqrt(Math.max(0, variance));
  const spread = Math.exp((z * standardError) / (incidence * Math.abs(log)));
  return { standardError, lower: Math.exp(log * spread), upper: Math.exp(log / spread) };
}
