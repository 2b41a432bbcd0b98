import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proportionDifference, proportionRatio, proportionTest, wilsonInterval, type ProportionPairInput } from './index.js';

const value = <Value>(estimate: { kind: string; value?: Value }): Value => {
  if (estimate.value === undefined) throw new Error('an estimate was expected');
  return estimate.value;
};
const counts = fc.nat({ max: 100_000 }).chain((trials) => fc.tuple(fc.nat({ max: trials }), fc.constant(trials)));
const someTrials = counts.filter(([, trials]) => trials > 0);
const pair = fc
  .tuple(someTrials, someTrials)
  .map(([[successes1, trials1], [successes2, trials2]]): ProportionPairInput => ({ successes1, trials1, successes2, trials2 }));
const noise = fc.constantFrom(0, 2.25, 6.25, 9, 64);
const drawn = fc.record({
  successes: fc.integer({ min: -60, max: 300 }),
  trials: fc.integer({ min: 1, max: 200 }),
  noiseVariance: noise.filter((variance) => variance > 0),
  base: fc.constantFrom('open', 'yes and no', 'apart'),
});
const swap = (input: ProportionPairInput): ProportionPairInput => ({
  ...input,
  successes1: input.successes2,
  trials1: input.trials2,
  successes2: input.successes1,
  trials2: input.trials1,
});

