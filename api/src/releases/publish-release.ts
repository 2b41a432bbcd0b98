import { t } from '#language';
import type pg from 'pg';
import { readPolicy } from '../governance/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { refuseFindings } from './build-release.js';
import { stillFits, type ToldGroup } from './exposure.js';
import { attackWithHistory, readPredecessor, RELEASES_LOCK } from './store.js';

export interface Publication {
  /** The draft. */
  readonly id: string;
  /** The account that publishes; whether it may is a question for access. Never the one that built. */
  readonly by: string;
}

export interface Published {
  readonly id: string;
  readonly period: string;
  readonly publishedAt: Date;
  readonly supersedes: string | null;
  readonly hash: string;
}

interface DraftRow {
  readonly period: string;
  readonly status: 'draft' | 'published';
  readonly supersedes: string | null;
  readonly hash: string;
  readonly builtBy: string;
  readonly document: string;
  readonly policyVersion: string;
  readonly endsOn: string;
  readonly loadNo: number;
  readonly told: readonly ToldGroup[];
  /** Whether anything was published since it was built. */
  readonly outdated: boolean;
}

/**
 * Publishes a draft: attacked and, where more was published since it was built, measured once more against everything
 * published by now, then frozen for good.
 *
 * @param pool the curator's; the reader cannot see a draft's contents and so cannot publish.
 * @throws Refusal `release-unknown` (2); `already-published`, `same-person`, `overtaken`, `already-restated`,
 *   `over-budget`, `attack-succeeded` (3).
 */
export async function publishRelease(pool: pg.Pool, { id, by }: Publication): Promise<Published> {
  return inTransaction(pool, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [RELEASES_LOCK]);
    const draft = await readDraft(tx, id, by);
    const predecessor = await readPredecessor(tx, draft.period);
    if ((predecessor?.id ?? null) !== draft.supersedes)
      throw new Refusal(
        'overtaken',
        t('Another release of {period} was published since this draft was built. Build it again.', { period: draft.period }),
      );
    if (draft.outdated) await refuseBeyondBudget(tx, draft);
    refuseFindings(await attackWithHistory(tx, JSON.parse(draft.document)));
    const { rows } = await tx.query<{ published_at: Date }>(
      `update release.release set status = 'published', published_by = $2, published_at = clock_timestamp()
       where release_id = $1 returning published_at`,
      [id, by],
    );
    const [{ published_at: publishedAt }] = rows as [{ published_at: Date }];
    return { id, period: draft.period, publishedAt, supersedes: draft.supersedes, hash: draft.hash };
  });
}

async function readDraft(tx: pg.PoolClient, id: string, by: string): Promise<DraftRow> {
  const { rows } = await tx.query<DraftRow>(
    `select period, status, supersedes, hash, built_by as "builtBy", document, header ->> 'policyVersion' as "policyVersion",
       as_of as "endsOn", load_no as "loadNo", told,
       exists (select from release.release later where later.published_at > release.built_at) as outdated
     from release.release where release_id = $1`,
    [id],
  );
  const [draft] = rows;
  if (!draft) throw new Refusal('release-unknown', 'There is no release with this id. "overstory release list" names them.', 2);
  if (draft.status === 'published') throw new Refusal('already-published', 'This release is published already.');
  if (draft.builtBy === by) throw new Refusal('same-person', 'A release is published by somebody else than who built it.');
  return draft;
}

/** Building again takes what was published meanwhile into account, with more noise or fewer tables. */
async function refuseBeyondBudget(tx: pg.PoolClient, draft: DraftRow): Promise<void> {
  const { disclosure } = await readPolicy(tx, draft.policyVersion);
  if (await stillFits(tx, draft, draft.told, disclosure)) return;
  throw new Refusal(
    'over-budget',
    'Together with what was published since this draft was built, it would tell too much about somebody. Build it again.',
  );
}
