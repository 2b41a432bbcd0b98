import { describe, expect, it } from '@jest/globals';
import { EXAMPLE_GROUND } from '../contract.js';
import type {
  Derivation,
  Dimension,
  Drawn,
  ProtectedTable,
  ReleasedCell,
  ReleasedTable,
  ReleasedValue,
} from '../../kernel/index.js';
import { parity } from '../parity.js';
import { dose } from '../dose.js';
import { deriveTables, type DerivedTable } from './index.js';

const similar = { low: 0.8, high: 1.25 };

const level: Dimension = {
  key: 'level',
  label: 'Level',
  kind: 'ordered',
  sensitivity: 'open',
  values: ['1', '2', '3'].map((key) => ({ key, label: key })),
};
const gender: Dimension = { ...level, key: 'demo_gender', kind: 'nominal', sensitivity: 'special' };
const team: Dimension = {
  key: 'team',
  label: 'Team',
  kind: 'tree',
  sensitivity: 'open',
  values: [
    { key: 'eng', label: 'eng' },
    { key: 'eng/a', label: 'a', parent: 'eng' },
  ],
};

const drawn = (value: number, noise = 3): Drawn => ({ value, noise });
const people = (participants: number, eligible: number) => ({ eligible: drawn(eligible, 0), participants: drawn(participants) });

type Cells = readonly (readonly [string, Record<string, Drawn> | 'suppressed' | 'structuralZero'])[];

function tableOf(
  breakdown: readonly string[],
  cells: Cells,
  { special = false, measure = parity, derived }: Partial<Options> = {},
): DerivedTable {
  const shape = { breakdown, special };
  const table: ProtectedTable = {
    measure: measure.key,
    variant: 'mentee',
    ...shape,
    cells: cells.map(([value, content]) => {
      const group = breakdown[0] ? { [breakdown[0]]: value } : {};
      return typeof content === 'string' ? { group, status: content } : { group, status: 'shown', drawn: content };
    }),
  };
  const { unit, necessary } = measure;
  return {
    table,
    unit,
    necessary,
    subject: 'mentees',
    bases: [],
    scales: {},
    derived: derived ?? measure.derivedOf(shape, { ...EXAMPLE_GROUND, doseLimit: 240 }),
  };
}

interface Options {
  readonly special: boolean;
  readonly measure: typeof parity;
  readonly derived: Readonly<Record<string, Derivation>>;
}

const derive = (...tables: DerivedTable[]): ReleasedTable[] =>
  deriveTables(tables, { dimensions: [team, level, gender], policy: { similar } });

const valuesOf = (cell: ReleasedCell | undefined): Readonly<Record<string, ReleasedValue>> =>
  cell?.status === 'shown' ? cell.values : {};

describe('a group against everyone else', () => {
  // 12 of 28 against 754 of 1583: Donner & Zou 2012 and Newcombe 1998 with correlated noise of 3 in the group, √18 in the rest.
  const [, table] = derive(tableOf([], [['', people(766, 1611)]]), tableOf(['level'], [['1', people(12, 28)]]));
  const values = valuesOf(table?.cells[0]);

  it('is the total minus the group, whose noise they share', () => {
    expect(values.otherRate).toBeCloseTo(754 / 1583, 11);
    expect(values.rateDifference).toBeCloseTo(-0.047739373702734456, 11);
    expect(values.rateDifferenceLower).toBeCloseTo(-0.3046748882307179, 11);
    expect(values.rateDifferenceUpper).toBeCloseTo(0.2263309869104992, 11);
    expect(values.rateRatio).toBeCloseTo(0.8997726411519514, 11);
    expect(values.rateRatioLower).toBeCloseTo(0.3662894578510706, 11);
    expect(values.rateRatioUpper).toBeCloseTo(1.4807933273285647, 11);
    expect(values.scoreZ).toBeCloseTo(-0.3297666454733701, 11);
    expect(values.scoreP).toBeCloseTo(0.7415762919023834, 11);
  });

  it('says how many people more would close the gap, and nothing more where there is none', () => {
    expect(values.shortfall).toBeCloseTo(28 * (754 / 1583 - 12 / 28), 10);
    const [, higher] = derive(tableOf([], [['', people(300, 1000)]]), tableOf(['level'], [['1', people(90, 100)]]));
    expect(valuesOf(higher?.cells[0]).shortfall).toBe(0);
  });

  it('has no contrast without a shown total', () => {
    const [, alone] = derive(tableOf([], [['', 'suppressed']]), tableOf(['level'], [['1', people(40, 100)]]));
    expect(valuesOf(alone?.cells[0])).toMatchObject({
      rate: 0.4,
      rateRatio: { absent: 'notEstimable', reason: 'noContrast' },
      verdict: { absent: 'notEstimable', reason: 'noContrast' },
    });
  });

  it('is the sum of the other shown groups where a personal characteristic takes part', () => {
    const pair = (yes: number, no: number) => ({ participants: drawn(yes), nonParticipants: drawn(no) });
    const special = tableOf(
      ['demo_gender'],
      [
        ['1', pair(30, 70)],
        ['2', pair(60, 60)],
        ['3', pair(10, 30)],
      ],
      { special: true },
    );
    const [table] = derive(special);
    expect(valuesOf(table?.cells[0])).toMatchObject({ eligible: 100, rate: 0.3, otherRate: 0.4375 });
  });
});

