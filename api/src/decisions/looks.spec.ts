import { describe, expect, it } from '@jest/globals';
import { CHARTER_TEMPLATES, type CharterContent } from '../tracks/index.js';
import { decidingLook, type Look, looksOf, nextLook, type ReleaseAtLook } from './looks.js';
import { whatWouldSettle } from './settle.js';
import { shrunkenTogether } from './shrink.js';

const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const CHARTER: CharterContent = {
  ...(CHARTER_TEMPLATES.find(({ key }) => key === 'coaching')?.content as CharterContent),
  looks: QUARTERS,
  smallestEffect: 5,
  people: { first: 50, each: 50, minimum: 20 },
};
const PLAN = { planned: QUARTERS, unplanned: [] };

const told = (period: string, people: number, value: number, half: number): ReleaseAtLook => ({
  period,
  releaseId: `${period}-release`,
  publishedAt: '2027-01-01',
  reading: { kind: 'read', figure: { value, lower: value - half, upper: value + half, people, noise: 0 } },
});
const hidden = (period: string): ReleaseAtLook => ({
  ...told(period, 0, 0, 0),
  reading: { kind: 'absent', status: 'suppressed', reason: null },
});
const states = (looks: readonly Look[]): string[] => looks.map(({ state }) => state);

describe('planned looks', () => {
  it('wait, are read, and are skipped', () => {
    expect(states(looksOf(CHARTER, PLAN, []))).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    const looks = looksOf(CHARTER, PLAN, [told('2026-Q1', 50, 8, 3), told('2026-Q3', 150, 8, 2)]);
    expect(states(looks)).toEqual(['read', 'skipped', 'read', 'waiting']);
    expect(nextLook(looks)).toBe('2026-Q4');
  });

  it('reach wider the earlier they are, so that the same figure says less', () => {
    const same = QUARTERS.map((period, k) => told(period, 50 * (k + 1), 7, 2));
    const looks = looksOf(CHARTER, PLAN, same);
    expect(looks.map(({ bound }) => bound?.toFixed(2))).toEqual(['4.33', '2.96', '2.36', '2.01']);
    expect(looks[0]?.verdict).toBe('benefit_unsure');
    expect(looksOf(CHARTER, PLAN, [told('2026-Q4', 200, 7, 1.9)]).at(-1)?.verdict).toBe('clear_benefit');
  });

  it('show nothing of a quarter that is no look', () => {
    const rare = { planned: ['2026-Q2', '2026-Q4'], unplanned: [] };
    const looks = looksOf(CHARTER, rare, [told('2026-Q2', 100, 7, 2), told('2026-Q3', 150, 99, 2)]);
    expect(looks.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q4']);
    expect(JSON.stringify(looks)).not.toContain('99');
  });

  it('are stricter after one that nobody planned, which itself decides nothing', () => {
    const released = [told('2026-Q2', 100, 7, 2), told('2026-Q3', 190, 7, 2), told('2026-Q4', 200, 7, 2)];
    const rare = { planned: ['2026-Q2', '2026-Q4'], unplanned: ['2026-Q3'] };
    const looks = looksOf(CHARTER, rare, released);
    const without = looksOf(CHARTER, { ...rare, unplanned: [] }, released);
    expect(looks.at(-1)?.bound).toBeGreaterThan(without.at(-1)?.bound ?? Infinity);
    expect(decidingLook(looks.slice(0, 2))?.period).toBe('2026-Q2');
  });

  it('spend nothing where nothing can be read', () => {
    const looks = looksOf(CHARTER, PLAN, [hidden('2026-Q1'), told('2026-Q2', 10, 9, 1), told('2026-Q3', 150, 8, 2)]);
    expect(states(looks)).toEqual(['absent', 'tooFew', 'read', 'waiting']);
    const alone = looksOf(CHARTER, PLAN, [told('2026-Q3', 150, 8, 2)]);
    expect(looks[2]?.bound).toBe(alone[2]?.bound);
    expect(decidingLook(looks.slice(0, 2))?.verdict).toBe('not_assessable');
  });

  it('leave the verdict as it was where nobody new came', () => {
    const looks = looksOf(CHARTER, PLAN, [told('2026-Q1', 100, 8, 2), told('2026-Q2', 95, -8, 2)]);
    expect(states(looks).slice(0, 2)).toEqual(['read', 'nothingNew']);
    expect(decidingLook(looks)?.period).toBe('2026-Q1');
  });

  it('hold progression against its reference, and a ratio on its logarithm', () => {
    const share = { ...CHARTER, outcome: 'progression', reference: 0.2, smallestEffect: 0.1 } as const;
    expect(looksOf(share, PLAN, [told('2026-Q1', 200, 0.35, 0.02)])[0]).toMatchObject({ verdict: 'clear_benefit' });
    const ratio = { ...CHARTER, outcome: 'promotion_comparison', reference: 0.1, smallestEffect: 1.25 } as const;
    expect(looksOf(ratio, PLAN, [told('2026-Q1', 200, 1, 0.1)])[0]).toMatchObject({ verdict: 'no_measurable_effect' });
  });

  it('count a wished-for fall as a gain', () => {
    expect(looksOf({ ...CHARTER, direction: 'fall' }, PLAN, [told('2026-Q1', 200, -9, 2)])[0]?.verdict).toBe('clear_benefit');
  });
});

describe('what would settle it', () => {
  it('is a number of people and looks, and nothing where enough are in', () => {
    const [open] = looksOf(CHARTER, PLAN, [told('2026-Q1', 50, 3, 6)]);
    const more = whatWouldSettle(CHARTER, { figure: open?.figure ?? null });
    expect(more?.people).toBeGreaterThan(40);
    expect(more?.looks).toBe(Math.ceil((more?.people ?? 0) / 50));
    expect(whatWouldSettle(CHARTER, { figure: { value: 3, lower: 2, upper: 4, people: 400, noise: 0 } })).toBeNull();
  });
});

describe('tracks seen together', () => {
  it('are drawn towards their mean, the uncertain ones most', () => {
    const effect = (value: number, half: number) => ({ value, lower: value - half, upper: value + half });
    const tracks = [
      { track: 'sure', effect: effect(6, 1) },
      { track: 'unsure', effect: effect(12, 12) },
      { track: 'other', effect: effect(2, 1) },
    ];
    const together = shrunkenTogether(tracks);
    expect(together.get('unsure')?.value).toBeLessThan(8);
    expect(Math.abs((together.get('sure')?.value ?? 0) - 6)).toBeLessThan(0.5);
    expect(shrunkenTogether(tracks.slice(0, 2)).size).toBe(0);
  });
});
