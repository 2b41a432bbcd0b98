import type pg from 'pg';

/** Every row of every table of the database as text, by table: nothing that was erased may stand in here. */
export async function everyRow(owner: pg.Pool): Promise<Map<string, string[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

/** Tables in which a text stands. */
export async function tablesWith(owner: pg.Pool, text: string): Promise<string[]> {
  const all = await everyRow(owner);
  return [...all].filter(([, rows]) => rows.some((row) => row.includes(text))).map(([name]) => name);
}
