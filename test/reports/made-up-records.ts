import type { SignedAudit, SignedDocument, SignedFinding } from '../../api/src/audits/index.js';
import { type Decision, evidenceOf } from '../../api/src/decisions/index.js';
import type { ReleasedTable, ReleaseFile } from '../../api/src/kernel/index.js';
import type { PublishedQuarter } from '../../api/src/releases/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import type { Records, ReportSource } from '../../api/src/reports/index.js';
import type { CharterContent, LockedCharter } from '../../api/src/tracks/index.js';
import { skillTables } from '../api/support/tracks.js';
import { RELEASE, TABLES } from './made-up.js';

const BY_TRACK = skillTables({
  depth: { value: 9.25, half: 3.5, people: 180 },
  onboarding: { value: 0.75, half: 6.5, people: 170 },
});

/** Two groupings crossed: a gap, equality, a hidden place, and one that cannot be. */
const CROSSED: ReleasedTable = {
  ...ofMeasure('parity', 'level'),
  breakdown: ['level', 'team'],
  cells: [
    { group: { level: '1', team: 'eng' }, status: 'shown', drawn: {}, values: crossed(0.53, 'clearly_lower') },
    { group: { level: '1', team: 'ops' }, status: 'shown', drawn: {}, values: crossed(1.03, 'similar') },
    { group: { level: '2', team: 'eng' }, status: 'suppressed' },
    { group: { level: '2', team: 'ops' }, status: 'shown', drawn: {}, values: crossed(1.57, 'clearly_higher') },
  ],
};

function ofMeasure(measure: string, by: string): ReleasedTable {
  const found = TABLES.find((table) => table.measure === measure && table.breakdown.join() === by);
  if (!found) throw new Error('no such made-up table');
  return found;
}

function crossed(rateRatio: number, verdict: string) {
  return { rateRatio, rateRatioLower: rateRatio * 0.73, rateRatioUpper: rateRatio * 1.37, comparisons: 3, verdict };
}

/** The made-up release with two tracks and what came of them. */
export const RELEASE_WITH_TRACKS: ReleaseFile = {
  ...RELEASE,
  dimensions: [
    ...RELEASE.dimensions,
    {
      key: 'track',
      label: 'Track',
      kind: 'nominal',
      sensitivity: 'secret',
      values: [
        { key: 'depth', label: 'Backend depth' },
        { key: 'onboarding', label: 'Onboarding' },
      ],
    },
  ],
  tables: [...TABLES, ...BY_TRACK, CROSSED],
};

const CHARTER: CharterContent = {
  ...{ aim: 'Skills rise more in the track than without it.', outcome: 'skill_comparison', direction: 'rise', smallestEffect: 4 },
  ...{ reference: null, spread: 10, secondary: ['progression'], guardrails: ['parity'], looks: ['2026-Q2', '2026-Q3'] },
  ...{ people: { first: 100, each: 80, minimum: 50 }, challengeDays: 14 },
};

const charterOf = (track: string): LockedCharter => ({
  ...{ track, version: 1, content: CHARTER, copiedFrom: null, hash: `sha256:${'7'.repeat(64)}` },
  ...{ writtenAt: new Date('2026-02-01T09:00:00Z'), lockedAt: new Date('2026-02-03T09:00:00Z') },
});

/** Retiring against the evidence: it waits for a second person. */
const DECISION: Decision = {
  ...{ no: 1, track: 'onboarding', charterVersion: 1, period: '2026-Q3', kind: 'retire', verdict: 'inconclusive' },
  ...{ strength: 'moderate', supported: false, why: 'Few new colleagues will come next year.', changed: null, extends: [] },
  ...{ challengeDays: 14, decidedBy: 'somebody', decidedAt: new Date('2026-10-04T09:00:00Z'), second: null, steps: [] },
};

function finding(group: Record<string, string>, more: Partial<SignedFinding>): SignedFinding {
  const [[key, value]] = Object.entries(group) as [[string, string]];
  return {
    ...{ key: `parity.mentee:${key}=${value}`, measure: 'parity', variant: 'mentee', step: null, group },
    ...{ class: 'hidden', outcome: { kind: 'suppressed', reason: null }, decision: null, change: null, ...more },
  };
}

const compared = (ratio: number, verdict: 'clearly_lower' | 'lower_unsure'): SignedFinding['outcome'] => ({
  ...{ kind: 'compared', verdict, ratio, lower: ratio * 0.71, upper: ratio * 1.31, adjustedP: 0.001, comparisons: 7 },
  own: { name: 'rate', value: 0.3, other: 0.7 },
  shortfall: { absent: 'notCollected' } as never,
});

const action = (id: string, group: string) => ({
  ...{ id, finding: `parity.mentee:${group}`, kind: 'open-invitation', ownWords: null, ownerRole: 'team-lead' },
  ...{ duePeriod: '2026-Q3', measuredBy: `parity.mentee:${group}`, smallestChange: 0.12 },
});

