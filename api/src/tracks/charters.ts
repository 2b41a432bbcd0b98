import { t } from '#language';
import type pg from 'pg';
import { type Actor, record } from '../audit-trail/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { charterDocument, type CharterContent, parseCharter } from './charter.js';
import { findTrack } from './catalogue.js';

/** A version of a track's charter. A draft has no hash and no day. */
export interface Charter {
  readonly track: string;
  readonly version: number;
  readonly content: CharterContent;
  readonly copiedFrom: string | null;
  readonly hash: string | null;
  readonly writtenAt: Date;
  readonly lockedAt: Date | null;
}

/** A charter that holds. */
export interface LockedCharter extends Charter {
  readonly hash: string;
  readonly lockedAt: Date;
}

export const isLocked = (charter: Charter): charter is LockedCharter => charter.hash !== null;

type Database = pg.Pool | pg.PoolClient;

/** Every charter, or those of one track, oldest first. */
export async function listCharters(tx: Database, track?: string): Promise<Charter[]> {
  const { rows } = await tx.query<Omit<Charter, 'content'> & { document: string }>(
    `select track_id as track, version, document, copied_from as "copiedFrom", hash, written_at as "writtenAt", locked_at as "lockedAt"
     from tracks.charter where $1::text is null or track_id = $1 order by track_id collate "C", version`,
    [track ?? null],
  );
  return rows.map(({ document, ...row }) => ({ ...row, content: (JSON.parse(document) as { content: CharterContent }).content }));
}

/** The charter that a track is judged by: the newest locked one. */
export const charterInForce = (charters: readonly Charter[]): LockedCharter | undefined => charters.filter(isLocked).at(-1);

/** The charters in force at a moment, or now: of each track the newest that was locked by then. In the order of tracks. */
export async function chartersInForce(tx: Database, at?: Date): Promise<LockedCharter[]> {
  const locked = (await listCharters(tx)).filter(isLocked).filter(({ lockedAt }) => at === undefined || lockedAt <= at);
  return locked.filter((charter, i) => locked[i + 1]?.track !== charter.track);
}

/** The draft that waits to be locked. */
export const draftOf = (charters: readonly Charter[]): Charter | undefined => charters.find((charter) => !isLocked(charter));

export interface WrittenCharter {
  readonly track: string;
  readonly content: unknown;
  /** The track whose charter it is a copy of. */
  readonly copiedFrom?: string | null;
}

/**
 * Writes the draft of a track's charter, over one that was there.
 *
 * @returns its version.
 * @throws Refusal `track-unknown`, `charter-invalid` (2).
 */
export async function writeCharter(
  pool: pg.Pool,
  { track, content, copiedFrom = null }: WrittenCharter,
  by: Actor,
): Promise<number> {
  await findTrack(pool, track);
  if (copiedFrom !== null) await findTrack(pool, copiedFrom);
  const document = charterDocument(track, parseCharter(content));
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ version: number }>('select tracks.write_charter($1, $2, $3, $4) as version', [
      track,
      document,
      copiedFrom,
      by.id,
    ]);
    const version = rows[0]?.version ?? 0;
    await record(tx, by, { action: 'charter.written', subject: `${track}/${version}` });
    return version;
  });
}

/**
 * Locks the draft of a track by its hash. From then on it is the charter by which the track is judged.
 *
 * @returns the hash.
 * @throws Refusal `charter-unknown` (2), `charter-too-late` (3) where one of its looks has been published.
 */
export async function lockCharter(
  pool: pg.Pool,
  { track, version }: Pick<Charter, 'track' | 'version'>,
  by: Actor,
): Promise<string> {
  const draft = draftOf(await listCharters(pool, track));
  if (draft?.version !== version)
    throw new Refusal('charter-unknown', 'There is no such draft. It may have been locked already.', 2);
  await refuseLate(pool, draft);
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ hash: string }>('select tracks.lock_charter($1, $2, $3) as hash', [track, version, by.id]);
    const hash = rows[0]?.hash ?? '';
    await record(tx, by, { action: 'charter.locked', subject: `${track}/${version}`, details: { hash } });
    return hash;
  });
}

/** The function of the database refuses it too; here it is said in words. */
async function refuseLate(tx: Database, { content }: Charter): Promise<void> {
  const { rows } = await tx.query<{ period: string }>(
    'select distinct period from release.published_release where period = any($1) order by period',
    [content.looks],
  );
  if (rows.length === 0) return;
  const named = rows.map(({ period }) => period).join(', ');
  throw new Refusal(
    'charter-too-late',
    t(
      'A charter is locked before its first look. These quarters have been published: {named}. Plan looks from the next one on.',
      {
        named,
      },
    ),
  );
}
