import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  mantelHaenszel,
  mantelHaenszelFromSums,
  mantelHaenszelSums,
  oddsRatioHomogeneity,
  randomEffects,
  type MantelHaenszelResult,
  type Stratum,
} from './index.js';

const stratum = (most: number): fc.Arbitrary<Stratum> =>
  fc
    .tuple(fc.nat({ max: most }), fc.nat({ max: most }), fc.nat({ max: most }), fc.nat({ max: most }))
    .map(([exposedEvents, exposedNonEvents, unexposedEvents, unexposedNonEvents]) => ({
      exposedEvents,
      exposedNonEvents,
      unexposedEvents,
      unexposedNonEvents,
    }));
const strata = fc.array(fc.oneof(stratum(3), stratum(60), stratum(1_000_000)), { minLength: 1, maxLength: 12 });
const EMPTY: Stratum = { exposedEvents: 0, exposedNonEvents: 0, unexposedEvents: 0, unexposedNonEvents: 0 };
const swapped = ({ exposedEvents, exposedNonEvents, unexposedEvents, unexposedNonEvents }: Stratum): Stratum => ({
  exposedEvents: unexposedEvents,
  exposedNonEvents: unexposedNonEvents,
  unexposedEvents: exposedEvents,
  unexposedNonEvents: exposedNonEvents,
});
const halved = (table: Stratum): Stratum =>
  Object.fromEntries(Object.entries(table).map(([name, count]) => [name, (count as number) / 2])) as unknown as Stratum;

/** Everything but the test, whose variance counts people and not halves of them. */
function effects(tables: readonly Stratum[]): Partial<MantelHaenszelResult> {
  const result = mantelHaenszel({ strata: tables });
  if (result.kind === 'notEstimable') return {};
  const { commonOddsRatio, lower, upper, riskDifference, riskRatio } = result.value;
  return { commonOddsRatio, lower, upper, riskDifference, riskRatio };
}

/** Numbers to ten digits, absences by name. */
const rounded = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part, (_, entry: unknown) => (typeof entry === 'number' ? Number(entry.toPrecision(9)) : entry)));

describe('common effects over strata', () => {
  it('do not change when an empty stratum is added, or strata are permuted', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        expect(effects([...tables, EMPTY])).toEqual(effects(tables));
        expect(rounded(effects([...tables].reverse()))).toEqual(rounded(effects(tables)));
      }),
    );
  });

  it('do not change when a stratum is split into identical halves', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        expect(rounded(effects(tables.flatMap((table) => [halved(table), halved(table)])))).toEqual(rounded(effects(tables)));
      }),
    );
  });

  it('invert when the groups swap places', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const [there, back] = [effects(tables), effects(tables.map(swapped))];
        if (typeof there.commonOddsRatio === 'number' && typeof back.commonOddsRatio === 'number') {
          expect(there.commonOddsRatio * back.commonOddsRatio).toBeCloseTo(1, 9);
        } else
          expect([there.commonOddsRatio, back.commonOddsRatio]).toContainEqual({
            kind: 'notEstimable',
            reason: expect.any(String),
          });
        if (there.riskDifference === undefined || 'kind' in there.riskDifference) return;
        if (back.riskDifference === undefined || 'kind' in back.riskDifference) throw new Error('a difference was expected');
        expect(there.riskDifference.estimate).toBeCloseTo(-back.riskDifference.estimate, 10);
      }),
    );
  });

  it('lie inside their intervals, and wider ones with noise', () => {
    fc.assert(
      fc.property(strata, (tables) => {
        const sums = mantelHaenszelSums(tables);
        const plain = mantelHaenszelFromSums(sums);
        const noisy = mantelHaenszelFromSums(sums, { noise: { concordant: 9, discordant: 9 } });
        if (plain.kind === 'notEstimable' || noisy.kind === 'notEstimable') throw new Error('values were expected');
        const { commonOddsRatio, lower, upper } = plain.value;
        if (typeof lower !== 'number' || typeof upper !== 'number' || typeof noisy.value.lower !== 'number') return;
        expect(lower).toBeLessThanOrEqual(commonOddsRatio as number);
        expect(upper).toBeGreaterThanOrEqual(commonOddsRatio as number);
        expect(noisy.value.lower).toBeLessThanOrEqual(lower);
      }),
    );
  });

  it('are sums of sums: strata may be added in any grouping', () => {
    fc.assert(
      fc.property(strata, strata, (some, others) => {
        const [a, b, all] = [mantelHaenszelSums(some), mantelHaenszelSums(others), mantelHaenszelSums([...some, ...others])];
        const names = Object.keys(all) as (keyof typeof all)[];
        for (const name of names) expect(a[name] + b[name]).toBeCloseTo(all[name], 3);
      }),
    );
  });

  it('say why there is none', () => {
    const absent = (reason: string) => ({ kind: 'notEstimable', reason });
    expect(mantelHaenszel({ strata: [] })).toEqual(absent('tooFew'));
    expect(mantelHaenszel({ strata: [EMPTY] })).toEqual(absent('tooFew'));
    expect(effects([{ ...EMPTY, exposedEvents: 3, exposedNonEvents: 2 }]).commonOddsRatio).toEqual(absent('noContrast'));
    const everybody = { exposedEvents: 5, exposedNonEvents: 0, unexposedEvents: 3, unexposedNonEvents: 4 };
    expect(effects([everybody]).commonOddsRatio).toEqual(absent('unbounded'));
    expect(effects([swapped(everybody)])).toMatchObject({ commonOddsRatio: 0, lower: absent('unbounded') });
    expect(() => mantelHaenszel({ strata: [{ ...EMPTY, exposedEvents: -1 }] })).toThrow('exposedEvents must not be negative');
  });
});

