import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Cohort, parsePeriod, type StatisticTable } from '../../api/src/kernel/index.js';
import { DEFAULT_PLAN, parseSettings } from '../../api/src/governance/index.js';
import { measureOf, plannedTables } from '../../api/src/measures/index.js';
import { readCohort } from '../../api/src/releases/read-cohort.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { personKey, plant } from './plant.js';

/**
 * An organisation small enough to count by hand. The period is the third quarter of 2025: 1 July to 30 September.
 *
 * Employed on 30 September are ada, ben, eve, gus, hal, ivy, jon, kim, lea, mia, ned, ola, pia, quy and ray: fifteen
 * people. Not: cleo, who is hired a day later; dan, who left that day; fay, who is an agent.
 */
const PERIOD = parsePeriod('2025-Q3');

const settings = parseSettings({
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'A test.',
      values: [
        { key: 'f', label: 'Women' },
        { key: 'm', label: 'Men' },
      ],
    },
  ],
});

const woman = { consent: true, demographics: { demo_gender: 'f' } };
const man = { consent: true, demographics: { demo_gender: 'm' } };

const people = [
  { id: 'ada', hired: '2020-01-01', team: 'org/eng/core', level: '2', ...woman },
  { id: 'ben', from: '2025-09-30', hired: '2025-09-30', team: 'org/eng/core', level: '1', ...man },
  { id: 'cleo', from: '2025-09-01', hired: '2025-10-01', team: 'org/eng/core', level: '1', ...woman },
  { id: 'dan', hired: '2020-01-01', left: '2025-09-30', team: 'org/eng/core', level: '2', ...man },
  { id: 'eve', hired: '2020-01-01', left: '2025-10-01', team: 'org/eng/data', level: '2', ...woman },
  { id: 'fay', hired: '2020-01-01', kind: 'agent', team: 'org/eng/core', level: '2' },
  { id: 'gus', hired: null, team: 'org/eng/data', level: '10', ...man },
  { id: 'hal', hired: '2020-01-01' },
  { id: 'ivy', hired: '2024-09-30', team: 'org/eng', level: '10', ...woman },
  { id: 'jon', from: '2024-01-01', hired: '2024-10-01', team: 'org/eng/core', level: '1', ...man },
  { id: 'jon', from: '2025-08-01', team: 'org/eng/data', level: '2', ...man },
  { id: 'jon', from: '2025-10-05', team: 'org/sales', level: '10', ...man },
  { id: 'kim', hired: '2020-01-01', team: 'org/sales', level: '1', ...woman },
  { id: 'lea', hired: '2020-01-01', team: 'org/sales', level: '1', ...woman },
  { id: 'mia', hired: '2020-01-01', team: 'org/sales', level: '1', ...woman },
  { id: 'ned', hired: '2020-01-01', team: 'org/sales', level: '2', ...man },
  { id: 'ola', hired: '2020-01-01', team: 'org/sales', level: '2', ...woman },
  { id: 'pia', hired: '2020-01-01', team: 'org/sales', level: '2', ...woman },
  { id: 'quy', hired: '2020-01-01', team: 'org/sales', level: '2', ...man },
  { id: 'ray', hired: '2020-01-01', team: 'org/sales', level: '2', consent: false, demographics: { demo_gender: 'f' } },
];

/** Mentees of the period are ada, mia and ned; with closed relationships kim too. The one mentor is ned. */
const participations = [
  { relationship: 'r-ada', person: 'ada', role: 'mentee' as const, started: '2025-01-01' },
  { relationship: 'r-kim', person: 'kim', role: 'mentee' as const, started: '2025-01-01', closed: true },
  { relationship: 'r-lea', person: 'lea', role: 'mentee' as const, started: '2025-01-01', ended: '2025-06-30' },
  { relationship: 'r-mia', person: 'mia', role: 'mentee' as const, started: '2025-01-01', ended: '2025-07-01' },
  { relationship: 'r-ned', person: 'ned', role: 'mentee' as const, started: '2025-09-30', track: 'other' },
  { relationship: 'r-ada', person: 'ned', role: 'mentor' as const, started: '2025-01-01' },
  { relationship: 'r-ola', person: 'ola', role: 'mentee' as const, started: '-infinity' },
  { relationship: 'r-pia', person: 'pia', role: 'mentee' as const, started: '2025-01-01', track: 'nobody knows this track' },
  { relationship: 'r-quy', person: 'quy', role: 'mentee' as const, started: '2025-10-01' },
  { relationship: 'r-who', person: 'somebody unknown', role: 'mentee' as const, started: '2025-01-01' },
  { relationship: 'r-dan', person: 'dan', role: 'mentee' as const, started: '2025-01-01' },
];

