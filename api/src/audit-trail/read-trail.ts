import type pg from 'pg';
import { type EntryKindKey, KIND_SQL } from './kinds.js';

/** Which entries somebody looks for; what is absent is not asked about. */
export interface TrailFilter {
  /** An e-mail address, the name of a token, or the name under which the trail itself has somebody. */
  readonly who?: string;
  readonly kind?: EntryKindKey;
  readonly action?: string;
  /** A part of what it was done to. */
  readonly subject?: string;
  /** Days, YYYY-MM-DD in UTC, both included. */
  readonly from?: string;
  readonly until?: string;
}

/** Where a page of the trail begins: below this entry; absent: at the newest. */
export interface TrailPlace {
  readonly below?: number;
  readonly first: number;
}

/** An entry, for the auditor. */
export interface ReadEntry {
  readonly entry: number;
  readonly at: Date;
  readonly actor: string;
  /** What people call the actor; null for a party without an account, and for one that is gone. */
  readonly name: string | null;
  readonly role: string | null;
  readonly kind: EntryKindKey;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** A part of the trail, the newest entry first, and whether there are older ones that fit. */
export interface TrailPage {
  readonly entries: readonly ReadEntry[];
  readonly hasOlder: boolean;
}

/** Most entries on a page. */
export const LONGEST_PAGE = 200;

/** @param auditor the auditor's login; nobody else reads the trail. */
export async function readTrail(auditor: pg.Pool, filter: TrailFilter, { below, first }: TrailPlace): Promise<TrailPage> {
  const many = Math.min(Math.max(first, 1), LONGEST_PAGE);
  const { who, kind, action, subject, from, until } = filter;
  const { rows } = await auditor.query<ReadEntry>(
    `select e.entry_no::int as entry, e.at, e.actor, n.name, e.role, ${KIND_SQL} as kind, e.action, e.subject, e.details
     from audit_trail.entry e left join access.actor_name n on n.actor = e.actor
     where ($1::bigint is null or e.entry_no < $1)
       and ($2::text is null or e.actor = $2 or e.actor in (select m.actor from access.actor_name m where lower(m.name) = lower($2)))
       and ($3::text is null or ${KIND_SQL} = $3)
       and ($4::text is null or e.action = $4)
       and ($5::text is null or strpos(lower(e.subject), lower($5)) > 0)
       and ($6::date is null or e.at >= $6::date::timestamp at time zone 'UTC')
       and ($7::date is null or e.at < ($7::date + 1)::timestamp at time zone 'UTC')
     order by e.entry_no desc limit $8`,
    [below ?? null, who ?? null, kind ?? null, action ?? null, subject ?? null, from ?? null, until ?? null, many + 1],
  );
  return { entries: rows.slice(0, many), hasOlder: rows.length > many };
}
