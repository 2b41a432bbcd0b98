import { eValue, type EValueResult } from '../../../statistics/index.js';
import { isAbsent, passedOn } from './answer.js';
import { drawsOf } from './draws.js';
import type { Follow, Follows } from './scene.js';

const Z = 1.959963984540054;

/** An estimate of a model, or a limit so many standard errors away from it. */
const model =
  (away: number): Follow =>
  ({ cell }, { of, parameters }) => {
    const [estimate, logError] = drawsOf(cell, of) ?? [];
    if (of.length !== 2 || !estimate || !logError) return undefined;
    const own = Math.exp(2 * logError.value);
    if (estimate.variance > 3 * own) return { reason: 'protection' };
    const value = estimate.value + away * Math.sqrt(own + estimate.variance);
    const shown = parameters?.['exponential'] === 1 ? Math.exp(value) : value;
    return Number.isFinite(shown) ? shown : { reason: 'unbounded' };
  };

/** How strong a hidden cause would have to be, from a ratio and its limits as they are displayed. */
const hidden =
  (figure: keyof EValueResult): Follow =>
  ({ cell }, { of }) => {
    const values = of.map((name) => cell.values[name]);
    const missing = values.find(isAbsent);
    if (missing) return passedOn(missing);
    const [riskRatio, lower, upper] = values;
    if (typeof riskRatio !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return undefined;
    if (!(riskRatio > 0)) return { reason: 'unbounded' };
    const found = eValue({ riskRatio, lower, upper });
    return found.kind === 'notEstimable' ? { reason: found.reason } : found.value[figure];
  };

export const MODELS: Follows<'modelEstimate' | 'modelLower' | 'modelUpper' | 'eValue' | 'eValueLimit'> = {
  modelEstimate: model(0),
  modelLower: model(-Z),
  modelUpper: model(Z),
  eValue: hidden('point'),
  eValueLimit: hidden('interval'),
};
