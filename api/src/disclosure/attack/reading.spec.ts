import { describe, expect, it } from '@jest/globals';
import type { Dimension, ReleaseFile, ReleasedCell } from '../../kernel/index.js';
import { indexed } from './places.js';
import { checkReading } from './reading.js';
import { Findings } from './report.js';

const two = (key: string): Dimension => ({
  key,
  label: key,
  kind: 'nominal',
  sensitivity: 'open',
  values: ['1', '2'].map((value) => ({ key: value, label: value })),
});

/** A file of one statistic by two columns in which some cells, written `ab`, are hidden. */
function file(...hidden: readonly string[]): ReleaseFile {
  const cell = (group: Record<string, string>): ReleasedCell =>
    hidden.includes(Object.values(group).join(''))
      ? { group, status: 'suppressed' }
      : { group, status: 'shown', drawn: { participants: { value: 5, noise: 3 } }, values: {} };
  const values = ['1', '2'];
  const table = (breakdown: readonly string[], groups: readonly Record<string, string>[]) => ({
    measure: 'parity',
    variant: 'mentee',
    breakdown,
    bases: [['eligible']],
    derived: {},
    cells: groups.map(cell),
  });
  return {
    policy: { thresholds: { dimension: 5, special: 10 } },
    dimensions: [two('a'), two('b')],
    tables: [
      table([], [{}]),
      table(
        ['a'],
        values.map((a) => ({ a })),
      ),
      table(
        ['b'],
        values.map((b) => ({ b })),
      ),
      table(
        ['a', 'b'],
        values.flatMap((a) => values.map((b) => ({ a, b }))),
      ),
    ],
  } as unknown as ReleaseFile;
}

const read = (release: ReleaseFile): string[] => {
  const findings = new Findings();
  checkReading(indexed(release), new Map(), findings);
  return findings.report().findings.map(({ where, evidence }) => `${where} ${evidence}`);
};

describe('reading hidden cells by least squares', () => {
  it('finds a cell that its row, its column and the rest give away more exactly than its own draw would', () => {
    expect(read(file('11'))).toEqual(['parity/mentee/a+b {a=1,b=1} can be read with a standard error of 0.89 noise levels']);
  });

  it('finds nothing where a hidden neighbour covers it', () => {
    expect(read(file('11', '12', '21', '22'))).toEqual([]);
    expect(read(file('11', '22', '12'))).toEqual([]);
  });

  it('finds nothing where nothing is hidden', () => {
    expect(read(file())).toEqual([]);
  });
});
