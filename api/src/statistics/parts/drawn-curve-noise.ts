import { placeOf } from '../numerics/distinct-times.js';
import type { Hazards, RiskTable, TimeCounts } from './survival-counts.js';

/** Noise variances of a curve's quantities after one step. */
export interface CurveNoise {
  readonly survival: number;
  readonly event: number;
  readonly competing: number;
}

/** How far one more case of a kind at a time moves the curve, followed along its steps. */
interface Push {
  readonly place: number;
  readonly kind: 'events' | 'competing' | 'censored';
  survival: number;
  event: number;
  competing: number;
}

/**
 * The noise of drawn counts carried through a survival or incidence curve: each drawn count is moved by one, the
 * change is followed step by step (delta method), and the squares add up.
 *
 * @param noiseVariance variance of the noise of every drawn count; the draws are independent.
 */
export function drawnCurveNoise(
  table: RiskTable,
  hazards: Hazards,
  counts: readonly TimeCounts[],
  noiseVariance: number,
): CurveNoise[] {
  const pushes = counts.flatMap((entry) => pushesOf(entry, placeOf(table.times, entry.time)));
  let survival = 1;
  return Array.from(hazards.index, (index, step) => {
    const hazard = { index, atRisk: hazards.atRisk[step]!, event: hazards.event[step]!, competing: hazards.competing[step]! };
    for (const push of pushes) follow(push, hazard, survival);
    survival *= 1 - hazard.event - hazard.competing;
    return {
      survival: noiseVariance * sumOfSquares(pushes, 'survival'),
      event: noiseVariance * sumOfSquares(pushes, 'event'),
      competing: noiseVariance * sumOfSquares(pushes, 'competing'),
    };
  });
}

function pushesOf(entry: TimeCounts, place: number): Push[] {
  const kinds = ['events', 'competing', 'censored'] as const;
  const drawn = kinds.filter((kind) => entry[kind] !== undefined);
  return drawn.map((kind) => ({ place, kind, survival: 0, event: 0, competing: 0 }));
}

interface Hazard {
  readonly index: number;
  readonly atRisk: number;
  readonly event: number;
  readonly competing: number;
}

/** S′ = S·(1 − h₁ − h₂), I′ₖ = Iₖ + S·hₖ, differentiated; a case is at risk up to its own time. */
function follow(push: Push, hazard: Hazard, survival: number): void {
  const atRisk = push.place >= hazard.index ? 1 : 0;
  const here = push.place === hazard.index;
  const event = ((here && push.kind === 'events' ? 1 : 0) - hazard.event * atRisk) / hazard.atRisk;
  const competing = ((here && push.kind === 'competing' ? 1 : 0) - hazard.competing * atRisk) / hazard.atRisk;
  push.event += push.survival * hazard.event + survival * event;
  push.competing += push.survival * hazard.competing + survival * competing;
  push.survival = push.survival * (1 - hazard.event - hazard.competing) - survival * (event + competing);
}

function sumOfSquares(pushes: readonly Push[], quantity: 'survival' | 'event' | 'competing'): number {
  return pushes.reduce((sum, push) => sum + push[quantity] ** 2, 0);
}
