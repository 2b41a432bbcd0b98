import type pg from 'pg';
import {
  type Certificate,
  type CharterInForce,
  type Cohort,
  type DisclosurePolicy,
  parsePeriod,
  type Period,
  type ReleaseChange,
  type ReleaseFile,
} from '../kernel/index.js';
import {
  type AttackReport,
  breakdownName,
  chooseNoiseLevel,
  DisclosureRefusal,
  finestFirst,
  type Secret,
  withinBudget,
} from '../disclosure/index.js';
import { type Policy, policyForRelease, readInstallation, readSettings, type SettingsVersion } from '../governance/index.js';
import { MEASURES, METHOD_VERSION } from '../measures/index.js';
import { inTransaction, type Keys, Refusal } from '../platform/index.js';
import { chartersInForce } from '../tracks/index.js';
import {
  asRead,
  type ContractedTable,
  type FileParts,
  type PublicCohort,
  releaseFile,
  releasedTables,
  statisticTables,
  tableName,
} from './assemble.js';
import {
  certifiedExposure,
  exposureByMeasure,
  measureRelease,
  type Moment,
  reachOfOthers,
  readSurroundings,
  type Surroundings,
  type ToldGroup,
} from './exposure.js';
import { inputFingerprint, releaseFingerprint, type ReleaseParts } from './fingerprints.js';
import { type KnownInputs, readKnownInputs, removalsIn } from './known-inputs.js';
import { PROGRAM_VERSION } from './program-version.js';
import { assessQuality, type Freshness, readFreshness, withhold } from './quality-gate.js';
import { readCohort } from './read-cohort.js';
import { readChanges } from './restatement.js';
import { signRelease } from './signature.js';
import { attackWithHistory, type Predecessor, readPredecessor, storeDraft } from './store.js';

/** How far a build is: `done` of `total` steps, and the one that now begins. */
export interface BuildProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export interface BuildOptions {
  /** The quarter, for example `2026-Q3`. */
  readonly period: string;
  /** Only what was known then; a moment in ISO form or a date. Now, if left out. */
  readonly knownAt?: string | undefined;
  /** An approved policy at least as strict as the one in force when the period began, which holds if left out. */
  readonly policy?: string | undefined;
  /** Who builds: an account id, or `operator`. */
  readonly builtBy: string;
  readonly progress?: ((progress: BuildProgress) => void) | undefined;
  /** Ends the build before its next step; nothing of it is then kept. */
  readonly signal?: AbortSignal | undefined;
}

/** What may be told of a draft: its certificate and nothing of its numbers. */
export interface Draft {
  readonly id: string;
  readonly period: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly status: 'draft';
  readonly supersedes: string | null;
  readonly noiseLevel: number;
  readonly hash: string;
  readonly certificate: Certificate;
}

const STEPS = 6 + MEASURES.length;

/**
 * Builds the release of a period and stores it as a draft: cohort, protection, derivation, attack. A draft that waited for
 * the same period is replaced; it is signed as it is frozen. Where the period is published already, the draft restates it with all fresh noise.
 *
 * @param pool the curator's.
 * @throws Refusal `period-invalid`, `known-at-…`, `policy-unknown` (2); `nothing-loaded`, `nobody-eligible`,
 *   `too-few-people`, `already-restated`, `policy-not-approved`, `policy-looser`, `attack-succeeded`, `cannot-be-protected`,
 *   `cancelled` (3).
 */
export async function buildRelease(pool: pg.Pool, keys: Keys, options: BuildOptions): Promise<Draft> {
  const step = steps(options);
  step('What is known');
  const ground = await readGround(pool, options);
  const { parts, told } = await drawFile(pool, ground, keys, step);
  step('Attack');
  const changed = await whatChanged(pool, ground, parts);
  const file = signRelease(await attackFile(pool, { ...parts, changed }), keys);
  step('Draft');
  const { period: quarter, predecessor, known } = ground;
  const removalNo = Math.max(0, ...removalsIn(known.inputs).map(({ no }) => no));
  await storeDraft(pool, {
    ...{ file, told, predecessor, removalNo, builtBy: options.builtBy },
    ...{ startsOn: quarter.startsOn, loadNo: known.loadNo },
  });
  const { id, period, asOf, knownAt, supersedes, noiseLevel } = file.release;
  return {
    id,
    period,
    asOf,
    knownAt,
    status: 'draft',
    supersedes,
    noiseLevel,
    hash: file.hash,
    certificate: file.certificate,
  };
}

/** What a restatement says of the release that it replaces; nothing where it replaces none. */
async function whatChanged(
  pool: pg.Pool,
  ground: Ground,
  { header, versions }: FileParts,
): Promise<readonly ReleaseChange[] | null> {
  const { predecessor, known } = ground;
  return predecessor && inTransaction(pool, (tx) => readChanges(tx, predecessor.id, { header, versions, inputs: known.inputs }));
}

