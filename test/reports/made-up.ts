import type { ReleasedCell, ReleasedTable, ReleaseFile } from '../../api/src/kernel/index.js';

const shown = (group: Record<string, string>, values: Record<string, number | string>): ReleasedCell => ({
  group,
  status: 'shown',
  drawn: {},
  values,
});

const base = { unit: 'people', subject: 'mentees', special: false, bases: [{ of: ['eligible'] }], scales: {}, variant: 'mentee' };
const RATE = {
  eligible: { by: 'count', of: ['eligible'] },
  participants: { by: 'count', of: ['participants'] },
  rate: { by: 'proportion', of: ['participants', 'eligible'] },
  lower: { by: 'proportionLower', of: ['participants', 'eligible'] },
  upper: { by: 'proportionUpper', of: ['participants', 'eligible'] },
} as const;
const RATIO = {
  rateRatio: { by: 'rateRatio', of: ['participants', 'eligible'], against: 'everyoneElse' },
  rateRatioLower: { by: 'rateRatioLower', of: ['participants', 'eligible'], against: 'everyoneElse' },
  rateRatioUpper: { by: 'rateRatioUpper', of: ['participants', 'eligible'], against: 'everyoneElse' },
  comparisons: { by: 'comparisons', of: ['scoreP'] },
  verdict: { by: 'verdict', of: ['rateRatioLower', 'rateRatioUpper', 'adjustedP'] },
} as const;

const rate = (participants: number, eligible: number) => ({
  eligible,
  participants,
  rate: participants / eligible,
  lower: participants / eligible - 0.0513,
  upper: participants / eligible + 0.0613,
});
const ratio = (value: number, verdict: string) => ({
  rateRatio: value,
  rateRatioLower: value * 0.71,
  rateRatioUpper: value * 1.31,
  comparisons: 7,
  verdict,
});

const whole: ReleasedTable = {
  ...base,
  measure: 'participation',
  breakdown: [],
  derived: RATE,
  cells: [shown({}, rate(137, 411))],
};

/** Numbers that stand nowhere else, so that finding one means that it came from here. */
export const TABLES: readonly ReleasedTable[] = [
  whole,
  {
    ...base,
    measure: 'participation',
    breakdown: ['team'],
    derived: RATE,
    cells: [
      shown({ team: 'eng' }, rate(83, 239)),
      { group: { team: 'eng/data' }, status: 'suppressed' },
      shown({ team: 'ops' }, rate(53, 172)),
    ],
  },
  {
    ...base,
    measure: 'participation',
    breakdown: ['level'],
    derived: RATE,
    cells: [shown({ level: '1' }, rate(47, 157)), { group: { level: '2' }, status: 'suppressed' }],
  },
  { ...whole, measure: 'parity' },
  {
    ...base,
    measure: 'parity',
    breakdown: ['level'],
    derived: { ...RATE, ...RATIO },
    cells: [
      shown({ level: '1' }, { ...rate(47, 157), ...ratio(0.43, 'clearly_lower') }),
      { group: { level: '2' }, status: 'notEstimable', reason: 'protection' },
      { group: { level: '=cmd|x' }, status: 'suppressed' },
    ],
  },
  {
    ...base,
    measure: 'dose',
    breakdown: [],
    derived: { mean: { by: 'mean', of: ['minutes', 'squares', 'months'] } },
    cells: [{ group: {}, status: 'suppressed' }],
  },
];

/** A release whose numbers are invented, with every kind of absence and a name that means no good. */
export const RELEASE: ReleaseFile = {
  format: 'overstory-release/1',
  release: {
    id: '2026-Q3-0123456789ab',
    period: '2026-Q3',
    asOf: '2026-09-30',
    noiseLevel: 3,
    knownAt: '2026-10-02T09:00:00.000000Z',
    status: 'published',
    supersedes: null,
    policyVersion: 'standard/1',
    methodVersion: 'dose/1 parity/1 participation/1',
    settingsVersion: '1',
    inputFingerprint: 'hmac:00',
    sample: true,
  },
  policy: {
    thresholds: { dimension: 5, special: 10 },
    exposure: { release: 0.3, history: 0.65, permanent: 0.67, periods: 8 },
    otherTables: { minimumOpen: 30, minimumSpecialBase: 50 },
    similar: { low: 0.8, high: 1.25 },
  },
  dimensions: [
    {
      key: 'team',
      label: 'Team',
      kind: 'tree',
      sensitivity: 'open',
      values: [
        { key: 'eng', label: 'Engineering' },
        { key: 'eng/data', label: 'Data', parent: 'eng' },
        { key: 'ops', label: 'Operations' },
      ],
    },
    {
      key: 'level',
      label: 'Level',
      kind: 'ordered',
      sensitivity: 'open',
      values: [
        { key: '1', label: '1' },
        { key: '2', label: '2' },
        { key: '=cmd|x', label: '=cmd|<b>#eval("x")</b>' },
      ],
    },
  ],
  tables: TABLES,
  certificate: {
    rules: ['rule 1: made up'],
    noiseLevel: 3,
    tables: [{ table: 'participation/mentee/', shown: 6, hidden: 5 }],
    exposure: { greatest: { release: 0.1, history: 0.25 } },
    attack: { findings: 0, checks: ['made up: nothing was tried'] },
    leftOut: [],
    versions: {},
  },
  hash: `sha256:${'5'.repeat(64)}`,
};
