import type pg from 'pg';

/** The group roles that carry the grants; each login is a member of exactly one. */
export const MEMBERS = ['ingest', 'curator', 'reader', 'auditor'] as const;
export type Member = (typeof MEMBERS)[number];

/** Everything that stands in the product's schemas, with what each login may do with it; nothing else is granted. */
export async function privileges(owner: pg.Pool): Promise<string[]> {
  const lines = await Promise.all([relations(owner), functions(owner), schemas(owner)]);
  return lines.flat().sort();
}

const OURS = "n.nspname !~ '^(pg_|information_schema)'";

export interface Relation {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'sequence';
  readonly columns: readonly string[];
}

export async function listRelations(owner: pg.Pool): Promise<Relation[]> {
  const { rows } = await owner.query<Relation>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      case c.relkind when 'r' then 'table' when 'p' then 'table' when 'S' then 'sequence' else 'view' end as kind,
      coalesce(array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attnum > 0 and not a.attisdropped), '{}') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') group by c.oid, n.nspname order by 1`);
  return rows;
}

export interface StoredFunction {
  readonly name: string;
  /** What follows `select` to call it with nulls; empty for triggers, which cannot be called. */
  readonly call: string;
}

export async function listFunctions(owner: pg.Pool): Promise<StoredFunction[]> {
  const { rows } = await owner.query<StoredFunction>(`
    select p.oid::regprocedure::text as name,
      case when p.prorettype = 'trigger'::regtype or p.prokind <> 'f' then ''
      -- The nulls come out of a subquery: as constants they would let the planner answer without asking for the right.
      else format('%I.%I(%s) from (select %s offset 0) as given', n.nspname, p.proname,
        (select string_agg('a' || at, ', ' order by at) from unnest(p.proargtypes) with ordinality as x (t, at)),
        coalesce((select string_agg(format('null::%s as a%s', format_type(t, null), at), ', ' order by at)
          from unnest(p.proargtypes) with ordinality as x (t, at)), '1')) end as call
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} order by 1`);
  return rows;
}

async function relations(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `
    select format('%s %s.%s: %s', member, n.nspname, c.relname, string_agg(said, ', ' order by said)) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join unnest($1::text[]) as member
    cross join lateral (
      select lower(privilege) as said from unnest(case when c.relkind = 'S' then array['USAGE', 'SELECT', 'UPDATE']
          else array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] end) as privilege
        where case when c.relkind = 'S' then has_sequence_privilege('overstory_' || member, c.oid, privilege)
          else has_table_privilege('overstory_' || member, c.oid, privilege) end
      union all
      select format('%s(%s)', lower(privilege), string_agg(a.attname, ' ' order by a.attnum))
        from unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) as privilege
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind <> 'S' and not has_table_privilege('overstory_' || member, c.oid, privilege)
          and has_column_privilege('overstory_' || member, c.oid, a.attnum, privilege) group by privilege) as held
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') group by member, n.nspname, c.relname`,
    [MEMBERS],
  );
  return rows.map(({ line }) => line);
}

async function functions(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `
    select format('%s %s: execute', member, p.oid::regprocedure) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join unnest($1::text[]) as member
    where ${OURS} and has_function_privilege('overstory_' || member, p.oid, 'EXECUTE')`,
    [MEMBERS],
  );
  return rows.map(({ line }) => line);
}

async function schemas(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `
    select format('%s schema %s: %s', member, n.nspname, string_agg(lower(privilege), ', ' order by privilege)) as line
    from pg_namespace n cross join unnest($1::text[]) as member cross join unnest(array['USAGE', 'CREATE']) as privilege
    where ${OURS} and has_schema_privilege('overstory_' || member, n.oid, privilege) group by member, n.nspname`,
    [MEMBERS],
  );
  return rows.map(({ line }) => line);
}
