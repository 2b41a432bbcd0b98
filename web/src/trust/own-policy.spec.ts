import { describe, expect, it } from '@jest/globals';
import { changesOf, partsOf, toggled, unchanged } from './own-policy.js';

const pack = {
  key: 'standard',
  label: 'Standard',
  forWhom: '',
  explained: { protection: [], breakdowns: [], purposes: [], retention: [] },
  values: [{ key: 'disclosure.noiseLevel', value: 3 }],
  purposes: ['a', 'b'],
};

describe('a policy of their own', () => {
  it('is the pack as long as nothing is different, also when a number was changed and set back', () => {
    expect(changesOf(pack, unchanged(pack))).toBeNull();
    expect(changesOf(pack, { ...unchanged(pack), values: { 'disclosure.noiseLevel': 3 } })).toBeNull();
  });

  it('says what is different, and nothing else', () => {
    expect(changesOf(pack, { ...unchanged(pack), values: { 'disclosure.noiseLevel': 4 }, purposes: ['a'] })).toEqual({
      name: 'ours',
      values: [{ key: 'disclosure.noiseLevel', value: 4 }],
      purposes: ['a'],
      neverAGroup: [],
    });
  });

  it('keeps the order of the form, whatever is chosen first', () => {
    expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c']);
    expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c']);
  });

  it('has each number in one part of the form', () => {
    const knob = (key: string) => ({ key, label: '', least: 0, most: 1, isWhole: true });
    const parts = partsOf(['disclosure.noiseLevel', 'disclosure.similar.low', 'data.retention.notes'].map(knob));
    expect(parts.map(({ knobs }) => knobs.length)).toEqual([1, 1, 1]);
  });
});
