import type pg from 'pg';
import { type EntityManager, In, Raw } from 'typeorm';
import {
  type Certificate,
  type Dimension,
  type ReleasedTable,
  type ReleaseHeader,
  type ReleasePolicy,
  type SimilarRange,
  STANDARD_POLICY,
} from '../kernel/index.js';
import { Refusal } from '../platform/index.js';
import { PublishedRelease } from './entities/published-release.entity.js';
import { PublishedTable } from './entities/published-table.entity.js';
import { WaitingDraft } from './entities/waiting-draft.entity.js';
import type { SeriesRelease } from './series.js';

/** What a data source has to know to read releases; their rows stay in this room. */
export const RELEASE_ENTITIES = [PublishedRelease, PublishedTable, WaitingDraft] as const;

/** A release as a list shows it. Of a draft, the certificate is all there is to see. */
export interface ListedRelease {
  readonly id: string;
  readonly period: string;
  readonly asOf: string;
  readonly knownAt: Date;
  readonly status: 'draft' | 'published';
  /** Whether it is what is read for its period. */
  readonly current: boolean;
  readonly supersedes: string | null;
  /** Whether a restatement took its place. */
  readonly superseded: boolean;
  readonly noiseLevel: number;
  readonly sample: boolean;
  readonly hash: string | null;
  /** Fingerprint of the key that signed it; null for a draft, and where it was frozen before files were signed. */
  readonly signedBy: string | null;
  readonly builtAt: Date;
  readonly publishedAt: Date | null;
  readonly certificate: Certificate;
}

/** Which releases a list names. */
export interface ReleaseListing {
  /** Also drafts that wait. */
  readonly drafts: boolean;
  /** This release alone. */
  readonly id?: string;
}

/** Published releases, and waiting drafts where they are asked for; the newest period first. Reads as the reader or the curator. */
export async function listReleases(tx: EntityManager, { drafts, id }: ReleaseListing): Promise<ListedRelease[]> {
  const where = id === undefined ? {} : { id };
  const published = await tx.findBy(PublishedRelease, where);
  const waiting = drafts ? await tx.findBy(WaitingDraft, where) : [];
  return [...published.map(listPublished), ...waiting.map(listDraft)].sort(newestFirst);
}

const listPublished = (row: PublishedRelease): ListedRelease => ({ ...row, status: 'published', superseded: !row.current });

const NOT_PUBLISHED = {
  status: 'draft',
  current: false,
  superseded: false,
  hash: null,
  signedBy: null,
  publishedAt: null,
} as const;
const listDraft = (row: WaitingDraft): ListedRelease => ({ ...row, ...NOT_PUBLISHED });

const newestFirst = (one: ListedRelease, other: ListedRelease): number =>
  one.asOf === other.asOf ? other.builtAt.getTime() - one.builtAt.getTime() : one.asOf < other.asOf ? 1 : -1;

/** The exported file of a published release, its bytes as they were hashed; null where none of this id is published. */
export async function publishedDocument(tx: pg.Pool | pg.PoolClient, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ document: string }>('select document from release.published_release where release_id = $1', [
    id,
  ]);
  return rows[0]?.document ?? null;
}

/**
 * The same for a command that needs it.
 *
 * @throws Refusal `release-unknown` (2), `not-published` (3).
 */
export async function exportRelease(tx: pg.Pool | pg.PoolClient, id: string): Promise<string> {
  const document = await publishedDocument(tx, id);
  if (document !== null) return document;
  const drafts = await tx.query('select from release.draft where release_id = $1', [id]);
  if (drafts.rowCount)
    throw new Refusal('not-published', 'This release is a draft. A draft shows its certificate and nothing else.');
  throw new Refusal('release-unknown', 'There is no release with this id. "overstory release list" names them.', 2);
}

