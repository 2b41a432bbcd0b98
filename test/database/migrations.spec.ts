import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate, migrationsFolder, openInstallation, Refusal } from '../../api/src/platform/index.js';
import { freshDatabase, freshHome, freshInstallation } from '../support/database.js';

const copyOfFiles = (): string => {
  const folder = freshHome();
  fs.cpSync(migrationsFolder, folder, { recursive: true });
  return folder;
};
const tables = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select format('%s.%s', schemaname, tablename) as name from pg_tables where schemaname !~ '^(pg_|information)' order by 1",
  );
  await client.end();
  return rows.map((row) => row.name);
};

/** Functions and columns, as the database itself says them. */
const definitions = async (url: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as text from pg_proc p
       where p.prokind = 'f' and p.pronamespace::regnamespace::text !~ '^(pg_|information)'
     union all select format('%s.%s.%s', table_schema, table_name, column_name), data_type from information_schema.columns
       where table_schema !~ '^(pg_|information)'
     union all select version, document::text from governance.policy order by 1, 2`,
  );
  await client.end();
  return rows;
};

describe('migrations', () => {
  it('run from empty, and a second time change nothing', async () => {
    const url = await freshDatabase();
    expect((await migrate(url)).length).toBeGreaterThan(0);
    const before = await tables(url);
    expect(await migrate(url)).toEqual([]);
    expect(await tables(url)).toEqual(before);
  });

  it('run once when several processes start together', async () => {
    const url = await freshDatabase();
    const reports = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(reports.filter((report) => report.length > 0)).toHaveLength(1);
  });

  it('leave nothing of a file that fails', async () => {
    const folder = copyOfFiles();
    fs.writeFileSync(path.join(folder, '9999_broken.sql'), 'create table public.half (id int); select 1/0;');
    const url = await freshDatabase();
    await expect(migrate(url, folder)).rejects.toThrow('9999_broken.sql');
    expect(await tables(url)).not.toContain('public.half');
    expect(await tables(url)).toContain('public.migration');
  });

  it('refuse a file that changed after it ran', async () => {
    const folder = copyOfFiles();
    const url = await freshDatabase();
    await migrate(url, folder);
    fs.appendFileSync(path.join(folder, '0001_roles_and_schemas.sql'), '\n-- later');
    await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'migration-changed' });
  });

  it('refuse a database that is ahead', async () => {
    const folder = copyOfFiles();
    const url = await freshDatabase();
    fs.writeFileSync(path.join(folder, '9999_future.sql'), 'select 1;');
    await migrate(url, folder);
    await expect(migrate(url)).rejects.toMatchObject({ code: 'database-is-ahead', exitCode: 3 });
  });

  it('take in a file that comes late, as long as nothing that was applied has to do with it', async () => {
    const late = '0075_refusals_together.sql';
    const folder = copyOfFiles();
    fs.rmSync(path.join(folder, late));
    const url = await freshDatabase();
    await migrate(url, folder);
    expect(await migrate(url)).toEqual([late]);
    expect(await migrate(url)).toEqual([]);
    const inOrder = await freshDatabase();
    await migrate(inOrder);
    expect(await definitions(url)).toEqual(await definitions(inOrder));
  });

  it('refuse a file that comes late for what a newer one has changed, and leave everything', async () => {
    const folder = copyOfFiles();
    const url = await freshDatabase();
    fs.writeFileSync(path.join(folder, '9998_newer.sql'), 'alter table jobs.progress add column newer int;');
    await migrate(url, folder);
    fs.writeFileSync(path.join(folder, '9996_late.sql'), 'create table jobs.late (id int);');
    fs.writeFileSync(path.join(folder, '9997_late.sql'), 'alter table jobs.progress add column older int;');
    const refused = migrate(url, folder);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(/9997_late\.sql.*9998_newer\.sql.*both change jobs\.progress/);
    expect(await tables(url)).not.toContain('jobs.late');
  });
});

describe('an installation', () => {
  it('may be opened by several processes at once', async () => {
    const config = { home: freshHome(), databaseUrl: await freshDatabase(), port: 0, host: '127.0.0.1', production: false };
    const opened = await Promise.all([openInstallation(config), openInstallation(config)]);
    const again = await openInstallation(config);
    expect(again.url('reader')).toBe(opened[0]?.url('reader'));
    const client = new pg.Client({ connectionString: again.url('reader') });
    await client.connect();
    await client.end();
  });

  it('refuses a folder whose keys are not those the database was filled under', async () => {
    const { config } = await freshInstallation();
    await expect(openInstallation({ ...config, home: freshHome() })).rejects.toMatchObject({
      code: 'keys-of-another-installation',
    });
  });

  it('is owned by a login that is no superuser', async () => {
    const { pool } = await freshInstallation();
    const { rows } = await pool('owner').query('select rolsuper from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false }]);
  });
});
