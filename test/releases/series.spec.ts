import { describe, expect, it } from '@jest/globals';
import { setSettings } from '../../api/src/governance/index.js';
import type { Derivation, Dimension, ReleasedCell, ReleasedTable, ReleasedValue } from '../../api/src/kernel/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { buildRelease, publishRelease, readSeries, RELEASE_ENTITIES } from '../../api/src/releases/index.js';
import { changeOverTime, intervalsOf } from '../../api/src/releases/change-over-time.js';
import { seriesOf, type SeriesRelease } from '../../api/src/releases/series.js';
import { wilsonInterval } from '../../api/src/statistics/index.js';
import { freshInstallation } from '../support/database.js';
import { entitiesOn } from '../support/entities.js';
import { GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { plant } from './plant.js';

const TEAM: Dimension = {
  key: 'team',
  label: 'Team',
  kind: 'tree',
  sensitivity: 'open',
  values: [
    { key: 'eng', label: 'eng' },
    { key: 'eng/web', label: 'web', parent: 'eng' },
    { key: 'ops', label: 'ops' },
  ],
};
const DERIVED: Record<string, Derivation> = {
  eligible: { by: 'count', of: ['eligible'] },
  rate: { by: 'proportion', of: ['participants', 'eligible'] },
  lower: { by: 'proportionLower', of: ['participants', 'eligible'] },
  upper: { by: 'proportionUpper', of: ['participants', 'eligible'] },
  ratio: { by: 'rateRatio', of: ['participants', 'eligible'], against: 'everyoneElse' },
  ratioLower: { by: 'rateRatioLower', of: ['participants', 'eligible'], against: 'everyoneElse' },
  ratioUpper: { by: 'rateRatioUpper', of: ['participants', 'eligible'], against: 'everyoneElse' },
};

type Values = Readonly<Record<string, ReleasedValue>>;
const rate = (value: number, half = 0.05): Values => ({ eligible: 40, rate: value, lower: value - half, upper: value + half });

const tableOf = (cell: ReleasedCell): ReleasedTable =>
  ({
    measure: 'participation',
    variant: 'mentee',
    breakdown: ['team'],
    derived: DERIVED,
    cells: [cell],
  }) as unknown as ReleasedTable;

const shown = (values: Values, team = 'eng'): ReleasedTable => tableOf({ group: { team }, status: 'shown', drawn: {}, values });

const quarter = (q: number, table: ReleasedTable | null, more: Partial<SeriesRelease> = {}): SeriesRelease => ({
  period: `2026-Q${q}`,
  releaseId: `r${q}`,
  asOf: `2026-0${q}-28`,
  methodVersion: 'dose/1 participation/1',
  dimensions: [TEAM],
  restates: null,
  table,
  ...more,
});

const series = (...releases: SeriesRelease[]) => seriesOf(releases, 'participation', { team: 'eng' });

describe('a series', () => {
  it('sets each value beside the last shown one, in words that hold both intervals', () => {
    const points = series(
      quarter(1, shown(rate(0.3))),
      quarter(2, shown(rate(0.34))),
      quarter(3, shown(rate(0.5))),
      quarter(4, shown(rate(0.2))),
    );
    expect(points.map(({ changes }) => changes.rate?.verdict)).toEqual([undefined, 'withinChance', 'higher', 'lower']);
    expect(points[2]?.changes.rate?.since).toBe('2026-Q2');
    expect(points[2]?.changes.rate?.lower).toBeCloseTo(0.16 - Math.hypot(0.05, 0.05), 12);
    expect(points[2]?.changes).not.toHaveProperty('eligible');
  });

  it('names what is not there, and compares across it', () => {
    const points = series(
      quarter(1, shown(rate(0.3))),
      quarter(2, tableOf({ group: { team: 'eng' }, status: 'suppressed' })),
      quarter(3, null),
      quarter(4, shown(rate(0.6))),
    );
    expect(points.map(({ status }) => status)).toEqual(['shown', 'suppressed', 'notPlanned', 'shown']);
    expect(points[3]?.changes.rate).toMatchObject({ verdict: 'higher', since: '2026-Q1' });
  });

  it('breaks where the method has another version, and compares nothing across the break, hidden or not', () => {
    const methodVersion = 'dose/1 participation/2';
    const points = series(
      quarter(1, shown(rate(0.3))),
      quarter(2, tableOf({ group: { team: 'eng' }, status: 'suppressed' }), { methodVersion }),
      quarter(3, shown(rate(0.6)), { methodVersion }),
      quarter(4, shown(rate(0.3)), { methodVersion: 'dose/9 participation/2' }),
    );
    expect(points.map(({ breaks }) => breaks)).toEqual([
      [],
      [{ what: 'method', from: 'participation/1', to: 'participation/2' }],
      [],
      [],
    ]);
    expect(points.map(({ changes }) => changes.rate?.verdict)).toEqual([undefined, undefined, undefined, 'lower']);
  });

  it('breaks where the node stands for other teams, not where somebody else’s does', () => {
    const grown = { ...TEAM, values: [...TEAM.values, { key: 'eng/app', label: 'app', parent: 'eng' }] };
    const elsewhere = { ...TEAM, values: [...TEAM.values, { key: 'ops/net', label: 'net', parent: 'ops' }] };
    const second = (dimension: Dimension) =>
      series(quarter(1, shown(rate(0.3))), quarter(2, shown(rate(0.6)), { dimensions: [dimension] }))[1];
    expect(second(grown)).toMatchObject({ breaks: [{ what: 'dimension', dimension: 'team', value: 'eng' }], changes: {} });
    expect(second(elsewhere)).toMatchObject({ breaks: [], changes: { rate: { verdict: 'higher' } } });
  });

  describe('through a reorganisation', () => {
    const tree = (...keys: string[]): Dimension => ({
      ...TEAM,
      values: keys.map((key) => ({ key, label: key, ...(key.includes('/') ? { parent: key.split('/')[0] ?? '' } : {}) })),
    });
    const [then, now] = [tree('eng', 'eng/web', 'eng/app', 'ops'), tree('product', 'product/site', 'product/app', 'ops')];
    const renamed = [
      { no: 1, on: '2026-02-10', from: ['eng'], to: ['product'] },
      { no: 2, on: '2026-02-10', from: ['eng/web'], to: ['product/site'] },
    ];
    const two = (team: string, before: string, map: Parameters<typeof seriesOf>[3], after = now) =>
      seriesOf(
        [
          quarter(1, shown(rate(0.3), before), { dimensions: [then] }),
          quarter(2, shown(rate(0.6), team), { dimensions: [after] }),
        ],
        'participation',
        { team },
        map,
      );

    it('joins what was published under the old name, and compares across it', () => {
      const points = two('product/site', 'eng/web', renamed);
      expect(points.map(({ group, values }) => [group.team, values.rate])).toEqual([
        ['eng/web', 0.3],
        ['product/site', 0.6],
      ]);
      expect(points[1]).toMatchObject({ breaks: [], moved: [{ no: 2 }], changes: { rate: { verdict: 'higher' } } });
      expect(two('product', 'eng', renamed)[1]).toMatchObject({ breaks: [], moved: [{ no: 1 }] });
    });

    it('goes on from the old name too', () => {
      const points = seriesOf(
        [
          quarter(1, shown(rate(0.3), 'eng/web'), { dimensions: [then] }),
          quarter(2, shown(rate(0.6), 'product/site'), { dimensions: [now] }),
        ],
        'participation',
        { team: 'eng/web' },
        renamed,
      );
      expect(points.map(({ status }) => status)).toEqual(['shown', 'shown']);
    });

    it('names the break where teams merged or parted, and joins nothing without an entry', () => {
      const merged = [{ no: 3, on: '2026-02-10', from: ['eng/web', 'ops'], to: ['product/site'] }];
      const [, broken] = two('product/site', 'eng/web', merged);
      expect(broken).toMatchObject({ breaks: [{ what: 'reorganisation', entry: { no: 3 } }], changes: {}, moved: [] });
      expect(two('product/site', 'eng/web', [])[0]?.status).toBe('notPlanned');
    });

    it('breaks a node that a team left for another one, not one inside which teams merged', () => {
      const [before, left] = [tree('eng', 'eng/web', 'eng/app', 'ops'), tree('eng', 'eng/app', 'ops', 'ops/web')];
      const run = (dimension: Dimension, entry: { from: string[]; to: string[] }) =>
        seriesOf(
          [quarter(1, shown(rate(0.3)), { dimensions: [before] }), quarter(2, shown(rate(0.6)), { dimensions: [dimension] })],
          'participation',
          { team: 'eng' },
          [{ no: 4, on: '2026-02-10', ...entry }],
        )[1];
      expect(run(left, { from: ['eng/web'], to: ['ops/web'] })?.breaks).toMatchObject([{ what: 'reorganisation' }]);
      expect(run(tree('eng', 'eng/all', 'ops'), { from: ['eng/web', 'eng/app'], to: ['eng/all'] })?.breaks).toEqual([]);
    });
  });

  it('breaks where people chose among other rows of a characteristic', () => {
    const rows = (...keys: string[]): Dimension => ({
      key: 'demo_gender',
      label: 'Gender',
      kind: 'nominal',
      sensitivity: 'special',
      values: keys.map((key) => ({ key, label: key })),
    });
    const table = tableOf({ group: { demo_gender: 'f' }, status: 'shown', drawn: {}, values: rate(0.3) });
    const over = (then: Dimension, now: Dimension) =>
      seriesOf([quarter(1, table, { dimensions: [then] }), quarter(2, table, { dimensions: [now] })], 'participation', {
        demo_gender: 'f',
      });
    expect(over(rows('f', 'm'), rows('f', 'm', 'd'))[1]?.breaks).toEqual([
      { what: 'dimension', dimension: 'demo_gender', value: 'f' },
    ]);
    expect(over(rows('f', 'm'), rows('f', 'm'))[1]?.breaks).toEqual([]);
  });
});

describe('more than chance', () => {
  it('takes ratios by their quotient, open limits as open, and no quotient of nothing', () => {
    const table = shown({ ratio: 2, ratioLower: 1.5, ratioUpper: { absent: 'notEstimable', reason: 'unbounded' } });
    const intervals = intervalsOf(table, table.cells[0] as never);
    expect(intervals).toEqual({ ratio: { value: 2, lower: 1.5, upper: Infinity, ratio: true } });
    const before = { value: 1, lower: 0.8, upper: 1.25, ratio: true, period: '2026-Q1' };
    const change = changeOverTime(before, { value: 2, lower: 1.5, upper: Infinity, ratio: true });
    expect(change).toMatchObject({ verdict: 'higher', upper: null });
    expect(change.change).toBeCloseTo(2, 12);
    expect(change.lower).toBeCloseTo(2 * Math.exp(-Math.hypot(Math.log(2 / 1.5), Math.log(1.25))), 12);
    const none = shown({ ratio: 0, ratioLower: 0, ratioUpper: 1 });
    expect(intervalsOf(none, none.cells[0] as never)).toEqual({});
  });

  it('marks no more than about one in twenty where nothing changed, and finds a change that is there', () => {
    let state = 7;
    const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const drawn = (trials: number, p: number) => {
      const yes = Array.from({ length: trials }, () => (uniform() < p ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
      const successes = yes + Math.round(3 * normal());
      const rated = wilsonInterval({ successes, trials, noiseVariance: 9 });
      if (rated.kind !== 'estimated') throw new Error('no interval');
      const { estimate: value, lower, upper } = rated.value;
      return { value, lower, upper, ratio: false, period: '' };
    };
    const marked = (p1: number, p2: number): number => {
      const verdicts = Array.from({ length: 2000 }, () => changeOverTime(drawn(80, p1), drawn(80, p2)).verdict);
      return verdicts.filter((verdict) => verdict !== 'withinChance').length / 2000;
    };
    expect(marked(0.3, 0.3)).toBeGreaterThan(0.02);
    expect(marked(0.3, 0.3)).toBeLessThan(0.065);
    expect(marked(0.2, 0.6)).toBeGreaterThan(0.9);
  });
});

describe('the series of an installation', () => {
  it('reads each period once, of a restated one the restatement, which says what it replaced and why', async () => {
    const keys: Keys = { read: () => Buffer.alloc(32, 8) };
    const installation = await freshInstallation();
    const [curator, owner] = [installation.pool('curator'), installation.pool('owner')];
    await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
    await plant(owner, generatedOrganisation(150, 3));
    const ids: string[] = [];
    for (const period of ['2025-Q2', '2025-Q3', '2025-Q2']) {
      if (ids.length === 2)
        await plant(owner, { people: [{ id: 'late', hired: '2024-01-01', team: 'org/d1/t1', level: '1', location: 'Berlin' }] });
      const { id } = await buildRelease(curator, keys, { period, builtBy: 'steward' });
      await publishRelease(curator, { id, by: 'owner' });
      ids.push(id);
    }
    const tx = await entitiesOn(installation.pool('reader'), RELEASE_ENTITIES);
    const points = await readSeries(tx, { measure: 'participation', variant: 'mentee', group: {} });
    expect(points.map(({ period, releaseId, status }) => [period, releaseId, status])).toEqual([
      ['2025-Q2', ids[2], 'shown'],
      ['2025-Q3', ids[1], 'shown'],
    ]);
    expect(points[0]?.restates).toEqual({ releaseId: ids[0], changed: [{ what: 'file', name: 'people' }] });
    expect(points[1]).toMatchObject({ restates: null, breaks: [] });
    expect(points[1]?.changes.rate?.since).toBe('2025-Q2');
    const nobody = await readSeries(tx, { measure: 'participation', variant: 'mentee', group: { team: 'nowhere' } });
    expect(nobody.map(({ status }) => status)).toEqual(['notPlanned', 'notPlanned']);
  });
});
