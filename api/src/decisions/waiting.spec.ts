import { describe, expect, it } from '@jest/globals';
import { type CatalogueTrack, CHARTER_TEMPLATES, type Charter, type CharterContent } from '../tracks/index.js';
import type { Decision } from './decisions.js';
import { type Evidence, evidenceOf, type PublishedQuarter } from './evidence.js';
import { waitingFor } from './waiting.js';

const TRACK: CatalogueTrack = {
  ...{ id: 'x', name: 'X', owned: true, startedOn: null, endedOn: null, monthlyMinutes: null },
  ...{ focus: null, tier: null, format: null, practice: null, purpose: null, capability: null },
};
const CONTENT: CharterContent = {
  ...(CHARTER_TEMPLATES.find(({ key }) => key === 'coaching')?.content as CharterContent),
  looks: ['2026-Q2', '2026-Q3'],
  people: { first: 100, each: 100, minimum: 20 },
};
const CHARTER: Charter = {
  ...{ track: 'x', version: 1, content: CONTENT, copiedFrom: null, hash: 'sha256:1' },
  ...{ writtenAt: new Date(0), lockedAt: new Date(0) },
};
const quarter = (period: string, publishedAt: string): PublishedQuarter => ({
  ...{ period, publishedAt, releaseId: period, restated: false },
  tables: [
    {
      ...{
        measure: 'skill_change',
        variant: 'checked',
        breakdown: ['track'],
        unit: 'people',
        subject: 'mentees',
        special: false,
      },
      ...{ bases: [], scales: {}, derived: {} },
      cells: [
        {
          ...{ group: { track: 'x' }, status: 'shown', drawn: {} },
          values: { change: 1, changeLower: -2, changeUpper: 4, pairsCounted: period === '2026-Q2' ? 100 : 200 },
        },
      ],
    },
  ],
});
const DECISION: Decision = {
  ...{ no: 1, track: 'x', charterVersion: 1, period: '2026-Q2', kind: 'adjust', verdict: 'inconclusive', strength: 'limited' },
  ...{ supported: true, why: '', changed: '', extends: [], challengeDays: 14, decidedBy: 'a', decidedAt: new Date('2026-07-10') },
  ...{ second: null, steps: [] },
};
const NOW = new Date('2026-07-20T12:00:00Z');

const evidence = (quarters: PublishedQuarter[], more: Partial<CatalogueTrack> = {}, charters = [CHARTER]): Evidence =>
  evidenceOf({ ...TRACK, ...more }, { charters, decisions: [], unplanned: [], quarters });
const kinds = (one: Evidence, decisions: Decision[] = [], now = NOW): string[] =>
  waitingFor([one], decisions, now).map(({ kind }) => kind);

describe('what waits for somebody', () => {
  it('is an owner, a charter, and a decision after every look, which gets late', () => {
    expect(kinds(evidence([], { owned: false }, []))).toEqual(['unowned', 'noCharter']);
    const looked = evidence([quarter('2026-Q2', '2026-07-05')]);
    expect(kinds(looked)).toEqual(['decisionDue']);
    expect(kinds(looked, [], new Date('2026-08-20'))).toEqual(['decisionLate']);
    expect(kinds(looked, [DECISION])).toEqual([]);
  });

  it('is a skipped look, and a charter without another look', () => {
    expect(kinds(evidence([quarter('2026-Q3', '2026-07-05')]), [{ ...DECISION, period: '2026-Q3' }])).toEqual([
      'lapsedCharter',
      'skippedLook',
    ]);
  });

  it('is the second person, then objections, then the answer to them, and nothing after the end', () => {
    const looked = evidence([quarter('2026-Q2', '2026-07-05')]);
    const retire: Decision = { ...DECISION, kind: 'retire', supported: false };
    expect(kinds(looked, [retire])).toEqual(['secondOpinion']);
    const agreed = { ...retire, second: { agreed: true, why: '', givenAt: new Date('2026-07-15') } };
    expect(kinds(looked, [agreed])).toEqual(['objections']);
    expect(kinds(looked, [agreed], new Date('2026-08-20'))).toEqual(['retirementAnswer']);
    const step = { step: 'closed', why: '', takesEffectOn: null, role: 'programme-owner', takenAt: NOW } as const;
    expect(kinds(looked, [{ ...agreed, steps: [step] }])).toEqual([]);
    expect(kinds(evidence([], { owned: false, endedOn: '2026-01-01' }, []))).toEqual([]);
  });
});
