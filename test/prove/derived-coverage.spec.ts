import { describe, expect, it } from '@jest/globals';
import {
  STANDARD_POLICY,
  type Derivation,
  type Dimension,
  type Drawn,
  type Formula,
  type ReleasedValue,
} from '../../api/src/kernel/index.js';
import { deriveTables } from '../../api/src/measures/index.js';
import { gaussians, type Chance } from '../attack/support/chances.js';
import { random } from '../attack/support/organisation.js';

/**
 * Intervals of curves, of shares of cases, and of means and curves beside everyone else hold the truth as often as they say,
 * noise included: groups of 100 to 400 within four times as many, drawn as a release draws them, derived as a release derives.
 */

const NOISE = 3;
const RUNS = 1000;
const SIZES = [100, 200, 400];
/** Three standard errors of a coverage of 93 % over the runs. */
const SLACK = 3 * Math.sqrt((0.93 * 0.07) / RUNS);

const HALF = 5;
const RANGE = { low: 0, high: 10, cap: 1 };
const POINTS = 3;
const HAZARDS = { group: [0.15, 0.2, 0.2], others: [0.2, 0.25, 0.2] } as const;
const LEAVING = 0.06;
const COMPETING = 0.05;
const CASES = { group: [0.2, 0.25, 0.3, 0.25], others: [0.3, 0.25, 0.25, 0.2] } as const;
/** A value is ten times a uniform number to this power. */
const POWER = { group: 1.4, others: 1 } as const;
type Side = keyof typeof HAZARDS;

const names = (kind: string): string[] => [1, 2, 3].map((point) => `${kind}${point}`);
const WAIT = [...names('event'), ...names('censored'), 'beyond'];
const STEP = [...names('step'), ...names('left'), ...names('open'), 'still'];
const SHARES = ['a', 'b', 'c', 'd'];

type Numbers = Record<string, number>;

/** The exact statistics of so many people. */
function people(count: number, side: Side, uniform: () => number): Numbers {
  const numbers: Numbers = Object.fromEntries([...WAIT, ...STEP, ...SHARES, 'n', 'm'].map((name) => [name, 0]));
  const add = (name: string, by = 1): void => void (numbers[name] = (numbers[name] ?? 0) + by);
  for (let i = 0; i < count; i += 1) {
    add(ending(['event', 'censored', '', 'beyond'], side, uniform));
    add(ending(['step', 'open', 'left', 'still'], side, uniform));
    let left = uniform();
    add(SHARES[CASES[side].findIndex((share) => (left -= share) < 0)] ?? 'd');
    for (const [base, sum, squares] of [
      ['n', 's', 'q'],
      ['m', 't', 'r'],
    ] as const) {
      const x = 10 * uniform() ** POWER[base === 'n' ? side : 'others'] - HALF;
      add(base);
      add(sum, x);
      add(squares, x * x - (HALF * HALF) / 2);
    }
  }
  return numbers;
}

/** How a case ends: in each interval some are followed no longer, then the event or the competing one happens. */
function ending([event, censored, competing, beyond]: readonly string[], side: Side, uniform: () => number): string {
  for (let point = 1; point <= POINTS; point += 1) {
    if (uniform() < LEAVING) return `${censored}${point}`;
    const u = uniform();
    if (u < HAZARDS[side][point - 1]!) return `${event}${point}`;
    if (competing && u < HAZARDS[side][point - 1]! + COMPETING) return `${competing}${point}`;
  }
  return beyond!;
}

const widthOf = (name: string): number => ('st'.includes(name) ? HALF : 'qr'.includes(name) ? (HALF * HALF) / 2 : 1);

function drawn(exact: Numbers, chance: Chance, told: number): Record<string, Drawn> {
  return Object.fromEntries(
    Object.entries(exact).map(([name, value]) => {
      const width = widthOf(name);
      const noise = width === 1 ? chance.noise() : NOISE * width * chance.gaussian();
      return [name, { value: value + noise, noise: told * NOISE * width }];
    }),
  );
}

const sum = (a: Numbers, b: Numbers): Numbers => Object.fromEntries(Object.keys(a).map((name) => [name, a[name]! + b[name]!]));

const DERIVED: Readonly<Record<string, Omit<Derivation, 'by'> & { readonly by: string; readonly against?: 'everyoneElse' }>> = {
  curve: { by: 'curve', of: WAIT, parameters: { points: POINTS, competing: 0, at: 2 } },
  incidence: { by: 'curve', of: STEP, parameters: { points: POINTS, competing: 1, at: 3 } },
  share: { by: 'share', of: SHARES, parameters: { yes: 2 } },
  difference: { by: 'differenceOfMeans', of: ['s', 'q', 'n', 't', 'r', 'm'], parameters: RANGE },
  curveRatio: { by: 'curveRatio', of: WAIT, parameters: { points: POINTS, competing: 0, at: 2 }, against: 'everyoneElse' },
  meanRatio: { by: 'meanRatio', of: ['s', 'q', 'n'], parameters: RANGE, against: 'everyoneElse' },
};

