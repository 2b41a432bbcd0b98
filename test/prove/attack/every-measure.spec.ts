import { describe, expect, it } from '@jest/globals';
import { attack, evidenceOf, exposure } from '../../../api/src/disclosure/index.js';
import { DEFAULT_PLAN } from '../../../api/src/governance/index.js';
import { STANDARD_POLICY } from '../../../api/src/kernel/index.js';
import { MEASURES } from '../../../api/src/measures/index.js';
import { cohortOfEveryMeasure, releaseOfEveryMeasure } from '../../attack/support/every-measure.js';
import { type Fault, findsAll } from '../../attack/support/faults.js';
import { people } from '../../attack/support/organisation.js';
import {
  isShown,
  planted,
  tableOf,
  truthOf,
  type LooseCell,
  type LooseFile,
  type LooseTable,
} from '../../attack/support/plant.js';
import { prepared } from '../../attack/support/release.js';

const quarter = releaseOfEveryMeasure(900, '2026-Q3');

describe('a release of every measure', () => {
  const files = [quarter, releaseOfEveryMeasure(900, '2026-Q4')];

  it('draws all of them, and shows numbers of nearly all', () => {
    const tables = files.flatMap((file) => file.tables);
    const withCells = (...statuses: readonly string[]): string[] => {
      const met = new Set(
        tables.filter(({ cells }) => cells.some(({ status }) => statuses.includes(status))).map(({ measure }) => measure),
      );
      return MEASURES.map(({ key }) => key).filter((key) => !met.has(key));
    };
    expect(withCells('shown', 'notEstimable')).toEqual([]);
    expect(withCells('shown').length).toBeLessThan(4);
  });

  it('withstands the attack, in a quarter and at the end of the year', () => {
    expect(attack(files.slice(0, 1)).findings).toEqual([]);
    expect(attack(files).findings).toEqual([]);
  });
});

describe('what a release of every measure tells about a person', () => {
  it.each([60, 300])('of %d stays within the budget of one release, also at the end of the year', (count) => {
    const everyone = people(count, count);
    const { statistics, policy } = prepared({
      everyone,
      period: '2026-Q4',
      plan: DEFAULT_PLAN,
      ...cohortOfEveryMeasure(everyone),
    });
    const isIn = (group: Readonly<Record<string, string>>, i: number): boolean =>
      truthOf([everyone[i]!], group, 'mentee').people === 1;
    const members = (group: Readonly<Record<string, string>>): number[] => [...everyone.keys()].filter((i) => isIn(group, i));
    const evidence = evidenceOf(statistics, policy, { key: new Uint8Array(32), release: 'all' }, members);
    const greatest = Object.fromEntries([...evidence].map(([subject, told]) => [subject, exposure(told, count).greatest]));
    expect(Object.keys(greatest)).toEqual(expect.arrayContaining(['mentees', 'mentors', 'leavers']));
    expect(Object.keys(greatest)).not.toContain('teams');
    expect(Math.max(...Object.values(greatest))).toBeLessThan(STANDARD_POLICY.exposure.release);
    expect(greatest['mentees']).toBeGreaterThan(0.05);
  });
});

type Change = (table: LooseTable, file: LooseFile) => void;

/** A fault in the first table of a name that shows anything. */
const fault = (name: string, rule: string, where: string, change: Change): Fault => [
  name,
  rule,
  () => planted(quarter, (file) => change(tableOf(file, where), file)),
];

const shownOf = (table: LooseTable): LooseCell[] => (table.cells as unknown as LooseCell[]).filter(isShown);
const scaleOf = (table: LooseTable, name: string): Record<string, unknown> =>
  table.scales[name] as unknown as Record<string, unknown>;
const WAIT = 'wait/requests/';
const HAZARD = 'promotion_comparison/over_time/';
const LANDMARK = 'promotion_comparison/landmark/';
const TEAMS = 'capacity/teams_at_work/';
const SCORES = 'pulse/respondents/';

