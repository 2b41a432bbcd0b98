import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alphaSpending, powerPaired, powerTwoSample, sampleSizePaired } from './index.js';

const FEW = { numRuns: 12 };
const size = fc.double({ min: 0.05, max: 3, noNaN: true });
const wanted = fc.double({ min: 0.1, max: 0.99, noNaN: true });
const value = <Value>(estimate: { kind: string; value?: Value }): Value => {
  if (estimate.value === undefined) throw new Error('a value was expected');
  return estimate.value;
};

describe('power', () => {
  it('of a sample size and of a detectable difference agree', () => {
    fc.assert(
      fc.property(size, wanted, (difference, power) => {
        const { pairs } = value(sampleSizePaired({ difference, standardDeviationDifference: 1, power }));
        const detectable = (n: number) =>
          value(powerPaired({ pairs: n, standardDeviationDifference: 1, power })).minimumDetectableDifference;
        expect(detectable(pairs)).toBeLessThanOrEqual(difference * (1 + 1e-9));
        if (pairs > 2) expect(detectable(pairs - 1)).toBeGreaterThan(difference * (1 - 1e-9));
      }),
      FEW,
    );
  });

  it('rises with people and with the difference, and is α where there is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), size, (n, difference) => {
        const power = (people: number, by: number) =>
          value(powerTwoSample({ n: people, difference: by, standardDeviation: 1 })).power;
        expect(power(n, 0)).toBeCloseTo(0.05, 12);
        expect(power(n, difference)).toBeGreaterThan(0.05);
        expect(power(n, difference)).toBeLessThanOrEqual(1);
        expect(power(n + 1, difference)).toBeGreaterThanOrEqual(power(n, difference) - 1e-12);
        expect(power(n, -difference)).toBe(power(n, difference));
      }),
      FEW,
    );
  });

  it('scales with the standard deviation', () => {
    const one = value(powerPaired({ pairs: 12, standardDeviationDifference: 1, power: 0.8 })).minimumDetectableDifference;
    const seven = value(powerPaired({ pairs: 12, standardDeviationDifference: 7, power: 0.8 })).minimumDetectableDifference;
    expect(seven).toBeCloseTo(7 * one, 10);
  });

  it('says why there is no answer', () => {
    const rest = { standardDeviationDifference: 1, power: 0.8 };
    expect(powerPaired({ pairs: 1, ...rest })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(powerPaired({ pairs: 9, ...rest, power: 0.05 })).toEqual({ kind: 'notEstimable', reason: 'noContrast' });
    expect(sampleSizePaired({ difference: 0, ...rest })).toEqual({ kind: 'notEstimable', reason: 'unbounded' });
    expect(powerTwoSample({ n: 1, difference: 1, standardDeviation: 1 })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(() => powerTwoSample({ n: 9, difference: 1, standardDeviation: 0 })).toThrow(
      'standardDeviation must be greater than 0',
    );
    expect(() => powerPaired({ pairs: 9, ...rest, power: 1 })).toThrow('power must lie between 0 and 1');
  });
});

describe('spending of the error over looks', () => {
  const looks = fc
    .uniqueArray(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 4 })
    .map((list) => [...list].sort((a, b) => a - b).map((share) => share / 100));

  it('ends at α, and asks less of every later look of an even plan', () => {
    for (let count = 1; count <= 5; count++) {
      const fractions = Array.from({ length: count }, (_, k) => (k + 1) / count);
      const { bounds, cumulativeAlpha } = value(alphaSpending({ informationFractions: fractions }));
      expect(cumulativeAlpha.at(-1)).toBeCloseTo(0.05, 14);
      const numbers = bounds as number[];
      numbers.slice(1).forEach((bound, k) => expect(bound).toBeLessThan(numbers[k]!));
      expect(numbers.at(-1)).toBeGreaterThanOrEqual(1.959963984);
    }
  });

  it('is what paths of a random walk spend', () => {
    fc.assert(
      fc.property(looks, (informationFractions) => {
        const { bounds, cumulativeAlpha } = value(alphaSpending({ informationFractions }));
        let before = 0;
        bounds.forEach((bound, k) => {
          expect(cumulativeAlpha[k]!).toBeGreaterThanOrEqual(before);
          // A look alone, without the others, may not spend less than its own share of the error.
          const increment = cumulativeAlpha[k]! - before;
          before = cumulativeAlpha[k]!;
          if (typeof bound === 'number') expect(bound).toBeLessThanOrEqual(boundAlone(increment) + 1e-9);
        });
      }),
      FEW,
    );
  });

  it('names a look at which nothing can be spent yet', () => {
    const { bounds, cumulativeAlpha } = value(alphaSpending({ informationFractions: [0.001, 0.5, 1] }));
    expect(bounds[0]).toEqual({ kind: 'notEstimable', reason: 'unbounded' });
    expect(bounds[1]).toBeCloseTo(2.9626, 4);
    expect(cumulativeAlpha[0]).toBe(0);
  });

  it('refuses looks that do not rise', () => {
    expect(() => alphaSpending({ informationFractions: [0.5, 0.5] })).toThrow('informationFractions');
    expect(() => alphaSpending({ informationFractions: [0.5, 1.2] })).toThrow('informationFractions');
    expect(alphaSpending({ informationFractions: [] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
  });
});

/** The two-sided z that a single look would need to spend an error. */
function boundAlone(error: number): number {
  const alone = value(alphaSpending({ informationFractions: [1], alpha: Math.min(0.999, Math.max(error, 1e-290)) }));
  return alone.bounds[0] as number;
}
