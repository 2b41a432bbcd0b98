import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { logistic, overlapWeights, type LogisticInput, type LogisticResult, type OverlapWeightsInput } from './index.js';

const row = fc.record({
  a: fc.nat({ max: 1 }),
  b: fc.integer({ min: -30, max: 30 }),
  y: fc.nat({ max: 1 }),
  z: fc.nat({ max: 9 }),
});
const rows = fc.array(row, { minLength: 25, maxLength: 90 });
type Rows = readonly { a: number; b: number; y: number; z: number }[];
const inputOf = (list: Rows): LogisticInput => ({ covariates: list.map(({ a, b }) => [a, b]), outcomes: list.map(({ y }) => y) });
const weightsInput = (list: Rows): OverlapWeightsInput => ({
  covariates: list.map(({ b, z }) => [b, z]),
  treatment: list.map(({ a }) => a),
  outcomes: list.map(({ y, z }) => y + z),
});
const near = (a: readonly number[], b: readonly number[], unit: readonly number[]) =>
  a.forEach((value, j) => expect(Math.abs(value - b[j]!)).toBeLessThan(1e-7 * unit[j]!));

describe('logistic regression', () => {
  it('meets its own equations: residuals are orthogonal to every covariate', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const result = logistic(inputOf(list));
        if (result.kind === 'notEstimable') return;
        const { coefficients: b } = result.value;
        const residuals = list.map((one) => one.y - 1 / (1 + Math.exp(-(b[0]! + b[1]! * one.a + b[2]! * one.b))));
        expect(residuals.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 8);
        expect(residuals.reduce((sum, e, i) => sum + e * list[i]!.b, 0)).toBeCloseTo(0, 7);
      }),
    );
  });

  it('does not change when rows are permuted, when weights are one, or when equal rows are weighed together', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = logistic(inputOf(list));
        const ones = logistic({ ...inputOf([...list].reverse()), weights: list.map(() => 1) });
        const twice = logistic({ ...inputOf(list), weights: list.map(() => 2) });
        const doubled = logistic(inputOf([...list, ...list]));
        if (plain.kind === 'notEstimable') return expect(ones).toEqual(plain);
        if (ones.kind === 'notEstimable' || twice.kind === 'notEstimable' || doubled.kind === 'notEstimable') throw new Error();
        near(ones.value.coefficients, plain.value.coefficients, plain.value.standardErrors);
        near(twice.value.coefficients, plain.value.coefficients, plain.value.standardErrors);
        near(twice.value.standardErrors, doubled.value.standardErrors, plain.value.standardErrors);
        expect(twice.value.nullDeviance).toBeCloseTo(doubled.value.nullDeviance, 8);
      }),
    );
  });

  it('turns round when outcomes swap, and lies inside its intervals', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [plain, turned] = [logistic(inputOf(list)), logistic(inputOf(list.map((one) => ({ ...one, y: 1 - one.y }))))];
        if (plain.kind === 'notEstimable' || turned.kind === 'notEstimable') return expect(turned).toEqual(plain);
        near(turned.value.coefficients, plain.value.coefficients.map((b) => -b), plain.value.standardErrors); // prettier-ignore
        const { coefficients, lower, upper, pValues, deviance, nullDeviance } = plain.value;
        coefficients.forEach((b, j) => expect(lower[j]! < b && b < upper[j]!).toBe(true));
        pValues.forEach((p) => expect(p >= 0 && p <= 1).toBe(true));
        expect(deviance).toBeLessThanOrEqual(nullDeviance + 1e-9);
      }),
    );
  });

  it('names separation, complete or quasi-complete, instead of returning huge numbers', () => {
    const reason = (covariates: number[][], outcomes: number[]) => logistic({ covariates, outcomes });
    expect(reason([[1], [2], [3], [4]], [0, 0, 1, 1])).toMatchObject({ reason: 'separation' });
    expect(reason([[0], [0], [0], [1], [1], [1]], [0, 0, 1, 1, 1, 1])).toMatchObject({ reason: 'separation' });
    expect(reason([[1], [2], [2], [3]], [0, 0, 1, 1])).toMatchObject({ reason: 'separation' });
    const many = Array.from({ length: 4000 }, (_, i) => i);
    const quasi = many.map((i) => (i % 2 === 1 || (i * 31) % 3 === 0 ? 1 : 0));
    expect(reason(many.map((i) => [i % 2, (i * 7919) % 13]), quasi)).toMatchObject({ reason: 'separation' }); // prettier-ignore
  });

  it('fits what is nearly separated', () => {
    const covariates = Array.from({ length: 2000 }, (_, i) => [i < 1000 ? 0 : 1]);
    const outcomes = covariates.map(([x], i) => (x === 0 ? (i === 5 ? 1 : 0) : i === 1005 ? 0 : 1));
    const result = logistic({ covariates, outcomes }) as { value: LogisticResult };
    expect(result.value.coefficients[1]).toBeCloseTo(2 * Math.log(999), 8);
  });

  it('says why else there is no fit', () => {
    expect(logistic({ covariates: [[1], [2], [3]], outcomes: [1, 1, 1] })).toMatchObject({ reason: 'constant' });
    expect(logistic({ covariates: [[1], [1], [1]], outcomes: [1, 0, 1] })).toMatchObject({ reason: 'constant' });
    expect(logistic({ covariates: [[1], [2]], outcomes: [1, 0] }).kind).toBe('notEstimable');
    expect(logistic({ covariates: [], outcomes: [] })).toMatchObject({ reason: 'tooFew' });
    const double = { covariates: [[0, 0], [1, 2], [2, 4], [3, 6]], outcomes: [0, 1, 0, 1] }; // prettier-ignore
    expect(logistic(double)).toMatchObject({ reason: 'noContrast' });
    expect(() => logistic({ covariates: [[1]], outcomes: [2] })).toThrow('outcomes must hold 0 and 1 only');
    expect(() => logistic({ covariates: [[1]], outcomes: [] })).toThrow('covariates and outcomes');
  });
});

