import { describe, expect, it } from '@jest/globals';
import { mantelHaenszelSums, type MantelHaenszelSums, type Stratum } from '../../api/src/statistics/index.js';

/** The bound of the drawn Mantel–Haenszel sums: who comes or goes moves none of them by more than 1. */

const SUMS = [
  'concordant',
  'discordant',
  'concordantVariance',
  'mixedVariance',
  'discordantVariance',
  'differenceNumerator',
  'differenceWeight',
  'differenceVariance',
  'differenceCorrection',
] as const satisfies readonly (keyof MantelHaenszelSums)[];
const SIDES = ['exposedEvents', 'exposedNonEvents', 'unexposedEvents', 'unexposedNonEvents'] as const;
const SIZES = [0, 1, 2, 3, 5, 8, 20, 300];

const strata: Stratum[] = SIZES.flatMap((exposedEvents) =>
  SIZES.flatMap((exposedNonEvents) =>
    SIZES.flatMap((unexposedEvents) =>
      SIZES.map((unexposedNonEvents) => ({ exposedEvents, exposedNonEvents, unexposedEvents, unexposedNonEvents })),
    ),
  ),
);

describe('a person in a stratum', () => {
  it.each(SUMS)('moves the sum %s by at most 1', (name) => {
    const moved = strata.flatMap((stratum) => {
      const before = mantelHaenszelSums([stratum])[name];
      return SIDES.map((side) => Math.abs(mantelHaenszelSums([{ ...stratum, [side]: stratum[side] + 1 }])[name] - before));
    });
    expect(Math.max(...moved)).toBeLessThanOrEqual(1);
    expect(Math.max(...moved)).toBeGreaterThan(0.2);
  });
});
