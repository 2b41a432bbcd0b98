import { describe, expect, it } from '@jest/globals';
import type { ReleasedCell } from '../kernel/index.js';
import { supplyOutlook } from './supply.js';

const mentors = (number: number, mean: number, half: number, noise = 0): ReleasedCell => ({
  group: {},
  status: 'shown',
  drawn: { mentors: { value: number, noise } },
  values: { mean, meanLower: mean - half, meanUpper: mean + half },
});

const served = (by90: number, half: number): ReleasedCell => ({
  group: {},
  status: 'shown',
  drawn: {},
  values: { by90, by90Lower: by90 - half, by90Upper: by90 + half },
});

/** Nothing of it uncertain: 20 mentors of the level with 3 mentees each, 80 others with one each. */
const SURE = { level: mentors(20, 3, 0), everybody: mentors(100, 1.4, 0), wait: served(0.5, 0) };
const close = (figure: { value: number } | undefined, value: number) => expect(figure?.value).toBeCloseTo(value, 10);

describe('a cap on a level, and mentors more', () => {
  it('moves places and load as plain arithmetic where nothing is uncertain', () => {
    const outlook = supplyOutlook(SURE, { cap: 2, peers: 5, each: 2 });
    close(outlook?.level.then, 2);
    close(outlook?.places.now, 140);
    close(outlook?.places.then, 130);
    close(outlook?.others.now, 1);
    // The 20 mentees above the cap are taken by 80 mentors and 5 more.
    close(outlook?.others.then, 100 / 85);
    close(outlook?.served[0]?.then, 1 - 0.5 ** (130 / 140));
    expect(outlook?.places.then).toEqual({ value: 130, lower: 130, upper: 130 });
  });

  it('changes nothing where the cap binds nobody and nobody comes', () => {
    const outlook = supplyOutlook(SURE, { cap: 4, peers: 0, each: 2 });
    close(outlook?.level.then, 3);
    close(outlook?.places.then, 140);
    close(outlook?.served[0]?.then, 0.5);
    expect(outlook?.served.map(({ days }) => days)).toEqual([90]);
  });

  it('serves more within the same time with more places, and fewer with fewer', () => {
    const more = supplyOutlook(SURE, { cap: 4, peers: 10, each: 2 })?.served[0]?.then.value ?? 0;
    const fewer = supplyOutlook(SURE, { cap: 1, peers: 0, each: 1 })?.served[0]?.then.value ?? 1;
    expect(more).toBeGreaterThan(0.5);
    expect(fewer).toBeLessThan(0.5);
  });

  it('holds the limits of everything that goes in: of means, of the noise of counts, of shares, and of an unknown shape', () => {
    const ground = { level: mentors(20, 1.8, 0.4, 3), everybody: mentors(100, 1.4, 0.2, 3), wait: served(0.5, 0.1) };
    const outlook = supplyOutlook(ground, { cap: 2, peers: 5, each: 2 });
    for (const { then } of [outlook?.level, outlook?.others, outlook?.places, ...(outlook?.served ?? [])].flatMap(
      (one) => one ?? [],
    )) {
      expect(then.lower).toBeLessThan(then.value);
      expect(then.upper).toBeGreaterThan(then.value);
    }
    // The mean lies below the cap, and still some mentors carry more: at most what Scarf's bound leaves.
    expect(outlook?.level.then.value).toBeLessThan(1.8);
    expect(outlook?.level.then.upper).toBe(2);
  });

  it('is not told where the load is hidden; without the wait the load alone', () => {
    const hidden: ReleasedCell = { group: {}, status: 'suppressed' };
    expect(supplyOutlook({ ...SURE, level: hidden }, { cap: 2, peers: 5, each: 2 })).toBeNull();
    expect(supplyOutlook({ ...SURE, everybody: undefined }, { cap: 2, peers: 5, each: 2 })).toBeNull();
    expect(supplyOutlook({ ...SURE, wait: hidden }, { cap: 2, peers: 5, each: 2 })?.served).toEqual([]);
  });
});
