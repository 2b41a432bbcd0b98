import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aalenJohansen, kaplanMeier, logRank, stepAt, type KaplanMeierResult, type KaplanMeierRows } from './index.js';

const rows = fc
  .array(fc.record({ time: fc.integer({ min: 0, max: 40 }), event: fc.nat({ max: 1 }), competing: fc.boolean() }), {
    minLength: 1,
    maxLength: 120,
  })
  .map((list) => ({
    times: list.map(({ time }) => time),
    events: list.map(({ event }) => event),
    states: list.map(({ event, competing }) => (event === 1 ? 1 : competing ? 2 : 0)),
  }));
const curve = (input: KaplanMeierRows): KaplanMeierResult => {
  const result = kaplanMeier(input);
  if (result.kind === 'notEstimable') throw new Error('a curve was expected');
  return result.value;
};

describe('the Kaplan–Meier curve', () => {
  it('equals the empirical distribution where nobody is censored', () => {
    fc.assert(
      fc.property(rows, ({ times }) => {
        for (const { time, survival } of curve({ times, events: times.map(() => 1) }).steps) {
          expect(survival).toBeCloseTo(times.filter((other) => other > time).length / times.length, 12);
        }
      }),
    );
  });

  it('does not change when rows are permuted, when weights are one, or when equal cases are counted together', () => {
    fc.assert(
      fc.property(rows, ({ times, events }) => {
        const plain = curve({ times, events });
        expect(curve({ times: [...times].reverse(), events: [...events].reverse() })).toEqual(plain);
        expect(curve({ times, events, weights: times.map(() => 1) })).toEqual(plain);
        const counts = times.map((time, i) => (events[i] === 1 ? { time, events: 1 } : { time, censored: 1 }));
        expect(kaplanMeier({ counts })).toEqual({ kind: 'estimated', value: plain });
        expect(curve({ times: [...times, ...times], events: [...events, ...events] })).toEqual(
          curve({ times, events, weights: times.map(() => 2) }),
        );
      }),
    );
  });

  it('scales its times, and its median, with the unit of time', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.001, 1 / 3, 7, 86_400_000), ({ times, events }, unit) => {
        const [days, others] = [curve({ times, events }), curve({ times: times.map((time) => time * unit), events })];
        expect(others.steps.map((step) => step.survival)).toEqual(days.steps.map((step) => step.survival));
        for (const limit of ['estimate', 'lower', 'upper'] as const) {
          const [here, there] = [days.median[limit], others.median[limit]];
          if (typeof here !== 'number' || typeof there !== 'number') expect(there).toEqual(here);
          else expect(there / unit).toBeCloseTo(here, 8);
        }
      }),
    );
  });

  it('falls, and lies inside its limits', () => {
    fc.assert(
      fc.property(rows, ({ times, events }) => {
        let before = 1;
        for (const { survival, lower, upper } of curve({ times, events }).steps) {
          expect(survival).toBeLessThan(before);
          before = survival;
          if (typeof lower !== 'number' || typeof upper !== 'number') expect(survival).toBe(0);
          else expect(lower < survival && survival < upper && lower >= 0 && upper <= 1).toBe(true);
        }
      }),
    );
  });

  it('rests on one half: the median is the middle of the rest', () => {
    expect(curve({ times: [1, 2, 3, 4], events: [1, 1, 1, 1] }).median.estimate).toBe(2.5);
    expect(curve({ times: [1, 2, 9, 9], events: [1, 1, 0, 0] }).median.estimate).toBe(2);
  });

  it('says unbounded where a median is not reached, and where nobody is left', () => {
    const absent = { kind: 'notEstimable', reason: 'unbounded' };
    expect(curve({ times: [1, 2], events: [0, 0] })).toEqual({
      steps: [],
      median: { estimate: absent, lower: absent, upper: absent },
    });
    expect(curve({ times: [5], events: [1] }).steps[0]).toMatchObject({ survival: 0, standardError: absent, lower: absent });
    expect(kaplanMeier({ times: [], events: [] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
  });

  it('is less sure of drawn counts, and stays monotone when a draw is below 0', () => {
    const counts = [
      { time: 15, censored: 3 },
      { time: 30, events: 20 },
      { time: 60, events: -2 },
      { time: 90, events: 9, censored: 40 },
    ];
    const [drawn, plain] = [
      kaplanMeier({ counts, noiseVariance: 9 }),
      kaplanMeier({ counts: counts.filter((c) => c.time !== 60) }),
    ];
    if (drawn.kind === 'notEstimable' || plain.kind === 'notEstimable') throw new Error('curves were expected');
    expect(drawn.value.steps.map((step) => step.time)).toEqual([30, 90]);
    expect(drawn.value.steps[1]!.survival).toBeLessThan(drawn.value.steps[0]!.survival);
    expect(drawn.value.steps[0]!.standardError as number).toBeGreaterThan(plain.value.steps[0]!.standardError as number);
    expect(stepAt(drawn.value.steps, 89)?.time).toBe(30);
    expect(stepAt(drawn.value.steps, 29)).toBeUndefined();
    expect(() => kaplanMeier({ counts })).toThrow('counts.events must not be negative');
  });

  it('stays on the ground once noise has brought it there', () => {
    const counts = [{ time: 1, events: 5, censored: -3 }, { time: 2, events: 2 }, { time: 3, censored: 1 }]; // prettier-ignore
    const drawn = kaplanMeier({ counts, noiseVariance: 9 });
    if (drawn.kind === 'notEstimable') throw new Error('a curve was expected');
    expect(drawn.value.steps).toHaveLength(1);
    expect(drawn.value.steps[0]).toMatchObject({ survival: 0, lower: { reason: 'unbounded' } });
    expect(aalenJohansen({ counts, noiseVariance: 9 })).toMatchObject({ value: { steps: [{ cumulativeIncidenceEvent: 1 }] } });
  });

  it('treats times that differ by rounding as one', () => {
    expect(curve({ times: [0.1 + 0.2, 0.3, 1], events: [1, 1, 1] }).steps).toHaveLength(2);
  });

  it('refuses rows that cannot be', () => {
    expect(() => kaplanMeier({ times: [1, 2], events: [1] })).toThrow('times and events must have the same length');
    expect(() => kaplanMeier({ times: [1], events: [2] })).toThrow('events must hold 0 and 1 only');
    expect(() => kaplanMeier({ times: [Number.NaN], events: [1] })).toThrow('times must hold finite numbers only');
  });
});

describe('cumulative incidence', () => {
  it('equals one minus Kaplan–Meier where nothing competes, its error too', () => {
    fc.assert(
      fc.property(rows, ({ times, events }) => {
        const incidence = aalenJohansen({ times, states: events });
        if (incidence.kind === 'notEstimable') throw new Error('a curve was expected');
        curve({ times, events }).steps.forEach((step, i) => {
          const own = incidence.value.steps[i]!;
          expect(own.cumulativeIncidenceEvent).toBeCloseTo(1 - step.survival, 12);
          if (typeof step.standardError === 'number') expect(own.standardError).toBeCloseTo(step.standardError, 12);
        });
      }),
    );
  });

  it('of both kinds and the survival of either add up to one', () => {
    fc.assert(
      fc.property(rows, ({ times, states }) => {
        const incidence = aalenJohansen({ times, states });
        if (incidence.kind === 'notEstimable') throw new Error('a curve was expected');
        const either = curve({ times, events: states.map((state) => Math.min(1, state)) });
        incidence.value.steps.forEach((step, i) => {
          const sum = step.cumulativeIncidenceEvent + step.cumulativeIncidenceCompeting + either.steps[i]!.survival;
          expect(sum).toBeCloseTo(1, 12);
          if (typeof step.lower === 'number') expect(step.lower).toBeLessThanOrEqual(step.cumulativeIncidenceEvent);
          if (typeof step.upper === 'number') expect(step.upper).toBeGreaterThanOrEqual(step.cumulativeIncidenceEvent);
        });
      }),
    );
  });

  it('does not change when rows are permuted or weights are one', () => {
    fc.assert(
      fc.property(rows, ({ times, states }) => {
        const plain = aalenJohansen({ times, states });
        expect(aalenJohansen({ times: [...times].reverse(), states: [...states].reverse() })).toEqual(plain);
        expect(aalenJohansen({ times, states, weights: times.map(() => 1) })).toEqual(plain);
      }),
    );
  });

  it('carries the noise of drawn counts as Kaplan–Meier does', () => {
    const counts = [
      { time: 3, events: 12 },
      { time: 5, censored: 6 },
      { time: 6, events: 9 },
      { time: 9, censored: 80 },
    ];
    const [incidence, survival] = [aalenJohansen({ counts, noiseVariance: 9 }), kaplanMeier({ counts, noiseVariance: 9 })];
    if (incidence.kind === 'notEstimable' || survival.kind === 'notEstimable') throw new Error('curves were expected');
    survival.value.steps.forEach((step, i) => {
      expect(incidence.value.steps[i]!.standardError as number).toBeCloseTo(step.standardError as number, 12);
    });
  });

  it('refuses states that it does not know', () => {
    expect(() => aalenJohansen({ times: [1], states: [3] })).toThrow('states must hold 0, 1 and 2 only');
    expect(aalenJohansen({ times: [], states: [] })).toEqual({ kind: 'notEstimable', reason: 'tooFew' });
  });
});

describe('the log-rank test', () => {
  it('does not change when rows are permuted, nor its statistic when times are stretched', () => {
    fc.assert(
      fc.property(rows, ({ times, events, states }) => {
        const groups = states.map((state, i) => (state === 2 || i % 3 === 0 ? 'a' : 'b'));
        const plain = logRank({ times, events, groups });
        const turned = logRank({
          times: [...times].reverse().map((time) => time * time + 1),
          events: [...events].reverse(),
          groups: [...groups].reverse(),
        });
        if (plain.kind === 'notEstimable' || turned.kind === 'notEstimable') return expect(turned).toEqual(plain);
        expect(turned.value.statistic).toBeCloseTo(plain.value.statistic, 9);
        const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
        expect(sum(plain.value.observed)).toBeCloseTo(sum(plain.value.expected), 9);
        expect(plain.value.pValue).toBeGreaterThanOrEqual(0);
        expect(plain.value.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds nothing between a group and its copy', () => {
    fc.assert(
      fc.property(rows, ({ times, events }) => {
        const groups = [...times.map(() => 'one'), ...times.map(() => 'copy')];
        const twice = logRank({ times: [...times, ...times], events: [...events, ...events], groups });
        if (twice.kind === 'estimated') expect(twice.value.statistic).toBeCloseTo(0, 12);
        else expect(twice.reason).toBe('noContrast');
      }),
    );
  });

  it('says why there is none', () => {
    expect(logRank({ times: [], events: [], groups: [] })).toMatchObject({ reason: 'tooFew' });
    expect(logRank({ times: [1, 2], events: [1, 1], groups: ['a', 'a'] })).toMatchObject({ reason: 'noContrast' });
    expect(logRank({ times: [1, 2], events: [0, 0], groups: ['a', 'b'] })).toMatchObject({ reason: 'noContrast' });
    expect(logRank({ times: [1, 1], events: [1, 1], groups: ['a', 'b'] })).toMatchObject({ reason: 'noContrast' });
    expect(() => logRank({ times: [1], events: [1], groups: [] })).toThrow('times and groups');
  });
});