describe('a proportion', () => {
  it('lies inside its interval, which lies inside 0 and 1', () => {
    fc.assert(
      fc.property(someTrials, fc.double({ min: 0.5, max: 0.9999, noNaN: true }), ([successes, trials], confidence) => {
        const { estimate, lower, upper } = value(wilsonInterval({ successes, trials, confidence }));
        return 0 <= lower && lower <= estimate && estimate <= upper && upper <= 1 && lower < upper;
      }),
    );
  });

  it('lies inside its interval, whatever the noise has drawn', () => {
    fc.assert(
      fc.property(drawn, ({ successes, trials, noiseVariance, base }) => {
        const baseNoiseVariance = base === 'open' ? 0 : base === 'apart' ? noiseVariance : 2 * noiseVariance;
        const baseNoiseCovariance = base === 'yes and no' ? noiseVariance : 0;
        const given = { successes, trials, noiseVariance, baseNoiseVariance, baseNoiseCovariance };
        const { estimate, lower, upper } = value(wilsonInterval(given));
        return 0 <= lower && lower <= estimate && estimate <= upper && upper <= 1 && lower < upper;
      }),
    );
  });

  it('mirrors when yes and no swap places', () => {
    fc.assert(
      fc.property(someTrials, noise, ([successes, trials], noiseVariance) => {
        const yes = value(wilsonInterval({ successes, trials, noiseVariance }));
        const no = value(wilsonInterval({ successes: trials - successes, trials, noiseVariance }));
        expect(no.lower).toBeCloseTo(1 - yes.upper, 12);
        expect(no.upper).toBeCloseTo(1 - yes.lower, 12);
      }),
    );
  });

  it('is less sure with noise than without', () => {
    fc.assert(
      fc.property(someTrials, ([successes, trials]) => {
        const without = value(wilsonInterval({ successes, trials }));
        const with3 = value(wilsonInterval({ successes, trials, noiseVariance: 9 }));
        return with3.lower <= without.lower && with3.upper >= without.upper;
      }),
    );
  });

  it('has the interval of none where a draw lies too far below none', () => {
    const none = value(wilsonInterval({ successes: 0, trials: 100, noiseVariance: 9 }));
    expect(value(wilsonInterval({ successes: -40, trials: 100, noiseVariance: 9 }))).toEqual(none);
    const all = value(wilsonInterval({ successes: 100, trials: 100, noiseVariance: 9 }));
    expect(value(wilsonInterval({ successes: 140, trials: 100, noiseVariance: 9 }))).toEqual(all);
  });

  it('knows nothing of a base that the noise may have made', () => {
    const given = { successes: 2, trials: 3, noiseVariance: 9, baseNoiseVariance: 18, baseNoiseCovariance: 9 };
    expect(value(wilsonInterval(given))).toMatchObject({ lower: 0, upper: 1 });
  });

  it('is absent without trials, and refuses counts that cannot be', () => {
    expect(wilsonInterval({ successes: 0, trials: 0 })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
    expect(wilsonInterval({ successes: 0, trials: -3, baseNoiseVariance: 9 })).toEqual({
      kind: 'notEstimable',
      reason: 'tooFew',
    });
    expect(() => wilsonInterval({ successes: -1, trials: 3 })).toThrow('successes must not be negative');
    expect(() => wilsonInterval({ successes: 4, trials: 3 })).toThrow('successes must not exceed trials');
    expect(() => wilsonInterval({ successes: 1, trials: -3 })).toThrow('trials must not be negative');
    expect(() => wilsonInterval({ successes: 1, trials: 3, confidence: 95 })).toThrow('confidence must lie between 0 and 1');
    expect(() => wilsonInterval({ successes: 1, trials: 3, noiseVariance: -1 })).toThrow('noiseVariance must not be negative');
    expect(() => wilsonInterval({ successes: Number.NaN, trials: 3 })).toThrow('successes must be a finite number');
  });
});

describe('two proportions', () => {
  it('have a ratio that inverts when they swap places', () => {
    fc.assert(
      fc.property(pair, (input) => {
        const [there, back] = [proportionRatio(input), proportionRatio(swap(input))];
        if (there.kind === 'notEstimable') return expect(['unbounded', 'noContrast']).toContain(there.reason);
        if (back.kind === 'notEstimable') return expect(there.value.estimate).toBe(0);
        expect(there.value.estimate * back.value.estimate).toBeCloseTo(1, 10);
        if (typeof back.value.upper === 'number') expect(there.value.lower * back.value.upper).toBeCloseTo(1, 8);
        else expect(there.value.lower).toBe(0);
      }),
    );
  });

  it('have a difference and a z that turn round when they swap places', () => {
    fc.assert(
      fc.property(pair, (input) => {
        const [there, back] = [value(proportionDifference(input)), value(proportionDifference(swap(input)))];
        expect(there.lower).toBeCloseTo(-back.upper, 12);
        const [one, other] = [proportionTest(input), proportionTest(swap(input))];
        if (one.kind === 'notEstimable' || other.kind === 'notEstimable') return expect(one).toEqual(other);
        expect(one.value.z).toBeCloseTo(-other.value.z, 9);
        expect(one.value.pValue).toBe(other.value.pValue);
        expect(one.value.pValue).toBeGreaterThanOrEqual(0);
        expect(one.value.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lie inside their intervals, with and without noise', () => {
    fc.assert(
      fc.property(pair, noise, fc.boolean(), (counted, variance, shared) => {
        const input = {
          ...counted,
          noiseVariance1: variance,
          noiseVariance2: 2 * variance,
          noiseCovariance: shared ? -variance : 0,
        };
        const difference = value(proportionDifference(input));
        expect(difference.lower).toBeLessThanOrEqual(difference.estimate);
        expect(difference.upper).toBeGreaterThanOrEqual(difference.estimate);
        const ratio = proportionRatio(input);
        if (ratio.kind === 'notEstimable') return;
        expect(ratio.value.lower).toBeLessThanOrEqual(ratio.value.estimate);
        if (typeof ratio.value.upper === 'number') expect(ratio.value.upper).toBeGreaterThanOrEqual(ratio.value.estimate);
      }),
    );
  });

  it('say unbounded, not Infinity', () => {
    const nobody = { successes1: 3, trials1: 10, successes2: 0, trials2: 10 };
    expect(proportionRatio(nobody)).toEqual({ kind: 'notEstimable', reason: 'unbounded' });
    expect(proportionRatio({ ...nobody, successes1: 0 })).toEqual({ kind: 'notEstimable', reason: 'noContrast' });
    const uncertain = { successes1: 5, trials1: 40, successes2: 4, trials2: 30, noiseVariance1: 9, noiseVariance2: 9 };
    expect(value(proportionRatio(uncertain)).upper).toEqual({ kind: 'notEstimable', reason: 'unbounded' });
  });

  it('cannot be tested where nobody, or everybody, succeeded', () => {
    expect(proportionTest({ successes1: 0, trials1: 4, successes2: 0, trials2: 9 })).toMatchObject({ reason: 'constant' });
    expect(proportionTest({ successes1: 4, trials1: 4, successes2: 9, trials2: 9 })).toMatchObject({ reason: 'constant' });
    expect(proportionTest({ successes1: 0, trials1: 0, successes2: 0, trials2: 9 })).toMatchObject({ reason: 'tooFew' });
  });
});
