import { describe, expect, it } from '@jest/globals';
import type { ReleasedTable, ReleasedValue } from '../../../api/src/kernel/index.js';
import { cohortOf, releaseOf, SETTINGS, type Somebody } from '../../releases/cohort-in-memory.js';
import { random } from '../../releases/generated-organisation.js';

/** Rates and minutes that are true of the groups; what one release shows of them is chance and noise. */
const RATE: Readonly<Record<string, number>> = { '1': 0.4, '2': 0.22, '3': 0.3 };
const SIZE: Readonly<Record<string, number>> = { '1': 90, '2': 60, '3': 150 };
const MEAN_MINUTES = 105; // whole steps of 30 from 0 to 210, alike

function drawPeople(next: () => number): Somebody[] {
  return Object.entries(RATE).flatMap(([level, rate]) =>
    Array.from({ length: SIZE[level] ?? 0 }, (_, at): Somebody => {
      const gender = at % 3 === 0 ? 'f' : 'm';
      return {
        team: `org/t${at % 2}`,
        level,
        location: 'here',
        tenure: '4+',
        special: { demo_gender: gender },
        mentee: next() < rate * (gender === 'f' ? 0.7 : 1.15) ? 'yes' : 'no',
        mentor: 'no',
        minutes: [0, 1, 2].map(() => Math.floor(next() * 8) * 30),
        track: 'a',
      };
    }),
  );
}

const trueRate = (level: string): number => (RATE[level] ?? 0) * (0.7 / 3 + (1.15 * 2) / 3);

interface Asked {
  readonly table: (tables: readonly ReleasedTable[]) => ReleasedTable | undefined;
  readonly group: Readonly<Record<string, string>>;
  readonly limits: readonly [string, string];
  readonly truth: number;
}

const named =
  (measure: string, by: string): Asked['table'] =>
  (tables) =>
    tables.find((table) => table.measure === measure && table.variant === 'mentee' && table.breakdown.join('+') === by);

const othersRate = (level: string): number => {
  const others = Object.keys(RATE).filter((other) => other !== level);
  const people = others.reduce((sum, other) => sum + (SIZE[other] ?? 0), 0);
  return others.reduce((sum, other) => sum + (SIZE[other] ?? 0) * trueRate(other), 0) / people;
};

/** Everybody's weight in the levels is the same in both genders. */
const overall = Object.keys(RATE).reduce((sum, level) => sum + ((SIZE[level] ?? 0) / 300) * (RATE[level] ?? 0), 0);

const ASKED: Readonly<Record<string, Asked>> = {
  'a rate over an open base': {
    table: named('participation', 'level'),
    group: { level: '2' },
    limits: ['lower', 'upper'],
    truth: trueRate('2'),
  },
  'a rate of a personal characteristic': {
    table: named('participation', 'demo_gender'),
    group: { demo_gender: 'f' },
    limits: ['lower', 'upper'],
    truth: 0.7 * overall,
  },
  'a ratio to everyone else': {
    table: named('parity', 'level'),
    group: { level: '2' },
    limits: ['rateRatioLower', 'rateRatioUpper'],
    truth: trueRate('2') / othersRate('2'),
  },
  'a difference to everyone else': {
    table: named('parity', 'level'),
    group: { level: '1' },
    limits: ['rateDifferenceLower', 'rateDifferenceUpper'],
    truth: trueRate('1') - othersRate('1'),
  },
  'a ratio of characteristics': {
    table: named('parity', 'demo_gender'),
    group: { demo_gender: 'f' },
    limits: ['rateRatioLower', 'rateRatioUpper'],
    truth: 0.7 / 1.15,
  },
  'a mean': { table: named('dose', 'level'), group: { level: '3' }, limits: ['meanLower', 'meanUpper'], truth: MEAN_MINUTES },
};

const RUNS = Number(process.env.RUNS ?? 120);

describe('intervals over many releases, each with its own chance and its own noise', () => {
  const next = random(77);
  const files = Array.from(
    { length: RUNS },
    (_, seed) => releaseOf(cohortOf(drawPeople(next), SETTINGS, '2025-Q3'), seed).tables,
  );

  it.each(Object.keys(ASKED))('hold %s at about 95 %%', (name) => {
    const { table, group, limits, truth } = ASKED[name] as Asked;
    const cells = files.map((tables) =>
      table(tables)?.cells.find((cell) => JSON.stringify(cell.group) === JSON.stringify(group)),
    );
    const shown = cells.flatMap((cell) => (cell?.status === 'shown' ? [cell.values] : []));
    expect(shown.length).toBeGreaterThan(0.95 * RUNS);
    const held = shown.filter(
      (values) => numberOf(values[limits[0]], -Infinity) <= truth && truth <= numberOf(values[limits[1]], Infinity),
    );
    const share = held.length / shown.length;
    // The method is allowed 93.4 to 98.2 %; so many runs tell it to within three standard errors.
    const chance = 3 * Math.sqrt((0.95 * 0.05) / shown.length);
    expect(share).toBeGreaterThan(0.934 - chance);
    expect(share).toBeLessThanOrEqual(Math.min(1, 0.982 + chance));
  });
});

const numberOf = (value: ReleasedValue | undefined, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
