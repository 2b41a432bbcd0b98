import type pg from 'pg';

/** The queue's own tables (graphile-worker) live in `jobs`, beside ours. */
export const QUEUE_SCHEMA = 'jobs';
const STAMP = 'graphile-worker/0.17.3';

/**
 * Lets the queue make its tables, and the worker's curator take work from them. They carry row security
 * without policies, so each of them needs one. Nobody else is granted anything: what the web process may
 * enqueue goes through functions of the rooms.
 */
export async function prepareQueue(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from public.migration where name = $1', [STAMP]);
  if (rowCount) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, logger: await silent() });
  await client.query(grants);
  await client.query('insert into public.migration (name, checksum) values ($1, $1)', [STAMP]);
}

async function silent() {
  const { Logger } = await import('graphile-worker');
  return new Logger(() => () => undefined);
}

// Runs before any other room adds to the schema: everything in it is the queue's.
const grants = `
grant select on ${QUEUE_SCHEMA}.migrations, ${QUEUE_SCHEMA}.jobs to overstory_curator;
grant usage on all sequences in schema ${QUEUE_SCHEMA} to overstory_curator;
grant execute on all functions in schema ${QUEUE_SCHEMA} to overstory_curator;
do $$
declare queue_table regclass;
begin
  for queue_table in select oid from pg_class where relnamespace = '${QUEUE_SCHEMA}'::regnamespace and relrowsecurity loop
    execute format('grant select, insert, update, delete on %s to overstory_curator', queue_table);
    execute format('create policy worker on %s to overstory_curator using (true) with check (true)', queue_table);
  end loop;
end $$;
`;
