import { describe, expect, it } from '@jest/globals';
import { naturalOrder } from '../../api/src/releases/natural-order.js';
import { teamTree } from '../../api/src/releases/team-tree.js';

const shape = (paths: readonly string[]): string[] =>
  teamTree(paths).values.map(({ key, parent }) => (parent === undefined ? key : `${key} in ${parent}`));

describe('the team tree of a release', () => {
  it('begins at the first depth with two or more teams', () => {
    expect(shape(['org/eng/core', 'org/eng/data', 'org/sales'])).toEqual([
      'org/eng',
      'org/eng/core in org/eng',
      'org/eng/data in org/eng',
      'org/sales',
    ]);
  });

  it('does not exist where all are one team, however deep', () => {
    expect(shape(['org'])).toEqual([]);
    expect(shape(['org/eng/core', 'org/eng/core/'])).toEqual([]);
    expect(shape(['(not said)'])).toEqual([]);
  });

  it('keeps people who sit at a node as a part of it, and those above the top layer as a part of the whole', () => {
    expect(shape(['org', 'org/eng', 'org/eng/core', 'org/sales', '(not said)'])).toEqual([
      'org/eng',
      'org/eng/core in org/eng',
      'org/eng/(here) in org/eng',
      'org/sales',
      'org/(here)',
      '(not said)',
    ]);
  });

  it('says where the people of a path stand', () => {
    const tree = teamTree(['org', 'org/eng', 'org/eng/core', 'org/sales', '(not said)']);
    expect(['org', 'org/eng', ' org / eng / core ', 'org//sales/', '(not said)', ''].map((path) => tree.leafOf(path))).toEqual([
      'org/(here)',
      'org/eng/(here)',
      'org/eng/core',
      'org/sales',
      '(not said)',
      '(not said)',
    ]);
  });

  it('puts every parent before its children, and 2 before 10', () => {
    expect(shape(['b/10', 'b/2', 'a/x'])).toEqual(['a', 'a/x in a', 'b', 'b/2 in b', 'b/10 in b']);
  });

  it('does not mind names that look like its own', () => {
    const values = shape(['a/(here)', 'a/x', 'a', 'b/(not said)']);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('natural order', () => {
  it('reads numbers as numbers', () => {
    expect(['L10', 'L9', 'L9a', 'l1', '10', '9', ''].sort(naturalOrder)).toEqual(['', '9', '10', 'L9', 'L9a', 'L10', 'l1']);
  });

  it('tells every two texts apart', () => {
    expect(naturalOrder('01', '1')).not.toBe(0);
    expect(naturalOrder('1', '01')).toBe(-naturalOrder('01', '1'));
  });
});
