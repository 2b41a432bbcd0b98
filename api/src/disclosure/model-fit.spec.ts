import { describe, expect, it } from '@jest/globals';
import { boundOf, clipped } from './model-fit.js';

describe('a model fit', () => {
  it('loses what a person moves it beyond the bound', () => {
    // The mean of these is 4; without the last person it is 0, a change of -4.
    const changes = [0, 0, 0, 0, 20].map((value, i, all) => (all.reduce((sum, one) => sum + one, 0) - value) / 4 - 4);
    expect(clipped({ kind: 'exact', value: 4, changes }, 1.5)).toBeCloseTo(1.5, 12);
    expect(clipped({ kind: 'exact', value: 4, changes }, 10)).toBe(4);
    expect(clipped({ kind: 'exact', value: 4 }, 1)).toBe(4);
  });

  it('has a public bound, or one from the smaller arm, or from both, as drawn', () => {
    const drawn = (name: string) => ({ value: { few: 4, many: 20, none: -1 }[name]!, noise: 3 });
    expect(boundOf(0.25, drawn)).toBe(0.25);
    expect(boundOf({ times: 2, over: 'smallest', of: ['few', 'many'] }, drawn)).toBe(0.5);
    expect(boundOf({ times: 2, over: 'each', of: ['few', 'many'] }, drawn)).toBeCloseTo(0.6, 12);
    expect(boundOf({ times: 2, over: 'smallest', of: ['none', 'many'] }, drawn)).toBe(2);
  });
});
