import { describe, expect, it } from '@jest/globals';
import {
  mean,
  proportionDifference,
  proportionRatio,
  proportionTest,
  wilsonInterval,
} from '../../../api/src/statistics/index.js';
import { binomials, gaussians, noiseTable, normals, type Chance } from '../../attack/support/chances.js';
import { random } from '../../attack/support/organisation.js';

// Looked up once: tests run in a context of their own, where every look at a global is slow.
const { floor, log, max, min, sqrt } = Math;

/** Intervals that start from drawn statistics hold the truth as often as they say (`docs/release-file.md`). */

const LEVELS = [2.5, 3, 4];
const RATES = Array.from({ length: 25 }, (_, i) => 0.02 + 0.04 * i);

interface Spread {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

function spread(numbers: readonly number[]): Spread {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  return { least: min(...numbers), most: max(...numbers), mean };
}

/** How often the interval of a drawn count over a known base holds each rate, by exact enumeration. */
function overBase(n: number, level: number): Spread {
  const noise = noiseTable(level);
  const intervals = new Map<number, { lower: number; upper: number }>();
  for (let y = -noise.reach; y <= n + noise.reach; y += 1) {
    const found = wilsonInterval({ successes: y, trials: n, noiseVariance: level ** 2 });
    if (found.kind === 'estimated') intervals.set(y, found.value);
  }
  const held = (rate: number): number =>
    binomials(n, rate).reduce((sum, chance, count) => {
      let within = 0;
      for (let e = -noise.reach; e <= noise.reach; e += 1) {
        const { lower, upper } = intervals.get(count + e)!;
        if (lower <= rate && rate <= upper) within += noise.chance(e);
      }
      return sum + chance * within;
    }, 0);
  return spread(RATES.map(held));
}

/** The same where those who do and those who do not are both drawn. */
function ofTwo(n: number, level: number): Spread {
  const noise = noiseTable(level, 4);
  const held = RATES.map(() => 0);
  const chances = RATES.map((rate) => binomials(n, rate));
  for (let count = 0; count <= n; count += 1)
    for (let yes = -noise.reach; yes <= noise.reach; yes += 1)
      for (let no = -noise.reach; no <= noise.reach; no += 1) {
        const s = level ** 2;
        const pair = { successes: count + yes, trials: n + yes + no, noiseVariance: s };
        const found = wilsonInterval({ ...pair, baseNoiseVariance: 2 * s, baseNoiseCovariance: s });
        if (found.kind !== 'estimated') continue;
        const weight = noise.chance(yes) * noise.chance(no);
        RATES.forEach((rate, i) => {
          if (found.value.lower <= rate && rate <= found.value.upper) held[i]! += chances[i]![count]! * weight;
        });
      }
  return spread(held);
}

describe('the interval of a proportion', () => {
  it.each(LEVELS)('over an open base holds the truth in 92 to 99 % at every rate, at noise level %d', (level) => {
    for (const n of [10, 15, 30, 100, 400]) {
      const { least, most, mean: average } = overBase(n, level);
      expect(least).toBeGreaterThan(0.92);
      expect(most).toBeLessThan(0.99);
      expect(average).toBeGreaterThan(0.94);
      expect(average).toBeLessThan(0.97);
    }
  });

  it('of two drawn counts holds it as often', () => {
    for (const n of [30, 100]) {
      const { least, most, mean: average } = ofTwo(n, 3);
      expect(least).toBeGreaterThan(0.92);
      expect(most).toBeLessThan(0.99);
      expect(average).toBeGreaterThan(0.94);
      expect(average).toBeLessThan(0.97);
    }
  });

  it('would not hold it without its noise', () => {
    const noise = noiseTable(3);
    let held = 0;
    for (const [count, chance] of binomials(30, 0.3).entries())
      for (let e = -noise.reach; e <= noise.reach; e += 1) {
        const found = wilsonInterval({ successes: min(30, max(0, count + e)), trials: 30 });
        if (found.kind === 'estimated' && found.value.lower <= 0.3 && 0.3 <= found.value.upper) held += chance * noise.chance(e);
      }
    expect(held).toBeLessThan(0.9);
  });
});

const RUNS = 2000;
/** Four and a half standard errors of a share near 5 % over the runs. */
const SLACK = 4.5 * sqrt((0.05 * 0.95) / RUNS);

/** A group and everyone else, as a release draws them: the total is another draw than the group. */
function drawPair(chance: Chance, [n, whole]: readonly [number, number], [p, q]: readonly [number, number]) {
  const group = chance.binomial(n, p);
  const total = group + chance.binomial(whole - n, q) + chance.noise();
  const yes = group + chance.noise();
  const s = 9;
  return {
    successes1: yes,
    trials1: n,
    successes2: total - yes,
    trials2: whole - n,
    noiseVariance1: s,
    noiseVariance2: 2 * s,
    noiseCovariance: -s,
  };
}

describe('a group beside everyone else', () => {
  const sizes = [
    [20, 60],
    [30, 300],
    [100, 1000],
    [200, 400],
  ] as const;

  it.each(sizes)('of %d in %d: difference and ratio hold the truth in 93 to 97.5 %', (n, whole) => {
    const chance = gaussians(3, n);
    for (const [p, q] of [
      [0.3, 0.3],
      [0.2, 0.4],
      [0.6, 0.5],
    ] as const) {
      const held = { difference: 0, ratio: 0 };
      for (let run = 0; run < RUNS; run += 1) {
        const input = drawPair(chance, [n, whole], [p, q]);
        const [difference, ratio] = [proportionDifference(input), proportionRatio(input)];
        if (difference.kind === 'estimated' && difference.value.lower <= p - q && p - q <= difference.value.upper)
          held.difference += 1;
        if (ratio.kind !== 'estimated') continue;
        const upper = typeof ratio.value.upper === 'number' ? ratio.value.upper : Number.POSITIVE_INFINITY;
        if (ratio.value.lower <= p / q && p / q <= upper) held.ratio += 1;
      }
      for (const count of Object.values(held)) {
        expect(count / RUNS).toBeGreaterThan(0.93 - SLACK);
        expect(count / RUNS).toBeLessThan(0.975 + SLACK);
      }
    }
  });

  it.each([[10, 20], ...sizes] as const)('of %d in %d: false alarms at 5 % are 3.5 to 6.5 %', (n, whole) => {
    const chance = gaussians(3, n + 1);
    for (const p of [0.2, 0.4, 0.6]) {
      let alarms = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const test = proportionTest(drawPair(chance, [n, whole], [p, p]));
        if (test.kind === 'estimated' && test.value.pValue < 0.05) alarms += 1;
      }
      expect(alarms / RUNS).toBeGreaterThan(0.035 - SLACK);
      expect(alarms / RUNS).toBeLessThan(0.065 + SLACK);
    }
  });
});

