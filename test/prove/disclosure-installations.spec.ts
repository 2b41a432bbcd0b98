import { describe, expect, it } from '@jest/globals';
import { STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { greatest, live, type Quarter } from '../disclosure/support/installation.js';

const { exposure: LIMITS } = STANDARD_POLICY;

/** One line of the table in `docs/disclosure.md`. */
function line(size: number, quarters: readonly Quarter[]): string {
  const mean = quarters.flatMap(({ subjects }) => subjects.filter(({ subject }) => subject === 'mentees')).at(-1)!.history.mean;
  const levels = [...new Set(quarters.map(({ noiseLevel }) => noiseLevel))].join('/');
  const figures = [
    greatest(quarters, false, 'release'),
    greatest(quarters, false, 'history'),
    mean,
    greatest(quarters, true, 'release'),
    greatest(quarters, true, 'history'),
  ];
  const left = quarters.filter(({ leftOut }) => leftOut.length > 0).length;
  return `${size} people | ${levels} | ${figures.map((value) => value.toFixed(2)).join(' | ')} | ${left}`;
}

describe('an installation over six years, people coming, going and moving', () => {
  it.each([60, 120, 300, 1500])('of %d people always gets its release, within the budget', (size) => {
    const quarters = [...live({ size, quarters: 24, draws: 15 })];
    process.stdout.write(
      `people | noise level | release | eight | mean of eight | special: release | special: all | left out\n${line(size, quarters)}\n`,
    );
    expect(quarters.every(({ shown }) => shown > 0)).toBe(true);
    expect(quarters.flatMap(({ subjects }) => subjects).filter(({ fits }) => !fits)).toEqual([]);
    expect(greatest(quarters, false, 'release')).toBeLessThanOrEqual(LIMITS.release);
    expect(greatest(quarters, false, 'history')).toBeLessThanOrEqual(LIMITS.history);
    expect(greatest(quarters, true, 'history')).toBeLessThanOrEqual(LIMITS.permanent);
  });
});
