import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chiSquare, proportionTest } from './index.js';

const count = fc.integer({ min: 1, max: 50_000 });

describe('the chi-square of a table', () => {
  it('is the square of the score test of two proportions', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = chiSquare({ table: [[a, b], [c, d]] }); // prettier-ignore
        const test = proportionTest({ successes1: a, trials1: a + b, successes2: c, trials2: c + d });
        if (table.kind !== 'estimated' || test.kind !== 'estimated') throw new Error('both were expected');
        expect(table.value.statistic).toBeCloseTo(test.value.z ** 2, 6);
        expect(Math.abs(table.value.pValue - test.value.pValue)).toBeLessThan(1e-9 * test.value.pValue + 1e-12);
      }),
    );
  });

  it('is the square of the score test of drawn counts, both of a side drawn', () => {
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), fc.constantFrom(2.25, 9, 64), ([a, b, c, d], v) => {
        const table = chiSquare({ table: [[a, b], [c, d]], noiseVariance: v }); // prettier-ignore
        const sides = { baseNoiseVariance1: 2 * v, baseNoiseCovariance1: v, baseNoiseVariance2: 2 * v, baseNoiseCovariance2: v };
        const counts = { successes1: a, trials1: a + b, successes2: c, trials2: c + d };
        const test = proportionTest({ ...counts, ...sides, noiseVariance1: v, noiseVariance2: v });
        if (table.kind !== 'estimated' || test.kind !== 'estimated') throw new Error('both were expected');
        const gap = Math.abs(table.value.statistic - test.value.z ** 2);
        expect(gap).toBeLessThan(1e-9 * (1 + table.value.statistic));
      }),
    );
  });

  it('does not change when rows or columns are permuted, or an empty one is added', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 5 }), (table) => {
        const plain = chiSquare({ table });
        const turned = chiSquare({ table: [...table].reverse().map(([a, b, c]) => [c, 0, a, b]) });
        const padded = chiSquare({ table: [...table, [0, 0, 0]] });
        if (plain.kind !== 'estimated' || turned.kind !== 'estimated') throw new Error('both were expected');
        expect(turned.value.statistic).toBeCloseTo(plain.value.statistic, 6);
        expect(turned.value.degreesOfFreedom).toBe(plain.value.degreesOfFreedom);
        expect(padded).toEqual(plain);
        expect(plain.value.cramersV).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('needs two rows and two columns that hold anybody', () => {
    expect(chiSquare({ table: [] })).toEqual({ kind: 'notEstimable', reason: 'noContrast' });
    expect(chiSquare({ table: [[0, 0], [3, 4]] })).toMatchObject({ reason: 'noContrast' }); // prettier-ignore
    expect(() => chiSquare({ table: [[1, 2], [3]] })).toThrow('rows of table'); // prettier-ignore
    expect(() => chiSquare({ table: [[1, -2], [3, 4]] })).toThrow('table must not be negative'); // prettier-ignore
  });
});
