import { describe, expect, it } from '@jest/globals';
import { type Dimension, parsePeriod, type TablePlan } from '../kernel/index.js';
import { dose } from './dose.js';
import { participation } from './participation.js';
import { plannedTables } from './plan-tables.js';

const plan: TablePlan = {
  version: 'test/1',
  classes: {
    representation: [
      { by: [], cadence: 'quarter' },
      { by: ['team'], layers: 'upper', cadence: 'quarter' },
      { by: ['level'], cadence: 'quarter' },
      { by: ['(characteristic)'], cadence: 'quarter' },
      { by: ['team', 'level'], layers: 'top', cadence: 'quarter' },
      { by: ['team'], layers: 'lowest', cadence: 'year' },
      { by: ['team', 'level'], layers: 'all', cadence: 'year' },
      { by: ['level', '(characteristic)'], cadence: 'year' },
    ],
    equity: [
      { by: [], cadence: 'quarter' },
      { by: ['track'], cadence: 'quarter' },
    ],
    other: [],
    adjusted: [],
    model: [],
    teams: [],
  },
};

const column = (key: string, sensitivity: Dimension['sensitivity'], kind: Dimension['kind'] = 'nominal'): Dimension => ({
  key,
  label: key,
  kind,
  sensitivity,
  values: [
    { key: 'a', label: 'a' },
    { key: 'b', label: 'b' },
  ],
});

const tree: Dimension = {
  ...column('team', 'open', 'tree'),
  values: [
    { key: 'x', label: 'x' },
    { key: 'x/y', label: 'y', parent: 'x' },
    { key: 'x/y/z', label: 'z', parent: 'x/y' },
    { key: 'w', label: 'w' },
  ],
};

const columns = [tree, column('level', 'open', 'ordered'), column('demo_gender', 'special'), column('demo_origin', 'special')];
const named = (period: string, dimensions: readonly Dimension[], contract = participation): string[] =>
  plannedTables(contract, plan, { dimensions, period: parsePeriod(period) }).map(
    ({ breakdown, depths }) => `${breakdown.join('+')} ${depths.join('')}`,
  );

describe('the plan of tables', () => {
  it('asks each quarter for every layer but the lowest, and the top layer by level', () => {
    expect(named('2025-Q3', columns)).toEqual([' ', 'team 12', 'level ', 'demo_gender ', 'demo_origin ', 'team+level 1']);
  });

  it('adds the lowest layer, all layers by level, and levels by characteristic at the end of the year', () => {
    expect(named('2025-Q4', columns)).toEqual([
      ' ',
      'team 123',
      'level ',
      'demo_gender ',
      'demo_origin ',
      'team+level 123',
      'level+demo_gender ',
      'level+demo_origin ',
    ]);
  });

  it('has the only layer every quarter', () => {
    const flat = { ...tree, values: tree.values.filter(({ parent }) => parent === undefined) };
    expect(named('2025-Q3', [flat])).toEqual([' ', 'team 1']);
  });

  it('leaves out what the organisation does not have', () => {
    expect(named('2025-Q4', [])).toEqual([' ']);
    expect(named('2025-Q3', columns, dose)).toEqual([' ']);
    expect(named('2025-Q3', [...columns, column('track', 'secret')], dose)).toEqual([' ', 'track ']);
  });
});
