import { SKILL } from './design.js';

/** Changes beyond this are cut off where they are measured (docs/methods/measures/skill_change.md). */
const MOST_CHANGE = 30;
const GREATEST = 100;
/** Steps on either side, and how many standard deviations they reach. */
const STEPS = 120;
const REACH = 6;

const clip = (low: number, high: number, x: number): number => Math.min(high, Math.max(low, x));

/** Points of the standard normal distribution with their weights. */
const NORMAL = Array.from({ length: 2 * STEPS + 1 }, (_, at) => {
  const z = (REACH * (at - STEPS)) / STEPS;
  return [z, Math.exp((-z * z) / 2)] as const;
});

/**
 * The change of a skill check that is expected as it is measured: scores from 0 to 100, changes cut off at 30, whole numbers
 * left aside. Where people are let in who did badly on the first check, the second is better without any gain.
 */
export function expectedChange(gain: number, letsInBelow: number): number {
  const { mean, deviation, error } = SKILL;
  const spread = Math.hypot(deviation, error);
  const reliability = (deviation / spread) ** 2;
  const around = Math.sqrt(deviation ** 2 * (1 - reliability) + error ** 2);
  let [sum, weights] = [0, 0];
  for (const [z, weight] of NORMAL) {
    const before = mean + spread * z;
    if (letsInBelow > 0 && before > mean - letsInBelow) continue;
    const expected = mean + reliability * (before - mean) + gain;
    weights += weight;
    sum += weight * meanChange(clip(0, GREATEST, before), expected, around);
  }
  return Math.round((1000 * sum) / weights) / 1000;
}

function meanChange(before: number, expected: number, around: number): number {
  let [sum, weights] = [0, 0];
  for (const [z, weight] of NORMAL) {
    weights += weight;
    sum += weight * clip(-MOST_CHANGE, MOST_CHANGE, clip(0, GREATEST, expected + around * z) - before);
  }
  return sum / weights;
}
