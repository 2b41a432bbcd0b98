import { describe, expect, it } from '@jest/globals';
import { breakdownName, finestFirst, measureExposure, type Told, withinBudget } from '../../api/src/disclosure/index.js';
import { STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { greatest, live } from './support/installation.js';

const POLICY = STANDARD_POLICY;
const people = (size: number): number[] => [...Array(size).keys()];
const told = (period: number, noise: number, subject = 'mentees', size = 5): Told => ({
  period,
  evidence: new Map([[subject, [{ people: people(size), noise }]]]),
});

describe('the budget of exposure', () => {
  it('measures a release alone and in the run of eight periods that tells most', () => {
    const earlier = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((period) => told(period, 3));
    const [found] = measureExposure(told(9, 3), earlier, 5, { policy: POLICY });
    const of = (releases: number): number => 0.25 / (9 / releases + 5 * 0.25);
    expect(found!.release.greatest).toBeCloseTo(of(1), 10);
    expect(found!.history.greatest).toBeCloseTo(of(8), 10);
  });

  it('counts a restatement of an old period in every run that holds it', () => {
    const later = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((period) => told(period, 3));
    const [found] = measureExposure(told(4, 3), later, 5, { policy: POLICY });
    expect(found!.history.greatest).toBeCloseTo(0.25 / (1 + 1.25), 10);
  });

  it('takes the run that tells most where a period lies between others', () => {
    const around = [1, 2, 3, 9, 10, 12].map((period) => told(period, period > 8 ? 2 : 3));
    const [found] = measureExposure(told(6, 3), around, 5, { policy: POLICY });
    expect(found!.history.greatest).toBeCloseTo(0.25 / (1 / (1 / 9 + 3 / 4) + 1.25), 10);
  });

  it('measures a special value over everything that was ever told', () => {
    const earlier = people(20).map((period) => told(period, 3, 'demo_gender=f'));
    const [found] = measureExposure(told(30, 3, 'demo_gender=f'), earlier, 5, { policy: POLICY });
    expect(found!.history.greatest).toBeCloseTo(0.25 / (9 / 21 + 1.25), 10);
  });

  it('lets the noise level step up first, then leaves out whole tables, the finest first', () => {
    const seen: string[] = [];
    const build =
      (enough: (noise: number, left: number) => boolean) => (attempt: { noiseLevel: number; leftOut: readonly string[] }) => {
        seen.push(`${attempt.noiseLevel}:${attempt.leftOut.join()}`);
        return { fits: enough(attempt.noiseLevel, attempt.leftOut.length) };
      };
    expect(
      withinBudget(
        { ...POLICY, noiseLevel: 2.5 },
        ['b', 'a'],
        build((noise) => noise >= 4),
      ),
    ).toMatchObject({ noiseLevel: 4, leftOut: [] });
    expect(seen.splice(0)).toEqual(['2.5:', '3:', '4:']);
    expect(
      withinBudget(
        POLICY,
        ['b', 'a'],
        build((_, left) => left === 1),
      ),
    ).toMatchObject({ noiseLevel: 8, leftOut: ['b'] });
    expect(seen.splice(0)).toEqual(['3:', '4:', '5:', '6:', '8:', '8:b']);
    expect(
      withinBudget(
        POLICY,
        ['b', 'a'],
        build(() => false),
      ),
    ).toMatchObject({ noiseLevel: 8, leftOut: ['b', 'a'] });
  });

  it('leaves out by a public order: most columns, most cells, name; never the organisation', () => {
    const table = (breakdown: string[], cells: number) => ({ breakdown, cells: people(cells) });
    expect(
      finestFirst([
        table([], 1),
        table(['level'], 6),
        table(['team', 'level'], 60),
        table(['team'], 6),
        table(['demo_x', 'team'], 90),
      ]),
    ).toEqual(['demo_x × team', 'level × team', 'level', 'team']);
    expect(breakdownName(['team', 'level'])).toBe(breakdownName(['level', 'team']));
  });
});

describe('an installation', () => {
  it.each([60, 120])('of %d people always gets its release, within the budget', (size) => {
    const quarters = [...live({ size, quarters: 10, draws: 12 })];
    for (const { shown, subjects } of quarters) {
      expect(shown).toBeGreaterThan(0);
      expect(subjects.filter(({ fits }) => !fits)).toEqual([]);
    }
    expect(greatest(quarters, false, 'release')).toBeLessThanOrEqual(POLICY.exposure.release);
    expect(greatest(quarters, false, 'history')).toBeLessThanOrEqual(POLICY.exposure.history);
    expect(greatest(quarters, true, 'history')).toBeLessThanOrEqual(POLICY.exposure.permanent);
  });
});
