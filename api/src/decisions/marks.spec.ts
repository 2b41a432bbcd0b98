import { describe, expect, it } from '@jest/globals';
import { type Charter, CHARTER_TEMPLATES, fromTemplate } from '../tracks/index.js';
import type { Decision } from './decisions.js';
import { marksOf } from './marks.js';

const [TEMPLATE] = CHARTER_TEMPLATES;
if (!TEMPLATE) throw new Error('there are no templates');

const charter = (more: Partial<Charter> = {}): Charter => ({
  track: 'depth',
  version: 1,
  content: { ...fromTemplate(TEMPLATE, '2026-08-01', 1), looks: ['2026-Q3', '2026-Q4'] },
  copiedFrom: null,
  hash: 'sha256:x',
  writtenAt: new Date('2026-04-01'),
  lockedAt: new Date('2026-05-02T09:00:00Z'),
  ...more,
});

const decision = (more: Partial<Decision> = {}): Decision => ({
  ...{
    no: 1,
    track: 'depth',
    charterVersion: 1,
    period: '2026-Q3',
    kind: 'adjust',
    verdict: 'inconclusive',
    strength: 'limited',
  },
  ...{ supported: true, why: 'x', changed: 'Groups of three.', extends: [], challengeDays: 14, decidedBy: 'a', second: null },
  ...{ steps: [], decidedAt: new Date('2026-10-20T09:00:00Z') },
  ...more,
});

const marked = (charters: Charter[], decisions: Decision[]): string[] =>
  marksOf({ charters, decisions }, 1).map(({ kind, on, period }) => `${kind} ${on} ${period}`);

describe('marks of a track', () => {
  it('are its locked charters and the decisions that hold, by their days', () => {
    expect(marked([charter(), charter({ version: 2, hash: null, lockedAt: null })], [decision()])).toEqual([
      'charter 2026-05-02 2026-Q2',
      'adjust 2026-10-20 2026-Q4',
    ]);
  });

  it('stand before the first quarter that they could have moved, even where they are of a later day', () => {
    const late = new Date('2027-02-01T09:00:00Z');
    expect(marked([charter({ lockedAt: late })], [decision({ decidedAt: late })])).toEqual([
      'charter 2027-02-01 2026-Q3',
      'adjust 2027-02-01 2026-Q4',
    ]);
  });

  it('count quarters of the fiscal year', () => {
    const april = marksOf({ charters: [], decisions: [decision({ period: null })] }, 4);
    expect(april.map(({ period, changed }) => [period, changed])).toEqual([['2027-Q3', 'Groups of three.']]);
  });

  it('leave out what no second person agreed to, and date the others by that agreement', () => {
    const against = { supported: false, kind: 'retire' as const, period: null, changed: null };
    const agreed = { agreed: true, why: 'y', givenAt: new Date('2026-11-03T09:00:00Z') };
    expect(marked([], [decision(against), decision({ ...against, second: { ...agreed, agreed: false } })])).toEqual([]);
    expect(marked([], [decision({ ...against, second: agreed })])).toEqual(['retire 2026-11-03 2026-Q4']);
  });

  it('show the end of a track from the day on which nobody is paired anew', () => {
    const step = { why: 'x', role: 'programme-owner', takesEffectOn: null };
    const steps: Decision['steps'] = [
      { ...step, step: 'objected', takenAt: new Date('2026-10-25') },
      { ...step, step: 'confirmed', takenAt: new Date('2026-11-10'), takesEffectOn: '2027-01-01' },
      { ...step, step: 'closed', takenAt: new Date('2027-03-01') },
    ];
    const retired = decision({ kind: 'retire', steps });
    expect(marked([], [retired])).toEqual([
      'retire 2026-10-20 2026-Q4',
      'windDown 2027-01-01 2027-Q1',
      'closed 2027-03-01 2027-Q1',
    ]);
    const back = { ...step, step: 'withdrawn' as const, takenAt: new Date('2026-12-01') };
    expect(marked([], [{ ...retired, steps: [...steps.slice(0, 2), back] }])).toEqual([
      'retire 2026-10-20 2026-Q4',
      'withdrawn 2026-12-01 2026-Q4',
    ]);
  });
});
