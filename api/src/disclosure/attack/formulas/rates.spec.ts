import { describe, expect, it } from '@jest/globals';
import type { ReleasedTable } from '../../../kernel/index.js';
import { drawsOf } from './draws.js';
import { EveryoneElse } from './everyone-else.js';
import { answers, noiseAt, pairOf, rate, type Pair, type PairKind } from './pair.js';
import { compared, comparison as compare, type Compared } from './rates.js';
import type { Column, Section, ShownCell } from '../places.js';

/** The formulas of docs/release-file.md solved by bisection, beside the closed forms that the core uses. */

const Z = 1.959963984540054;

/** The root of a function that changes its sign between two points. */
function root(f: (x: number) => number, low: number, high: number): number {
  const rising = f(low) < 0;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < 0 === rising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function limits(pair: Pair): [number, number] {
  const p = pair.y / pair.n;
  const outside = (x: number): number => (p - x) ** 2 - Z * Z * ((x * (1 - x)) / pair.n + noiseAt(pair, x) / pair.n ** 2);
  const lower = outside(0) <= 0 ? 0 : root(outside, 0, p);
  return [lower, outside(1) <= 0 ? 1 : root(outside, p, 1)];
}

function correlationOf(g: Pair, o: Pair, covariance: number): number {
  const variance = (pair: Pair): number => {
    const p = pair.y / pair.n;
    return (p * (1 - p)) / pair.n + noiseAt(pair, p) / pair.n ** 2;
  };
  return covariance / (g.n * o.n * Math.sqrt(variance(g) * variance(o)));
}

interface Two {
  readonly g: Pair;
  readonly o: Pair;
  readonly rho: number;
}

/** The limit of g − θ·o: below with the lower limit of g and the upper one of o, above the other way round. */
function mover({ g, o, rho }: Two, theta: number, side: -1 | 1): number {
  const [[gl, gu], [ol, ou]] = [limits(g), limits(o)];
  const [p, q] = [g.y / g.n, o.y / o.n];
  const a = side < 0 ? p - gl : gu - p;
  const b = theta * (side < 0 ? ou - q : q - ol);
  return p - theta * q + side * Math.sqrt(a * a + b * b - 2 * rho * a * b);
}

const drawn = (yes: number, other: number, special: boolean): ShownCell => ({
  group: {},
  status: 'shown',
  values: {},
  drawn: { yes: { value: yes, noise: 3 }, other: { value: other, noise: special ? 3 : 0 } },
});

function comparison(cells: readonly ShownCell[], total: ShownCell | undefined, special: boolean): Compared {
  const table = { breakdown: ['level'], special, cells } as unknown as ReleasedTable;
  const named = cells.map((cell, i) => ({ ...cell, group: { level: String(i) } }));
  const section = { cells: new Map(total ? [['', { table, cell: total }]] : []) } as unknown as Section;
  const columns = new Map<string, Column>();
  const of = ['yes', 'other'];
  const kind: PairKind = special ? { cases: 1 } : 'over a base';
  const others = new EveryoneElse({ ...table, cells: named }, of, section, columns).beside(named[0]!);
  const found = compare(pairOf(drawsOf(named[0]!, of), kind)!, pairOf(others, kind), special);
  if (found.kind === 'none') throw new Error(found.reason);
  return compared(found);
}

describe('a group beside everyone else', () => {
  it.each([
    [12, 40, 160, 500],
    [30, 60, 70, 300],
    [5, 30, 200, 900],
    [25, 30, 110, 400],
  ])('over open bases, %d of %d in %d of %d, is what the equations say', (yes, base, all, whole) => {
    const result = comparison([drawn(yes, base, false)], drawn(all, whole, false), false);
    const g: Pair = { y: yes, n: base, varianceY: 9, varianceN: 0, covariance: 0 };
    const o: Pair = { y: all - yes, n: whole - base, varianceY: 18, varianceN: 0, covariance: 0 };
    const rho = correlationOf(g, o, -9);
    expect(result.rateDifferenceLower).toBeCloseTo(mover({ g, o, rho }, 1, -1), 10);
    expect(result.rateDifferenceUpper).toBeCloseTo(mover({ g, o, rho }, 1, 1), 10);
    expect(result.rateRatioLower).toBeCloseTo(
      root((x) => mover({ g, o, rho }, x, -1), 0, result.rateRatio as number),
      9,
    );
    expect(result.rateRatioUpper).toBeCloseTo(
      root((x) => mover({ g, o, rho }, x, 1), result.rateRatio as number, 1000),
      9,
    );
    const pooled = all / whole;
    const noise = 9 * (1 / base ** 2 + 2 / (whole - base) ** 2 + 2 / (base * (whole - base)));
    const variance = pooled * (1 - pooled) * (1 / base + 1 / (whole - base)) + noise;
    expect(result.scoreZ).toBeCloseTo((g.y / g.n - o.y / o.n) / Math.sqrt(variance), 10);
    expect(result.shortfall).toBeCloseTo(Math.max(0, base * (o.y / o.n - yes / base)), 10);
  });

  it.each([
    [
      [20, 40],
      [60, 110],
      [33, 70],
    ],
    [
      [9, 30],
      [60, 40],
      [12, 25],
    ],
  ])('of a characteristic, %j beside %j and %j, is the sum of the other cells', (own, second, third) => {
    const cells = [own, second, third].map(([yes, no]) => drawn(yes!, no!, true));
    const result = comparison(cells, undefined, true);
    const g: Pair = { y: own[0]!, n: own[0]! + own[1]!, varianceY: 9, varianceN: 18, covariance: 9 };
    const y = second[0]! + third[0]!;
    const o: Pair = { y, n: y + second[1]! + third[1]!, varianceY: 18, varianceN: 36, covariance: 18 };
    expect(result.otherRate).toBeCloseTo(y / o.n, 12);
    expect(result.rateDifferenceLower).toBeCloseTo(mover({ g, o, rho: 0 }, 1, -1), 10);
    expect(result.rateRatioUpper).toBeCloseTo(
      root((x) => mover({ g, o, rho: 0 }, x, 1), result.rateRatio as number, 1000),
      9,
    );
  });

  it('needs others, and rates that answer', () => {
    expect(() => comparison([drawn(20, 40, true)], undefined, true)).toThrow('noContrast');
    expect(() => comparison([drawn(20, 40, false)], undefined, false)).toThrow('noContrast');
    expect(() => comparison([drawn(20, 40, false)], drawn(22, 40, false), false)).toThrow('noContrast');
    expect(() => comparison([drawn(4, 11, false)], drawn(50, 200, false), false)).toThrow('protection');
    expect(() => comparison([drawn(20, 40, false)], drawn(22, 60, false), false)).toThrow('protection');
  });
});

describe('a pair', () => {
  const open = (n: number): Pair => ({ y: 3, n, varianceY: 9, varianceN: 0, covariance: 0 });
  const ofTwo = (n: number): Pair => ({ y: 3, n, varianceY: 9, varianceN: 18, covariance: 9 });

  it('answers from 4ν²/3 over an open base and from 2ν²/3 of two, whatever is counted', () => {
    expect([open(11), open(12)].map(answers)).toEqual([false, true]);
    expect([ofTwo(5), ofTwo(6)].map(answers)).toEqual([false, true]);
    expect(answers({ ...open(12), y: -7 })).toBe(true);
  });

  it.each([
    [3, 12],
    [-2, 40],
    [47, 40],
    [200, 900],
  ])('of %d and %d has the interval that solves the equation', (y, n) => {
    for (const pair of [
      { ...open(n), y },
      { ...ofTwo(n), y },
    ]) {
      const { estimate, lower, upper } = rate(pair);
      const [low, high] = y >= 0 && y <= n ? limits(pair) : [lower, upper];
      expect([lower, upper]).toEqual([expect.closeTo(low, 10), expect.closeTo(high, 10)]);
      expect(estimate).toBe(Math.min(1, Math.max(0, y / n)));
      expect(lower <= estimate && estimate <= upper).toBe(true);
    }
  });
});