const mean = (side: Side): number => 10 / (POWER[side] + 1);
const reached = (side: Side): number => 1 - (1 - HAZARDS[side][0]) * (1 - HAZARDS[side][1]);
const TRUTH: Readonly<Record<string, number>> = {
  curve: reached('group'),
  incidence: HAZARDS.group.reduce(
    ({ height, alive }, hazard) => ({ height: height + alive * hazard, alive: alive * (1 - hazard - COMPETING) }),
    { height: 0, alive: 1 },
  ).height,
  share: CASES.group[0] + CASES.group[1],
  difference: mean('group') - mean('others'),
  curveRatio: reached('group') / reached('others'),
  meanRatio: mean('group') / mean('others'),
};

const column = (key: string, sensitivity: Dimension['sensitivity']): Dimension => ({
  key,
  label: key,
  kind: 'nominal',
  sensitivity,
  values: ['group', 'others'].map((value) => ({ key: value, label: value })),
});

/** The values of the group in one release; `told` 0 says nothing of the noise. */
function released(
  size: number,
  special: boolean,
  uniform: () => number,
  chance: Chance,
  told: number,
): Record<string, ReleasedValue> {
  const [group, others] = [people(size, 'group', uniform), people(3 * size, 'others', uniform)];
  const key = special ? 'demo_gender' : 'level';
  const derived = (comparisons: boolean): Record<string, Derivation> =>
    Object.fromEntries(
      Object.entries(DERIVED)
        .filter(([, { against }]) => comparisons || !against)
        .flatMap(([name, derivation]) =>
          ['', 'Lower', 'Upper'].map((limit) => [
            `${name}${limit}`,
            { ...derivation, by: `${derivation.by}${limit}` as Formula },
          ]),
        ),
    );
  const frame = { measure: 'm', variant: 'v', unit: 'people', subject: 's', bases: [], scales: {}, necessary: 'share' };
  const whole = { group: {}, status: 'shown' as const, drawn: drawn(sum(group, others), chance, told) };
  const parts = [group, others].map((exact, i) => ({
    group: { [key]: i === 0 ? 'group' : 'others' },
    status: 'shown' as const,
    drawn: drawn(exact, chance, told),
  }));
  const tables = deriveTables(
    [
      { ...frame, table: { ...frame, breakdown: [], special: false, cells: [whole] }, derived: derived(false) },
      { ...frame, table: { ...frame, breakdown: [key], special, cells: parts }, derived: derived(true) },
    ],
    { dimensions: [column('level', 'open'), column('demo_gender', 'special')], policy: STANDARD_POLICY },
  );
  const [cell] = tables[1]!.cells;
  return cell?.status === 'shown' ? cell.values : {};
}

/** By figure, how often its interval holds the truth where there is one, and how often there is one. */
function coverage(size: number, special: boolean, told = 1): Record<string, { held: number; answered: number }> {
  const uniform = random(size + Number(special));
  const chance = gaussians(NOISE, 7 * size + Number(special));
  const found = Object.fromEntries(Object.keys(DERIVED).map((name) => [name, { held: 0, answered: 0 }]));
  for (let run = 0; run < RUNS; run += 1) {
    const values = released(size, special, uniform, chance, told);
    for (const [name, count] of Object.entries(found)) {
      const [lower, upper] = [values[`${name}Lower`], values[`${name}Upper`]];
      if (typeof lower !== 'number') continue;
      count.answered += 1;
      const unbounded = typeof upper === 'object' && upper.reason === 'unbounded';
      if (lower <= TRUTH[name]! && (unbounded || (typeof upper === 'number' && TRUTH[name]! <= upper))) count.held += 1;
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, { held, answered }]) => [name, { held: held / answered, answered: answered / RUNS }]),
  );
}

describe('an interval derived from drawn numbers', () => {
  it.each(SIZES.flatMap((size) => [false, true].map((special) => [size, special] as const)))(
    'of a group of %d (special: %s) holds the truth in at least 93 %%',
    (size, special) => {
      const found = coverage(size, special);
      for (const { held, answered } of Object.values(found)) {
        expect(answered).toBeGreaterThan(0.9);
        expect(held).toBeGreaterThan(0.93 - SLACK);
      }
    },
  );

  it('would hold it less often, if it said nothing of its noise', () => {
    // The same people and the same draws: every interval is the wider one's part.
    const [told, without] = [coverage(100, false), coverage(100, false, 0)];
    for (const [name, { held }] of Object.entries(without)) expect(held).toBeLessThan(told[name]!.held);
    expect(without['share']!.held).toBeLessThan(0.93);
  });
});
