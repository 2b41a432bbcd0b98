import type pg from 'pg';
import type { Certificate, Dimension, ReleasedTable } from '../kernel/index.js';
import { Refusal } from '../platform/index.js';

type Reading = pg.Pool | pg.PoolClient;

/** A release as a list shows it. Of a draft, the certificate is all there is to see. */
export interface ListedRelease {
  readonly id: string;
  readonly period: string;
  readonly asOf: string;
  readonly status: 'draft' | 'published';
  readonly supersedes: string | null;
  /** Whether a restatement took its place. */
  readonly superseded: boolean;
  readonly noiseLevel: number;
  readonly sample: boolean;
  readonly hash: string | null;
  readonly builtAt: Date;
  readonly publishedAt: Date | null;
  readonly certificate: Certificate;
}

/** Published releases and waiting drafts, the newest period first. Reads as the reader or the curator. */
export async function listReleases(tx: Reading): Promise<ListedRelease[]> {
  const { rows } = await tx.query<ListedRelease>(
    `select release_id as id, period, as_of as "asOf", 'published' as status, supersedes, not current as superseded,
       noise_level::float8 as "noiseLevel", sample, hash, built_at as "builtAt", published_at as "publishedAt", certificate
     from release.published_release
     union all
     select release_id, period, as_of, 'draft', supersedes, false, noise_level::float8, sample, null, built_at, null, certificate
     from release.draft
     order by "asOf" desc, "builtAt" desc`,
  );
  return rows;
}

/**
 * The exported file of a published release: its bytes as they were hashed.
 *
 * @throws Refusal `release-unknown` (2), `not-published` (3).
 */
export async function exportRelease(tx: Reading, id: string): Promise<string> {
  const { rows } = await tx.query<{ document: string }>('select document from release.published_release where release_id = $1', [
    id,
  ]);
  if (rows[0]) return rows[0].document;
  const drafts = await tx.query('select from release.draft where release_id = $1', [id]);
  if (drafts.rowCount)
    throw new Refusal('not-published', 'This release is a draft. A draft shows its certificate and nothing else.');
  throw new Refusal('release-unknown', 'There is no release with this id. "overstory release list" names them.', 2);
}

/** A period that readers may choose. */
export interface PublishedPeriod {
  readonly period: string;
  readonly releaseId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sample: boolean;
}

/** Periods with a published release, the newest first; of a restated period, the restatement. */
export async function publishedPeriods(tx: Reading): Promise<PublishedPeriod[]> {
  const { rows } = await tx.query<PublishedPeriod>(
    `select period, release_id as "releaseId", starts_on as "startsOn", as_of as "endsOn", sample
     from release.published_release where current order by as_of desc`,
  );
  return rows;
}

export interface TableQuestion {
  readonly period: string;
  readonly measure: string;
  readonly variant: string;
  /** In any order. */
  readonly breakdown: readonly string[];
}

/** A released table with the release that it is from. */
export interface TableFound {
  readonly releaseId: string;
  readonly sample: boolean;
  readonly table: ReleasedTable;
  readonly dimensions: readonly Dimension[];
}

/** One table of the release that is read for a period, or null where the plan has none. */
export async function readTable(tx: Reading, { period, measure, variant, breakdown }: TableQuestion): Promise<TableFound | null> {
  const { rows } = await tx.query<TableFound>(
    `select t.release_id as "releaseId", t.sample, t.content as table, r.dimensions
     from release.published_table t join release.published_release r using (release_id)
     where t.period = $1 and t.current and t.measure = $2 and t.variant = $3
       and t.breakdown @> $4::text[] and t.breakdown <@ $4::text[]`,
    [period, measure, variant, breakdown],
  );
  return rows[0] ?? null;
}

export interface PlannedBreakdownFound {
  readonly measure: string;
  readonly variant: string;
  readonly breakdown: readonly string[];
  readonly special: boolean;
}

/** The tables of the release that is read for a period: what may be asked for. */
export async function planOf(tx: Reading, period: string): Promise<PlannedBreakdownFound[]> {
  const { rows } = await tx.query<PlannedBreakdownFound>(
    `select measure, variant, breakdown, (content ->> 'special')::boolean as special
     from release.published_table where period = $1 and current order by ordinal`,
    [period],
  );
  return rows;
}