describe('a family', () => {
  const [total, levels, teams] = derive(
    tableOf([], [['', people(300, 1000)]]),
    tableOf(
      ['level'],
      [
        ['1', people(60, 300)],
        ['2', people(150, 400)],
        ['3', 'suppressed'],
      ],
    ),
    tableOf(['team'], [['eng', people(120, 420)]]),
  );
  const cells = [...(levels?.cells ?? []), ...(teams?.cells ?? [])].map(valuesOf);

  it('is every comparison of the measure, over all breakdowns', () => {
    expect(cells.map(({ comparisons }) => comparisons)).toEqual([3, 3, undefined, 3]);
    expect(valuesOf(total?.cells[0])).not.toHaveProperty('comparisons');
  });

  it('is adjusted together (Benjamini–Hochberg)', () => {
    const p = cells.map(({ scoreP }) => scoreP).filter((value): value is number => typeof value === 'number');
    const ascending = [...p].sort((a, b) => a - b);
    const least = ascending.map((_, at) =>
      Math.min(1, ...ascending.slice(at).map((value, after) => (value * 3) / (at + after + 1))),
    );
    cells.forEach(({ scoreP, adjustedP }) => {
      if (typeof scoreP === 'number') expect(adjustedP).toBeCloseTo(least[ascending.indexOf(scoreP)] ?? NaN, 11);
    });
  });
});

describe('a cell that says nothing', () => {
  it('is not estimable below the size that noise allows, keeps no drawn number, and is no part of anything', () => {
    const [, table] = derive(
      tableOf([], [['', people(300, 1000)]]),
      tableOf(
        ['level'],
        [
          ['1', people(11, 11)],
          ['2', people(12, 12)],
        ],
      ),
    );
    expect(table?.cells[0]).toEqual({ group: { level: '1' }, status: 'notEstimable', reason: 'protection' });
    expect(valuesOf(table?.cells[1])).toMatchObject({ rate: 1, impactRatio: 1, comparisons: 1 });
  });

  it('stays hidden as it was', () => {
    const [table] = derive(
      tableOf(
        ['level'],
        [
          ['1', 'suppressed'],
          ['2', 'structuralZero'],
        ],
      ),
    );
    expect(table?.cells).toEqual([
      { group: { level: '1' }, status: 'suppressed' },
      { group: { level: '2' }, status: 'structuralZero' },
    ]);
  });

  it('has a rate of one kind or the other, whatever was drawn', () => {
    const [table] = derive(tableOf([], [['', people(-4, 30)]]));
    expect(valuesOf(table?.cells[0])).toMatchObject({ participants: 0, rate: 0, lower: 0 });
    const [over] = derive(tableOf([], [['', people(37, 30)]]));
    expect(valuesOf(over?.cells[0])).toMatchObject({ participants: 37, rate: 1, upper: 1 });
  });
});

describe('a mean', () => {
  const months = (n: number, mean: number, sd: number): Record<string, Drawn> => ({
    eligible: drawn(1000, 0),
    mentees: drawn(n / 3),
    months: drawn(n, 9),
    minutes: drawn((mean - 120) * n, 1080),
    squares: drawn((sd * sd + (mean - 120) ** 2) * n - (n * 120 * 120) / 2, 64_800),
    ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`bin${at}`, drawn(n / 24)])),
  });

  it('takes its spread from the nearest large parent, its interval contains the noise', () => {
    const options = { measure: dose };
    const [, table] = derive(
      tableOf([], [['', months(3000, 110, 50)]], options),
      tableOf(
        ['team'],
        [
          ['eng', months(900, 100, 40)],
          ['eng/a', months(300, 90, 10)],
        ],
        options,
      ),
    );
    const [top, leaf] = (table?.cells ?? []).map(valuesOf);
    const half = (n: number, mean: number, sd: number): number =>
      1.96 * Math.sqrt((sd * sd) / n + (1080 ** 2 + (mean - 120) ** 2 * 81) / (n * n));
    expect(top?.mean).toBeCloseTo(100, 9);
    expect((top?.meanUpper as number) - 100).toBeCloseTo(half(900, 100, 50), 1);
    expect(leaf?.mean).toBeCloseTo(90, 9);
    expect((leaf?.meanUpper as number) - 90).toBeCloseTo(half(300, 90, 40), 1);
  });

  it('is not shown where the noise outweighs it, or where nobody lends a spread', () => {
    const options = { measure: dose };
    const [, small] = derive(
      tableOf([], [['', months(3000, 110, 50)]], options),
      tableOf(['team'], [['eng', months(60, 110, 50)]], options),
    );
    expect(small?.cells[0]).toMatchObject({ status: 'notEstimable', reason: 'protection' });
    const [, alone] = derive(
      tableOf([], [['', 'suppressed']], options),
      tableOf(['team'], [['eng', months(900, 110, 50)]], options),
    );
    expect(alone?.cells[0]).toMatchObject({ status: 'notEstimable', reason: 'protection' });
  });

  it('never leaves its range', () => {
    const [table] = derive(tableOf([], [['', months(3000, 1, 20)]], { measure: dose }));
    expect(valuesOf(table?.cells[0]).meanLower).toBeGreaterThanOrEqual(0);
  });
});
