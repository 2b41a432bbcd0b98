import { describe, expect, it } from '@jest/globals';
import { history } from '../attack/support/quarters.js';
import { bestReading, calibration, effectOfFlip, exposures, redraw } from '../attack/support/reader.js';

/** A reader who knows roster, method and prior, and has every release. */

const EFFORT = { annealing: 80, burn: 120, sweeps: 800 };

describe.each([
  { people: 300, releases: 1, worlds: 60, flips: 80 },
  { people: 120, releases: 8, worlds: 40, flips: 60 },
])('a reader of $releases releases about $people people', ({ people, releases, worlds, flips }) => {
  const organisation = history(people, releases, 17);
  const setting = { history: organisation, name: `${people} ${releases}`, effort: EFFORT };

  it('makes calibrated claims', () => {
    const made = Array.from({ length: worlds }, (_, i) => redraw(setting, i));
    for (const { count, claim, truth } of calibration(made)) {
      if (count < 200) continue;
      expect(Math.abs(claim - truth)).toBeLessThan(4.5 * Math.sqrt((claim * (1 - claim)) / count) + 0.01);
    }
  }, 1_800_000);

  it('learns from one record about its person no more than exposure says', () => {
    const each = exposures(organisation, 'exposure');
    const ranked = [...each.keys()].sort((a, b) => each[b]! - each[a]!);
    for (const who of [ranked[0]!, ranked[1]!, ranked[Math.floor(people / 2)]!]) {
      const { effect, error } = effectOfFlip(setting, who, flips);
      expect(effect).toBeLessThan(bestReading(each[who]!) + 3.5 * error);
    }
  }, 1_800_000);
});