/** Minutes that were held: ada's August is above twice the agreed 120 and counts as 240; kim's stay out. */
const months = [
  { relationship: 'r-ada', month: '2025-07-01', minutes: 60 },
  { relationship: 'r-ada', month: '2025-08-01', minutes: 500 },
  { relationship: 'r-ada', month: '2025-10-01', minutes: 999 },
  { relationship: 'r-kim', month: '2025-07-01', minutes: 77 },
  { relationship: 'r-mia', month: '2025-07-01', minutes: 30 },
  { relationship: 'r-mia', month: '2025-08-01', minutes: 30 },
  { relationship: 'r-ned', month: '2025-09-01', minutes: 45 },
];

const tracks = [{ id: 'track' }, { id: 'other', monthlyMinutes: 20 }];

let installation: TestInstallation;
let cohort: Cohort;

beforeAll(async () => {
  installation = await freshInstallation();
  await plant(installation.pool('owner'), { people, participations, months, tracks });
  cohort = await readCohort(installation.pool('curator'), PERIOD, 1, settings);
});

function tableOf(measure: string, variant: string, by: readonly string[]): StatisticTable {
  const contract = measureOf(measure)!;
  const planned = plannedTables(contract, DEFAULT_PLAN, cohort).find(({ breakdown }) => breakdown.join() === by.join())!;
  const asked = contract.variants.find(({ key }) => key === variant)!;
  return contract.tableOf(cohort, asked, planned, { minimumOpen: 30, minimumSpecialBase: 50 })!;
}

/** `value: number` by group for one statistic of a table. */
function numbers(measure: string, variant: string, by: readonly string[], statistic: string): Record<string, number | undefined> {
  const name = (group: Readonly<Record<string, string>>): string => by.map((key) => group[key]).join(' × ') || 'organisation';
  return Object.fromEntries(
    tableOf(measure, variant, by).cells.map(({ group, statistics }) => [name(group), statistics[statistic]?.exact.value]),
  );
}

describe('who is eligible', () => {
  it('is every person employed on the last day: hired by then, not gone by then, no agent', () => {
    expect(numbers('participation', 'mentee', [], 'eligible')).toEqual({ organisation: 15 });
  });

  it('has the team of that day: jon moved to data in August, his move in October is not yet', () => {
    expect(numbers('participation', 'mentee', ['team'], 'eligible')).toEqual({
      'org/eng': 6, // ada, ben in core; eve, gus, jon in data; ivy at eng itself
      'org/sales': 8,
      '(not said)': 1, // hal
    });
  });

  it('has the tenure of that day: one year on the day itself is the second band, an unknown hiring date is not said', () => {
    expect(numbers('participation', 'mentee', ['tenure'], 'eligible')).toEqual({
      '0-1': 2, // ben; and jon, whose hiring date stands in his first row: a day short of one year
      '1-2': 1, // ivy
      '4+': 11,
      '(not said)': 1, // gus
    });
  });

  it('orders levels naturally, 2 before 10', () => {
    expect(Object.keys(numbers('participation', 'mentee', ['level'], 'eligible'))).toEqual(['1', '2', '10', '(not said)']);
  });

  it('names each set of people by the exclusive or of their keys', () => {
    const cell = tableOf('participation', 'mentee', ['team']).cells.find(({ group }) => group.team === '(not said)')!;
    expect(BigInt(`0x${cell.open.xor}`)).toBe(BigInt.asUintN(64, BigInt(personKey('hal'))));
  });
});

