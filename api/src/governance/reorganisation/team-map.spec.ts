import { describe, expect, it } from '@jest/globals';
import { namesOfBranch } from './branch-names.js';
import { describeReorganisation, kindOf, leavesWhole, nameAfter, nameBefore, type Reorganisation } from './team-map.js';

const entry = (no: number, on: string, from: string[], to: string[]): Reorganisation => ({ no, on, from, to });
const YEAR = { after: '2026-01-01', until: '2026-12-31' };

describe('the reorganisation map', () => {
  it('calls one and one a move, and everything else by what became of the teams', () => {
    expect(kindOf({ from: ['a'], to: ['b'] })).toBe('moved');
    expect(kindOf({ from: ['a', 'b'], to: ['a'] })).toBe('merged');
    expect(kindOf({ from: ['a'], to: ['a', 'b'] })).toBe('split');
    expect(kindOf({ from: ['a', 'b'], to: ['c', 'd'] })).toBe('redrawn');
    expect(describeReorganisation({ on: '2026-07-01', from: ['a', 'b', 'c'], to: ['d'] })).toBe(
      'The teams a, b and c were merged into d on 2026-07-01.',
    );
  });

  it('follows a renamed team both ways, with the teams below it', () => {
    const map = [entry(1, '2026-04-01', ['eng'], ['product']), entry(2, '2026-07-01', ['product/web'], ['product/site'])];
    expect(nameBefore(map, 'product/site/shop', YEAR).name).toBe('eng/web/shop');
    expect(nameAfter(map, 'eng/web/shop', YEAR).name).toBe('product/site/shop');
    expect(nameBefore(map, 'product/site', YEAR).moved.map(({ no }) => no)).toEqual([2, 1]);
    expect(nameBefore(map, 'product/site', { after: '2026-04-01', until: '2026-12-31' }).name).toBe('product/web');
    expect(nameBefore(map, 'products', YEAR)).toEqual({ name: 'products', moved: [], broken: [] });
  });

  it('lets the most particular entry of a day speak', () => {
    const map = [entry(1, '2026-04-01', ['eng'], ['product']), entry(2, '2026-04-01', ['eng/web'], ['ops/web'])];
    expect(nameAfter(map, 'eng/web/shop', YEAR).name).toBe('ops/web/shop');
    expect(nameAfter(map, 'eng/api', YEAR).name).toBe('product/api');
    expect(nameBefore(map, 'ops/web', YEAR).name).toBe('eng/web');
  });

  it('breaks at a merger and at a split, and leaves the teams below alone', () => {
    const map = [entry(1, '2026-04-01', ['a', 'b'], ['a']), entry(2, '2026-07-01', ['c'], ['c', 'd'])];
    expect(nameBefore(map, 'a', YEAR)).toMatchObject({ name: 'a', broken: [{ no: 1 }] });
    expect(nameBefore(map, 'd', YEAR)).toMatchObject({ name: 'd', broken: [{ no: 2 }] });
    expect(nameBefore(map, 'a/below', YEAR).broken).toEqual([]);
  });

  it('does not take one team for another that bore its name', () => {
    const map = [entry(1, '2026-04-01', ['a'], ['b'])];
    expect(nameBefore(map, 'a', YEAR)).toMatchObject({ name: null, broken: [{ no: 1 }] });
    const swap = [entry(1, '2026-04-01', ['a'], ['b']), entry(2, '2026-04-01', ['b'], ['a'])];
    expect(nameBefore(swap, 'a', YEAR).name).toBe('b');
  });

  it('leaves a node whole where everything happened inside or outside of it', () => {
    const node = { before: 'eng', after: 'eng' };
    expect(leavesWhole(entry(1, '', ['eng/a', 'eng/b'], ['eng/c']), node)).toBe(true);
    expect(leavesWhole(entry(1, '', ['ops/a'], ['ops/b']), node)).toBe(true);
    expect(leavesWhole(entry(1, '', ['eng/a'], ['ops/a']), node)).toBe(false);
  });

  it('names a branch by every name that it had, and by none that another team bears', () => {
    const map = [entry(1, '2026-04-01', ['eng'], ['product']), entry(2, '2026-07-01', ['product/web'], ['product/site'])];
    expect(namesOfBranch(map, 'product/site', [])).toEqual(['product/web', 'eng/web']);
    expect(namesOfBranch(map, 'eng/web', [])).toEqual(['product/web', 'product/site']);
    expect(namesOfBranch(map, 'product', [])).toEqual(['eng']);
    expect(namesOfBranch(map, 'product', [{ asOf: '2026-06-30', teams: ['eng', 'product'] }])).toEqual([]);
    expect(namesOfBranch(map, 'eng', [{ asOf: '2026-06-30', teams: ['eng', 'product'] }])).toEqual([]);
    expect(namesOfBranch([entry(1, '2026-04-01', ['a'], ['a', 'b'])], 'a', [])).toEqual([]);
  });
});