/** Of which published release a file is, by the hash of its bytes; null where it is of none. */
export async function releaseOfFile(tx: pg.Pool, hash: string): Promise<ReleaseOfFile | null> {
  const { rows } = await tx.query<Omit<ReleaseOfFile, 'files'> & { bytes: number }>(
    `select release_id as "releaseId", period, not current as superseded, length(convert_to(document, 'UTF8')) as bytes
     from release.published_release where 'sha256:' || encode(sha256(convert_to(document, 'UTF8')), 'hex') = $1`,
    [hash],
  );
  const [found] = rows;
  if (!found) return null;
  const { bytes, ...release } = found;
  return { ...release, files: [{ format: 'json', hash, bytes }] };
}

export interface ReleaseOfFile {
  readonly releaseId: string;
  readonly period: string;
  readonly superseded: boolean;
  readonly files: { format: string; hash: string; bytes: number }[];
}

/** A period that readers may choose. */
export interface PublishedPeriod {
  readonly period: string;
  readonly releaseId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sample: boolean;
  /** Ratios that its policy treats as similar. */
  readonly similar: SimilarRange;
}

/** Periods with a published release, the newest first; of a restated period, the restatement. */
export async function publishedPeriods(tx: EntityManager): Promise<PublishedPeriod[]> {
  const rows = await tx.find(PublishedRelease, {
    select: { id: true, period: true, startsOn: true, asOf: true, sample: true, policy: true },
    where: { current: true },
    order: { asOf: 'DESC' },
  });
  return rows.map(({ id, asOf, period, startsOn, sample, policy }) => ({
    ...{ period, releaseId: id, startsOn, endsOn: asOf, sample },
    similar: similarIn(policy),
  }));
}

/** The dimensions of a published release, in display order; none where there is no such release. */
export async function dimensionsOf(tx: EntityManager, releaseId: string): Promise<readonly Dimension[]> {
  const found = await tx.findOne(PublishedRelease, { select: { dimensions: true }, where: { id: releaseId } });
  return found?.dimensions ?? [];
}

/** A table as the plan of a release names it. */
export interface PlannedTable {
  readonly measure: string;
  readonly variant: string;
  readonly breakdown: readonly string[];
  readonly special: boolean;
}

/** The tables of a published release, in its order: what may be asked for. */
export async function planOf(tx: EntityManager, releaseId: string): Promise<PlannedTable[]> {
  return tx
    .createQueryBuilder(PublishedTable, 't')
    .select(['t.measure as measure', 't.variant as variant', 't.breakdown as breakdown'])
    .addSelect("(t.content ->> 'special')::boolean", 'special')
    .where({ releaseId })
    .orderBy('t.ordinal')
    .getRawMany<PlannedTable>();
}

export interface TableName {
  readonly releaseId: string;
  readonly measure: string;
  readonly variant: string;
  /** In the order of the plan. */
  readonly breakdown: readonly string[];
}

/** One table of a published release, or null where its plan has none. */
export async function readTable(tx: EntityManager, { breakdown, ...name }: TableName): Promise<ReleasedTable | null> {
  const by = Raw((column) => `${column} = :by`, { by: breakdown });
  const found = await tx.findOne(PublishedTable, { select: { content: true }, where: { ...name, breakdown: by } });
  return found?.content ?? null;
}

/** The tables of a published release that are split by exactly these dimensions, in its order. */
export async function readTablesBy(tx: EntityManager, releaseId: string, breakdown: readonly string[]): Promise<ReleasedTable[]> {
  const by = Raw((column) => `${column} = :by`, { by: breakdown });
  const found = await tx.find(PublishedTable, {
    select: { content: true },
    where: { releaseId, breakdown: by },
    order: { ordinal: 'ASC' },
  });
  return found.flatMap(({ content }) => content ?? []);
}

/** The first release of a quarter, with its tables of one breakdown. A restatement does not take its place. */
export interface FirstRelease {
  readonly period: string;
  readonly releaseId: string;
  readonly publishedAt: string;
  /** Whether a restatement was published since. */
  readonly restated: boolean;
  readonly tables: readonly ReleasedTable[];
}