describe('overlap weights', () => {
  it('balance every mean exactly', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const result = overlapWeights(weightsInput(list));
        if (result.kind === 'notEstimable') return;
        for (const difference of result.value.standardizedMeanDifferencesAfter) expect(difference).toBeCloseTo(0, 7);
        const { lower, difference, upper, effectiveSampleSizeTreated: size } = result.value;
        expect(lower <= difference && difference <= upper).toBe(true);
        expect(size).toBeLessThanOrEqual(list.filter(({ a }) => a === 1).length + 1e-9);
      }),
    );
  });

  it('turn round when the arms swap, and do not change when rows are permuted', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = overlapWeights(weightsInput(list));
        const turned = overlapWeights(weightsInput([...list].reverse().map((one) => ({ ...one, a: 1 - one.a }))));
        if (plain.kind === 'notEstimable' || turned.kind === 'notEstimable') return expect(turned).toEqual(plain);
        expect(turned.value.difference).toBeCloseTo(-plain.value.difference, 7);
        expect(turned.value.standardError).toBeCloseTo(plain.value.standardError, 7);
      }),
    );
  });

  it('tell how far leaving out a person moves them', () => {
    const list = fc.sample(fc.array(row, { minLength: 80, maxLength: 80 }), { numRuns: 1, seed: 3 })[0]!;
    const full = overlapWeights(weightsInput(list));
    const without = overlapWeights(weightsInput(list.filter((_, i) => i !== 11)));
    if (full.kind === 'notEstimable' || without.kind === 'notEstimable') throw new Error();
    const change = without.value.difference - full.value.difference;
    expect(Math.abs(change - full.value.leaveOneOut.changes[11]![0]!)).toBeLessThan(0.1 * full.value.standardError);
  });

  it('say why there are none', () => {
    const covariates = [[1], [2], [3], [4]];
    expect(overlapWeights({ covariates, treatment: [1, 1, 1, 1], outcomes: [1, 2, 3, 4] })).toMatchObject({ reason: 'tooFew' });
    expect(overlapWeights({ covariates, treatment: [0, 0, 1, 1], outcomes: [1, 2, 3, 4] })).toMatchObject({
      reason: 'separation',
    });
    expect(() => overlapWeights({ covariates, treatment: [0, 0, 1, 2], outcomes: [1, 2, 3, 4] })).toThrow('treatment');
  });
});
