import { describe, expect, it } from '@jest/globals';
import type { ReleasedTable, ReleasedValue } from '../kernel/index.js';
import { CHARTER_TEMPLATES, fromTemplate, type Guardrail, type LockedCharter } from '../tracks/index.js';
import { type GuardrailReading, guardrailsOf, heeding } from './guardrails.js';
import type { Look } from './looks.js';

const [TEMPLATE] = CHARTER_TEMPLATES;
if (!TEMPLATE) throw new Error('there are no templates');

const charterWith = (guardrails: readonly Guardrail[]): LockedCharter => ({
  track: 'depth',
  version: 1,
  content: { ...fromTemplate(TEMPLATE, '2026-08-01', 1), looks: ['2026-Q2', '2026-Q3'], guardrails },
  ...{ copiedFrom: null, hash: 'sha256:x', writtenAt: new Date(0), lockedAt: new Date(0) },
});

const tableOf = (measure: string, variant: string, values: Record<string, ReleasedValue>): ReleasedTable => ({
  ...{ measure, variant, breakdown: ['track'], unit: 'people', subject: 'mentees', special: false },
  ...{ bases: [], scales: {}, derived: {} },
  cells: [{ group: { track: 'depth' }, status: 'shown', drawn: {}, values }],
});

const share = (key: string, value: number) => ({ [key]: value, [`${key}Lower`]: value - 0.05, [`${key}Upper`]: value + 0.05 });
const pulse = (value: number) => tableOf('pulse', 'respondents', share('share', value));
const load = (value: number) => tableOf('load', 'mentor_mentees', share('overCap', value));
const quarter = (period: string, ...tables: ReleasedTable[]) => ({ period, releaseId: `r-${period}`, tables });
const look = (period: string): Look => ({
  ...{ period, planned: true, state: 'read', releaseId: `r-${period}`, publishedAt: null, information: 0.5, bound: 2 },
  ...{ figure: null, effect: null, verdict: 'inconclusive' },
});

const statesOf = (readings: readonly GuardrailReading[]): string[] =>
  readings.map(({ guardrail, state }) => `${guardrail} ${state}`);

describe('guardrails', () => {
  const both = charterWith(['pulse', 'load']);

  it('got worse where the whole interval of the change says so: safety that falls, load that rises', () => {
    const [before, after] = [quarter('2026-Q1', pulse(0.8), load(0.1)), quarter('2026-Q3', pulse(0.6), load(0.3))];
    const readings = guardrailsOf(both, look('2026-Q3'), [before, after]);
    expect(statesOf(readings)).toEqual(['pulse worse', 'load worse']);
    expect(readings[0]).toMatchObject({ before: '2026-Q1', after: '2026-Q3' });
    expect(readings[0]?.change?.value).toBeCloseTo(-0.2, 12);
    expect(readings[0]?.change?.upper).toBeCloseTo(-0.2 + Math.hypot(0.05, 0.05), 12);
    const turned = guardrailsOf(both, look('2026-Q3'), [
      { ...before, tables: after.tables },
      { ...after, tables: before.tables },
    ]);
    expect(statesOf(turned)).toEqual(['pulse noneShown', 'load noneShown']);
  });

  it('are held against the first look where nothing was published before it, and against nothing at that look', () => {
    const [first, second] = [quarter('2026-Q2', pulse(0.8)), quarter('2026-Q3', pulse(0.78))];
    expect(statesOf(guardrailsOf(both, look('2026-Q3'), [first, second]))).toEqual(['pulse noneShown', 'load notAssessable']);
    expect(statesOf(guardrailsOf(both, look('2026-Q2'), [first]))).toEqual(['pulse notAssessable', 'load notAssessable']);
    expect(guardrailsOf(both, null, [first])).toEqual([]);
  });

  it('read parity from the comparisons of the track with everyone else, each from its own side', () => {
    const parity = charterWith(['parity']);
    const at = (...tables: ReleasedTable[]) => guardrailsOf(parity, look('2026-Q3'), [quarter('2026-Q3', ...tables)]);
    const dose = (verdict: string) => tableOf('dose', 'mentee', { verdict });
    const zones = (verdict: string) => tableOf('time_zone_gap', 'pairs', { verdict });
    expect(at(dose('clearly_lower'), zones('clearly_lower'))).toEqual([
      expect.objectContaining({ state: 'worse', measures: ['dose'] }),
    ]);
    expect(at(dose('cannot_tell'), zones('clearly_higher'))[0]).toMatchObject({ state: 'worse', measures: ['time_zone_gap'] });
    expect(at(dose('lower_unsure'))[0]).toMatchObject({ state: 'noneShown', measures: [] });
    expect(at()[0]).toMatchObject({ state: 'notAssessable' });
  });

  it('take their support from going on unchanged, and give it to a change', () => {
    const [breached] = guardrailsOf(charterWith(['parity']), look('2026-Q3'), [
      quarter('2026-Q3', tableOf('dose', 'mentee', { verdict: 'clearly_lower' })),
    ]);
    if (!breached) throw new Error('nothing was read');
    expect(heeding(['continue'], [breached])).toEqual(['adjust']);
    expect(heeding(['adjust', 'retire'], [breached])).toEqual(['adjust', 'retire']);
    expect(heeding(['continue'], [{ ...breached, state: 'noneShown' }])).toEqual(['continue']);
  });
});
