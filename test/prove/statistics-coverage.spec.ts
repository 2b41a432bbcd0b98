import { describe, expect, it } from '@jest/globals';
import type { Estimate, NotEstimable } from '../../api/src/kernel/index.js';
import {
  aalenJohansen,
  kaplanMeier,
  mantelHaenszelFromSums,
  mantelHaenszelSums,
  mean,
  proportionDifference,
  proportionRatio,
  proportionTest,
  stepAt,
  wilsonInterval,
} from '../../api/src/statistics/index.js';

/** The noise level ν, and how far a draw can reach. */
const NOISE = 3;
const REACH = 18;

/** The chance of each whole noise −18…18: the discrete normal. */
const noiseWeights = (() => {
  const weights = Array.from({ length: 2 * REACH + 1 }, (_, i) => Math.exp(-((i - REACH) ** 2) / (2 * NOISE * NOISE)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
})();

/** The same throws on every machine. */
function dice(seed: number) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const noise = () => {
    let left = uniform();
    for (let i = 0; i < noiseWeights.length; i++) if ((left -= noiseWeights[i]!) < 0) return i - REACH;
    return REACH;
  };
  const yes = (n: number, p: number) => {
    let count = 0;
    for (let i = 0; i < n; i++) if (uniform() < p) count++;
    return count;
  };
  return { uniform, normal, noise, yes };
}

interface Limits {
  readonly lower: number | NotEstimable;
  readonly upper: number | NotEstimable;
}
/** Whether an interval holds the truth; what is unbounded holds everything on its side. */
function holds(estimate: Estimate<Limits>, truth: number): boolean {
  if (estimate.kind === 'notEstimable') return true;
  const { lower, upper } = estimate.value;
  return (typeof lower !== 'number' || lower <= truth) && (typeof upper !== 'number' || truth <= upper);
}

function binomial(n: number, p: number): number[] {
  const weights: number[] = [];
  let log = n * Math.log1p(-p);
  for (let y = 0; y <= n; y++) {
    weights.push(Math.exp(log));
    log += Math.log(((n - y) / (y + 1)) * (p / (1 - p)));
  }
  return weights;
}

/** Exact coverage of a proportion over an open base. */
function coverageOverOpenBase(n: number, p: number): number {
  const counts = binomial(n, p);
  let covered = 0;
  for (let drawn = -REACH; drawn <= n + REACH; drawn++) {
    let chance = 0;
    for (let y = Math.max(0, drawn - REACH); y <= Math.min(n, drawn + REACH); y++)
      chance += counts[y]! * noiseWeights[drawn - y + REACH]!;
    if (chance > 1e-12 && holds(wilsonInterval({ successes: drawn, trials: n, noiseVariance: NOISE ** 2 }), p)) covered += chance;
  }
  return covered;
}

/** Share of `times` throws whose interval holds the truth. */
function share(times: number, hit: () => boolean): number {
  let hits = 0;
  for (let i = 0; i < times; i++) if (hit()) hits++;
  return hits / times;
}

describe('intervals from drawn statistics hold the truth', () => {
  it('for a proportion over an open base, by exact enumeration', () => {
    const found: number[] = [];
    for (const n of [10, 20, 40, 100, 250, 400]) {
      for (const p of [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.97]) found.push(coverageOverOpenBase(n, p));
    }
    const average = found.reduce((sum, coverage) => sum + coverage, 0) / found.length;
    expect(Math.min(...found)).toBeGreaterThan(0.925);
    expect(average).toBeGreaterThan(0.945);
    expect(average).toBeLessThan(0.97);
  });

  it('for a proportion over yes + no, both drawn', () => {
    const { yes, noise } = dice(1);
    const variance = NOISE ** 2;
    for (const [n, p] of [
      [30, 0.2],
      [60, 0.5],
      [150, 0.1],
      [400, 0.35],
    ] as const) {
      const covered = share(4000, () => {
        const count = yes(n, p);
        const [successes, failures] = [count + noise(), n - count + noise()];
        const shared = { noiseVariance: variance, baseNoiseVariance: 2 * variance, baseNoiseCovariance: variance };
        return holds(wilsonInterval({ successes, trials: successes + failures, ...shared }), p);
      });
      expect(covered).toBeGreaterThan(0.935);
    }
  });

  it('for a group against everyone else, difference and ratio, and the test keeps its level', () => {
    const { yes, noise } = dice(2);
    const variance = NOISE ** 2;
    for (const [n1, n2, p1, p2] of [
      [40, 260, 0.3, 0.3],
      [80, 700, 0.2, 0.35],
      [25, 100, 0.5, 0.4],
    ] as const) {
      const [differences, ratios, passed] = [[], [], []] as boolean[][];
      for (let i = 0; i < 4000; i++) {
        const [own, total] = [yes(n1, p1), noise()];
        const group = own + noise();
        const others = own + yes(n2, p2) + total - group;
        const input = {
          ...{ successes1: group, trials1: n1, successes2: others, trials2: n2 },
          ...{ noiseVariance1: variance, noiseVariance2: 2 * variance, noiseCovariance: -variance },
        };
        differences!.push(holds(proportionDifference(input), p1 - p2));
        ratios!.push(holds(proportionRatio(input), p1 / p2));
        const test = proportionTest(input);
        passed!.push(test.kind === 'notEstimable' || test.value.pValue > 0.05);
      }
      const rate = (list: boolean[]) => list.filter(Boolean).length / list.length;
      expect(rate(differences!)).toBeGreaterThan(0.935);
      expect(rate(ratios!)).toBeGreaterThan(0.935);
      if (p1 === p2) expect(rate(passed!)).toBeGreaterThan(0.94);
    }
  });

  it('for a mean from a drawn sum, with the spread of a parent', () => {
    const { uniform, noise } = dice(3);
    for (const n of [10, 30, 100, 300]) {
      const covered = share(4000, () => {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += 2 * uniform() - 1;
        const drawn = {
          sum: sum + noise(),
          noiseVariance: NOISE ** 2,
          standardDeviation: Math.sqrt(1 / 3),
          degreesOfFreedom: 400,
        };
        return holds(mean({ n, ...drawn }), 0);
      });
      expect(covered).toBeGreaterThan(0.94);
      expect(covered).toBeLessThan(0.97);
    }
  });

  it('for curves from drawn counts per grid interval', () => {
    const { uniform, noise } = dice(4);
    const grid = [30, 60, 90, 180];
    const [hazard, competing] = [1 / 120, 1 / 400];
    /** How many of 300 end in each interval of the grid, by either cause, as drawn. */
    const drawn = (rate: number, other: number) => {
      const counts = grid.map((time) => ({ time, events: noise(), competing: noise() }));
      let left = 300;
      for (let person = 0; person < 300; person++) {
        const time = -Math.log(uniform()) / (rate + other);
        const place = grid.findIndex((end) => time <= end);
        if (place < 0) continue;
        counts[place]![uniform() < rate / (rate + other) ? 'events' : 'competing'] += 1;
        left -= 1;
      }
      return { counts, end: { time: 181, censored: left + noise() } };
    };
    const atNinety = (estimate: Estimate<{ readonly steps: readonly (Limits & { time: number })[] }>): Estimate<Limits> => {
      const step = estimate.kind === 'estimated' ? stepAt(estimate.value.steps, 90) : undefined;
      return step === undefined ? { kind: 'notEstimable', reason: 'tooFew' } : { kind: 'estimated', value: step };
    };
    const incidence = share(1500, () => {
      const { counts, end } = drawn(hazard, competing);
      const truth = (hazard / (hazard + competing)) * -Math.expm1(-90 * (hazard + competing));
      return holds(atNinety(aalenJohansen({ counts: [...counts, end], noiseVariance: NOISE ** 2 })), truth);
    });
    const survival = share(1500, () => {
      const { counts, end } = drawn(hazard, 0);
      const events = counts.map((entry) => ({ time: entry.time, events: entry.events }));
      return holds(atNinety(kaplanMeier({ counts: [...events, end], noiseVariance: NOISE ** 2 })), Math.exp(-90 * hazard));
    });
    expect(Math.min(incidence, survival)).toBeGreaterThan(0.935);
    expect(Math.max(incidence, survival)).toBeLessThan(0.97);
  });

  it('for a common odds ratio from drawn sums', () => {
    const { yes, noise } = dice(5);
    const covered = share(2000, () => {
      const strata = [
        [60, 120, 0.2],
        [90, 200, 0.35],
        [40, 300, 0.5],
      ].map(([n1, n0, p0]) => {
        const odds = (1.6 * p0!) / (1 - p0!);
        const [a, c] = [yes(n1!, odds / (1 + odds)), yes(n0!, p0!)];
        return { exposedEvents: a, exposedNonEvents: n1! - a, unexposedEvents: c, unexposedNonEvents: n0! - c };
      });
      const sums = mantelHaenszelSums(strata);
      const drawn = { ...sums, concordant: sums.concordant + noise(), discordant: sums.discordant + noise() };
      return holds(mantelHaenszelFromSums(drawn, { noise: { concordant: 9, discordant: 9 } }), 1.6);
    });
    expect(covered).toBeGreaterThan(0.93);
  });
});
