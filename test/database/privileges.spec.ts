import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { listFunctions, listRelations, type Member, MEMBERS, privileges } from '../support/privileges.js';
import { ROOT } from '../support/run-tool.js';

/** Written with `UPDATE_PRIVILEGES=1`; what stands here was read by somebody before it was committed. */
const EXPECTED = path.join(ROOT, 'test/database/privileges.expected.txt');
const DENIED = '42501';

let installation: TestInstallation;
beforeAll(async () => {
  installation = await freshInstallation();
});

const query = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
  (await installation.pool('owner').query<Row>(sql)).rows;

/** What cannot be done to a view or a generated column by anybody is not a question of rights. */
const IMPOSSIBLE = ['0A000', '428C9', '55000'];

/** Plans a statement, which checks every right that running it would need, and runs nothing. */
async function mayPlan(client: pg.ClientBase, sql: string): Promise<boolean | 'impossible'> {
  try {
    await client.query(`explain ${sql}`);
    return true;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === DENIED) return false;
    if (IMPOSSIBLE.includes(code)) return 'impossible';
    throw new Error(`${sql}: ${(error as Error).message}`, { cause: error });
  }
}

describe('the logins', () => {
  it('may do what the committed table says, and nothing else', async () => {
    const found = await privileges(installation.pool('owner'));
    if (process.env.UPDATE_PRIVILEGES) fs.writeFileSync(EXPECTED, `${found.join('\n')}\n`);
    expect(found.length).toBeGreaterThan(50);
    expect(found).toEqual(fs.readFileSync(EXPECTED, 'utf8').trim().split('\n'));
  });

  it.each(MEMBERS)('%s is refused or let in by the database as the table says, for every table and column', async (member) => {
    const lines = new Set(
      fs
        .readFileSync(EXPECTED, 'utf8')
        .trim()
        .split('\n')
        .filter((line) => line.startsWith(`${member} `)),
    );
    const relations = (await listRelations(installation.pool('owner'))).filter(({ kind }) => kind !== 'sequence');
    expect(relations.length).toBeGreaterThan(40);
    const client = await installation.pool(member).connect();
    const wrong: string[] = [];
    for (const { name, columns } of relations) {
      const held = heldBy(lines, member, name);
      for (const [verb, sql] of attempts(name, columns))
        if ((await mayPlan(client, sql)) === !held(verb)) wrong.push(`${name}: ${verb}`);
    }
    client.release();
    expect(wrong).toEqual([]);
  });

  it.each(MEMBERS)('%s is refused or let in by the database as the table says, for every function', async (member) => {
    const lines = new Set(fs.readFileSync(EXPECTED, 'utf8').trim().split('\n'));
    const functions = (await listFunctions(installation.pool('owner'))).filter(({ call }) => call);
    expect(functions.length).toBeGreaterThan(10);
    const client = await installation.pool(member).connect();
    const wrong: string[] = [];
    for (const { name, call } of functions) {
      const allowed = lines.has(`${member} ${name}: execute`) && hasSchema(lines, member, name);
      if ((await mayPlan(client, `select ${call}`)) !== allowed) wrong.push(name);
    }
    client.release();
    expect(wrong).toEqual([]);
  });

  it('are found out when somebody grants more', async () => {
    const other = await freshInstallation();
    const before = await privileges(other.pool('owner'));
    await other
      .pool('owner')
      .query(
        'grant select on public.key_binding to public; grant execute on all functions in schema access to overstory_auditor',
      );
    const added = (await privileges(other.pool('owner'))).filter((line) => !before.includes(line));
    expect(added).toContain('reader public.key_binding: select');
    expect(added.some((line) => line.startsWith('auditor access.'))).toBe(true);
  });
});

type Verb = 'select' | 'insert' | 'update' | 'delete';

