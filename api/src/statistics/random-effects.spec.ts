import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomEffects, type RandomEffectsInput, type RandomEffectsResult } from './index.js';

const studies = fc
  .array(fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 4, noNaN: true })), {
    minLength: 1,
    maxLength: 15,
  })
  .map((list): RandomEffectsInput => ({
    estimates: list.map(([estimate]) => estimate),
    variances: list.map(([, variance]) => variance),
  }));
const fit = (input: RandomEffectsInput): RandomEffectsResult => {
  const result = randomEffects(input);
  if (result.kind === 'notEstimable') throw new Error(result.reason);
  return result.value;
};

/** The restricted log-likelihood, written out. */
function likelihood({ estimates, variances }: RandomEffectsInput, tauSquared: number): number {
  const weights = variances.map((variance) => 1 / (variance + tauSquared));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = weights.reduce((sum, weight, i) => sum + weight * estimates[i]!, 0) / total;
  const fitted = weights.reduce((sum, weight, i) => sum + Math.log(weight) - weight * (estimates[i]! - mean) ** 2, 0);
  return (fitted - Math.log(total)) / 2;
}

describe('random effects', () => {
  it('stand where the restricted likelihood has a top', () => {
    fc.assert(
      fc.property(studies, (input) => {
        const { reml } = fit(input);
        if ('kind' in reml) throw new Error('the search failed');
        if (input.estimates.length === 1) return expect(reml.tauSquared).toBe(0);
        const step = 1e-4 * (reml.tauSquared + 0.01);
        const here = likelihood(input, reml.tauSquared);
        expect(here).toBeGreaterThanOrEqual(likelihood(input, reml.tauSquared + step) - 1e-10);
        if (reml.tauSquared > step) expect(here).toBeGreaterThanOrEqual(likelihood(input, reml.tauSquared - step) - 1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it('draw every effect towards the mean, and keep intervals around estimates', () => {
    fc.assert(
      fc.property(studies, (input) => {
        const { reml, dersimonianLaird } = fit(input);
        for (const part of [reml, dersimonianLaird]) {
          if ('kind' in part) throw new Error('the search failed');
          expect(part.lower < part.estimate && part.estimate < part.upper).toBe(true);
          expect(part.predictionLower <= part.lower && part.upper <= part.predictionUpper).toBe(true);
          expect(part.qPValue >= 0 && part.qPValue <= 1 && part.iSquared >= 0 && part.iSquared <= 1).toBe(true);
          part.shrunken.forEach((effect, i) => {
            const [low, high] = [Math.min(part.estimate, input.estimates[i]!), Math.max(part.estimate, input.estimates[i]!)];
            expect(effect >= low - 1e-12 && effect <= high + 1e-12).toBe(true);
          });
        }
      }),
    );
  });

  it('do not change when groups are permuted, and turn round with their sign', () => {
    fc.assert(
      fc.property(studies, (input) => {
        const plain = fit(input).dersimonianLaird;
        const turned = fit({
          estimates: [...input.estimates].reverse().map((y) => -y),
          variances: [...input.variances].reverse(),
        });
        expect(turned.dersimonianLaird.estimate).toBeCloseTo(-plain.estimate, 10);
        expect(turned.dersimonianLaird.tauSquared).toBeCloseTo(plain.tauSquared, 10);
      }),
    );
  });

  it('need at least one estimate, and variances above 0', () => {
    expect(randomEffects({ estimates: [], variances: [] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(() => randomEffects({ estimates: [1], variances: [0] })).toThrow('variances must be greater than 0');
    expect(() => randomEffects({ estimates: [1], variances: [] })).toThrow('estimates and variances');
  });
});
