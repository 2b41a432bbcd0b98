import { describe, expect, it } from '@jest/globals';
import { groupKey, type Derivation, type Group, type ReleasedTable } from '../../../kernel/index.js';
import { meanOf } from './means.js';
import type { Column, Place, Section, ShownCell } from '../places.js';

const DERIVATION: Derivation = {
  by: 'mean',
  of: ['minutes', 'squares', 'months'],
  parameters: { low: 0, high: 120, cap: 3 },
};
const NOISE = { months: 9, minutes: 540, squares: 16_200 };

/** A cell of so many months with this mean and this standard deviation, as if drawn without error. */
function cell(group: Group, months: number, mean: number, deviation: number): ShownCell {
  const sum = (mean - 60) * months;
  const squares = deviation ** 2 * (months - 1) + sum ** 2 / months - (months * 3600) / 2;
  return {
    group,
    status: 'shown',
    values: {},
    drawn: {
      months: { value: months, noise: NOISE.months },
      minutes: { value: sum, noise: NOISE.minutes },
      squares: { value: squares, noise: NOISE.squares },
    },
  };
}

const TREE = {
  dimension: { key: 'team', label: 'Team', kind: 'tree', sensitivity: 'open', values: [] },
  parent: new Map([['a/b', 'a']]),
} as unknown as Column;

function figures(own: ShownCell, ...others: readonly ShownCell[]): ReturnType<typeof meanOf> {
  const table = {} as ReleasedTable;
  const cells = new Map<string, Place>([own, ...others].map((one) => [groupKey(one.group), { table, cell: one }]));
  const section = { cells } as unknown as Section;
  return meanOf({ table, cell: own }, DERIVATION, section, new Map([['team', TREE]]));
}

describe('a mean', () => {
  const whole = cell({}, 2000, 50, 30);

  it('has the spread of the organisation and the noise of sum and base', () => {
    const found = figures(cell({ level: '2' }, 400, 40, 20), whole);
    const own = 30 ** 2 / 400;
    const noise = (540 ** 2 + (40 - 60) ** 2 * 81) / 400 ** 2;
    const half = 1.96115142 * Math.sqrt(own + noise);
    expect(found).toMatchObject({
      estimate: expect.closeTo(40, 9),
      lower: expect.closeTo(40 - half, 6),
      upper: expect.closeTo(40 + half, 6),
      variance: expect.closeTo(own + noise, 9),
      noise: expect.closeTo(noise, 9),
    });
  });

  it('takes the spread of the nearest parent that is large', () => {
    const child = cell({ team: 'a/b' }, 400, 40, 20);
    const width = (parent: ShownCell): number => {
      const found = figures(child, parent, whole);
      return typeof found === 'object' ? found.upper - found.lower : Number.NaN;
    };
    const [near, far] = [width(cell({ team: 'a' }, 600, 40, 22)), width(cell({ team: 'a' }, 49, 40, 22))];
    expect(near).toBeLessThan(far);
    expect(far).toBeCloseTo(width(cell({ team: 'c' }, 600, 40, 22)), 9);
  });

  it('never has a spread below a tenth of half the range', () => {
    const [narrow, none] = [figures(cell({}, 9000, 50, 1)), figures(cell({}, 9000, 50, 6))];
    expect(narrow).toEqual(none);
  });

  it('has no answer where the noise would drown it, nobody is there, or no spread is known', () => {
    const small = cell({ level: '2' }, 60, 40, 20);
    expect(figures(small, whole)).toBe('protection');
    expect(figures(cell({ level: '2' }, 400, 40, 20))).toBe('protection');
    expect(figures({ ...small, drawn: { ...small.drawn, months: { value: -3, noise: 9 } } }, whole)).toBe('protection');
  });

  it('stays within the range of its values', () => {
    const found = figures(cell({ level: '2' }, 400, 119.9, 20), whole);
    expect(found).toMatchObject({ upper: 120 });
  });
});
