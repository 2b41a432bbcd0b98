import {
  STANDARD_POLICY,
  type Derivation,
  type Dimension,
  type Drawn,
  type Formula,
  type Group,
  type ProtectedTable,
  type ReleaseFile,
  type ReleasedScale,
} from '../../../api/src/kernel/index.js';
import { deriveTables } from '../../../api/src/measures/index.js';
import { normals } from './chances.js';
import { random } from './organisation.js';
import { countCells, sealed } from './release.js';

// Looked up once: tests run in a context of their own, where every look at a global is slow.
const { exp, log, max, min, round } = Math;

/** A measure that never was: it names every formula, over cells whose numbers are drawn from nowhere. */

const LEVEL = 3;
const HALF = 5;
const POINTS = 3;
const VALUES = { low: 0, high: 10, cap: 1 };
const MH = [
  'concordant',
  'discordant',
  'concordantVariance',
  'mixedVariance',
  'discordantVariance',
  'differenceNumerator',
  'differenceWeight',
  'differenceVariance',
  'differenceCorrection',
];
const BINS = [1, 2, 3, 4, 5].map((bin) => `bin${bin}`);
const CASES = ['caseA', 'caseB', 'caseC', 'caseD'];
const grid = (kind: string): string[] => Array.from({ length: POINTS }, (_, i) => `${kind}${i + 1}`);
const WAIT = [...grid('waited'), ...grid('left'), 'stillWaiting'];
const ENDING = [...grid('ended'), ...grid('moved'), ...grid('open'), 'stillOpen'];

const count: ReleasedScale = { kind: 'count' };
const SCALES: Readonly<Record<string, ReleasedScale>> = {
  ...Object.fromEntries(
    [...CASES, ...BINS, ...WAIT, ...ENDING, 'yes', 'no', 'members', 'earlier', 'all'].map((name) => [name, count]),
  ),
  ...Object.fromEntries(MH.map((name) => [name, { kind: 'bounded', most: 1 }])),
  eligible: { kind: 'open' },
  sum: { kind: 'sum', ...VALUES },
  squares: { kind: 'squares', ...VALUES },
  earlierSum: { kind: 'sum', ...VALUES },
  earlierSquares: { kind: 'squares', ...VALUES },
  effect: { kind: 'fit', times: 2, over: 'smallest', of: ['yes', 'members'] },
  logError: { kind: 'fit', most: 0.05 },
};

type Family = readonly [of: readonly string[], parameters: Readonly<Record<string, number>> | undefined, by: readonly Formula[]];

const trio = (name: string): Formula[] => [name, `${name}Lower`, `${name}Upper`] as Formula[];
const MEAN = ['sum', 'squares', 'members'];
const RATES: readonly Formula[] = [...trio('rateRatio'), ...trio('rateDifference'), 'otherRate', 'scoreZ', 'scoreP', 'shortfall'];

const CURVE: readonly Formula[] = [...trio('curve'), 'followed', ...trio('curveRatio'), 'otherCurve', 'curveP'];

/** All formulas of a table: those over rates start from another pair where a characteristic takes part. */
function families(special: boolean): readonly Family[] {
  const pair = special ? ['yes', 'no'] : ['yes', 'eligible'];
  const curve = (competing: 0 | 1, at: number) => ({ points: POINTS, competing, at });
  return [
    [['yes'], undefined, ['count']],
    [CASES, undefined, ['total']],
    [['yes', special ? 'all' : 'eligible'], undefined, trio('proportion')],
    [['yes', 'no'], undefined, trio('share')],
    [['yes', 'all', 'no', 'members'], undefined, trio('proportionRatio')],
    [['yes', 'all', 'caseA', 'members'], undefined, trio('proportionRatio')],
    [pair, undefined, [...RATES, 'impactRatio', 'homogeneityP', 'homogeneityStrata', 'pooling']],
    [CASES, { yes: 2 }, [...RATES, 'impactRatio', ...trio('share')]],
    [MEAN, VALUES, [...trio('mean'), ...trio('standardizedMean'), ...trio('meanRatio'), 'otherMean', 'meanP']],
    [['earlierSum', 'earlierSquares', 'earlier'], VALUES, [...trio('meanRatio'), 'meanP']],
    [[...MEAN, 'earlierSum', 'earlierSquares', 'earlier'], VALUES, trio('differenceOfMeans')],
    [['sum', 'members', 'earlierSum', 'earlier'], { low: 0, high: 10, reliability: 0.8 }, ['regressionToMean']],
    [WAIT, curve(0, 2), CURVE],
    [ENDING, curve(1, 1), CURVE],
    [ENDING, curve(1, 3), CURVE],
    [
      BINS,
      { value1: 0, value2: 1, value3: 2.5, value4: 4, value5: 9 },
      ['gini', 'topShare', 'theil', 'theilBetween', 'theilWithin'],
    ],
    [[...MH, ...pair], undefined, [...trio('oddsRatio'), ...trio('riskDifference')]],
    [['effect', 'logError'], { exponential: 1 }, ['modelEstimate', 'modelLower', 'modelUpper']],
    [['effect', 'logError'], { exponential: 0 }, ['modelEstimate', 'modelLower', 'modelUpper']],
  ];
}

