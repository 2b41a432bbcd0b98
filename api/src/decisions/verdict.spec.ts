import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strengthOf } from './strength.js';
import { supportedBy, type TrackVerdict, verdictOf, whyNotRetire } from './verdict.js';

/** The rules of the method, each by itself; exactly one may hold. */
const RULES: Readonly<Record<Exclude<TrackVerdict, 'not_assessable'>, (low: number, high: number, mark: number) => boolean>> = {
  clear_benefit: (low, _, mark) => low >= mark,
  benefit_unsure: (low, high, mark) => low > 0 && low < mark && high >= mark,
  benefit_small: (low, high, mark) => low > 0 && high < mark,
  no_measurable_effect: (low, high, mark) => low <= 0 && high >= 0 && low > -mark && high < mark,
  inconclusive: (low, high, mark) => low <= 0 && high >= 0 && (low <= -mark || high >= mark),
  harm_small: (low, high, mark) => low > -mark && high < 0,
  harm_unsure: (low, high, mark) => low <= -mark && high > -mark && high < 0,
  clear_harm: (_, high, mark) => high <= -mark,
};

describe('the verdict', () => {
  it('is exactly the one whose rule holds, for every interval and mark', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const edges = fc.constantFrom(-1, 0, 1);
    fc.assert(
      fc.property(
        fc.oneof(number, edges),
        fc.oneof(number, edges),
        fc.oneof(fc.double({ min: 0.01, max: 2, noNaN: true }), fc.constant(1)),
        (a, b, mark) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const holding = Object.entries(RULES).filter(([, rule]) => rule(low, high, mark));
          expect(holding.map(([verdict]) => verdict)).toEqual([verdictOf(low, high, mark)]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the evidence', () => {
  it('supports an end only for no effect or harm, of moderate strength, after two looks', () => {
    const enough = { verdict: 'no_measurable_effect', strength: 'moderate', looks: 2 } as const;
    expect(supportedBy(enough)).toContain('retire');
    expect(whyNotRetire(enough)).toBeNull();
    expect(supportedBy({ ...enough, strength: 'limited' })).not.toContain('retire');
    expect(supportedBy({ ...enough, looks: 1 })).not.toContain('retire');
    for (const verdict of ['inconclusive', 'clear_benefit', 'benefit_small', 'not_assessable'] as const) {
      expect(supportedBy({ ...enough, verdict })).not.toContain('retire');
      expect(whyNotRetire({ ...enough, verdict })).not.toBeNull();
    }
  });

  it('says inconclusive apart from no effect', () => {
    expect(whyNotRetire({ verdict: 'inconclusive', strength: 'moderate', looks: 4 })).toMatch(/not the same as no effect/);
  });

  it('is as strong as its comparison allows, and weaker where much is missing', () => {
    expect(strengthOf({ outcome: 'promotion_comparison', missing: null, read: true }).strength).toBe('moderate');
    expect(strengthOf({ outcome: 'skill_comparison', missing: 0.1, read: true }).strength).toBe('moderate');
    expect(strengthOf({ outcome: 'skill_comparison', missing: 0.3, read: true }).strength).toBe('limited');
    expect(strengthOf({ outcome: 'skill_comparison', missing: 0.5, read: true }).strength).toBe('very_limited');
    expect(strengthOf({ outcome: 'skill_change', missing: 0.1, read: true }).strength).toBe('very_limited');
    expect(strengthOf({ outcome: 'skill_change', missing: 0.1, read: false }).strength).toBe('none');
  });
});
