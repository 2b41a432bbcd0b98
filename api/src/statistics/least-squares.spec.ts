import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leastSquares, type LeastSquaresInput, type LeastSquaresResult } from './index.js';

const row = fc.record({ a: fc.nat({ max: 1 }), b: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -900, max: 900 }) });
const rows = fc.array(row, { minLength: 12, maxLength: 60 });
type Rows = readonly { a: number; b: number; y: number }[];
const inputOf = (list: Rows): LeastSquaresInput => ({
  covariates: list.map(({ a, b }) => [a, b]),
  outcomes: list.map(({ y }) => y),
});
const fit = (list: Rows): LeastSquaresResult | undefined => {
  const result = leastSquares(inputOf(list));
  return result.kind === 'notEstimable' ? undefined : result.value;
};

describe('least squares', () => {
  it('leaves residuals orthogonal to every covariate', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const b = fit(list)?.coefficients;
        if (b === undefined) return;
        const residuals = list.map((one) => one.y - b[0]! - b[1]! * one.a - b[2]! * one.b);
        expect(residuals.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 7);
        expect(residuals.reduce((sum, e, i) => sum + e * list[i]!.b, 0)).toBeCloseTo(0, 4);
      }),
    );
  });

  it('does not change when rows are permuted, and scales with its units', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = fit(list);
        const other = fit([...list].reverse().map(({ a, b, y }) => ({ a: 1 - a, b: b / 64, y: y * 8 })));
        if (plain === undefined || other === undefined) return expect(other).toEqual(plain);
        expect(other.coefficients[2]).toBeCloseTo(plain.coefficients[2]! * 512, 6);
        expect(other.coefficients[1]).toBeCloseTo(-plain.coefficients[1]! * 8, 6);
        const [here, there] = [plain.hc3StandardErrors[2]!, other.hc3StandardErrors[2]!];
        if (typeof here === 'number') expect(there).toBeCloseTo(here * 512, 6);
      }),
    );
  });

  it('knows exactly how its coefficients move without a case', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [full, without] = [fit(list), fit(list.slice(1))];
        if (full === undefined || without === undefined || 'kind' in full.leaveOneOut) return;
        const { changes } = full.leaveOneOut;
        without.coefficients.forEach((b, j) => expect(b - full.coefficients[j]!).toBeCloseTo(changes[0]![j]!, 6));
      }),
    );
  });

  it('adds up the rows of a person', () => {
    const list = fc.sample(rows, { numRuns: 1, seed: 9 })[0]!;
    const result = leastSquares({ ...inputOf(list), people: list.map((_, i) => i % 4) });
    const apart = fit(list);
    if (result.kind === 'notEstimable' || 'kind' in result.value.leaveOneOut) throw new Error();
    if (apart === undefined || 'kind' in apart.leaveOneOut) throw new Error();
    const { changes } = apart.leaveOneOut;
    const own = changes.filter((_, i) => i % 4 === 2).reduce((sum, change) => sum + change[2]!, 0);
    expect(result.value.leaveOneOut.people).toEqual([0, 1, 2, 3]);
    expect(result.value.leaveOneOut.changes[2]![2]).toBeCloseTo(own, 10);
  });

  it('says why there is no answer', () => {
    const absent = (reason: string) => ({ kind: 'notEstimable', reason });
    expect(leastSquares({ covariates: [[1], [2]], outcomes: [1, 2] })).toEqual(absent('tooFew'));
    expect(leastSquares({ covariates: [[1], [1], [1]], outcomes: [1, 2, 3] })).toEqual(absent('constant'));
    const double = { covariates: [[0, 1], [1, 3], [2, 5], [3, 7], [9, 19]], outcomes: [0, 1, 0, 1, 5] }; // prettier-ignore
    expect(leastSquares(double)).toEqual(absent('noContrast'));
    const alone = leastSquares({ covariates: [[0], [0], [0], [1]], outcomes: [2, 4, 6, 10] });
    expect(alone).toMatchObject({
      value: { hc3StandardErrors: [absent('unbounded'), absent('unbounded')], leaveOneOut: absent('unbounded') },
    });
    const exact = leastSquares({ covariates: [[1], [2], [3], [5]], outcomes: [0.1, 0.2, 0.3, 0.5] });
    expect(exact).toMatchObject({ value: { hc3StandardErrors: [absent('constant'), absent('constant')] } });
    expect(leastSquares({ covariates: [[1], [2], [3]], outcomes: [7, 7, 7] })).toMatchObject({
      value: { rSquared: absent('constant') },
    });
    expect(() => leastSquares({ covariates: [[1]], outcomes: [] })).toThrow('covariates and outcomes');
  });
});