describe('homogeneity of odds ratios', () => {
  const tables = [
    { exposedEvents: 40, exposedNonEvents: 60, unexposedEvents: 30, unexposedNonEvents: 80 },
    { exposedEvents: 20, exposedNonEvents: 90, unexposedEvents: 50, unexposedNonEvents: 70 },
    { exposedEvents: 25, exposedNonEvents: 31, unexposedEvents: 28, unexposedNonEvents: 33 },
  ];

  it("is Cochran's Q of the log odds ratios", () => {
    const estimates = tables.map((t) =>
      Math.log((t.exposedEvents * t.unexposedNonEvents) / (t.exposedNonEvents * t.unexposedEvents)),
    );
    const variances = tables.map((t) => Object.values(t).reduce((sum, count) => sum + 1 / count, 0));
    const pooled = randomEffects({ estimates, variances });
    const tested = oddsRatioHomogeneity({ strata: tables });
    if (pooled.kind === 'notEstimable' || tested.kind === 'notEstimable') throw new Error('values were expected');
    expect(tested.value.statistic).toBeCloseTo(pooled.value.dersimonianLaird.q, 10);
    expect(tested.value).toMatchObject({ degreesOfFreedom: 2, strata: 3 });
  });

  it('is less sure of drawn counts, and leaves out strata with small ones', () => {
    const plain = oddsRatioHomogeneity({ strata: tables });
    const drawn = oddsRatioHomogeneity({ strata: tables, noiseLevel: 3, openBase: true });
    const apart = oddsRatioHomogeneity({ strata: [...tables, { ...tables[0]!, exposedEvents: 11 }], noiseLevel: 3 });
    if (plain.kind === 'notEstimable' || drawn.kind === 'notEstimable' || apart.kind === 'notEstimable') throw new Error();
    expect(drawn.value.statistic).toBeLessThan(plain.value.statistic);
    expect(apart.value.strata).toBe(3);
  });

  it('is not tested with fewer than two strata', () => {
    expect(oddsRatioHomogeneity({ strata: tables.slice(0, 1) })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(oddsRatioHomogeneity({ strata: [tables[0]!, EMPTY] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
  });
});
