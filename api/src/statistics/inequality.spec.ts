import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eValue, inequality, multipleTesting, theil, type InequalityResult, type TheilResult } from './index.js';

const values = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.double({ min: 0, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 80,
});
const some = values.filter((list) => list.some((value) => value > 1e-3));
const gini = (list: readonly number[], weights?: readonly number[]): InequalityResult => {
  const result = inequality({ values: list, weights });
  if (result.kind === 'notEstimable') throw new Error(result.reason);
  return result.value;
};
const split = (list: readonly number[], groups: readonly string[], weights?: readonly number[]): TheilResult => {
  const result = theil({ values: list, groups, weights });
  if (result.kind === 'notEstimable') throw new Error(result.reason);
  return result.value;
};
const groupsOf = (list: readonly number[]) => list.map((_, i) => 'abc'[i % 3]!);

describe('inequality', () => {
  it('equals its definition: the mean distance of two people over twice the mean', () => {
    fc.assert(
      fc.property(some, (list) => {
        const distance = list.reduce((sum, x) => sum + list.reduce((rest, y) => rest + Math.abs(x - y), 0), 0);
        const total = list.reduce((sum, x) => sum + x, 0);
        expect(gini(list).gini).toBeCloseTo(distance / (2 * list.length * total), 9);
      }),
    );
  });

  it('has no unit, no order, no size of the crowd, and no change by weights of one', () => {
    fc.assert(
      fc.property(some, (list) => {
        const plain = gini(list);
        expect(gini([...list].reverse()).gini).toBe(plain.gini);
        expect(gini(list, list.map(() => 1))).toEqual(plain); // prettier-ignore
        expect(gini(list.map((x) => x * 3600)).gini).toBeCloseTo(plain.gini, 10);
        expect(gini([...list, ...list]).gini).toBeCloseTo(plain.gini, 10);
        expect(gini(list, list.map(() => 2)).topDecileShare).toBeCloseTo(gini([...list, ...list]).topDecileShare, 10); // prettier-ignore
        expect(plain.gini >= 0 && plain.gini < 1 && plain.topDecileShare > 0 && plain.topDecileShare <= 1 + 1e-12).toBe(true);
      }),
    );
  });

  it('reads a drawn histogram, and takes a count below 0 as none', () => {
    expect(gini([0, 5, 10], [2, 2, 1])).toEqual(gini([0, 0, 5, 5, 10]));
    expect(gini([0, 5, 10, 20], [2, 2, 1, -3])).toEqual(gini([0, 0, 5, 5, 10]));
  });

  it('says why there is none', () => {
    expect(inequality({ values: [] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(inequality({ values: [0, 0] })).toEqual({ kind: 'notEstimable', reason: 'noContrast' });
    expect(() => inequality({ values: [-1] })).toThrow('values must not be negative');
  });
});

describe("Theil's index", () => {
  it('splits into parts that are not negative, by groups in any order and of any name', () => {
    fc.assert(
      fc.property(some, (list) => {
        const groups = groupsOf(list);
        const plain = split(list, groups);
        expect(plain.theil).toBeCloseTo(plain.within + plain.between, 12);
        expect(plain.within >= 0 && plain.between >= 0).toBe(true);
        const turned = split([...list].reverse(), [...groups].reverse().map((name) => `x${name}`)); // prettier-ignore
        expect(turned.theil).toBeCloseTo(plain.theil, 10);
        expect(turned.between).toBeCloseTo(plain.between, 10);
        expect(split(list, groups, list.map(() => 1))).toEqual(plain); // prettier-ignore
        expect(split(list, list.map(() => 'all')).between).toBeCloseTo(0, 12); // prettier-ignore
        expect(split(list, list.map((_, i) => `${i}`)).within).toBeCloseTo(0, 12); // prettier-ignore
      }),
    );
  });

  it('says why there is none', () => {
    expect(theil({ values: [], groups: [] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(theil({ values: [0], groups: ['a'] })).toEqual({ kind: 'notEstimable', reason: 'noContrast' });
    expect(() => theil({ values: [1], groups: [] })).toThrow('values and groups');
  });
});

describe('adjusted p-values', () => {
  const family = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-300, 0.05)), {
    maxLength: 40,
  });

  it('are never smaller, keep the order, follow permutation, and Holm is the stricter', () => {
    fc.assert(
      fc.property(family, (pValues) => {
        const plain = multipleTesting({ pValues });
        const turned = multipleTesting({ pValues: [...pValues].reverse() });
        if (plain.kind === 'notEstimable' || turned.kind === 'notEstimable') throw new Error();
        const { benjaminiHochberg, holm } = plain.value;
        expect([...turned.value.benjaminiHochberg].reverse()).toEqual(benjaminiHochberg);
        expect([...turned.value.holm].reverse()).toEqual(holm);
        pValues.forEach((p, i) => {
          expect(
            benjaminiHochberg[i]! >= p * (1 - 1e-12) && holm[i]! >= benjaminiHochberg[i]! * (1 - 1e-12) && holm[i]! <= 1,
          ).toBe(true);
          pValues.forEach((q, j) => p <= q && expect(benjaminiHochberg[i]).toBeLessThanOrEqual(benjaminiHochberg[j]!));
        });
      }),
    );
  });

  it('of one comparison are the p itself', () => {
    expect(multipleTesting({ pValues: [0.03] })).toEqual({
      kind: 'estimated',
      value: { benjaminiHochberg: [0.03], holm: [0.03] },
    });
    expect(() => multipleTesting({ pValues: [1.2] })).toThrow('pValues must lie in [0, 1]');
  });
});

describe('an E-value', () => {
  const ratio = fc.double({ min: 0.01, max: 100, noNaN: true });
  it('is the same for a ratio and its inverse, at least 1, and weaker for the limit', () => {
    fc.assert(
      fc.property(ratio, fc.double({ min: 1, max: 5, noNaN: true }), (riskRatio, spread) => {
        const there = eValue({ riskRatio, lower: riskRatio / spread, upper: riskRatio * spread });
        const back = eValue({ riskRatio: 1 / riskRatio, lower: 1 / riskRatio / spread, upper: (1 / riskRatio) * spread });
        if (there.kind === 'notEstimable' || back.kind === 'notEstimable') throw new Error();
        expect(there.value.point).toBeCloseTo(back.value.point, 8);
        expect(there.value.interval).toBeCloseTo(back.value.interval, 8);
        expect(there.value.interval >= 1 && there.value.point >= there.value.interval).toBe(true);
      }),
    );
  });

  it('refuses limits that do not hold the ratio', () => {
    expect(() => eValue({ riskRatio: 2, lower: 3, upper: 4 })).toThrow('lower and upper');
    expect(() => eValue({ riskRatio: 0, lower: 0, upper: 4 })).toThrow('riskRatio must be greater than 0');
  });
});
