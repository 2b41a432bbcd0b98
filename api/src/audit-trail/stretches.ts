import crypto from 'node:crypto';
import type pg from 'pg';
import { inTransaction } from '../platform/index.js';
import { sameText } from './checkpoints.js';
import { ENTRY_KINDS, type EntryKindKey, KIND_SQL } from './kinds.js';

/** Entries in a row that were removed, or shall be. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Hashes in hexadecimal: of the entry before the first, and of the last one. */
  readonly previous: string;
  readonly hash: string;
  /** When the newest of them was written, in microseconds since 1970. */
  readonly newest: string;
  /** How many of each kind. */
  readonly counts: Readonly<Partial<Record<EntryKindKey, number>>>;
}

interface SignedStretch extends Stretch {
  readonly signature: string;
}

/** What `pruneTrail` removed, or would. */
export interface Pruned {
  readonly stretches: number;
  readonly counts: Readonly<Partial<Record<EntryKindKey, number>>>;
}

/**
 * Removes every entry whose time is over. In the place of each stretch of them stands a signed summary, over which the chain
 * goes on. The newest entry stays, whatever its age: the next one follows from it.
 *
 * @param owner the owner's login; no other may take an entry away.
 * @param now the moment at which ages are counted.
 */
export async function pruneTrail(owner: pg.Pool, key: Buffer, { now, dry }: { now: Date; dry: boolean }): Promise<Pruned> {
  const overdue = await overdueStretches(owner, now);
  if (!dry && overdue.length > 0)
    await inTransaction(owner, async (tx) => {
      for (const stretch of overdue) await remove(tx, { ...stretch, signature: signatureOf(key, stretch) });
    });
  return { stretches: overdue.length, counts: total(overdue) };
}

/** The first entry of the first summary that this installation did not sign; null when it signed them all. */
export async function firstForgedStretch(auditor: pg.Pool, key: Buffer): Promise<number | null> {
  const { rows } = await auditor.query<SignedStretch>(
    `select from_entry::int as from, to_entry::int as to, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash,
       ${MICROSECONDS('newest')} as newest, counts, signature from audit_trail.stretch order by from_entry`,
  );
  return rows.find((row) => !sameText(row.signature, signatureOf(key, row)))?.from ?? null;
}

const MICROSECONDS = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint::text`;

const LIMITS = Object.entries(ENTRY_KINDS).flatMap(([kind, { months }]) => (months === null ? [] : [{ kind, months }]));

async function overdueStretches(owner: pg.Pool, now: Date): Promise<Stretch[]> {
  // Numbers without a gap minus their rank are the same for all entries of a stretch.
  const { rows } = await owner.query<Stretch>(
    `with overdue as (
       select e.*, ${KIND_SQL} as kind from audit_trail.entry e join unnest($1::text[], $2::int[]) as l (kind, months)
         on ${KIND_SQL} = l.kind
       where e.at < $3::timestamptz - make_interval(months => l.months)
         and e.entry_no < (select max(entry_no) from audit_trail.entry)),
     placed as (select *, entry_no - row_number() over (order by entry_no) as stretch from overdue),
     counted as (select stretch, jsonb_object_agg(kind, many) as counts
       from (select stretch, kind, count(*) as many from placed group by 1, 2) k group by 1)
     select min(entry_no)::int as from, max(entry_no)::int as to,
       encode((array_agg(previous order by entry_no))[1], 'hex') as previous,
       encode((array_agg(hash order by entry_no desc))[1], 'hex') as hash, ${MICROSECONDS('max(at)')} as newest, counts
     from placed join counted using (stretch) group by stretch, counts order by 1`,
    [LIMITS.map(({ kind }) => kind), LIMITS.map(({ months }) => months), now],
  );
  return rows;
}

async function remove(tx: pg.PoolClient, { from, to, previous, hash, newest, counts, signature }: SignedStretch): Promise<void> {
  await tx.query(
    `insert into audit_trail.stretch (from_entry, to_entry, previous, hash, newest, counts, signature)
     values ($1, $2, decode($3, 'hex'), decode($4, 'hex'), to_timestamp(0) + $5::bigint * interval '1 microsecond', $6, $7)`,
    [from, to, previous, hash, newest, JSON.stringify(counts), signature],
  );
  await tx.query('delete from audit_trail.entry where entry_no between $1 and $2', [from, to]);
}

function total(stretches: readonly Stretch[]): Pruned['counts'] {
  const sum: Partial<Record<EntryKindKey, number>> = {};
  for (const { counts } of stretches)
    for (const [kind, many] of Object.entries(counts) as [EntryKindKey, number][]) sum[kind] = (sum[kind] ?? 0) + many;
  return sum;
}

/** Over every part, each kind in the order of its name: what the database keeps cannot be read in two ways. */
function signatureOf(key: Buffer, { from, to, previous, hash, newest, counts }: Stretch): string {
  const kinds = Object.entries(counts)
    .map(([kind, many]) => `${kind}=${many}`)
    .sort();
  const text = ['trail stretch', from, to, previous, hash, newest, ...kinds].join(':');
  return crypto.createHmac('sha256', key).update(text).digest('hex');
}
