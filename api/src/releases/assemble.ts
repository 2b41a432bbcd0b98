import {
  canonicalJson,
  type Certificate,
  type CharterInForce,
  type Cohort,
  type Dimension,
  type DisclosurePolicy,
  type ProtectedTable,
  type QualityGate,
  type ReleaseChange,
  type ReleasedTable,
  type ReleaseFile,
  type ReleaseHeader,
  type ReleasePolicy,
  type StatisticTable,
  type TablePlan,
} from '../kernel/index.js';
import {
  type DerivationGround,
  type DerivedTable,
  deriveTables,
  type MeasureContract,
  MEASURES,
  plannedTables,
  type Variant,
} from '../measures/index.js';
import { protectedInTurn } from '../disclosure/index.js';
import { contentHash } from './fingerprints.js';
import { basesOf, scalesOf } from './scales.js';

/** A table before protection, with the contract that it follows. */
export interface ContractedTable {
  readonly contract: MeasureContract;
  readonly variant: Variant;
  readonly table: StatisticTable;
}

/** Every table of the plan that this cohort can answer, in the order of the file. `step` hears each measure as it begins. */
export function statisticTables(
  cohort: Cohort,
  plan: TablePlan,
  policy: DisclosurePolicy,
  step: (label: string) => void,
): ContractedTable[] {
  return MEASURES.flatMap((contract) => {
    step(contract.label);
    const planned = plannedTables(contract, plan, cohort);
    return contract.variants.flatMap((variant) =>
      planned.flatMap((one): ContractedTable[] => {
        const table = contract.tableOf(cohort, variant, one, policy.otherTables);
        return table ? [{ contract, variant, table }] : [];
      }),
    );
  });
}

/** What formulas and the file name of a cohort: nothing of its people. */
export type PublicCohort = Pick<Cohort, 'dimensions'> & DerivationGround;

/**
 * Draws the tables and derives every displayed value from what was drawn. One measure after the other, whose values follow
 * from its own tables alone: what is made on the way is gone when the next begins.
 *
 * @returns the tables as anyone reads them.
 */
export function releasedTables(
  cohort: PublicCohort,
  tables: readonly ContractedTable[],
  policy: DisclosurePolicy,
  secret: { key: Uint8Array; release: string },
): ReleasedTable[] {
  const { dimensions } = cohort;
  const drawn = protectedInTurn({ dimensions, tables: tables.map(({ table }) => table) }, policy, secret);
  const released = byContract(tables).flatMap((own) => {
    const derivable = own.map((one) => derivableFrom(one, next(drawn), cohort));
    return deriveTables(derivable, { dimensions, policy }).map(asRead);
  });
  return inFileOrder([...released, ...notCollected(cohort, tables).map(asRead)]);
}

function next(drawn: Iterator<ProtectedTable, undefined>): ProtectedTable {
  const { value } = drawn.next();
  if (!value) throw new Error('protection gave back fewer tables than it took');
  return value;
}

function derivableFrom(
  { contract, variant, table: source }: ContractedTable,
  table: ProtectedTable,
  cohort: PublicCohort,
): DerivedTable {
  const { unit, necessary } = contract;
  return {
    table,
    unit,
    necessary,
    subject: variant.subject,
    bases: basesOf(source),
    scales: scalesOf(source),
    derived: contract.derivedOf(table, cohort, variant.key),
  };
}

/** Runs of tables of one contract, in their order. */
function byContract(tables: readonly ContractedTable[]): ContractedTable[][] {
  const runs: ContractedTable[][] = [];
  for (const one of tables) {
    const run = runs.at(-1);
    if (run?.[0]?.contract === one.contract) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** As anyone reads it: parsed from its canonical bytes. Nothing of what it was made from is left in it. */
export const asRead = <Content>(content: Content): Content => JSON.parse(canonicalJson(content)) as Content;

/** A measure whose files were never loaded says so, in one place. */
function notCollected(cohort: PublicCohort, tables: readonly ContractedTable[]): ReleasedTable[] {
  const shape = { breakdown: [], special: false };
  return MEASURES.filter((contract) => !tables.some((one) => one.contract === contract)).flatMap((contract) =>
    contract.variants.map(({ key: variant, subject }): ReleasedTable => ({
      measure: contract.key,
      variant,
      ...shape,
      unit: contract.unit,
      subject,
      bases: [],
      scales: {},
      derived: contract.derivedOf(shape, cohort, variant),
      cells: [{ group: {}, status: 'notCollected' }],
    })),
  );
}

/** By measure and variant, then as the plan had them. */
function inFileOrder(tables: ReleasedTable[]): ReleasedTable[] {
  const byCodeUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return tables.sort((a, b) => byCodeUnits(a.measure, b.measure) || byCodeUnits(a.variant, b.variant));
}

export interface FileParts {
  readonly header: Omit<ReleaseHeader, 'id'>;
  readonly policy: DisclosurePolicy;
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly ReleasedTable[];
  readonly versions: Readonly<Record<string, string>>;
  readonly checks: readonly string[];
  readonly exposure: unknown;
  readonly leftOut: readonly string[];
  /** In a restatement: what changed since the release that it replaces. */
  readonly changed?: readonly ReleaseChange[] | null;
  /** By which tracks are judged as it is frozen; left out where nobody asked. */
  readonly charters?: readonly CharterInForce[];
  /** What the data were held against; left out where nothing was asked of them. */
  readonly quality?: QualityGate;
}

/** The file, named by its own contents and hashed. */
export function releaseFile(parts: FileParts): ReleaseFile {
  const { header, policy, dimensions, tables } = parts;
  const { thresholds, exposure, otherTables, similar } = policy;
  const shownPolicy: ReleasePolicy = { thresholds, exposure, otherTables, similar };
  const contents = { format: 'overstory-release/1' as const, policy: shownPolicy, dimensions, tables };
  const id = `${header.period}-${contentHash({ ...contents, release: header }).slice('sha256:'.length, 'sha256:'.length + 12)}`;
  const file = { ...contents, release: { id, ...header }, certificate: certificateOf(parts) };
  return { ...file, hash: contentHash(file) };
}

const RULES: readonly string[] = [
  'rule 0: what is drawn, and where it is shown, depends on open facts, settings and drawn values alone',
  'rule 1: every figure is computed from drawn statistics and open facts',
  'rule 2: noise on everything drawn, scaled to the most that one person can move it',
  'rule 3: groups of at least the threshold, tested exactly for open bases and with a margin for secret ones',
  'rule 4: no smaller open group by one subtraction',
  'rule 5: a budget of exposure, measured with the memberships that people had then',
];

function certificateOf({ header, tables, exposure, checks, leftOut, changed, ...rest }: FileParts): Certificate {
  const { charters, quality, versions } = rest;
  const counted = tables.map((table) => {
    const shown = table.cells.filter(({ status }) => status === 'shown').length;
    return { table: tableName(table), shown, hidden: table.cells.length - shown };
  });
  const { noiseLevel } = header;
  return {
    rules: RULES,
    noiseLevel,
    tables: counted,
    exposure,
    attack: { findings: 0, checks },
    leftOut,
    ...(changed && { changed }),
    ...(charters && { charters }),
    ...(quality && { quality }),
    versions,
  };
}

/** `parity/mentee/team+level`. */
export const tableName = ({ measure, variant, breakdown }: Pick<ReleasedTable, 'measure' | 'variant' | 'breakdown'>): string =>
  `${measure}/${variant}/${breakdown.join('+')}`;
