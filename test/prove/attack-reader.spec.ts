import { describe, expect, it } from '@jest/globals';
import { bestReading, calibration, effectOfFlip, exposures, redraw } from '../attack/support/reader.js';
import { sampleHistory } from '../attack/support/sample-history.js';

/** A reader of the sample organisation who knows roster, method and prior, and has every release. */

const EFFORT = { annealing: 80, burn: 120, sweeps: 800 };

describe.each([
  { people: 1200, releases: 1, worlds: 12, flips: 20 },
  { people: 300, releases: 1, worlds: 60, flips: 80 },
  { people: 120, releases: 8, worlds: 40, flips: 60 },
])('a reader of $releases releases about $people people', ({ people, releases, worlds, flips }) => {
  const organisation = sampleHistory(people, releases);
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
