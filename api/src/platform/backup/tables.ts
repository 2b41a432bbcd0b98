import pg from 'pg';

/** A table as it is written and read: the columns that hold something of their own. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * What is left out, since it means nothing on another machine: which migrations ran there, sessions (people sign in again),
 * the queue and its progress, files that were uploaded and not confirmed.
 */
const LEFT_OUT = `(n.nspname, c.relname) in (('public', 'migration'), ('access', 'session'), ('jobs', 'progress'), ('jobs', 'migrations'))
  or n.nspname = 'staging' or (n.nspname = 'jobs' and c.relname like E'\\\\_private%')`;

/** Every other table of the product, each after those that it refers to. */
export async function tablesOf(owner: pg.ClientBase): Promise<Table[]> {
  const { rows } = await owner.query<Table & { id: number }>(
    `select c.oid::int8 as id, n.nspname as schema, c.relname as name, array(select a.attname::text from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not (${LEFT_OUT})
     order by n.nspname, c.relname`,
  );
  const { rows: references } = await owner.query<{ from: number; to: number }>(
    `select conrelid::int8 as from, confrelid::int8 as to from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  );
  return inOrder(rows, references).map(({ schema, name, columns }) => ({ schema, name, columns }));
}

function inOrder<T extends { id: number }>(tables: readonly T[], references: readonly { from: number; to: number }[]): T[] {
  const placed: T[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const waits = (table: T): boolean =>
      references.some(({ from, to }) => from === table.id && waiting.some(({ id }) => id === to));
    const free = waiting.filter((table) => !waits(table));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    placed.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return placed;
}

export const qualified = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

export const columnList = ({ columns }: Table): string => columns.map((column) => pg.escapeIdentifier(column)).join(', ');

/** Where a sequence stands that numbers a column of these tables. */
export interface SequenceState {
  readonly schema: string;
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

export async function sequencesOf(owner: pg.ClientBase, tables: readonly Table[]): Promise<SequenceState[]> {
  const { rows } = await owner.query<{ schema: string; name: string; table: string }>(
    `select sn.nspname as schema, s.relname as name, tn.nspname || '.' || t.relname as table
     from pg_class s join pg_namespace sn on sn.oid = s.relnamespace
       join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
       join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
     where s.relkind = 'S' order by 1, 2`,
  );
  const known = new Set(tables.map(({ schema, name }) => `${schema}.${name}`));
  const states: SequenceState[] = [];
  for (const { schema, name } of rows.filter(({ table }) => known.has(table))) {
    const { rows: state } = await owner.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${qualified({ schema, name })}`,
    );
    states.push({ schema, name, ...(state[0] as { last: string; called: boolean }) });
  }
  return states;
}
