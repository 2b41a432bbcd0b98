import { describe, expect, it } from '@jest/globals';
import type { ReleasedCell, ReleasedTable, ReleasedValue } from '../kernel/index.js';
import { CHARTER_TEMPLATES, fromTemplate, type OutcomeKey } from '../tracks/index.js';
import { evidenceOf, type PublishedQuarter } from './evidence.js';
import { mentorHoursIn } from './mentor-hours.js';
import { skillChangeOf } from './skill-change.js';

const [TEMPLATE] = CHARTER_TEMPLATES;
if (!TEMPLATE) throw new Error('there are no templates');

const tableOf = (measure: string, variant: string, cell: object): ReleasedTable => ({
  ...{ measure, variant, breakdown: ['track'], unit: 'people', subject: 'mentees', special: false },
  ...{ bases: [], scales: {}, derived: {} },
  cells: [{ group: { track: 'depth' }, drawn: {}, ...cell } as unknown as ReleasedCell],
});
const shown = (values: Record<string, ReleasedValue>) => ({ status: 'shown', values });

const checks = (change: number, expectedByChance: ReleasedValue = 2) =>
  tableOf('skill_change', 'checked', shown({ change, changeLower: change - 1, changeUpper: change + 1, expectedByChance }));
const quarter = (period: string, ...tables: ReleasedTable[]): PublishedQuarter => ({
  ...{ period, releaseId: `r-${period}`, publishedAt: '2027-01-01T00:00:00Z', restated: false, tables },
});

describe('hours of mentors', () => {
  const minutes = (more: Record<string, ReleasedValue> = {}) =>
    tableOf('load', 'mentor_minutes', shown({ mentors: 20, mean: 300, meanLower: -60, meanUpper: 600, ...more }));

  it('are their number times their mean, never below none', () => {
    expect(mentorHoursIn([minutes()], 'depth')).toEqual({ value: 100, lower: 0, upper: 200 });
  });

  it('are not told where one of the two is not shown', () => {
    expect(mentorHoursIn([minutes({ mean: { absent: 'notEstimable', reason: 'protection' } })], 'depth')).toBeNull();
    expect(mentorHoursIn([tableOf('load', 'mentor_minutes', { status: 'suppressed' })], 'depth')).toBeNull();
    expect(mentorHoursIn([minutes()], 'other')).toBeNull();
  });
});

describe('the change of skills', () => {
  const quarters = [quarter('2026-Q2', checks(3)), quarter('2026-Q3', checks(4))];
  const under = (outcome: OutcomeKey | null, looks: readonly string[]) => {
    const content = { ...fromTemplate(TEMPLATE, '2026-04-01', 1), outcome: outcome ?? 'progression', looks, reference: null };
    const charter = {
      track: 'depth',
      version: 1,
      content,
      copiedFrom: null,
      hash: 'x',
      writtenAt: new Date(0),
      lockedAt: new Date(0),
    };
    const track = {
      ...{ id: 'depth', name: 'Depth', owned: true, startedOn: null, endedOn: null, monthlyMinutes: null },
      ...{ focus: null, tier: null, format: null, practice: null, purpose: null, capability: null },
    };
    const charters = outcome === null ? [] : [charter];
    return skillChangeOf(evidenceOf(track, { charters, decisions: [], unplanned: [], quarters }), quarters);
  };

  it('stands beside regression to the mean, in the newest quarter', () => {
    expect(under(null, [])).toEqual({ period: '2026-Q3', change: { value: 4, lower: 3, upper: 5 }, expectedByChance: 2 });
    expect(under('progression', ['2026-Q2'])).toMatchObject({ period: '2026-Q3' });
  });

  it('is shown at looks alone where it decides', () => {
    expect(under('skill_change', ['2026-Q2', '2026-Q4'])).toMatchObject({ period: '2026-Q2', change: { value: 3 } });
    expect(under('skill_change', ['2026-Q4'])).toBeNull();
  });
});