function steps({ progress, signal }: BuildOptions): (step: string) => void {
  let done = 0;
  return (step) => {
    if (signal?.aborted) throw new Refusal('cancelled', 'The build was cancelled. Nothing of it was kept.');
    progress?.({ step, done: done++, total: STEPS });
  };
}

/** Everything but the people: what the release will name. */
interface Ground {
  readonly period: Period;
  readonly policy: Policy;
  readonly settings: SettingsVersion;
  readonly known: KnownInputs;
  readonly freshness: Freshness;
  readonly predecessor: Predecessor | null;
  readonly charters: readonly CharterInForce[];
  readonly sample: boolean;
}

async function readGround(pool: pg.Pool, { period: key, knownAt, policy: version }: BuildOptions): Promise<Ground> {
  const settings = await readSettings(pool, knownAt);
  const known = await readKnownInputs(pool, knownAt, settings.knownAt);
  const period = periodNamed(key, settings.settings.fiscalYearStart);
  const predecessor = await readPredecessor(pool, period.key);
  const asked = { startsOn: period.startsOn, version, restates: predecessor?.policyVersion };
  const policy = await policyForRelease(pool, asked);
  const { sample } = await readInstallation(pool);
  const freshness = await readFreshness(pool, known.loadNo);
  const charters = await readCharters(pool, knownAt && known.knownAt);
  return { period, policy, settings, known, freshness, predecessor, charters, sample };
}

/** Charters are agreed and not loaded: without a moment that was asked for, those in force now. */
async function readCharters(pool: pg.Pool, knownAt: string | undefined): Promise<CharterInForce[]> {
  const charters = await chartersInForce(pool, knownAt === undefined ? undefined : new Date(knownAt));
  return charters.map(({ track, version, hash }) => ({ track, version, hash }));
}

function periodNamed(key: string, fiscalYearStart: number): Period {
  try {
    return parsePeriod(key, fiscalYearStart);
  } catch {
    throw new Refusal('period-invalid', 'A period is a quarter, written like 2026-Q3.', 2);
  }
}

const momentOf = ({ period, known, settings }: Ground): Moment => ({
  period: period.key,
  endsOn: period.endsOn,
  loadNo: known.loadNo,
  demographics: settings.settings.demographics.map(({ column }) => column),
});

interface DrawnFile {
  readonly parts: FileParts;
  readonly told: readonly ToldGroup[];
}

/** Draws the file. The people live in here alone: what comes out is drawn, and the attack needs their memory. */
async function drawFile(pool: pg.Pool, ground: Ground, keys: Keys, step: (label: string) => void): Promise<DrawnFile> {
  const exact = await readExactTables(pool, ground, step);
  step('Exposure');
  const key = keys.read('disclosure');
  const { policy, tables, secret, told, certified } = await chooseNoise(pool, ground, exact, key);
  step('Protection');
  const drawn = refusing(() => releasedTables(exact.cohort, tables, policy, secret));
  const quality = assessQuality(drawn, {
    floors: ground.settings.settings.qualityFloors,
    freshness: ground.freshness,
    endsOn: ground.period.endsOn,
  });
  const parts: FileParts = {
    header: headerOf(ground, policy, inputFingerprint(key, ground.known.inputs)),
    policy: exact.policy,
    dimensions: exact.cohort.dimensions,
    tables: withhold(drawn, quality),
    quality,
    charters: ground.charters,
    versions: versionsOf(ground),
    checks: [],
    exposure: certified,
    leftOut: exact.tables.filter((one) => !tables.includes(one)).map(({ table }) => tableName(table)),
  };
  return { parts, told };
}

/** With how much noise which tables are drawn, and what they then tell. */
interface Chosen {
  readonly policy: DisclosurePolicy;
  readonly tables: readonly ContractedTable[];
  readonly secret: Secret;
  readonly told: readonly ToldGroup[];
  readonly certified: unknown;
}

/** Measures exposure until it fits. Who was in which group of all releases is in memory in here alone. */
async function chooseNoise(pool: pg.Pool, ground: Ground, exact: ExactTables, key: Buffer): Promise<Chosen> {
  const around = await inTransaction(pool, (tx) => readSurroundings(tx, momentOf(ground)));
  const { noiseLevel, tables, release, secret, told, exposure, evidence } = fit(exact, ground, { key, around });
  const policy = { ...exact.policy, noiseLevel };
  const costs = exposureByMeasure(release, policy, secret, around);
  return { policy, tables, secret, told, certified: certifiedExposure(exposure, reachOfOthers(evidence, around), costs) };
}

