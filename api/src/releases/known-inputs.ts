import type pg from 'pg';
import { removalMarks } from '../microdata/index.js';
import { inTransaction, Refusal } from '../platform/index.js';

/** What was known at a moment, and from which loads. */
export interface KnownInputs {
  readonly loadNo: number;
  /** In UTC, to the microsecond. */
  readonly knownAt: string;
  /** File and keyed hash of everything accepted by loads in force, and a mark for everything deleted for good; sorted. */
  readonly inputs: readonly string[];
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * What was known at `knownAt`, or is now. Without a moment, the one at which the last load or settings became known is
 * named, so that building twice from the same knowledge gives the same bytes.
 *
 * @throws Refusal `known-at-invalid`, `known-at-in-future` (2), `nothing-loaded` (3).
 */
export async function readKnownInputs(
  pool: pg.Pool,
  knownAt: string | undefined,
  settingsKnownAt: string | null,
): Promise<KnownInputs> {
  if (knownAt !== undefined && !isMoment(knownAt))
    throw new Refusal('known-at-invalid', '--known-at is a moment such as 2026-10-05T12:00:00Z, or a date.', 2);
  return inTransaction(pool, async (tx) => {
    const { loadNo, inFuture } = await knowledgeOf(tx, knownAt);
    if (inFuture)
      throw new Refusal('known-at-in-future', '--known-at lies in the future: what will be known then nobody knows.', 2);
    if (loadNo === 0)
      throw new Refusal('nothing-loaded', 'Nothing had been loaded at that time, so there is nothing to build a release from.');
    const moment = await momentOf(tx, loadNo, knownAt ?? null, settingsKnownAt);
    return { loadNo, knownAt: moment, inputs: await inputsOf(tx, loadNo) };
  });
}

const isMoment = (text: string): boolean => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

/** The clock may have been set back; what became known then is known all the same. */
async function knowledgeOf(tx: pg.PoolClient, knownAt: string | undefined): Promise<{ loadNo: number; inFuture: boolean }> {
  const { rows } = await tx.query<{ loadNo: number; inFuture: boolean }>(
    `select load_no as "loadNo", coalesce($1::timestamptz > greatest(clock_timestamp(), (select max(known_at) from jobs.load)), false) as "inFuture"
     from jobs.knowledge($1::timestamptz)`,
    [inUtc(knownAt)],
  );
  return rows[0] ?? { loadNo: 0, inFuture: false };
}

/** A date is its first moment in UTC. */
const inUtc = (knownAt: string | null | undefined): string | null =>
  knownAt?.length === 10 ? `${knownAt}T00:00:00Z` : (knownAt ?? null);

async function momentOf(
  tx: pg.PoolClient,
  loadNo: number,
  asked: string | null,
  settingsKnownAt: string | null,
): Promise<string> {
  const { rows } = await tx.query<{ moment: string }>(
    `select to_char(coalesce($2::timestamptz, greatest(max(known_at), $3::timestamptz)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment
     from jobs.load where load_no <= $1`,
    [loadNo, inUtc(asked), settingsKnownAt],
  );
  return rows[0]?.moment ?? '';
}

/** The deletions for good among the inputs of a release, by number. */
export function removalsIn(inputs: readonly string[]): { no: number; kind: string }[] {
  const marks = inputs.map((input) => /^removed (\d+) ([a-z]+) /.exec(input));
  return marks.flatMap((mark) => (mark ? [{ no: Number(mark[1]), kind: mark[2] ?? '' }] : []));
}

/**
 * File and keyed hash of everything that was accepted by a load. A load is in force unless one that is known too withdrew
 * it; a withdrawal itself says nothing more.
 */
export async function inputsOf(tx: pg.PoolClient, loadNo: number): Promise<string[]> {
  const { rows } = await tx.query<{ input: string }>(
    `select f.file || ' ' || coalesce(encode(f.fingerprint, 'hex'), '') as input
     from jobs.load_file f join jobs.load l using (load_id)
     where l.load_no <= $1 and l.withdraws is null and f.state <> 'refused'
       and not exists (select from jobs.load w where w.withdraws = l.load_id and w.load_no <= $1)`,
    [loadNo],
  );
  return [...rows.map(({ input }) => input), ...(await removalMarks(tx))].sort();
}
