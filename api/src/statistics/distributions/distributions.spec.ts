import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noncentralityBound, noncentralStudentCdf, noncentralStudentSurvival } from './noncentral-t.js';
import {
  chiSquareSurvival,
  logGamma,
  logNormalSurvival,
  normalCdf,
  normalSurvival,
  normalUpperQuantile,
  studentCdf,
  studentSurvival,
  studentUpperQuantile,
  twoSidedNormal,
  twoSidedStudent,
} from './index.js';

const tail = fc.double({ min: -690, max: Math.log(0.5), noNaN: true }).map(Math.exp);
const df = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.double({ min: 1, max: 1e7, noNaN: true }));
const near = (actual: number, expected: number, digits: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.abs(expected) * 10 ** -digits + 1e-307);

describe('the normal distribution', () => {
  it('has quantiles that lead back, from one half down to 1e-300', () => {
    fc.assert(fc.property(tail, (p) => near(normalSurvival(normalUpperQuantile(p)), p, 12)));
  });

  it('has sides that mirror and add up, and a logarithm beyond the smallest double', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(normalCdf(x)).toBe(normalSurvival(-x));
        expect(normalCdf(x) + normalSurvival(x)).toBeCloseTo(1, 15);
        if (x < 37) near(Math.exp(logNormalSurvival(x)), normalSurvival(x), 11);
      }),
    );
    expect(logNormalSurvival(100)).toBeCloseTo(-5005.524208694205, 9);
  });
});

describe("Student's t", () => {
  it('has quantiles that lead back', () => {
    fc.assert(fc.property(tail, df, (p, degrees) => near(studentSurvival(studentUpperQuantile(p, degrees), degrees), p, 9)));
  });

  it('has closed forms for one and two degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (t) => {
        near(studentSurvival(t, 1), Math.atan2(1, t) / Math.PI, 11);
        near(studentSurvival(t, 2), 1 / (2 + t * t) / (1 + t / Math.sqrt(2 + t * t)), 11);
      }),
    );
  });

  it('does not jump where one way of computing hands over to the next', () => {
    for (const t of [0.1, 1, 1.7, 2.5, 6, 15, 37]) near(studentSurvival(t, 99_999.999999), studentSurvival(t, 100_000), 9);
  });

  it('is the normal where degrees of freedom are many, and mirrors', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (t) => {
        near(studentSurvival(t, 1e14), normalSurvival(t), 8);
        expect(studentCdf(t, 7)).toBe(studentSurvival(-t, 7));
        near(twoSidedStudent(-t, 7), 2 * studentSurvival(t, 7), 12);
      }),
    );
  });
});

describe('the chi-square distribution', () => {
  it('with one degree of freedom is a squared normal, with two an exponential', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1300, noNaN: true }), (x) => {
        near(chiSquareSurvival(x, 1), twoSidedNormal(Math.sqrt(x)), 12);
        near(chiSquareSurvival(x, 2), Math.exp(-x / 2), 11);
        near(chiSquareSurvival(x, 4), Math.exp(-x / 2) * (1 + x / 2), 11);
      }),
    );
  });

  it('follows its recurrence over degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 900, noNaN: true }), fc.integer({ min: 1, max: 300 }), (x, k) => {
        const term = Math.exp((k / 2) * Math.log(x / 2) - x / 2 - logGamma(k / 2 + 1));
        near(chiSquareSurvival(x, k + 2), chiSquareSurvival(x, k) + term, 10);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the noncentral t', () => {
  const point = fc.record({
    t: fc.double({ min: -60, max: 60, noNaN: true }),
    degrees: df,
    delta: fc.double({ min: -40, max: 40, noNaN: true }),
  });

  it('has sides that add up to one, however sharp its edge', () => {
    fc.assert(
      fc.property(point, ({ t, degrees, delta }) => {
        expect(noncentralStudentSurvival(t, degrees, delta) + noncentralStudentCdf(t, degrees, delta)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('at t = 0 is a normal tail, and without noncentrality a t', () => {
    fc.assert(
      fc.property(point, ({ t, degrees, delta }) => {
        expect(noncentralStudentCdf(0, degrees, delta)).toBeCloseTo(normalSurvival(delta), 12);
        near(noncentralStudentSurvival(t, degrees, 1e-14), studentSurvival(t, degrees), 9);
      }),
    );
  });

  it('has limits that lead back', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 0.005, max: 0.995, noNaN: true }), ({ t, degrees }, p) => {
        expect(noncentralStudentCdf(t, degrees, noncentralityBound(t, degrees, p))).toBeCloseTo(p, 9);
      }),
      { numRuns: 50 },
    );
  });
});
