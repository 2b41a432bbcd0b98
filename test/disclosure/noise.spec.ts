import { describe, expect, it } from '@jest/globals';
import { protect } from '../../api/src/disclosure/index.js';
import {
  type CellStatistics,
  type Dimension,
  type Sensitivity,
  STANDARD_POLICY,
  type StatisticTable,
} from '../../api/src/kernel/index.js';
import { chance, hexKey } from './support/chance.js';

const CELLS = 10_000;
const COUNT: Sensitivity = { kind: 'count' };
const place: Dimension = {
  key: 'place',
  label: 'Place',
  kind: 'nominal',
  sensitivity: 'open',
  values: Array.from({ length: CELLS }, (_, i) => ({ key: `p${i}`, label: '' })),
};

interface Asked {
  readonly question: string;
  readonly exact: (i: number) => number;
  readonly sensitivity?: Sensitivity;
  readonly columnsOf?: 'person' | 'mentor';
}

const random = chance(99);
const keys = Array.from({ length: CELLS }, () => hexKey(random));

/** The noise of one statistic in every cell, in units of what one person moves. */
function noises(ask: Asked, { release = 'r', noiseLevel = 3, measure = 'm', track = '' } = {}): number[] {
  const { question, exact, sensitivity = COUNT, columnsOf = 'person' } = ask;
  const cells = keys.map((xor, i): CellStatistics => {
    const statistics = {
      value: { question, columnsOf, subject: 's', sensitivity, exact: { kind: 'exact' as const, value: exact(i) } },
    };
    return { group: { place: `p${i}` }, open: { count: 100, xor }, secret: track === '' ? {} : { track }, statistics };
  });
  const table: StatisticTable = { measure, variant: 'v', breakdown: ['place'], special: false, bases: [{ kind: 'open' }], cells };
  const [found] = protect(
    { dimensions: [place], tables: [table] },
    { ...STANDARD_POLICY, noiseLevel },
    { key: new Uint8Array(32).fill(5), release },
  );
  return found!.cells.map((cell, i) => {
    if (cell.status !== 'shown') throw new Error('a cell of a hundred people is shown');
    const { value, noise } = cell.drawn['value']!;
    return ((value - exact(i)) / noise) * noiseLevel;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((value) => value * value)) - mean(values) ** 2;
const correlation = (a: readonly number[], b: readonly number[]): number =>
  (mean(a.map((value, i) => value * b[i]!)) - mean(a) * mean(b)) / Math.sqrt(variance(a) * variance(b));

/** Five standard errors: a right program fails once in two million. */
const FIVE = 5 / Math.sqrt(CELLS);
const mentees: Asked = { question: 'mentees/1', exact: () => 20 };

describe('the noise of a count', () => {
  it.each([2.5, 3, 4, 8])(
    'has mean 0, the stated spread, and the shape of a discrete Gaussian at noise level %d',
    (noiseLevel) => {
      const drawn = noises(mentees, { noiseLevel });
      expect(Math.abs(mean(drawn) / noiseLevel)).toBeLessThan(FIVE);
      expect(Math.abs(variance(drawn) / noiseLevel ** 2 - 1)).toBeLessThan(FIVE * Math.SQRT2);
      const weight = (z: number): number => Math.exp(-(z * z) / (2 * noiseLevel ** 2));
      const total = Array.from({ length: 401 }, (_, i) => weight(i - 200)).reduce((sum, one) => sum + one, 0);
      for (let z = -Math.ceil(2 * noiseLevel); z <= 2 * noiseLevel; z += 1) {
        const expected = weight(z) / total;
        const share = drawn.filter((value) => Math.abs(value - z) < 1e-9).length / CELLS;
        expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / CELLS));
      }
    },
  );

  it('tells nothing about what is counted: it is the same whatever the count', () => {
    expect(noises({ ...mentees, exact: (i) => i % 50 })).toEqual(noises(mentees));
  });

  it('is the same wherever the same question about the same people is asked', () => {
    expect(noises(mentees, { measure: 'another' })).toEqual(noises(mentees));
  });

  it.each([
    ['another question', noises({ ...mentees, question: 'mentors/1' })],
    ['another version of the question', noises({ ...mentees, question: 'mentees/2' })],
    ["the mentor's columns", noises({ ...mentees, columnsOf: 'mentor' })],
    ['a secret condition', noises(mentees, { track: 'x' })],
    ['another release', noises(mentees, { release: 'r2' })],
    ['another scale', noises({ ...mentees, sensitivity: { kind: 'rows', cap: 1 } })],
    ['another noise level', noises(mentees, { noiseLevel: 4, release: 'r at 4' })],
  ])('is independent of that of %s, even where both count nobody', (_, other) => {
    const empty = noises({ ...mentees, exact: () => 0 });
    expect(Math.abs(correlation(empty, other))).toBeLessThan(FIVE);
    const squares = (values: readonly number[]): number[] => values.map((value) => value * value);
    expect(Math.abs(correlation(squares(empty), squares(other)))).toBeLessThan(FIVE);
  });

  it("differs between the mentee's and the mentor's columns within one release", () => {
    const ask = (columnsOf: 'mentee' | 'mentor') => ({
      question: 'q/1',
      columnsOf,
      subject: 's',
      sensitivity: COUNT,
      exact: { kind: 'exact' as const, value: 9 },
    });
    const cells = keys.slice(0, 200).map((xor, i): CellStatistics => ({
      group: { place: `p${i}` },
      open: { count: 50, xor },
      secret: {},
      statistics: { a: ask('mentee'), b: ask('mentor') },
    }));
    const table: StatisticTable = {
      measure: 'm',
      variant: 'v',
      breakdown: ['place'],
      special: false,
      bases: [{ kind: 'open' }],
      cells,
    };
    const [found] = protect({ dimensions: [place], tables: [table] }, STANDARD_POLICY, { key: new Uint8Array(32), release: 'r' });
    const alike = found!.cells.filter((cell) => cell.status === 'shown' && cell.drawn['a']!.value === cell.drawn['b']!.value);
    expect(alike.length).toBeLessThan(50);
  });

  it('is independent from cell to cell', () => {
    const drawn = noises(mentees);
    for (const lag of [1, 2, 7]) expect(Math.abs(correlation(drawn.slice(lag), drawn.slice(0, -lag)))).toBeLessThan(2 * FIVE);
  });
});

describe('the noise of every other kind', () => {
  it.each<[string, Sensitivity]>([
    ['rows', { kind: 'rows', cap: 3 }],
    ['sum', { kind: 'sum', cap: 3, low: 0, high: 240 }],
    ['squares', { kind: 'squares', cap: 1, low: 1, high: 5 }],
    ['bounded', { kind: 'bounded', most: 1 }],
    ['fit', { kind: 'fit', bound: 0.4 }],
  ])('has mean 0 and the noise level times what one person moves: %s', (_, sensitivity) => {
    const drawn = noises({ question: 'other/1', sensitivity, exact: () => 0 });
    expect(Math.abs(mean(drawn) / 3)).toBeLessThan(FIVE);
    expect(Math.abs(variance(drawn) / 9 - 1)).toBeLessThan(FIVE * Math.SQRT2);
  });

  it('gives no low bits away: values between two steps are drawn alike', () => {
    const sensitivity: Sensitivity = { kind: 'sum', cap: 1, low: 0, high: 3 };
    const values = (exact: number): number[] =>
      noises({ question: 'other/1', sensitivity, exact: () => exact }).map((noise) => noise + exact / 1.5);
    const step = 1 / 16;
    for (const value of values(0.123456789)) expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-9);
  });
});
