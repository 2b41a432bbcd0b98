import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { badge, isHigher, isLower, READING_ORDER, readVerdict, type Verdict, VERDICTS, verdictOf } from './verdicts.js';

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

describe('verdicts of a rate ratio', () => {
  it('gives exactly one verdict for any interval, the one whose rule holds', () => {
    fc.assert(
      fc.property(ratio, ratio, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (x, y, low) => {
        const [L, U] = [Math.min(x, y), Math.max(x, y)];
        const similar = { low, high: 1 / low };
        expect(rulesThatHold(L, U, similar.low, similar.high)).toEqual([verdictOf(L, U, similar)]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('decides the boundaries', () => {
    expect(verdictOf(0.8, 1)).toBe('similar');
    expect(verdictOf(0.8, 1.25)).toBe('similar');
    expect(verdictOf(0.79, 0.8)).toBe('lower_unsure');
    expect(verdictOf(0.8, 0.99)).toBe('slightly_lower');
    expect(verdictOf(1.01, 1.25)).toBe('slightly_higher');
    expect(verdictOf(0.7, 1)).toBe('cannot_tell');
  });

  it('reads both spellings of a key and refuses others', () => {
    expect(readVerdict('clearlyLower')).toBe('clearly_lower');
    expect(readVerdict('cannot_tell')).toBe('cannot_tell');
    expect(readVerdict('lower')).toBeNull();
  });

  it('has a word and a shape of its own for every verdict', () => {
    const words = VERDICTS.map((verdict) => badge(verdict).word);
    const shapes = VERDICTS.map((verdict) => badge(verdict).shape);
    expect(new Set(words).size).toBe(VERDICTS.length);
    expect(new Set(shapes).size).toBe(VERDICTS.length);
    expect([...READING_ORDER].sort()).toEqual([...VERDICTS].sort());
  });

  it('never calls a verdict lower and higher at once', () => {
    for (const verdict of VERDICTS) expect(isLower(verdict) && isHigher(verdict)).toBe(false);
    expect(isLower('cannot_tell') || isHigher('similar')).toBe(false);
  });
});