describe('who takes part', () => {
  it('counts closed relationships for the organisation in participation, and nowhere else', () => {
    expect(numbers('participation', 'mentee', [], 'participants')).toEqual({ organisation: 4 }); // ada, kim, mia, ned
    expect(numbers('parity', 'mentee', [], 'participants')).toEqual({ organisation: 3 });
    expect(numbers('participation', 'mentee', ['team'], 'participants')).toEqual({
      'org/eng': 1,
      'org/sales': 2,
      '(not said)': 0,
    });
  });

  it('counts a single day of the period, and no row without a start, of an unknown track or person', () => {
    expect(numbers('parity', 'mentee', ['level'], 'participants')).toEqual({ '1': 1, '2': 2, '10': 0, '(not said)': 0 });
    expect(numbers('parity', 'mentor', ['level'], 'participants')).toEqual({ '1': 0, '2': 1, '10': 0, '(not said)': 0 });
  });

  it('counts a personal characteristic only of those who consented, with those who do not take part beside them', () => {
    // Women: ada, eve, ivy, kim, lea, mia, ola, pia; kim takes part in a closed relationship only. Ray did not consent.
    expect(numbers('parity', 'mentee', ['demo_gender'], 'participants')).toEqual({ f: 2, m: 1 });
    expect(numbers('parity', 'mentee', ['demo_gender'], 'nonParticipants')).toEqual({ f: 6, m: 4 });
    expect(tableOf('parity', 'mentee', ['demo_gender']).cells[0]?.statistics).not.toHaveProperty('eligible');
  });

  it('asks one question of one set of people, whichever measure asks', () => {
    const questionOf = (measure: string, by: readonly string[]) =>
      tableOf(measure, 'mentee', by).cells[0]?.statistics.participants?.question;
    expect(questionOf('participation', [])).toBe('mentees-with-closed/1');
    expect([questionOf('parity', []), questionOf('parity', ['team']), questionOf('participation', ['team'])]).toEqual(
      Array(3).fill('mentees/1'),
    );
  });
});

describe('how much mentees receive', () => {
  it('counts the months in which somebody was a mentee: ada three, mia one, ned one', () => {
    expect(numbers('dose', 'mentee', [], 'months')).toEqual({ organisation: 5 });
    expect(numbers('dose', 'mentee', [], 'mentees')).toEqual({ organisation: 3 });
  });

  it('cuts minutes off at twice the agreed dose of the track, and sums them about the middle of 0 to 240', () => {
    const months = [60, 240, 0, 30, 40]; // ned's 45 minutes are above twice the 20 of his track
    expect(numbers('dose', 'mentee', [], 'minutes')).toEqual({ organisation: months.reduce((sum, x) => sum + (x - 120), 0) });
    expect(numbers('dose', 'mentee', [], 'squares')).toEqual({
      organisation: months.reduce((sum, x) => sum + (x - 120) ** 2 - 120 ** 2 / 2, 0),
    });
  });

  it('counts months of a track by track, and holds nothing exact there', () => {
    expect(numbers('dose', 'mentee', ['track'], 'months')).toEqual({ other: 1, track: 4 });
    expect(numbers('dose', 'mentee', ['track'], 'mentees')).toEqual({ other: 1, track: 2 });
    expect(tableOf('dose', 'mentee', ['track']).cells[0]?.statistics).not.toHaveProperty('eligible');
  });
});

const inAnyOrder = ({ people }: Cohort): string[] => people.map((row) => JSON.stringify(row)).sort();

describe('what was known', () => {
  it('does not change when more is loaded, and changes when it is read as of then', async () => {
    const owner = installation.pool('owner');
    const later = await plant(owner, {
      people: [{ id: 'ada', hired: '2020-01-01', left: '2025-09-01', team: 'org/eng/core', level: '2' }],
      participations: [{ relationship: 'r-eve', person: 'eve', role: 'mentee', started: '2025-08-01' }],
    });
    const curator = installation.pool('curator');
    expect(inAnyOrder(await readCohort(curator, PERIOD, 1, settings))).toEqual(inAnyOrder(cohort));
    const now = await readCohort(curator, PERIOD, later, settings);
    expect(now.people.reduce((sum, { count }) => sum + count, 0)).toBe(14);
    expect(now.people.filter(({ mentee }) => mentee === 'yes').reduce((sum, { count }) => sum + count, 0)).toBe(3); // eve, mia, ned
  });
});
