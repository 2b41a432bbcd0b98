import { describe, expect, it } from '@jest/globals';
import { effectsInWords } from './effects.js';

const column = {
  name: 'score',
  needed: false,
  holds: '',
  kind: 'text',
  choices: [],
  why: '',
  unlocks: ['Skill change'],
  smallestEffects: [],
};

describe('the smallest effect of a column', () => {
  it('is said for each kind of figure', () => {
    const smallestEffects = [{ of: 'share', size: 12 }, { of: 'mean', size: 0.3 }, { of: 'ratio', size: 1.8 }]; // prettier-ignore
    expect(effectsInWords({ ...column, smallestEffects })).toBe(
      'about 12 percentage points; a mean that differs by 0.3 of the spread between people; one half reaching it 1.8 times as fast',
    );
  });

  it('is not said where there is none to say', () => {
    expect(effectsInWords(column)).toBe('Not known yet, or none');
    expect(effectsInWords({ ...column, needed: true })).toBe('');
    expect(effectsInWords({ ...column, unlocks: [] })).toBe('');
  });
});
