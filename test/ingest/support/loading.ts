import type pg from 'pg';
import {
  beginLoad,
  checkLoad,
  confirmLoad,
  type IngestSettings,
  type Load,
  listErrors,
  type LoadError,
  noSettings,
  receiveFile,
} from '../../../api/src/ingest/index.js';
import type { TestInstallation } from '../../support/database.js';

/** File name → content. */
export type Files = Readonly<Record<string, string | Buffer>>;

export interface SendOptions {
  readonly source?: string;
  readonly settings?: IngestSettings;
  readonly chunk?: number;
}

/** Receives and checks files as one load, and leaves it waiting. */
export async function stage(installation: TestInstallation, files: Files, options: SendOptions = {}): Promise<Load> {
  const pool = installation.pool('ingest');
  const loadId = await beginLoad(pool, { source: options.source ?? 'test', createdBy: 'operator' });
  const context = { keys: installation.keys, settings: options.settings ?? noSettings };
  for (const [name, content] of Object.entries(files)) {
    await receiveFile(pool, context, loadId, { name, bytes: chunksOf(Buffer.from(content), options.chunk ?? 1 << 16) });
  }
  return checkLoad(pool, loadId);
}

/** Loads files; rows that break a rule are left out. */
export async function send(installation: TestInstallation, files: Files, options: SendOptions = {}): Promise<Load> {
  const { id } = await stage(installation, files, options);
  return confirmLoad(installation.pool('ingest'), id, true);
}

export function errorsOf(installation: TestInstallation, load: Load): Promise<readonly LoadError[]> {
  return listErrors(installation.pool('reader'), load.id);
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of chunks that are at hand
export async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
  if (bytes.length === 0) yield bytes;
}

const keysOf: Record<string, string> = {
  people: 'person_key, effective_from',
  demographics: 'person_key, effective_from, column_key',
  track_owner: 'track_id',
  requests: 'request_key',
  participations: 'relationship_key, track_id, person_key, role, started_on',
  sessions: 'session_key',
  skill_checks: 'person_key, track_id, skill, phase, taken_on, assessor',
  progressions: 'person_key, occurred_on, kind, from_rank, to_rank',
  reviews: 'relationship_key, reviewed_on',
  exit_interviews: 'person_key, held_on',
  feedback: 'person_key, item, answered_on, track_id',
  team_sessions: 'team, held_on',
  escalations: 'escalation_key',
  delivery: 'team, sprint',
  practice: 'team, sprint',
  mentor_development: 'person_key, topic, completed_on',
  skills: 'person_key, skill, assessed_on',
  skill_targets: 'team, skill',
};

/** What is known at a load (by default now), of every table: rows as text, sorted. The roll-up is part of it. */
export async function known(installation: TestInstallation, loadNo = 2_000_000_000): Promise<Record<string, readonly string[]>> {
  const pool = installation.pool('curator');
  const state: Record<string, readonly string[]> = {};
  for (const [table, keys] of Object.entries(keysOf)) state[table] = await latest(pool, `microdata.${table}`, keys, loadNo);
  state.track = await latest(installation.pool('owner'), 'tracks.track', 'track_id', loadNo);
  const { rows } = await pool.query<{ row: string }>(
    `select (to_jsonb(r) - 'load_no')::text as row from (
       select distinct on (relationship_key, month) * from microdata.session_rollup where load_no <= $1 order by relationship_key, month, load_no desc) r
     where held_count + planned_count > 0 order by 1`,
    [loadNo],
  );
  state.session_rollup = rows.map(({ row }) => row);
  return state;
}

async function latest(pool: pg.Pool, table: string, keys: string, loadNo: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ row: string }>(
    `select (to_jsonb(r) - 'load_no' - 'said' - 'gone')::text as row from (
       select distinct on (${keys}) * from ${table} where load_no <= $1 order by ${keys}, load_no desc) r
     where not gone order by 1`,
    [loadNo],
  );
  return rows.map(({ row }) => row);
}

/** How many versions there are in all. */
export async function versions(installation: TestInstallation, table: string): Promise<number> {
  const { rows } = await installation.pool('owner').query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]!.n;
}

/** Takes everything that was loaded away: cheaper than another database. */
export async function empty(installation: TestInstallation): Promise<void> {
  const owner = installation.pool('owner');
  await owner.query('select microdata.drop_staging(c.load_id) from (select distinct load_id from staging.content) c');
  const tables = Object.keys(keysOf).map((table) => `microdata.${table}`);
  await owner.query(
    `truncate ${tables.join(', ')}, microdata.session_rollup, microdata.tombstone, tracks.track, staging.content, jobs.load_error, jobs.load_file, jobs.load`,
  );
}
