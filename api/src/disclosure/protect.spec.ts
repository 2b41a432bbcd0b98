import { describe, expect, it } from '@jest/globals';
import {
  STANDARD_POLICY,
  type CellStatistics,
  type Dimension,
  type Group,
  type Statistic,
  type StatisticTable,
} from '../kernel/index.js';
import { DisclosureRefusal, protect, type Secret } from './index.js';

const SECRET: Secret = { key: new Uint8Array(32).fill(9), release: 'release' };
const COUNT = { kind: 'count' } as const;
const values = (...keys: string[]): Dimension['values'] => keys.map((key) => ({ key, label: key }));
const level: Dimension = {
  key: 'level',
  label: 'Level',
  kind: 'ordered',
  sensitivity: 'open',
  values: values('1', '2', '3', '4'),
};
const gender: Dimension = {
  key: 'demo_gender',
  label: 'Gender',
  kind: 'nominal',
  sensitivity: 'special',
  values: values('f', 'm', 'x'),
};
const team: Dimension = {
  key: 'team',
  label: 'Team',
  kind: 'tree',
  sensitivity: 'open',
  values: [
    { key: 'eng', label: 'Engineering' },
    { key: 'eng/(here)', label: 'at Engineering itself', parent: 'eng' },
    { key: 'eng/a', label: 'A', parent: 'eng' },
    { key: 'eng/b', label: 'B', parent: 'eng' },
    { key: 'ops', label: 'Operations' },
  ],
};

const statistic = (question: string, value: number, sensitivity: Statistic['sensitivity'] = COUNT): Statistic => ({
  question,
  columnsOf: 'person',
  subject: 'mentees',
  sensitivity,
  exact: { kind: 'exact', value },
});

/** A name of the open people that follows from the open part of the group. */
function xorOf(group: Group): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of JSON.stringify(
    Object.entries(group)
      .filter(([key]) => !key.startsWith('demo_'))
      .sort(),
  ))
    hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

function open(group: Group, people: number, counted = people >> 1): CellStatistics {
  const statistics = {
    eligible: statistic('eligible/1', people, { kind: 'open' }),
    participants: statistic('mentees/1', counted),
  };
  return { group, open: { count: people, xor: xorOf(group) }, secret: {}, statistics };
}

function special(group: Group, people: number, counted: number, not: number): CellStatistics {
  const secret = { demo_gender: group['demo_gender'] ?? '' };
  const statistics = { participants: statistic('mentees/1', counted), nonParticipants: statistic('others/1', not) };
  return { group, open: { count: people, xor: xorOf(group) }, secret, statistics };
}

const table = (breakdown: string[], cells: CellStatistics[], more: Partial<StatisticTable> = {}): StatisticTable => ({
  measure: 'participation',
  variant: 'mentee',
  breakdown,
  special: false,
  bases: [{ kind: 'open' }],
  cells,
  ...more,
});

const release = (...tables: StatisticTable[]) => ({ dimensions: [level, gender, team], tables });
const statuses = (...tables: StatisticTable[]) =>
  protect(release(...tables), STANDARD_POLICY, SECRET).map(({ cells }) =>
    Object.fromEntries(cells.map(({ group, status }) => [Object.values(group).join(' × ') || 'all', status])),
  );

