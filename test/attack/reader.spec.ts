import { describe, expect, it } from '@jest/globals';
import { history } from './support/quarters.js';
import { bestReading, calibration, effectOfFlip, exposures, redraw } from './support/reader.js';
import { claims } from './support/sampler.js';

/** A reader who knows roster, method and prior. Longer, with more people and releases: test/prove/attack-reader.spec.ts. */

const EFFORT = { annealing: 40, burn: 60, sweeps: 250 };

describe('a sampler', () => {
  it('claims what can be computed by hand', () => {
    const draws = [
      { people: [0, 1, 2], value: 3, noise: 1 },
      { people: [0], value: 1, noise: 2 },
      { people: [1, 3], value: 0, noise: 0.7 },
    ];
    const prior = [0.4, 0.4, 0.2, 0.5];
    const made = claims(draws, prior, { annealing: 50, burn: 200, sweeps: 20_000 }, 3);
    const weights = Array.from({ length: 16 }, (_, world) => {
      const x = [0, 1, 2, 3].map((i) => (world >> i) & 1);
      const fit = draws.map(({ people, value, noise }) =>
        Math.exp(-((value - people.reduce((s, i) => s + x[i]!, 0)) ** 2) / (2 * noise ** 2)),
      );
      return { x, weight: [...fit, ...x.map((yes, i) => (yes ? prior[i]! : 1 - prior[i]!))].reduce((a, b) => a * b, 1) };
    });
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    made.forEach((claim, i) => {
      const exact = weights.reduce((sum, { x, weight }) => sum + x[i]! * weight, 0) / total;
      expect(Math.abs(claim - exact)).toBeLessThan(0.01);
    });
  });
});

describe('a reader of one release', () => {
  const people = history(120, 1, 5);
  const setting = { history: people, name: 'one', effort: EFFORT };

  it('makes calibrated claims', () => {
    const worlds = Array.from({ length: 40 }, (_, i) => redraw(setting, i));
    for (const { count, claim, truth } of calibration(worlds)) {
      if (count < 100) continue;
      expect(Math.abs(claim - truth)).toBeLessThan(4.5 * Math.sqrt((claim * (1 - claim)) / count) + 0.01);
    }
  });

  it('learns from one record about its person no more than exposure says', () => {
    const each = exposures(people, 'exposure');
    const most = each.indexOf(Math.max(...each));
    const { effect, error } = effectOfFlip(setting, most, 60);
    expect(each[most]!).toBeLessThan(0.3);
    expect(effect).toBeLessThan(bestReading(each[most]!) + 3.5 * error);
    expect(effect).toBeGreaterThan(-3.5 * error);
  });
});
