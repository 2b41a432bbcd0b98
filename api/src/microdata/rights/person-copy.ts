import type pg from 'pg';

/** Everything that is known about one person, by table. It exists in memory only, on its way into a sealed file. */
export interface PersonCopy {
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** Tables in which a person is named, with what must not leave: keys of others are replaced by numbers of their own. */
const OWN = [
  'people',
  'demographics',
  'requests',
  'participations',
  'skill_checks',
  'progressions',
  'exit_interviews',
  'feedback',
  'mentor_development',
  'skills',
] as const;

const MACHINERY = ['person_key', 'request_key', 'load_no', 'said', 'gone'];

/**
 * Reads all versions of everything about one person, and what happened in their relationships. The other side of a
 * relationship is not in it: not who it is, and not what they said.
 *
 * @param tx the curator's.
 */
export async function readPersonCopy(tx: pg.PoolClient, personKey: string): Promise<PersonCopy> {
  const tables: Record<string, readonly Record<string, unknown>[]> = {};
  for (const table of OWN) tables[table] = await ownRows(tx, table, personKey);
  tables.tracks_owned = await rowsOf(tx, 'select track_id from microdata.track_owner where owner_key = $1', personKey);
  tables.sessions = await rowsOf(tx, happened('sessions', 'session_key', 'v.held_on'), personKey);
  tables.escalations = await rowsOf(tx, happened('escalations', 'escalation_key', 'v.raised_on'), personKey);
  tables.reviews = await rowsOf(tx, REVIEWS, personKey);
  return { tables };
}

/** A rating belongs to whoever gave it: it is in the copy where nobody else could have given it. */
const aloneAs = (role: string): string => `
  bool_or(role = '${role}') and not exists (
    select from microdata.participations o where o.relationship_key = p.relationship_key and o.role = '${role}' and o.person_key <> $1)`;

const RELATIONSHIPS = `
  own as (
    select relationship_key, dense_rank() over (order by min(started_on), relationship_key) as relationship,
      ${aloneAs('mentee')} as mentee, ${aloneAs('mentor')} as mentor
    from microdata.participations p where person_key = $1 group by relationship_key
  )`;

const KNOWN_SINCE = '(select l.known_at from jobs.load l where l.load_no = v.load_no) as known_since, v.gone as withdrawn';

const happened = (table: string, key: string, day: string): string => `
  with ${RELATIONSHIPS}
  select own.relationship, ${KNOWN_SINCE}, to_jsonb(v) - '{relationship_key,${key},load_no,said,gone}'::text[] as row
  from microdata.${table} v join own using (relationship_key) order by own.relationship, ${day}, v.load_no`;

const REVIEWS = `
  with ${RELATIONSHIPS}
  select own.relationship, ${KNOWN_SINCE}, to_jsonb(v) - '{relationship_key,load_no,said,gone}'::text[]
    - case when own.mentee then '{}' else '{mentee_rating}' end::text[]
    - case when own.mentor then '{}' else '{mentor_rating}' end::text[] as row
  from microdata.reviews v join own using (relationship_key) order by own.relationship, v.reviewed_on, v.load_no`;

async function ownRows(tx: pg.PoolClient, table: string, personKey: string): Promise<Record<string, unknown>[]> {
  const named = table === 'participations' ? 'own.relationship, ' : '';
  const joined = table === 'participations' ? 'join own using (relationship_key)' : '';
  return rowsOf(
    tx,
    `with ${RELATIONSHIPS}
     select ${named}${KNOWN_SINCE}, to_jsonb(v) - $2::text[] as row from microdata.${table} v ${joined}
     where v.person_key = $1 order by v.load_no`,
    personKey,
    [...MACHINERY, 'relationship_key'],
  );
}

async function rowsOf(
  tx: pg.PoolClient,
  sql: string,
  personKey: string,
  without?: readonly string[],
): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.query<{ row?: Record<string, unknown> }>(sql, without ? [personKey, without] : [personKey]);
  return rows.map(({ row, ...rest }) => ({ ...row, ...rest }));
}
