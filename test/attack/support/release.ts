import { createHash } from 'node:crypto';
import { protect } from '../../../api/src/disclosure/index.js';
import {
  CHARACTERISTIC,
  STANDARD_POLICY,
  canonicalJson,
  parsePeriod,
  type Cohort,
  type Dimension,
  type DisclosurePolicy,
  type PlannedBreakdown,
  type StatisticRelease,
  type ProtectedTable,
  type ReleaseFile,
  type ReleasedTable,
  type TablePlan,
} from '../../../api/src/kernel/index.js';
import {
  deriveTables,
  MEASURES,
  plannedTables,
  type DerivedTable,
  type MeasureContract,
  type Variant,
} from '../../../api/src/measures/index.js';
import { basesOf, scalesOf } from '../../../api/src/releases/scales.js';
import { cohortOf, people, type Person } from './organisation.js';

const quarterly = (...breakdowns: readonly (readonly string[])[]): PlannedBreakdown[] =>
  breakdowns.map((by) => ({ by, layers: 'all', cadence: 'quarter' }));

export const PLAN: TablePlan = {
  version: 'attack/1',
  classes: {
    representation: quarterly(
      [],
      ['team'],
      ['level'],
      ['location'],
      ['tenure'],
      [CHARACTERISTIC],
      ['team', 'level'],
      ['level', 'tenure'],
      ['level', CHARACTERISTIC],
    ),
    equity: quarterly([], ['level'], [CHARACTERISTIC]),
    other: [],
    adjusted: [],
    model: [],
    teams: [],
  },
};

export interface Wanted {
  readonly everyone?: readonly Person[];
  readonly period?: string;
  readonly id?: string;
  readonly supersedes?: string | null;
  readonly noiseLevel?: number;
  readonly plan?: TablePlan;
  readonly dimensions?: readonly Dimension[];
  /** Populations that measures count, beside who takes part. */
  readonly cohort?: Partial<Pick<Cohort, 'tallies' | 'cases'>>;
  /** A fault planted between protection and derivation, so that everything derived follows it. */
  readonly tamper?: (tables: readonly ProtectedTable[], everyone: readonly Person[]) => readonly ProtectedTable[];
  /** What draws the noise, where it is not the id of the release. */
  readonly drawnAs?: string;
}

export const EVERYONE = people(1200);

/** Everything about an organisation that is ready to be protected: the measures' tables with their contracts. */
export interface Prepared {
  readonly cohort: Cohort;
  readonly policy: DisclosurePolicy;
  readonly statistics: StatisticRelease;
  readonly contracts: readonly { readonly contract: MeasureContract; readonly variant: Variant }[];
}

export function prepared({
  everyone = EVERYONE,
  period = '2026-Q3',
  noiseLevel = 3,
  plan = PLAN,
  dimensions,
  cohort: populations,
}: Wanted = {}): Prepared {
  const policy = { ...STANDARD_POLICY, noiseLevel };
  const cohort = { ...cohortOf(everyone, parsePeriod(period), dimensions), ...populations };
  const made = MEASURES.flatMap((contract) =>
    contract.variants.flatMap((variant) =>
      plannedTables(contract, plan, cohort).flatMap((planned) => {
        const table = contract.tableOf(cohort, variant, planned, policy.otherTables);
        return table ? [{ contract, variant, table }] : [];
      }),
    ),
  );
  return {
    cohort,
    policy,
    statistics: { dimensions: cohort.dimensions, tables: made.map(({ table }) => table) },
    contracts: made,
  };
}

const KEY = new Uint8Array(32).fill(7);

/** The tables as protected for a release of this name. */
export function drawn({ statistics, policy }: Prepared, name: string, key = KEY): readonly ProtectedTable[] {
  return protect(statistics, policy, { key, release: name });
}

/** What the file shows of protected tables. */
export function derivedFrom(
  { cohort, policy, contracts, statistics }: Prepared,
  tables: readonly ProtectedTable[],
): ReleasedTable[] {
  const derived = contracts.map(({ contract, variant }, i): DerivedTable => {
    const table = tables[i]!;
    const { necessary, unit } = contract;
    const bases = basesOf(statistics.tables[i]!);
    const scales = scalesOf(statistics.tables[i]!);
    return {
      table,
      unit,
      subject: variant.subject,
      bases,
      scales,
      derived: contract.derivedOf(table, cohort, variant.key),
      necessary,
    };
  });
  const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return deriveTables(derived, { dimensions: cohort.dimensions, policy }).sort(
    (a, b) => order(a.measure, b.measure) || order(a.variant, b.variant),
  );
}

/** An export as the product makes it: the measures' tables, protected, derived, frozen. */
export function release(wanted: Wanted = {}): ReleaseFile {
  const { everyone = EVERYONE, period = '2026-Q3', id = `release-${period}`, supersedes = null, noiseLevel = 3 } = wanted;
  const ready = prepared(wanted);
  const { cohort, policy } = ready;
  const quarter = cohort.period;
  const honest = drawn(ready, wanted.drawnAs ?? id);
  const tables = derivedFrom(ready, wanted.tamper?.(honest, everyone) ?? honest);
  const { thresholds, exposure, otherTables, similar } = policy;
  return sealed({
    format: 'overstory-release/1',
    release: {
      id,
      period,
      asOf: quarter.endsOn,
      noiseLevel,
      knownAt: `${quarter.endsOn}T12:00:00Z`,
      status: 'published',
      supersedes,
      policyVersion: policy.version,
      methodVersion: 'test',
      settingsVersion: '1',
      inputFingerprint: `hmac:${'0'.repeat(64)}`,
      sample: true,
    },
    policy: { thresholds, exposure, otherTables, similar },
    dimensions: cohort.dimensions,
    tables,
    certificate: {
      rules: ['0', '1', '2', '3', '4'],
      noiseLevel,
      tables: countCells(tables),
      exposure: 'notCollected',
      attack: { findings: 0, checks: [] },
      leftOut: [],
      ...(supersedes === null ? {} : { changed: [] }),
      versions: {},
    },
  });
}

export function countCells(tables: readonly ReleasedTable[]): ReleaseFile['certificate']['tables'] {
  return tables.map(({ measure, variant, breakdown, cells }) => {
    const shown = cells.filter(({ status }) => status === 'shown').length;
    return { table: `${measure}/${variant}/${breakdown.join('+')}`, shown, hidden: cells.length - shown };
  });
}

/** The file as a parser gives it: canonical, with its hash. */
export function sealed(content: Omit<ReleaseFile, 'hash'> & { hash?: string }): ReleaseFile {
  const { hash: _hash, ...rest } = content;
  const hash = `sha256:${createHash('sha256').update(canonicalJson(rest)).digest('hex')}`;
  return JSON.parse(canonicalJson({ ...rest, hash })) as ReleaseFile;
}