const BESIDE = /^(rate|score|shortfall|other|meanRatio|meanP|curveRatio|curveP)/;

function derivedOf(special: boolean, breakdown: readonly string[]): Record<string, Derivation> {
  const derived: Record<string, Derivation> = {};
  families(special).forEach(([of, parameters, formulas], i) =>
    formulas.forEach((by) => {
      const against = BESIDE.test(by);
      if (against && breakdown.length === 0) return;
      derived[`${by}${i}`] = { by, of, ...(against && { against: 'everyoneElse' }), ...(parameters && { parameters }) };
    }),
  );
  const from = (key: string, by: Formula, ...of: string[]): void => {
    if (of.every((name) => derived[name])) derived[key] = { by, of };
  };
  const at = (by: Formula): string => Object.keys(derived).find((key) => derived[key]!.by === by) ?? '';
  const model = (by: Formula): string => Object.keys(derived).find((key) => derived[key]!.by === by)!;
  for (const p of ['scoreP', 'meanP', 'curveP'] as const) {
    from(`${p}Adjusted`, 'adjustedP', at(p));
    from(`${p}Comparisons`, 'comparisons', at(p));
  }
  from('verdict', 'verdict', at('rateRatioLower'), at('rateRatioUpper'), 'scorePAdjusted');
  for (const by of ['eValue', 'eValueLimit'] as const) {
    from(`${by}Model`, by, model('modelEstimate'), model('modelLower'), model('modelUpper'));
    from(`${by}Odds`, by, at('oddsRatio'), at('oddsRatioLower'), at('oddsRatioUpper'));
    from(`${by}Ratio`, by, at('rateRatio'), at('rateRatioLower'), at('rateRatioUpper'));
  }
  return { ...derived, always: { by: 'total', of: ['yes', 'no'] } };
}

const plain = (key: string, sensitivity: Dimension['sensitivity'], values: readonly string[]): Dimension => ({
  key,
  label: key,
  kind: 'nominal',
  sensitivity,
  values: values.map((value) => ({ key: value, label: value })),
});

export const DIMENSIONS: readonly Dimension[] = [
  {
    key: 'team',
    label: 'team',
    kind: 'tree',
    sensitivity: 'open',
    values: ['a', 'a/x', 'a/y', 'b', 'b/z'].map((key) =>
      key.includes('/') ? { key, label: key, parent: key.slice(0, 1) } : { key, label: key },
    ),
  },
  plain('level', 'open', ['1', '2', '3']),
  plain('tenure', 'open', ['new', 'old']),
  plain('demo_gender', 'special', ['f', 'm', 'x']),
];

const BREAKDOWNS: readonly (readonly string[])[] = [
  [],
  ['team'],
  ['level'],
  ['demo_gender'],
  ['team', 'demo_gender'],
  ['level', 'tenure'],
  ['team', 'level', 'tenure'],
  ['level', 'tenure', 'demo_gender'],
];

function groupsOf(breakdown: readonly string[]): Group[] {
  let groups: Group[] = [{}];
  for (const key of breakdown) {
    const values = DIMENSIONS.find((one) => one.key === key)!.values;
    groups = groups.flatMap((group) => values.map((value) => ({ ...group, [key]: value.key })));
  }
  return groups;
}

/** A seeded world of cells: sizes from a handful to thousands, so that every answer and every absence is met. */
class Numbers {
  private readonly uniform: () => number;
  constructor(seed: number) {
    this.uniform = random(seed);
  }

  private normal(): number {
    return normals(this.uniform);
  }

  /** Log-uniform. */
  between(low: number, high: number): number {
    return exp(log(low) + this.uniform() * (log(high) - log(low)));
  }

  /** Sometimes nothing at all, as a secret may be. */
  private share(): number {
    const u = this.uniform();
    return u < 0.12 ? 0 : u;
  }

  private whole(mean: number): number {
    return round(mean + LEVEL * this.normal());
  }

  private onLattice(value: number, unit: number): number {
    return round(value / unit) * unit;
  }

  cell(size: number): Record<string, Drawn> {
    const rate = this.share();
    const drawn: Record<string, Drawn> = {};
    const put = (name: string, value: number, noise: number): void => void (drawn[name] = { value: value + 0, noise });
    const people = (names: readonly string[], scale = 1): void =>
      names.forEach((name) => put(name, this.whole(size * scale * this.share()), LEVEL));
    put('eligible', round(size), 0);
    put('yes', this.whole(size * rate), LEVEL);
    put('no', this.whole(size * (1 - rate)), LEVEL);
    put('all', this.whole(size), LEVEL);
    people([...CASES, ...BINS], 0.5);
    people([...WAIT, ...ENDING], 0.3);
    this.values(size, ['sum', 'squares', 'members'], put);
    this.values(size, ['earlierSum', 'earlierSquares', 'earlier'], put);
    this.strata(size, rate, put);
    this.model(drawn, put);
    return drawn;
  }