/** An audit of the programme in which teams take part too. */
export const DOCUMENT: SignedDocument = {
  audit: { id: '00000000-0000-4000-8000-000000000001', period: '2026-Q3', scope: '', policyVersion: 'standard/1' },
  release: { id: RELEASE.release.id, asOf: '2026-09-30' },
  similar: { low: 0.8, high: 1.25 },
  data: {
    ...{ answer: 'with-limits', limits: ['old-data'], comparisons: 4, hidden: 1, withoutEstimate: 0 },
    ...{ characteristics: [], oldestLoad: null, quality: [], changed: [] },
  },
  findings: [
    finding(
      { level: '1' },
      {
        class: 'clear-gap',
        outcome: compared(0.43, 'clearly_lower'),
        decision: { choice: 'act', reason: 'gap-matters', branch: null },
      },
    ),
    finding(
      { team: 'ops' },
      {
        class: 'gap-of-uncertain-size',
        outcome: compared(0.61, 'lower_unsure'),
        decision: { choice: 'watch', reason: 'first-time', branch: 'ops' },
      },
    ),
    finding({ level: '2' }, {}),
  ],
  notes: [
    {
      finding: null,
      kind: 'promise-open',
      words: 'The rotation of mentors is late again.',
      role: 'auditor',
      at: '2026-10-04T09:00:00Z',
    },
    { finding: 'parity.mentee:team=ops', kind: 'data-doubted', words: null, role: 'auditor', at: '2026-10-04T09:00:00Z' },
  ],
  actions: [{ ...action('a2', 'level=1'), kind: 'lottery', duePeriod: '2027-Q1' }],
  earlierActions: [
    {
      ...action('a1', 'level=1'),
      ...{ agreedIn: '2026-Q2', branch: '', step: 'done', late: false, decision: null },
      followUp: { verdict: 'moved-enough', before: 0.31, now: 0.43, until: '2026-Q3', because: null },
    },
    {
      ...action('a3', 'team=ops'),
      ...{ kind: 'rotate-mentors', agreedIn: '2026-Q2', branch: 'ops', step: null, late: true, decision: null },
      followUp: { verdict: 'cannot-tell', before: null, now: null, until: null, because: 'not-shown' },
    },
  ],
};

const AUDIT: SignedAudit = {
  document: DOCUMENT,
  hash: `sha256:${'6'.repeat(64)}`,
  ...{ signedRole: 'engineering-manager', signedAt: new Date('2026-10-05T09:00:00Z') },
  ...{ countersignedRole: 'programme-owner', countersignedAt: new Date('2026-10-06T09:00:00Z') },
};

/** What the first quarter decided about the same level, and about a team. */
const EARLIER_AUDIT: SignedAudit = {
  ...AUDIT,
  hash: `sha256:${'5'.repeat(64)}`,
  document: {
    ...DOCUMENT,
    audit: { ...DOCUMENT.audit, id: '00000000-0000-4000-8000-000000000002', period: '2026-Q1' },
    release: { id: '2026-Q1-0123456789ab', asOf: '2026-03-31' },
    earlierActions: [],
  },
};

const QUARTER = { period: '2026-Q3', releaseId: RELEASE.release.id, publishedAt: '2026-10-02T10:00:00.000Z', restated: false };

/** A quarter before it: how many took part, or that it is hidden. */
function earlier(period: string, asOf: string, method: string, participants: number | null): PublishedQuarter {
  const whole = ofMeasure('participation', '');
  const values = { eligible: 409, participants: participants ?? 0, rate: (participants ?? 0) / 409 };
  const ends = { lower: values.rate - 0.0517, upper: values.rate + 0.0617 };
  return {
    ...{ period, asOf, releaseId: `${period}-0123456789ab`, methodVersion: `participation/${method}` },
    ...{ dimensions: RELEASE.dimensions, restates: null },
    tables: [
      {
        ...whole,
        cells: [
          participants === null
            ? { group: {}, status: 'suppressed' }
            : { group: {}, status: 'shown', drawn: {}, values: { ...values, ...ends } },
        ],
      },
    ],
  };
}

const OWN = { period: '2026-Q3', asOf: '2026-09-30', releaseId: RELEASE.release.id, methodVersion: 'participation/1' };

/** A break after the first of them, and a hidden one. */
const QUARTERS: readonly PublishedQuarter[] = [
  earlier('2025-Q4', '2025-12-31', '0', 101),
  earlier('2026-Q1', '2026-03-31', '1', 107),
  earlier('2026-Q2', '2026-06-30', '1', null),
  { ...OWN, dimensions: RELEASE.dimensions, restates: null, tables: TABLES.filter(({ breakdown }) => breakdown.length === 0) },
];

/** What is on record beside that release. */
export const RECORDS: Records = {
  until: new Date('2026-10-20T00:00:00Z'),
  audit: AUDIT,
  earlierAudits: [EARLIER_AUDIT],
  evidence: [
    { id: 'depth', name: 'Backend depth' },
    { id: 'onboarding', name: 'Onboarding' },
  ].map((track) =>
    evidenceOf(
      {
        ...track,
        ...{ owned: true, startedOn: null, endedOn: null, monthlyMinutes: null },
        ...{ focus: null, tier: null, format: null, practice: null, purpose: null, capability: null },
      },
      {
        charters: [charterOf('depth'), charterOf('onboarding')],
        decisions: [DECISION],
        unplanned: [],
        quarters: [{ ...QUARTER, tables: BY_TRACK }],
      },
    ),
  ),
  decisions: [DECISION],
  quarters: QUARTERS,
};

/** All that a report can be made of, in an organisation whose name wants care in every format. */
export const SOURCE: ReportSource = {
  file: RELEASE_WITH_TRACKS,
  organisation: 'Made-up & Sons',
  measures: MEASURES,
  verifyAt: 'https://overstory.example.org/verify',
  records: RECORDS,
};
