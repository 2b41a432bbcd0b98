import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { equivalence, mean, pairedComparison, type PairedComparisonResult } from './index.js';

const pairs = fc
  .array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), { minLength: 3, maxLength: 60 })
  .map((list) => ({ before: list.map(([before]) => before / 4), after: list.map(([, after]) => after / 4) }));
const compare = (input: { before: number[]; after: number[] }): PairedComparisonResult => {
  const result = pairedComparison(input);
  if (result.kind === 'notEstimable') throw new Error(result.reason);
  return result.value;
};
/** Limits of g are found by search, which takes its time. */
const FEW = { numRuns: 15 };
const absent = (reason: string) => ({ kind: 'notEstimable', reason });

describe('a paired comparison', () => {
  it('turns round when before and after swap places', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const [there, back] = [compare({ before, after }), compare({ before: after, after: before })];
        expect(there.meanDifference).toBeCloseTo(-back.meanDifference, 12);
        if (typeof there.lower !== 'number' || typeof there.hedgesG.lower !== 'number')
          return expect(back.lower).toEqual(there.lower);
        expect(there.lower).toBeCloseTo(-(back.upper as number), 12);
        expect(there.pValue).toBeCloseTo(back.pValue as number, 12);
        expect(there.hedgesG.lower).toBeCloseTo(-(back.hedgesG.upper as number), 8);
      }),
      FEW,
    );
  });

  it('lies inside its intervals, does not change when pairs are permuted, and g has no unit', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const plain = compare({ before, after });
        const other = compare({
          before: [...before].reverse().map((x) => x * 100),
          after: [...after].reverse().map((x) => x * 100),
        });
        if (typeof plain.lower !== 'number' || typeof plain.hedgesG.estimate !== 'number') return;
        const { lower, meanDifference, upper, hedgesG, pValue } = plain;
        const g = hedgesG.estimate as number;
        expect(lower < meanDifference && meanDifference < (upper as number)).toBe(true);
        expect((hedgesG.lower as number) < g && g < (hedgesG.upper as number)).toBe(true);
        expect((pValue as number) >= 0 && (pValue as number) <= 1).toBe(true);
        expect(other.hedgesG.estimate).toBeCloseTo(g, 10);
        expect((pValue as number) < 0.05).toBe(lower > 0 || (upper as number) < 0);
      }),
      FEW,
    );
  });

  it('agrees with the mean of the differences from their sums', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0, 3, -2.5), ({ before, after }, middle) => {
        const differences = after.map((value, i) => value - before[i]! - middle);
        const sums = {
          sum: differences.reduce((all, x) => all + x, 0),
          sumOfSquares: differences.reduce((all, x) => all + x * x, 0),
        };
        const [own, other] = [compare({ before, after }), mean({ n: before.length, middle, ...sums })];
        if (other.kind === 'notEstimable') throw new Error();
        if (typeof own.lower !== 'number') return;
        expect(other.value.estimate).toBeCloseTo(own.meanDifference, 9);
        expect(other.value.lower).toBeCloseTo(own.lower, 7);
      }),
      FEW,
    );
  });

  it('says what a comparison without spread, or with two pairs, cannot tell', () => {
    expect(pairedComparison({ before: [1], after: [2] })).toEqual(absent('tooFew'));
    const same = compare({ before: [0.1, 0.2, 0.3], after: [0.4, 0.5, 0.6] });
    expect(same).toMatchObject({
      statistic: absent('constant'),
      lower: absent('constant'),
      hedgesG: { estimate: absent('constant') },
    });
    expect(same.meanDifference).toBeCloseTo(0.3, 12);
    expect(compare({ before: [1, 2], after: [2, 5] }).hedgesG.estimate).toEqual(absent('tooFew'));
    expect(() => pairedComparison({ before: [1], after: [2, 3] })).toThrow('before and after must have the same length');
  });
});

describe('equivalence', () => {
  it('holds exactly when the interval lies inside the bounds', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.1, max: 12, noNaN: true }), (input, bound) => {
        const result = equivalence({ ...input, lowerBound: -bound, upperBound: bound });
        if (result.kind === 'notEstimable') return expect(result.reason).toBe('constant');
        const { lower, upper, equivalent, pValue, pLower, pUpper } = result.value;
        expect(equivalent).toBe(lower > -bound && upper < bound);
        expect(pValue).toBe(Math.max(pLower, pUpper));
      }),
    );
  });

  it('needs bounds in order', () => {
    expect(() => equivalence({ before: [1, 2], after: [2, 2], lowerBound: 1, upperBound: 1 })).toThrow('lowerBound');
    expect(() => equivalence({ before: [1, 2], after: [2, 2], lowerBound: 0, upperBound: 1, alpha: 0.5 })).toThrow('alpha');
    expect(equivalence({ before: [1], after: [2], lowerBound: 0, upperBound: 1 })).toEqual(absent('tooFew'));
  });
});

describe('a mean from sums', () => {
  it('grows less sure with the noise of its sum and of its base', () => {
    const given = { n: 40, sum: 20, sumOfSquares: 100, middle: 3 };
    const widths = [{}, { noiseVariance: 9 }, { noiseVariance: 9, baseNoiseVariance: 9 }].map((noise) => {
      const result = mean({ ...given, ...noise });
      if (result.kind === 'notEstimable') throw new Error();
      expect(result.value.estimate).toBe(3.5);
      return (result.value.upper as number) - (result.value.lower as number);
    });
    expect(widths[0]).toBeLessThan(widths[1]!);
    expect(widths[1]).toBeLessThan(widths[2]!);
  });

  it("takes a parent's spread, and its degrees of freedom", () => {
    const own = mean({ n: 5, sum: 10, standardDeviation: 2 });
    const parents = mean({ n: 5, sum: 10, standardDeviation: 2, degreesOfFreedom: 60 });
    if (own.kind === 'notEstimable' || parents.kind === 'notEstimable') throw new Error();
    expect(own.value.standardDeviation).toBe(2);
    expect(own.value.lower as number).toBeCloseTo(2 - 1.959963984540054 * (2 / Math.sqrt(5)), 12);
    expect(parents.value.lower as number).toBeLessThan(own.value.lower as number);
  });

  it('says why there is none', () => {
    expect(mean({ n: 0, sum: 0, sumOfSquares: 0 })).toEqual(absent('tooFew'));
    expect(mean({ n: 1, sum: 4, sumOfSquares: 16 })).toEqual(absent('tooFew'));
    expect(mean({ n: -2, sum: 4, sumOfSquares: 16, baseNoiseVariance: 9 })).toEqual(absent('tooFew'));
    expect(mean({ n: 3, sum: 9, sumOfSquares: 27 })).toMatchObject({ value: { estimate: 3, lower: absent('constant') } });
    expect(() => mean({ n: 3, sum: 9 })).toThrow('sumOfSquares');
    expect(() => mean({ n: -3, sum: 9, sumOfSquares: 1 })).toThrow('n must not be negative');
  });
});