describe('protect', () => {
  it('shows an open base exactly and draws what is counted', () => {
    const [all] = protect(release(table([], [open({}, 40, 20)])), STANDARD_POLICY, SECRET);
    const cell = all!.cells[0]!;
    if (cell.status !== 'shown') throw new Error('not shown');
    expect(cell.drawn['eligible']).toEqual({ value: 40, noise: 0 });
    expect(cell.drawn['participants']!.noise).toBe(3);
    expect(Number.isInteger(cell.drawn['participants']!.value)).toBe(true);
  });

  it('hides a group below five and the smallest other part of its parent', () => {
    const cells = [open({ level: '1' }, 4), open({ level: '2' }, 9), open({ level: '3' }, 7), open({ level: '4' }, 0)];
    expect(statuses(table([], [open({}, 20)]), table(['level'], cells))[1]).toEqual({
      1: 'suppressed',
      2: 'shown',
      3: 'suppressed',
      4: 'structuralZero',
    });
  });

  it('leaves a single suppressed part that is large enough by itself', () => {
    const parts = [open({ level: '1' }, 3), open({ level: '2' }, 2), open({ level: '3' }, 15), open({ level: '4' }, 30)];
    expect(Object.values(statuses(table([], [open({}, 50)]), table(['level'], parts))[1]!)).toEqual([
      'suppressed',
      'suppressed',
      'shown',
      'shown',
    ]);
  });

  it('breaks ties in canonical order, whatever the order of the input', () => {
    const parts = [open({ level: '4' }, 8), open({ level: '3' }, 8), open({ level: '2' }, 8), open({ level: '1' }, 3)];
    const expected = { 1: 'suppressed', 2: 'suppressed', 3: 'shown', 4: 'shown' };
    expect(statuses(table([], [open({}, 27)]), table(['level'], parts))[1]).toEqual(expected);
    expect(statuses(table(['level'], [...parts].reverse()), table([], [open({}, 27)]))[0]).toEqual(expected);
  });

  it('carries on through the tree: a suppressed node hides what is deeper, and its sibling', () => {
    const nodes = [
      open({ team: 'eng' }, 20),
      open({ team: 'ops' }, 4),
      open({ team: 'eng/a' }, 10),
      open({ team: 'eng/b' }, 8),
      open({ team: 'eng/(here)' }, 2),
    ];
    expect(statuses(table([], [open({}, 24)]), table(['team'], nodes))[1]).toEqual({
      eng: 'suppressed',
      ops: 'suppressed',
      'eng/a': 'suppressed',
      'eng/b': 'suppressed',
      'eng/(here)': 'suppressed',
    });
  });

  it('counts people that no row lists as hidden parts', () => {
    expect(statuses(table([], [open({}, 22)]), table(['level'], [open({ level: '1' }, 10), open({ level: '2' }, 9)]))[1]).toEqual(
      {
        1: 'shown',
        2: 'suppressed',
      },
    );
  });

  it('asks ten open people and a drawn base with margin of a special cell', () => {
    const bases = [{ kind: 'secret', of: ['participants', 'nonParticipants'] }] as const;
    const many = table(['demo_gender'], [special({ demo_gender: 'f' }, 100, 40, 30), special({ demo_gender: 'x' }, 100, 1, 1)], {
      special: true,
      bases,
    });
    const few = table(['level', 'demo_gender'], [special({ level: '1', demo_gender: 'f' }, 9, 9, 0)], {
      special: true,
      bases: [{ kind: 'open' }],
    });
    const [, byGender, crossed] = statuses(table([], [open({}, 100)]), many, few);
    expect(byGender).toEqual({ f: 'shown', x: 'suppressed' });
    expect(Object.values(crossed!)).toEqual(['suppressed']);
  });

  it('hides in every measure what open facts hide over all measures together', () => {
    const teams = ['eng', 'ops'];
    const margins = [table([], [open({}, 133)]), table(['team'], [open({ team: 'eng' }, 43), open({ team: 'ops' }, 90)])];
    const levels = table(['level'], [open({ level: '1' }, 33), open({ level: '2' }, 50), open({ level: '3' }, 50)]);
    const two = ['1', '2', '3'].flatMap((l) =>
      teams.map((t) => open({ level: l, team: t }, t === 'ops' ? 30 : l === '1' ? 3 : 20)),
    );
    const dose = (cells: StatisticTable): StatisticTable => ({ ...cells, measure: 'dose', minimumOpen: 15 });
    const all = [...margins, levels, table(['level', 'team'], two)];
    expect(statuses(...all, dose(margins[0]!), dose(table(['level', 'team'], two)))[5]).toEqual({
      '1 × eng': 'suppressed',
      '1 × ops': 'suppressed',
      '2 × eng': 'suppressed',
      '2 × ops': 'shown',
      '3 × eng': 'shown',
      '3 × ops': 'shown',
    });
  });

  it('puts every kind of number on its lattice with its noise', () => {
    const kinds: Record<string, Statistic> = {
      rows: statistic('sessions/1', 10.3, { kind: 'rows', cap: 3 }),
      sum: statistic('minutes/1', 111.11, { kind: 'sum', cap: 3, low: 0, high: 240 }),
      squares: statistic('minutes²/1', 999.99, { kind: 'squares', cap: 3, low: 0, high: 240 }),
      ratio: statistic('R/1', 4.56, { kind: 'bounded', most: 1 }),
      hazard: {
        ...statistic('hazard/1', 0.7, { kind: 'fit', bound: 0.25 }),
        exact: { kind: 'exact', value: 0.7, changes: [0.5, -0.5, 0.1] },
      },
    };
    const cell = { ...open({}, 100), statistics: kinds };
    const shown = protect(release(table([], [cell])), STANDARD_POLICY, SECRET)[0]!.cells[0]!;
    if (shown.status !== 'shown') throw new Error('not shown');
    const steps = { rows: 1 / 16, sum: 120 / 16, squares: 7200 / 16, ratio: 1 / 16, hazard: 0.25 / 16 };
    const noise = { rows: 9, sum: 9 * 120, squares: 9 * 7200, ratio: 3, hazard: 0.75 };
    for (const [name, step] of Object.entries(steps)) {
      expect(Number.isInteger(shown.drawn[name]!.value / step)).toBe(true);
      expect(shown.drawn[name]!.noise).toBe(noise[name as keyof typeof noise]);
    }
  });

  it('refuses what protection cannot rest on', () => {
    const refused = (...tables: StatisticTable[]): string => {
      try {
        protect(release(...tables), STANDARD_POLICY, SECRET);
        return 'accepted';
      } catch (refusal) {
        return refusal instanceof DisclosureRefusal ? refusal.code : 'fault';
      }
    };
    const cell = open({}, 40, 20);
    expect(refused(table([], [cell, cell]))).toBe('groupTwice');
    expect(refused(table([], [cell]), table([], [open({}, 40, 21)], { measure: 'other' }))).toBe('twoAnswers');
    expect(refused(table(['level'], [open({ level: '9' }, 40)]))).toBe('groupUnknown');
    expect(refused(table(['wing'], [open({ wing: '9' }, 40)]))).toBe('groupUnknown');
    expect(refused(table(['level'], [open({ level: '1', team: 'eng' }, 40)]))).toBe('groupMalformed');
    expect(refused(table([], [open({}, 40, 1.5)]))).toBe('statisticValue');
    expect(refused(table([], [{ ...cell, statistics: { eligible: statistic('eligible/1', 39, { kind: 'open' }) } }]))).toBe(
      'statisticValue',
    );
    expect(refused(table([], [{ ...cell, open: { count: 40, xor: 'none' } }]))).toBe('openPeople');
    expect(refused(table(['demo_gender'], [special({ demo_gender: 'f' }, 40, 3, 4)]))).toBe('openWithSpecial');
    expect(
      refused(table(['demo_gender'], [{ ...open({ demo_gender: 'f' }, 40), secret: { demo_gender: 'f' } }], { special: true })),
    ).toBe('openWithSpecial');
    expect(refused(table(['demo_gender'], [{ ...special({ demo_gender: 'f' }, 40, 3, 4), secret: {} }], { special: true }))).toBe(
      'secretConditions',
    );
    expect(refused(table([], [cell], { bases: [{ kind: 'secret', of: ['nobody'] }] }))).toBe('statisticMissing');
    expect(
      refused(table([], [{ ...cell, statistics: { a: statistic('a', 1, { kind: 'sum', cap: 1, low: 5, high: 5 }) } }])),
    ).toBe('sensitivity');
  });

  it('refuses columns that are no columns, and keys and noise levels that are none', () => {
    const refused = (dimensions: Dimension[], breakdown: string[], policy = STANDARD_POLICY, secret = SECRET): string => {
      try {
        protect({ dimensions, tables: [table(breakdown, [])] }, policy, secret);
        return 'accepted';
      } catch (refusal) {
        return refusal instanceof DisclosureRefusal ? refusal.code : 'fault';
      }
    };
    const wide = Array.from({ length: 6 }, (_, i) => ({
      ...level,
      key: `wide${i}`,
      values: values(...Array.from({ length: 1000 }, (__, j) => `${j}`)),
    }));
    const tree = (...nodes: [string, string?][]): Dimension => ({
      ...team,
      values: nodes.map(([key, parent]) => (parent === undefined ? { key, label: '' } : { key, label: '', parent })),
    });
    expect(refused([level], ['level'])).toBe('accepted');
    expect(refused([level, level], [])).toBe('groupTwice');
    expect(refused([{ ...level, values: values('1', '1') }], [])).toBe('groupTwice');
    expect(refused([level], ['level', 'level'])).toBe('groupMalformed');
    expect(
      refused(
        wide,
        wide.map(({ key }) => key),
      ),
    ).toBe('tooManyGroups');
    expect(refused([tree(['a', 'lost'])], [])).toBe('groupUnknown');
    expect(refused([tree(['a', 'b'], ['b', 'a'])], [])).toBe('groupMalformed');
    expect(refused([], [], { ...STANDARD_POLICY, noiseLevel: 0 })).toBe('noiseLevel');
    expect(refused([], [], STANDARD_POLICY, { key: new Uint8Array(16), release: 'r' })).toBe('key');
  });
});