findsAll('in a scale', [
  fault('a bound that is changed', 'noise', HAZARD, (table) => (scaleOf(table, 'logHazardRatio')['times'] = 4)),
  fault('a bound that rests on other numbers', 'noise', HAZARD, (table) => (scaleOf(table, 'logHazardRatio')['of'] = ['others'])),
  fault('a bound with its noise below what a ratio needs', 'noise', HAZARD, (table) => {
    scaleOf(table, 'logHazardRatio')['times'] = 1;
    for (const cell of shownOf(table)) cell.drawn['logHazardRatio']!.noise /= 2;
  }),
  fault('a bound that is public and drawn', 'form', HAZARD, (table) => (scaleOf(table, 'logHazardRatio')['most'] = 1)),
  fault('a sum over strata that less than a person moves', 'noise', LANDMARK, (table) => {
    scaleOf(table, 'concordant')['most'] = 0.5;
    for (const cell of shownOf(table)) cell.drawn['concordant']!.noise /= 2;
  }),
  fault('a case of a curve that is counted otherwise', 'noise', WAIT, (table) => {
    Object.assign(scaleOf(table, 'beyond'), { kind: 'rows', cap: 2 });
  }),
  fault(
    'a thirty-second of a case of a curve',
    'lattice',
    WAIT,
    (table) => (shownOf(table)[0]!.drawn['beyond']!.value += 1 / 32),
  ),
  fault(
    'a statistic whose scale is not said',
    'noise',
    WAIT,
    (table) => delete (table.scales as Record<string, unknown>)['beyond'],
  ),
  fault('a scale of nothing', 'noise', WAIT, (table) => (table.scales['more'] = { kind: 'count' })),
  fault('a range narrower than the values were drawn with', 'noise', SCORES, (table) => {
    for (const one of Object.values(table.derived))
      if (one.by.startsWith('mean')) one.parameters = { ...one.parameters, high: 4 };
  }),
  fault('a cap that the base has not', 'noise', SCORES, (table) => {
    const base = Object.values(table.derived).find(({ by }) => by === 'mean')!.of[2]!;
    Object.assign(scaleOf(table, base), { kind: 'rows', cap: 3 });
  }),
  fault('a parameter that nobody reads', 'noise', WAIT, (table) => {
    const curve = Object.values(table.derived).find(({ by }) => by === 'curve')!;
    curve.parameters = { ...curve.parameters, served: 17 };
  }),
]);

findsAll('in what is asked of a base', [
  fault(
    'a curve of any number of people',
    'rule 3',
    WAIT,
    (table) => (table.bases = table.bases.filter(({ least }) => least !== 30)),
  ),
  fault('a curve of nine events', 'rule 3', WAIT, (table) => {
    table.bases = table.bases.map((base) => (base.least === 10 ? { ...base, least: 9 } : base));
  }),
  fault('a curve of events that are not those of the curve', 'rule 3', WAIT, (table) => {
    table.bases = table.bases.map((base) => (base.least === 10 ? { ...base, of: base.of.slice(1) } : base));
  }),
  fault('a cell below what its base asks', 'rule 3', WAIT, (table) => (table.bases[0]!.least = 100_000)),
  fault('a model of few people', 'rule 3', HAZARD, (table) => {
    table.bases = table.bases.map((base) => ({ ...base, least: 10 }));
  }),
  fault('a model with an arm of any size', 'rule 3', HAZARD, (table) => {
    table.bases = table.bases.filter(({ of }) => !of.includes('othersStepped'));
  }),
  fault('nine teams', 'rule 3', TEAMS, (table) => {
    table.bases = table.bases.map((base) => ({ ...base, least: 9 }));
  }),
  fault('an exact number about teams', 'rule 3', TEAMS, (table) => (table.scales['exact'] = { kind: 'open' })),
]);

describe('groups of five', () => {
  it('are for the measures of who takes part alone', () => {
    const file = planted(quarter, (copy) => {
      copy.policy.otherTables.minimumOpen = 901;
      // Findings of one rule are listed up to fifty.
      copy.tables = copy.tables.filter(({ measure }) => /^(participation|parity|parity_adjusted|endings)$/.test(measure));
    });
    const where = attack([file])
      .findings.filter(({ rule }) => rule === 'rule 3')
      .map((finding) => finding.where.split('/')[0]);
    expect(where).toContain('endings');
    expect(where.filter((measure) => /^(participation|parity|parity_adjusted)$/.test(measure!))).toEqual([]);
  });
});