/** One statement per right, and per column where a right may be held by column. */
function attempts(name: string, columns: readonly string[]): [string, string][] {
  const perColumn = columns.flatMap((column): [string, string][] => [
    [`select(${column})`, `select ${column} from ${name}`],
    [`update(${column})`, `update ${name} set ${column} = default`],
  ]);
  return [['delete', `delete from ${name}`], ['insert', `insert into ${name} default values`], ...perColumn];
}

function heldBy(lines: ReadonlySet<string>, member: Member, name: string): (verb: string) => boolean {
  const plain = name.replaceAll('"', '');
  const line = [...lines].find((one) => one.startsWith(`${member} ${plain}: `));
  const rights = line?.slice(line.indexOf(': ') + 2).split(', ') ?? [];
  const whole = (verb: Verb): boolean => rights.includes(verb);
  return (verb) => {
    if (!hasSchema(lines, member, plain)) return false;
    const [, word, column] = /^(\w+)(?:\((.+)\))?$/.exec(verb) ?? [];
    const named = rights.find((right) => right.startsWith(`${word}(`));
    return (
      whole(word as Verb) ||
      // Whoever may insert into some columns may insert a row of defaults.
      (verb === 'insert' && named !== undefined) ||
      (named
        ?.slice(0, -1)
        .split(/[( ]/)
        .slice(1)
        .includes((column ?? '').replaceAll('"', '')) ??
        false)
    );
  };
}

function hasSchema(lines: ReadonlySet<string>, member: Member, name: string): boolean {
  return lines.has(`${member} schema ${name.split('.')[0] ?? ''}: usage`);
}

describe('the database', () => {
  it('gives the web process nothing of microdata', async () => {
    const found = await privileges(installation.pool('owner'));
    expect(found.filter((line) => /^(reader|auditor) .*microdata/.test(line))).toEqual([]);
  });

  it('grants nothing to PUBLIC', async () => {
    const rows = await query(`
      select c.oid::regclass::text as name from pg_class c, aclexplode(c.relacl) a where a.grantee = 0 and c.relnamespace::regnamespace::text !~ '^(pg_|information)'
      union all select p.oid::regprocedure::text from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee = 0 and p.pronamespace::regnamespace::text !~ '^(pg_|information)'
      union all select n.nspname from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = 0 and n.nspname !~ '^(pg_|information)'
      union all select d.datname from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where a.grantee = 0 and d.datname = current_database()`);
    expect(rows).toEqual([]);
  });

  it('lets no login empty, reference or trigger on a table, nor hand a right on', async () => {
    const found = await privileges(installation.pool('owner'));
    expect(found.filter((line) => /truncate|references|trigger|create/.test(line.slice(line.indexOf(': '))))).toEqual([]);
    const handed = await query(`select c.oid::regclass::text as name from pg_class c, aclexplode(c.relacl) a
      where a.is_grantable and a.grantee <> c.relowner and c.relnamespace::regnamespace::text !~ '^(pg_|information)'`);
    expect(handed).toEqual([]);
  });

  it('runs every function with another owner’s rights under a fixed search path', async () => {
    const loose = await query(`select p.oid::regprocedure::text as name from pg_proc p where p.prosecdef
      and p.pronamespace::regnamespace::text !~ '^(pg_|information)' and not coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path', false)`);
    expect(loose).toEqual([]);
  });

  it('says of every table, view and column what it is', async () => {
    const silent = await query<{ name: string }>(`
      select format('%s.%s', c.oid::regclass, a.attname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where n.nspname !~ '^(pg_|information|public)' and c.relkind in ('r', 'p') and col_description(c.oid, a.attnum) is null
        and not (n.nspname = 'jobs' and (c.relname like '\\_private\\_%' or c.relname in ('jobs', 'migrations')))
      union all select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^(pg_|information)' and c.relkind in ('r', 'p', 'v') and obj_description(c.oid, 'pg_class') is null
        and not (n.nspname = 'jobs' and (c.relname like '\\_private\\_%' or c.relname in ('jobs', 'migrations')))`);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
