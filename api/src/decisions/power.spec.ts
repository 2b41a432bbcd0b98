import { describe, expect, it } from '@jest/globals';
import { CHARTER_TEMPLATES, type CharterContent } from '../tracks/index.js';
import { boundsAt } from './bounds.js';
import { powerOf } from './power.js';

const LOOKS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const SKILL = CHARTER_TEMPLATES.find(({ key }) => key === 'coaching')?.content as Omit<CharterContent, 'looks'>;
const charter = (first: number, each: number, more: Partial<CharterContent> = {}): CharterContent => ({
  ...SKILL,
  looks: LOOKS,
  people: { first, each, minimum: 5 },
  ...more,
});
const GROUND = { noiseLevel: 3, others: null };
const exactly = (...shares: number[]) => shares.map((share) => ({ share, noise: 0 }));

describe('the bounds of planned looks', () => {
  it('are those of R for four looks at equal steps', () => {
    // ldbounds::ldBounds(c(.25, .5, .75, 1), iuse = c(1, 1), alpha = c(.025, .025))
    const [first, second, third, last] = boundsAt(exactly(0.25, 0.5, 0.75, 1));
    expect([first, second, third, last].map((bound) => bound?.toFixed(3))).toEqual(['4.333', '2.963', '2.359', '2.014']);
  });

  it('are wider where every look has a noise of its own', () => {
    const noisy = boundsAt([0.25, 0.5, 0.75, 1].map((share) => ({ share, noise: 0.4 })));
    const plain = boundsAt(exactly(0.25, 0.5, 0.75, 1));
    expect(noisy[0]).toBeCloseTo(plain[0] ?? 0, 6);
    for (const k of [1, 2, 3]) expect(noisy[k]).toBeGreaterThan(plain[k] ?? Infinity);
    // Were the looks independent, each would spend its share alone.
    expect(noisy[3]).toBeLessThan(2.17);
  });

  it('spend nothing where nothing is new, and nothing after the end', () => {
    expect(boundsAt(exactly(0.5, 0.5, 0.4))).toEqual([expect.any(Number), null, null]);
    expect(boundsAt(exactly(1, 1.2))).toEqual([expect.closeTo(1.96, 2), null]);
  });
});

describe('what planned looks can detect', () => {
  it('shows that twelve people cannot show five points', () => {
    const { looks, fewest } = powerOf(charter(12, 0, { looks: ['2026-Q1'] }), GROUND);
    expect(looks[0]).toMatchObject({ people: 12, published: false, detectable: null, finding: 0, rulingOut: 0 });
    expect(fewest).toBe(27);
    const bare = powerOf(charter(12, 0, { looks: ['2026-Q1'] }), { noiseLevel: 0.0001, others: null }).looks[0];
    expect(bare?.detectable).toBeGreaterThan(5);
    expect(bare?.finding).toBeLessThan(0.5);
  });

  it('finds an effect just as often as it says', () => {
    const [only] = powerOf(charter(200, 0, { looks: ['2026-Q1'] }), GROUND).looks;
    const again = powerOf(charter(200, 0, { looks: ['2026-Q1'], smallestEffect: only?.detectable ?? 0 }), GROUND).looks[0];
    expect(again?.finding).toBeCloseTo(0.8, 3);
  });

  it('detects less and less as people come', () => {
    const detectable = powerOf(charter(60, 60), GROUND).looks.map((look) => look.detectable ?? Infinity);
    expect([...detectable].sort((a, b) => b - a)).toEqual(detectable);
    expect(new Set(detectable).size).toBe(4);
  });

  it('rules an effect out less often than it finds one', () => {
    for (const look of powerOf(charter(60, 60), GROUND).looks) expect(look.rulingOut).toBeLessThanOrEqual(look.finding);
  });

  it('reads a ratio on its logarithm', () => {
    const ratio = charter(400, 200, { outcome: 'promotion_comparison', smallestEffect: 1.25, reference: 0.12 });
    const { looks } = powerOf(ratio, { noiseLevel: 3, others: 900 });
    expect(looks.at(-1)?.detectable).toBeGreaterThan(1);
    expect(looks.at(-1)?.finding).toBeLessThan(0.8);
  });
});