describe('a mean with the spread of its parent', () => {
  const [low, high, half] = [0, 120, 60];
  const shapes: Record<string, (uniform: () => number) => number> = {
    normal: (uniform) => min(high, max(low, 60 + 25 * normals(uniform))),
    skewed: (uniform) => min(high, -22 * log(1 - uniform())),
    discrete: (uniform) => [0, 0, 30, 60, 60, 120][floor(uniform() * 6)]!,
  };

  it.each(Object.keys(shapes))('holds the truth in 93 to 97.5 %% for %s values', (shape) => {
    const uniform = random(77);
    const chance = gaussians(3, 78);
    const value = shapes[shape]!;
    const large = Array.from({ length: 400_000 }, () => value(uniform));
    const truth = large.reduce((sum, x) => sum + x, 0) / large.length;
    const parents = Array.from({ length: 150 }, () => parentSpread(uniform, value, chance));
    for (const n of [30, 200])
      for (const baseNoise of [0, 3]) {
        let held = 0;
        for (let run = 0; run < RUNS; run += 1) {
          const sum = (count: number, of: (x: number) => number): number => {
            let total = 0;
            for (let i = 0; i < count; i += 1) total += of(value(uniform) - 60);
            return total;
          };
          const parent = parents[run % parents.length]!;
          const result = mean({
            n: n + (baseNoise > 0 ? chance.noise() : 0),
            sum: sum(n, (x) => x) + chance.gaussian() * 3 * half,
            middle: 60,
            noiseVariance: (3 * half) ** 2,
            baseNoiseVariance: baseNoise ** 2,
            standardDeviation: parent,
            degreesOfFreedom: 499,
          });
          if (result.kind !== 'estimated') continue;
          const { lower, upper } = result.value;
          if (typeof lower === 'number' && typeof upper === 'number' && lower <= truth && truth <= upper) held += 1;
        }
        expect(held / RUNS).toBeGreaterThan(0.93 - SLACK);
        expect(held / RUNS).toBeLessThan(0.975 + SLACK);
      }
  });

  /** The spread of five hundred others from their drawn sums. */
  function parentSpread(uniform: () => number, value: (uniform: () => number) => number, chance: Chance): number {
    let [sum, squares] = [chance.gaussian() * 3 * half, (chance.gaussian() * 3 * half * half) / 2];
    for (let i = 0; i < 500; i += 1) {
      const x = value(uniform) - 60;
      sum += x;
      squares += x * x - (half * half) / 2;
    }
    const variance = (squares + (500 * half * half) / 2 - (sum * sum) / 500) / 499;
    return max(half / 10, sqrt(max(0, variance)));
  }
});
