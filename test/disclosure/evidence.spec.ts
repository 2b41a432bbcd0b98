import { describe, expect, it } from '@jest/globals';
import { DisclosureRefusal, evidenceOf, protect } from '../../api/src/disclosure/index.js';
import {
  parsePeriod,
  STANDARD_POLICY,
  type CellStatistics,
  type Cohort,
  type Statistic,
  type StatisticTable,
} from '../../api/src/kernel/index.js';
import { MEASURES } from '../../api/src/measures/index.js';

/** What counts as evidence on people, and how often. */

const SECRET = { key: new Uint8Array(32).fill(5), release: 'evidence' };
const PEOPLE = 400;
const everyone = Array.from({ length: PEOPLE }, (_, i) => i);
const members = (group: Readonly<Record<string, string>>): number[] =>
  'level' in group ? everyone.filter((i) => i % 2 === Number(group['level']) - 1) : everyone;

const LEVEL = {
  key: 'level',
  label: 'Level',
  kind: 'ordered',
  sensitivity: 'open',
  values: ['1', '2'].map((key) => ({ key, label: key })),
} as const;

const told = (...tables: StatisticTable[]): ReturnType<typeof evidenceOf> =>
  evidenceOf({ dimensions: [LEVEL], tables }, STANDARD_POLICY, SECRET, members);

/** How many draws the evidence on a subject about a group of this size stands for. */
const draws = (evidence: ReturnType<typeof evidenceOf>, subject: string, size: number): number =>
  (evidence.get(subject) ?? [])
    .filter(({ people }) => people.length === size)
    .reduce((sum, { noise }) => sum + (STANDARD_POLICY.noiseLevel / noise) ** 2, 0);

const statistic = (question: string, more: Partial<Statistic> = {}): Statistic => ({
  question,
  columnsOf: 'person',
  subject: 'mentees',
  sensitivity: { kind: 'count' },
  exact: { kind: 'exact', value: 200 },
  ...more,
});

const cell = (group: CellStatistics['group'], statistics: CellStatistics['statistics']): CellStatistics => ({
  group,
  open: { count: members(group).length, xor: (group['level'] ?? '0').padStart(16, '0') },
  secret: {},
  statistics,
});

const table = (statistics: Record<string, Statistic>, more: Partial<StatisticTable> = {}): StatisticTable => ({
  measure: 'm',
  variant: 'v',
  breakdown: [],
  special: false,
  bases: [{ kind: 'secret', of: [Object.keys(statistics)[0]!] }],
  cells: [cell({}, statistics)],
  ...more,
});

describe('statistics about teams', () => {
  const team: Partial<Statistic> = { columnsOf: 'team', subject: 'teams', exact: { kind: 'exact', value: 40 } };
  const bases: StatisticTable['bases'] = [{ kind: 'secret', of: ['teams'], least: 10 }];
  const sum = { kind: 'sum', cap: 1, low: 0, high: 10 } as const;
  const teams = { teams: statistic('teams/1', team), met: statistic('met/1', { ...team, sensitivity: sum }) };

  it('are no evidence on people, whatever else is published', () => {
    const people = table({ mentees: statistic('mentees/1') });
    expect([...told(table(teams, { measure: 'delivery', bases })).keys()]).toEqual([]);
    expect(told(people, table(teams, { measure: 'delivery', bases }))).toEqual(told(people));
  });

  it.each([
    ['that count people beside them', { teams: teams.teams, mentees: statistic('mentees/1') }, bases],
    ['that give people for teams', { teams: statistic('mentees/1', { subject: 'teams' }) }, bases],
    ['that give teams for people', { teams: statistic('teams/1', { columnsOf: 'team' }) }, bases],
    ['on fewer than ten teams', teams, [{ kind: 'secret', of: ['teams'], least: 9 }]],
    ['on teams that are not counted', teams, [{ kind: 'open' }]],
    ['that are exact', { ...teams, open: statistic('open/1', { ...team, sensitivity: { kind: 'open' } }) }, bases],
  ] as const)('are refused in tables %s', (_name, statistics, tested) => {
    const refused = (): unknown =>
      protect({ dimensions: [], tables: [table(statistics, { bases: tested })] }, STANDARD_POLICY, SECRET);
    expect(refused).toThrow(DisclosureRefusal);
    expect(refused).toThrow('teams');
  });
});

describe('sums over strata', () => {
  it('tell about the group, and about everyone who stands beside it there', () => {
    const bounded = statistic('concordant/1', { sensitivity: { kind: 'bounded', most: 1 } });
    const cells = ['1', '2'].map((level) => cell({ level }, { mentees: statistic('mentees/1'), concordant: bounded }));
    const evidence = told(table({}, { breakdown: ['level'], cells, bases: [{ kind: 'secret', of: ['mentees'] }] }));
    expect(draws(evidence, 'mentees', PEOPLE / 2)).toBeCloseTo(4);
    expect(draws(evidence, 'mentees', PEOPLE)).toBeCloseTo(2);
  });
});

describe('the histograms of the measures', () => {
  const numbers = new Proxy<Record<string, number>>({}, { get: () => PEOPLE });
  const cohort: Cohort = {
    period: parsePeriod('2026-Q3'),
    dimensions: [],
    people: [{ open: {}, special: {}, count: PEOPLE, xorHigh: 1, xorLow: 2, mentee: 'yes', mentor: 'yes' }],
    menteeMonths: [],
    menteeTrackMonths: [],
    doseLimit: 240,
    sessionsCollected: true,
    tallies: new Proxy<Cohort['tallies']>({}, { get: () => [{ open: {}, special: {}, secret: {}, numbers }] }),
    cases: {},
    settings: { mentorLoadCap: 3, reliability: 0.8 },
  };
  const tables = MEASURES.flatMap((contract) =>
    contract.variants.flatMap((variant) => {
      const whole = { breakdown: [], depths: [] };
      const made = contract.tableOf(cohort, variant, whole, { minimumOpen: 5, minimumSpecialBase: 5 });
      const statistics = Object.values(made?.cells[0]?.statistics ?? {});
      if (statistics.some(({ columnsOf }) => columnsOf === 'team')) return [];
      return made && statistics.some(({ histogram }) => histogram)
        ? [[contract.key, variant.key, made, statistics] as const]
        : [];
    }),
  );

  it('are there', () => expect(tables.length).toBeGreaterThan(5));

  it.each(tables)('of %s/%s count once, however many cases they have', (_measure, _variant, made, statistics) => {
    const drawn = statistics.filter(({ sensitivity }) => sensitivity.kind !== 'open');
    const [{ subject }] = drawn as [Statistic];
    const different = new Set(drawn.map(({ histogram, question }) => histogram ?? question));
    expect(drawn.length).toBeGreaterThan(different.size);
    expect(draws(told({ ...made, bases: [{ kind: 'open' }] }), subject, PEOPLE)).toBeCloseTo(different.size);
  });

  it.each(tables)(
    'of %s/%s are cases of one question: nobody is in two, and one scale holds for all',
    (...[, , , statistics]) => {
      const histograms = new Set(statistics.flatMap(({ histogram }) => histogram ?? []));
      for (const histogram of histograms) {
        const cases = statistics.filter((one) => one.histogram === histogram);
        expect(new Set(cases.map(({ question }) => question)).size).toBe(cases.length);
        expect(
          new Set(cases.map(({ columnsOf, subject, sensitivity }) => JSON.stringify([columnsOf, subject, sensitivity]))).size,
        ).toBe(1);
      }
    },
  );
});