  private values(size: number, [sum, squares, base]: readonly string[], put: Put): void {
    const [mean, spread] = [this.uniform() * 10, this.uniform() * 4];
    put(base!, this.whole(size), LEVEL);
    put(sum!, this.onLattice((mean - HALF) * size + LEVEL * HALF * this.normal(), HALF / 16), LEVEL * HALF);
    const square = (spread ** 2 + (mean - HALF) ** 2 - (HALF * HALF) / 2) * size;
    const width = (LEVEL * HALF * HALF) / 2;
    put(squares!, this.onLattice(square + width * this.normal(), (HALF * HALF) / 32), width);
  }

  /** Sums as one stratum of this size has them, with noise. */
  private strata(size: number, rate: number, put: Put): void {
    const [a, b] = [size * rate, size * (1 - rate)];
    const other = size * this.between(0.5, 8);
    const theirs = this.share();
    const [c, d] = [other * theirs, other * (1 - theirs)];
    const n = a + b + c + d;
    const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
    const [one, two] = [(a + b) / n, (c + d) / n];
    const sums = [
      r,
      s,
      p * r,
      p * s + q * r,
      q * s,
      a * two - c * one,
      one * two * n,
      (a * d + c * b) / (2 * n),
      0.1 * this.normal(),
    ];
    sums.forEach((sum, i) => put(MH[i]!, this.onLattice(sum + LEVEL * this.normal(), 1 / 16), LEVEL));
  }

  private model(drawn: Record<string, Drawn>, put: Put): void {
    const bound = 2 / max(1, min(drawn['yes']!.value, drawn['members']!.value));
    put('effect', this.onLattice(0.5 * this.normal(), bound / 16), LEVEL * bound);
    put('logError', this.onLattice(log(this.between(0.01, 3)), 0.05 / 16), LEVEL * 0.05);
  }
}

type Put = (name: string, value: number, noise: number) => void;

/** A file in which every formula stands in every table that can hold it. */
export function fileOfFormulas(seed: number): ReleaseFile {
  const numbers = new Numbers(seed);
  const size = numbers.between(20, 20_000);
  const tables = BREAKDOWNS.map((breakdown) => {
    const special = breakdown.includes('demo_gender');
    const table: ProtectedTable = {
      measure: 'formulas',
      variant: 'all',
      breakdown,
      special,
      cells: groupsOf(breakdown).map((group) => ({
        group,
        ...(breakdown.length > 0 && numbers.between(1, 10) > 9.5
          ? { status: 'suppressed' }
          : { status: 'shown', drawn: numbers.cell(size * (breakdown.length === 0 ? 1 : numbers.between(0.02, 0.4))) }),
      })),
    };
    return {
      table,
      unit: 'people',
      subject: 'mentees',
      bases: [{ of: ['yes', 'no'] }],
      scales: SCALES,
      derived: derivedOf(special, breakdown),
      necessary: 'always',
    };
  });
  const released = deriveTables(tables, { dimensions: DIMENSIONS, policy: STANDARD_POLICY });
  const { thresholds, exposure, otherTables, similar, version } = STANDARD_POLICY;
  return sealed({
    format: 'overstory-release/1',
    release: {
      id: `formulas-${seed}`,
      period: '2026-Q3',
      asOf: '2026-09-30',
      noiseLevel: LEVEL,
      knownAt: '2026-09-30T12:00:00Z',
      status: 'published',
      supersedes: null,
      policyVersion: version,
      methodVersion: 'test',
      settingsVersion: '1',
      inputFingerprint: `hmac:${'0'.repeat(64)}`,
      sample: true,
    },
    policy: { thresholds, exposure, otherTables, similar },
    dimensions: DIMENSIONS,
    tables: released,
    certificate: {
      rules: [],
      noiseLevel: LEVEL,
      tables: countCells(released),
      exposure: 'notCollected',
      attack: { findings: 0, checks: [] },
      leftOut: [],
      versions: {},
    },
  });
}

/** How often each formula gave a number, a word, and each absence. */
export function answersOf(file: ReleaseFile, seen = new Map<string, number>()): Map<string, number> {
  for (const { derived, cells } of file.tables)
    for (const cell of cells)
      if (cell.status === 'shown')
        for (const [name, value] of Object.entries(cell.values)) {
          const what = typeof value === 'number' ? 'number' : typeof value === 'string' ? value : value.reason;
          const key = `${derived[name]!.by} ${what}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
  return seen;
}
