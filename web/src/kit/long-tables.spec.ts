import { describe, expect, it } from '@jest/globals';
import { isLong, rolesOf, rowGroups } from './long-tables.js';

const rows = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('a table', () => {
  it.each([0, 1, 60])('of %d rows stays in one piece and means what its elements say', (count) => {
    expect(rowGroups(rows(count))).toEqual([rows(count)]);
    expect(rolesOf(isLong(rows(count)))).toEqual({});
  });

  it.each([61, 200, 1201])('of %d rows is cut into groups that leave no row out and keep their order', (count) => {
    const groups = rowGroups(rows(count));
    expect(groups.flat()).toEqual(rows(count));
    expect(Math.max(...groups.map(({ length }) => length))).toBeLessThanOrEqual(20);
    expect(groups.every(({ length }) => length > 0)).toBe(true);
    expect(rolesOf(isLong(rows(count))).row).toBe('row');
  });
});