/** Every quarter's first release that was published by then, oldest first, with the tables split by exactly these dimensions. */
export async function firstReleases(
  tx: pg.Pool | pg.PoolClient,
  { breakdown, until }: { readonly breakdown: readonly string[]; readonly until: Date },
): Promise<FirstRelease[]> {
  const { rows } = await tx.query<Omit<FirstRelease, 'publishedAt'> & { publishedAt: Date }>(
    `select p.period, p.release_id as "releaseId", p.published_at as "publishedAt",
       exists (select from release.published_release later where later.supersedes = p.release_id and later.published_at <= $2) as restated,
       coalesce((select jsonb_agg(t.content order by t.ordinal) from release.published_table t
         where t.release_id = p.release_id and t.breakdown = $1), '[]') as tables
     from release.published_release p where p.supersedes is null and p.published_at <= $2 order by p.as_of, p.built_at`,
    [breakdown, until],
  );
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

/** A quarter with its tables split by some dimensions. */
export type PublishedQuarter = Omit<SeriesRelease, 'table'> & { readonly tables: readonly ReleasedTable[] };

/** What was read for each quarter at that moment, oldest first: of a restated one, its newest restatement by then. */
export async function quartersUntil(
  tx: pg.Pool | pg.PoolClient,
  { breakdown, until }: { readonly breakdown: readonly string[]; readonly until: Date },
): Promise<PublishedQuarter[]> {
  const { rows } = await tx.query<Omit<PublishedQuarter, 'restates'>>(
    `select p.period, p.release_id as "releaseId", p.as_of::text as "asOf", p.header ->> 'methodVersion' as "methodVersion",
       p.dimensions, coalesce((select jsonb_agg(t.content order by t.ordinal) from release.published_table t
         where t.release_id = p.release_id and t.breakdown = $1), '[]') as tables
     from release.published_release p where p.published_at <= $2
       and not exists (select from release.published_release later where later.supersedes = p.release_id and later.published_at <= $2)
     order by p.as_of, p.built_at`,
    [breakdown, until],
  );
  return rows.map((row) => ({ ...row, restates: null }));
}

/** A published release as whoever judges it needs it: what it is, and the tables of some measures. */
export interface JudgedRelease {
  readonly id: string;
  readonly period: string;
  readonly asOf: string;
  readonly hash: string;
  /** Whether it is still what is read for its period. */
  readonly current: boolean;
  readonly similar: SimilarRange;
  readonly methodVersion: string;
  readonly dimensions: readonly Dimension[];
  readonly certificate: Certificate;
  readonly tables: readonly ReleasedTable[];
}

/** A published release with all tables of these measures, or null where there is none of this id. */
export async function readJudgedRelease(
  tx: EntityManager,
  id: string,
  measures: readonly string[],
): Promise<JudgedRelease | null> {
  const release = await tx.findOne(PublishedRelease, {
    select: { id: true, period: true, asOf: true, hash: true, current: true, policy: true, header: true, dimensions: true, certificate: true }, // prettier-ignore
    where: { id },
  });
  if (!release) return null;
  const tables = await tx.find(PublishedTable, {
    select: { ordinal: true, content: true },
    where: { releaseId: id, measure: In([...measures]) },
    order: { ordinal: 'ASC' },
  });
  const { period, asOf, hash, current, policy, header, dimensions = [], certificate } = release;
  return {
    ...{ id, period, asOf, hash, current, dimensions, certificate },
    similar: similarIn(policy),
    methodVersion: (header as Partial<ReleaseHeader>).methodVersion ?? '',
    tables: tables.flatMap(({ content }) => content ?? []),
  };
}

const similarIn = (policy: unknown): SimilarRange =>
  (policy as Partial<ReleasePolicy> | undefined)?.similar ?? STANDARD_POLICY.similar;
