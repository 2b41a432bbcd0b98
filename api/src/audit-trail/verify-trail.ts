import type pg from 'pg';
import type { Checkpoint } from './checkpoints.js';
import { firstForgedStretch } from './stretches.js';

/** Where the trail is not what was written, and what was done to it there. */
export interface TrailFault {
  /** The first entry concerned; of removed ones the first that is missing. */
  readonly entry: number;
  readonly what: 'altered' | 'removed' | 'inserted';
}

/** What the installation knows of its trail, outside of the database. */
export interface Witness {
  /** Signs the summaries of removed stretches. */
  readonly key: Buffer;
  /**
   * Entries that were seen before, in their order. Without one, a trail that was cut off at its end or written anew by an
   * owner of the database, from its first entry on, is not found out.
   */
  readonly checkpoints: readonly Checkpoint[];
}

/**
 * Looks at every entry of the trail, at the summaries of those that were removed when their time was over, and whether it
 * still leads to every checkpoint.
 *
 * @param auditor the auditor's login; nobody else reads the trail.
 * @returns the first fault, or null.
 */
export async function verifyTrail(auditor: pg.Pool, { key, checkpoints }: Witness): Promise<TrailFault | null> {
  const { rows } = await auditor.query<{ entry: string | null; what: TrailFault['what'] }>(
    'select entry_no as entry, what from audit_trail.first_fault()',
  );
  const [fault] = rows;
  if (fault?.entry) return { entry: Number(fault.entry), what: fault.what };
  // A summary that nobody signed stands for entries that somebody took away.
  const forged = await firstForgedStretch(auditor, key);
  return forged === null ? firstMissed(auditor, checkpoints) : { entry: forged, what: 'removed' };
}

async function firstMissed(auditor: pg.Pool, checkpoints: readonly Checkpoint[]): Promise<TrailFault | null> {
  const { rows } = await auditor.query<{ place: number; found: boolean; last: string }>(
    `select c.place::int - 1 as place, coalesce(e.entry_no, s.to_entry) is not null as found,
       coalesce((select max(entry_no) from audit_trail.entry), 0) as last
     from unnest($1::bigint[], $2::text[]) with ordinality as c (entry, hash, place)
     left join audit_trail.entry e on e.entry_no = c.entry
     left join audit_trail.stretch s on c.entry between s.from_entry and s.to_entry
     where (e.entry_no is null and s.from_entry is null) or encode(e.hash, 'hex') <> c.hash
        or (s.to_entry = c.entry and encode(s.hash, 'hex') <> c.hash)
     order by c.entry limit 1`,
    [checkpoints.map(({ entry }) => entry), checkpoints.map(({ hash }) => hash)],
  );
  const [missed] = rows;
  if (!missed) return null;
  if (!missed.found) return { entry: Number(missed.last) + 1, what: 'removed' };
  // Every entry holds and yet it is another one: the chain was written anew, somewhere after the checkpoint before.
  return { entry: (checkpoints[missed.place - 1]?.entry ?? 0) + 1, what: 'altered' };
}