/** Every table before protection, and what is needed of the cohort afterwards: none of its rows. */
interface ExactTables {
  readonly tables: readonly ContractedTable[];
  readonly cohort: PublicCohort;
  readonly policy: DisclosurePolicy;
}

async function readExactTables(pool: pg.Pool, ground: Ground, step: (label: string) => void): Promise<ExactTables> {
  step('People');
  const cohort = await readCohort(pool, ground.period, ground.known.loadNo, ground.settings.settings);
  const policy = policyFor(cohort, ground.policy.disclosure);
  const tables = statisticTables(cohort, ground.policy.plan, policy, step);
  const { dimensions, doseLimit, settings } = cohort;
  return { tables, cohort: { dimensions, doseLimit, settings }, policy };
}

/** The first noise level, and the first tables left out, that fit the budget of exposure. */
function fit({ tables: all, cohort, policy }: ExactTables, ground: Ground, { key, around }: Measuring) {
  const fingerprint = inputFingerprint(key, ground.known.inputs);
  return refusing(() =>
    withinBudget(policy, finestFirst(all.map(({ table }) => table)), ({ noiseLevel, leftOut }) => {
      const tables = all.filter(({ table }) => !leftOut.includes(breakdownName(table.breakdown)));
      const secret = { key, release: releaseFingerprint(key, partsOf(ground, fingerprint, noiseLevel)) };
      const release = { dimensions: cohort.dimensions, tables: tables.map(({ table }) => table) };
      return { tables, release, secret, ...measureRelease(release, { ...policy, noiseLevel }, secret, around) };
    }),
  );
}

interface Measuring {
  readonly key: Buffer;
  readonly around: Surroundings;
}

function partsOf(ground: Ground, fingerprint: string, noiseLevel: number): ReleaseParts {
  return {
    period: ground.period.key,
    inputFingerprint: fingerprint,
    settings: ground.settings.settings,
    settingsVersion: String(ground.settings.version),
    policy: { disclosure: ground.policy.disclosure, plan: ground.policy.plan },
    noiseLevel,
    methodVersion: METHOD_VERSION,
    programVersion: PROGRAM_VERSION,
    supersededHash: ground.predecessor?.hash ?? null,
  };
}

/** The policy with the noise level of a release of this size. The number of eligible people is an open fact. */
function policyFor(cohort: Cohort, policy: DisclosurePolicy): DisclosurePolicy {
  const eligible = cohort.people.reduce((sum, { count }) => sum + count, 0);
  if (eligible === 0)
    throw new Refusal('nobody-eligible', 'Nobody was employed on the last day of that period, as far as was known.');
  if (eligible < policy.thresholds.dimension)
    throw new Refusal('too-few-people', 'The organisation is smaller than the smallest group that may be shown.');
  return { ...policy, noiseLevel: chooseNoiseLevel(eligible, policy) };
}

function headerOf(ground: Ground, policy: DisclosurePolicy, fingerprint: string): FileParts['header'] {
  return {
    period: ground.period.key,
    asOf: ground.period.endsOn,
    noiseLevel: policy.noiseLevel,
    knownAt: ground.known.knownAt,
    status: 'published',
    supersedes: ground.predecessor?.id ?? null,
    policyVersion: policy.version,
    methodVersion: METHOD_VERSION,
    settingsVersion: String(ground.settings.version),
    inputFingerprint: fingerprint,
    sample: ground.sample,
  };
}

function versionsOf({ policy, settings }: Ground): Record<string, string> {
  return {
    method: METHOD_VERSION,
    plan: policy.plan.version,
    policy: policy.disclosure.version,
    program: PROGRAM_VERSION,
    settings: String(settings.version),
  };
}

function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof DisclosureRefusal)
      throw new Refusal('cannot-be-protected', `This release cannot be protected (${error.code}). Nothing was stored.`);
    throw error;
  }
}

/** Attacks the file, whose tables are as read, with its whole history; what was tried becomes part of its certificate. */
async function attackFile(pool: pg.Pool, parts: FileParts): Promise<ReleaseFile> {
  const { tables, ...rest } = releaseFile(parts);
  const file = { ...asRead({ ...rest, tables: [] }), tables };
  const { checks } = refuseFindings(await attackWithHistory(pool, file));
  return releaseFile({ ...parts, checks: ofTheFileAlone(checks) });
}

/** The certificate must not depend on what else this installation has published: the same contents, the same bytes. */
const ofTheFileAlone = (checks: readonly string[]): string[] => [
  ...checks.filter((line) => !line.startsWith('history:') && !line.includes('against those of release')),
  'history: together with every release published before',
];

export function refuseFindings(report: AttackReport): AttackReport {
  if (report.findings.length === 0) return report;
  const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort().join(', ');
  throw new Refusal('attack-succeeded', `The attack on this release succeeded (${rules}). It is not kept.`);
}
