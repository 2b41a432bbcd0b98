import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isVerdict, type Verdict, VERDICTS, verdictOfRatio } from './verdict.js';

/** The table of rules, written a second time and separately: every rule that holds. */
function rulesThatHold(L: number, U: number, a: number, b: number): Verdict[] {
  const rules: readonly [Verdict, boolean][] = [
    ['clearly_lower', U < a],
    ['lower_unsure', a <= U && U < 1 && L < a],
    ['slightly_lower', a <= L && U < 1],
    ['similar', a <= L && L <= 1 && 1 <= U && U <= b],
    ['cannot_tell', L <= 1 && 1 <= U && !(a <= L && U <= b)],
    ['slightly_higher', L > 1 && U <= b],
    ['higher_unsure', L > 1 && L <= b && U > b],
    ['clearly_higher', L > b],
  ];
  return rules.filter(([, holds]) => holds).map(([verdict]) => verdict);
}

const ratio = fc.double({ min: 0, max: 5, noNaN: true });

describe('the rule of verdicts', () => {
  it('gives exactly one verdict for any interval, the one whose rule holds', () => {
    fc.assert(
      fc.property(ratio, ratio, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (x, y, low) => {
        const [lower, upper] = [Math.min(x, y), Math.max(x, y)];
        const similar = { low, high: 1 / low };
        expect(rulesThatHold(lower, upper, similar.low, similar.high)).toEqual([
          verdictOfRatio({ lower, upper, adjustedP: 0.01 }, similar),
        ]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('calls nothing lower or higher that may be chance inside the family', () => {
    const similar = { low: 0.8, high: 1.25 };
    expect(verdictOfRatio({ lower: 0.3, upper: 0.5, adjustedP: 0.051 }, similar)).toBe('cannot_tell');
    expect(verdictOfRatio({ lower: 0.3, upper: 0.5, adjustedP: 0.05 }, similar)).toBe('clearly_lower');
    expect(verdictOfRatio({ lower: 0.9, upper: 1.1, adjustedP: 1 }, similar)).toBe('similar');
  });

  it('knows its own words and no others', () => {
    expect(VERDICTS.every(isVerdict)).toBe(true);
    expect(isVerdict('lower')).toBe(false);
  });
});
