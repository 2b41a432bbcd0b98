import { describe, expect, it } from '@jest/globals';
import type { Group, ReleasedCell, ReleasedTable } from '../kernel/index.js';
import type { CatalogueTrack } from '../tracks/index.js';
import { gapsIn } from './gaps.js';
import { stillRunning } from './still-running.js';

const track = (id: string, capability: string | null): CatalogueTrack => ({
  ...{ id, name: id, owned: true, startedOn: null, endedOn: null, monthlyMinutes: null, capability },
  ...{ focus: null, tier: null, format: null, practice: null, purpose: null },
});

const shown = (group: Group, values: Record<string, number>): ReleasedCell => ({ group, status: 'shown', drawn: {}, values });

const tableOf = (measure: string, variant: string, cells: ReleasedCell[]): ReleasedTable => ({
  ...{ measure, variant, breakdown: [], unit: 'teams', subject: 'teams', special: false, bases: [], scales: {}, derived: {} },
  cells,
});

describe('skills of the roadmap beside tracks', () => {
  const roadmap = tableOf('skill_gap', 'teams_in_need', [
    shown({ skill: 'Backend' }, { open: 0.4, openLower: 0.2, openUpper: 0.6 }),
    { group: { skill: 'data' }, status: 'suppressed' },
  ]);

  it('name the gaps that no track builds, hidden ones too, and the tracks that build nothing on it', () => {
    const gaps = gapsIn([roadmap], [track('depth', ' backend '), track('talks', 'speaking'), track('bare', null)]);
    expect(gaps?.skills.map(({ skill, status, open, tracks }) => [skill, status, open, tracks.map(({ id }) => id)])).toEqual([
      ['Backend', 'shown', { value: 0.4, lower: 0.2, upper: 0.6 }, ['depth']],
      ['data', 'suppressed', null, []],
    ]);
    expect(gaps?.without.map(({ id }) => id)).toEqual(['talks', 'bare']);
  });

  it('are not told where no roadmap was published', () => {
    expect(gapsIn([], [track('depth', 'backend')])).toBeNull();
  });
});

describe('people that a track still mentors', () => {
  const now = (period: string, cell: ReleasedCell) => ({ period, tables: [tableOf('dependence', 'mentees_now', [cell])] });

  it('are a number of the newest quarter where the group is large enough', () => {
    const quarters = [
      now('2026-Q2', shown({ track: 'depth' }, { mentees: 40 })),
      now('2026-Q3', shown({ track: 'depth' }, { mentees: 22 })),
    ];
    expect(stillRunning(quarters, 'depth')).toEqual({ period: '2026-Q3', status: 'shown', mentees: 22 });
  });

  it('are hidden, or not known, otherwise', () => {
    const hidden = [now('2026-Q3', { group: { track: 'depth' }, status: 'suppressed' })];
    expect(stillRunning(hidden, 'depth')).toEqual({ period: '2026-Q3', status: 'suppressed', mentees: null });
    expect(stillRunning(hidden, 'other')).toMatchObject({ status: 'notCollected', mentees: null });
    expect(stillRunning([], 'depth')).toBeNull();
  });
});
