import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cox, type CoxInput, type CoxResult } from './index.js';

interface Row {
  readonly start: number;
  readonly length: number;
  readonly event: number;
  readonly a: number;
  readonly b: number;
}
const row = fc.record<Row>({
  start: fc.nat({ max: 4 }),
  length: fc.integer({ min: 1, max: 8 }),
  event: fc.nat({ max: 1 }),
  a: fc.nat({ max: 1 }),
  b: fc.integer({ min: -20, max: 20 }),
});
const rows = fc.array(row, { minLength: 30, maxLength: 80 });
const inputOf = (list: readonly Row[]): CoxInput => ({
  starts: list.map(({ start }) => start),
  stops: list.map(({ start, length }) => start + length),
  events: list.map(({ event }) => event),
  covariates: list.map(({ a, b }) => [a, b]),
});
const fit = (input: CoxInput): CoxResult => {
  const result = cox(input);
  if (result.kind === 'notEstimable') throw new Error(result.reason);
  return result.value;
};

/** Efron's log partial likelihood, written out. */
function likelihood({ starts = [], stops, events, covariates }: CoxInput, b: readonly number[]): number {
  const eta = covariates.map((x) => x.reduce((sum, value, j) => sum + value * b[j]!, 0));
  let sum = 0;
  for (const time of new Set(stops.filter((_, i) => events[i] === 1))) {
    const atRisk = stops.flatMap((stop, i) => ((starts[i] ?? 0) < time && time <= stop ? [i] : []));
    const dying = atRisk.filter((i) => stops[i] === time && events[i] === 1);
    const total = (list: readonly number[]) => list.reduce((all, i) => all + Math.exp(eta[i]!), 0);
    dying.forEach((i, l) => (sum += eta[i]! - Math.log(total(atRisk) - (l / dying.length) * total(dying))));
  }
  return sum;
}

describe("Cox's model", () => {
  it('stands at the top of the likelihood written out, with ties and late entries', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const input = inputOf(list);
        const result = cox(input);
        if (result.kind === 'notEstimable') return;
        const { coefficients: b, logLikelihood } = result.value;
        expect(logLikelihood).toBeCloseTo(likelihood(input, b), 8);
        for (const j of [0, 1]) {
          const moved = (by: number) => likelihood(input, b.map((value, k) => (k === j ? value + by : value))); // prettier-ignore
          const step = 1e-3 * result.value.standardErrors[j]!;
          const slope = (moved(step) - moved(-step)) / (2 * step);
          expect(slope * result.value.standardErrors[j]!).toBeCloseTo(0, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not change when rows are permuted, times are stretched, or an interval is cut in two', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = cox(inputOf(list));
        const cut = list.flatMap((one) =>
          one.length < 2
            ? [one]
            : [
                { ...one, length: 1, event: 0 },
                { ...one, start: one.start + 1, length: one.length - 1 },
              ],
        );
        const stretched = inputOf([...list].reverse());
        const scaled = { ...stretched, starts: stretched.starts!.map((t) => t * 7), stops: stretched.stops.map((t) => t * 7) };
        for (const other of [cox(inputOf(cut)), cox(scaled)]) {
          if (plain.kind === 'notEstimable' || other.kind === 'notEstimable') {
            if (plain.kind === 'notEstimable') expect(other).toMatchObject({ reason: expect.any(String) });
            continue;
          }
          plain.value.coefficients.forEach((b, j) => {
            expect(Math.abs(other.value.coefficients[j]! - b)).toBeLessThan(1e-7 * plain.value.standardErrors[j]!);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('turns round when a group is coded the other way, and scales with its covariates', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = cox(inputOf(list));
        const other = cox(inputOf(list.map((one) => ({ ...one, a: 1 - one.a, b: one.b * 1000 + 5e6 }))));
        if (plain.kind === 'notEstimable' || other.kind === 'notEstimable') return expect(other).toEqual(plain);
        expect(other.value.coefficients[0]).toBeCloseTo(-plain.value.coefficients[0]!, 6);
        expect(other.value.coefficients[1]! * 1000).toBeCloseTo(plain.value.coefficients[1]!, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('names separation instead of returning huge numbers', () => {
    const everybody = { stops: [1, 2, 3, 4, 5, 6], events: [1, 1, 1, 0, 0, 0] };
    expect(cox({ ...everybody, covariates: [[1], [1], [1], [0], [0], [0]] })).toMatchObject({ reason: 'separation' });
    const ordered = { stops: [1, 2, 3, 4, 5], events: [1, 1, 1, 1, 1], covariates: [[5], [4], [3], [2], [1]] };
    expect(cox(ordered)).toMatchObject({ reason: 'separation' });
    const many = Array.from({ length: 500 }, (_, i) => i);
    const noEventInOneArm = { stops: many.map((i) => 1 + (i % 50)), events: many.map((i) => (i % 2 === 0 && i % 3 > 0 ? 1 : 0)) };
    expect(cox({ ...noEventInOneArm, covariates: many.map((i) => [i % 2, i % 7]) })).toMatchObject({ reason: 'separation' });
  });

  it('says why else there is no fit', () => {
    expect(cox({ stops: [1, 2], events: [0, 0], covariates: [[1], [0]] })).toMatchObject({ reason: 'tooFew' });
    expect(cox({ stops: [1, 2], events: [1, 0], covariates: [[1], [1]] })).toMatchObject({ reason: 'constant' });
    const double = { stops: [1, 2, 3, 4], events: [1, 1, 1, 1], covariates: [[1, 2], [3, 6], [2, 4], [0, 0]] }; // prettier-ignore
    expect(cox(double)).toMatchObject({ reason: 'noContrast' });
    expect(() => cox({ starts: [2], stops: [2], events: [1], covariates: [[1]] })).toThrow('starts must lie before their stops');
    expect(() => cox({ stops: [2, 3], events: [1], covariates: [[1], [2]] })).toThrow('stops and events');
    expect(() => cox({ stops: [1, 2], events: [1, 1], covariates: [[1], [2, 3]] })).toThrow(
      'covariates must have rows of the same length',
    );
  });

  it('tells how far leaving out a person, with all their rows, moves it', () => {
    const list = fc.sample(fc.array(row, { minLength: 80, maxLength: 80 }), { numRuns: 1, seed: 5 })[0]!;
    const input = { ...inputOf(list), people: list.map((_, i) => `p${i % 20}`) };
    const full = fit(input);
    const without = fit(inputOf(list.filter((_, i) => i % 20 !== 3)));
    const place = full.leaveOneOut.people.indexOf('p3');
    expect(full.leaveOneOut.people).toHaveLength(20);
    full.coefficients.forEach((b, j) => {
      const change = full.leaveOneOut.changes[place]![j]!;
      expect(Math.abs(without.coefficients[j]! - b - change)).toBeLessThan(0.15 * full.standardErrors[j]!);
      const errorChange = Math.log(without.standardErrors[j]! / full.standardErrors[j]!);
      expect(Math.abs(errorChange - full.leaveOneOut.logStandardErrorChanges[place]![j]!)).toBeLessThan(0.05);
    });
    const total = full.coefficients.map((_, j) => full.leaveOneOut.changes.reduce((sum, change) => sum + change[j]!, 0));
    for (const sum of total) expect(sum).toBeCloseTo(0, 8);
  });
});
