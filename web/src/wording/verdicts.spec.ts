import { describe, expect, it } from '@jest/globals';
import { badge, isHigher, isLower, READING_ORDER, readVerdict, VERDICTS } from './verdicts.js';

describe('words of verdicts', () => {
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
