import { beforeAll, describe, expect, it } from '@jest/globals';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { addServiceToken, revokeServiceToken } from '../../api/src/access/index.js';
import { noteRefusals } from '../../api/src/cli/serve/note-refusals.js';
import { ServerLog } from '../../api/src/platform/index.js';
import { freshInstallation } from '../support/database.js';
import { leavesATrace, makeWorld, traces, type World } from './support/attackers.js';
import { Client, signedIn, webOn } from './support/web.js';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);

describe('cookies', () => {
  const READ = '{ releases { id } }';

  async function isNobody(cookie: string): Promise<void> {
    const client = new Client(world.address);
    client.cookie = cookie;
    const { data, errors } = await client.ask(`{ viewer { email } }`);
    expect([errors, data?.viewer]).toEqual([[], null]);
    const denied = await client.ask(READ);
    expect(denied.errors[0]?.extensions.code).toBe('NOT_FOUND');
    await leavesATrace(world, null, /^Query\.releases$/);
  }

  it('are worth nothing after signing out, however often they are replayed', async () => {
    const client = await signedIn(world.installation, world.address, 'auditor');
    const { cookie } = client;
    expect((await client.ask(READ)).errors).toEqual([]);
    await client.ask('mutation { signOut }');
    for (let times = 0; times < 3; times += 1) await isNobody(cookie);
  });

  it('are worth nothing from before signing in, forged, cut or of another installation', async () => {
    const client = await signedIn(world.installation, world.address, 'auditor');
    const other = await freshInstallation();
    const foreign = await signedIn(other, await webOn(other), 'auditor');
    const value = client.cookie.slice('overstory='.length);
    const [name = ''] = decodeURIComponent(value).slice(2).split('.');
    const signed = (key: string): string =>
      `overstory=${encodeURIComponent(`s:${name}.${crypto.createHmac('sha256', key).update(name).digest('base64').replace(/=+$/, '')}`)}`;
    for (const cookie of [
      foreign.cookie,
      `overstory=${encodeURIComponent(`s:${name}`)}`,
      `overstory=${name}`,
      signed('overstory'),
      signed(''),
      `${client.cookie.slice(0, -1)}${client.cookie.endsWith('A') ? 'B' : 'A'}`,
      `overstory=j:{"accountId":"${world.accounts.get('auditor')}","passwordVersion":1}`,
      'overstory=; overstory=undefined',
    ])
      await isNobody(cookie);
    expect((await client.ask(READ)).errors).toEqual([]);
  });

  it('end with the account, at once', async () => {
    const client = await signedIn(world.installation, world.address, 'auditor');
    const { data } = await client.ask('{ viewer { email } }');
    await world.installation
      .pool('owner')
      .query('update access.account set disabled_at = now() where email = $1', [data?.viewer.email]);
    await isNobody(client.cookie);
  });
});

describe('a token of a system', () => {
  const token = (name: string, sources: string[]): Promise<string> =>
    addServiceToken(world.installation.pool('owner'), {
      ...{ name, sources, files: ['people'], columns: null, specialReason: null, control: false, days: 1 },
    });
  const idOf = async (name: string): Promise<string> =>
    (
      await world.installation
        .pool('owner')
        .query<{ id: string }>('select token_id as id from access.service_token where name = $1', [name])
    ).rows[0]?.id ?? '';
  const send = (text: string, query: string, path = '/api/uploads'): Promise<Response> =>
    fetch(new URL(`${path}?${query}`, world.address), {
      method: 'POST',
      headers: { authorization: `Bearer ${text}`, 'x-overstory-request': '1', 'content-type': 'text/csv' },
      body: 'person_id,effective_from,team\nx,2026-01-01,eng\n',
    });

  it('speaks for no other source and in no other load, and opens nothing else', async () => {
    const text = await token('payroll', ['payroll']);
    for (const query of ['file=people.csv&source=hris', `file=people.csv&source=payroll&load=${world.load}`])
      expect([400, 422]).toContain((await send(text, query)).status);
    const subjects = (await traces(world, `token:${await idOf('payroll')}`)).map(({ action }) => action);
    expect(subjects).toEqual(['access.denied', 'access.denied']);
    for (const path of [`/api/loads/${world.load}/errors.csv`, `/api/releases/${world.release}/export.json`])
      expect((await fetch(new URL(path, world.address), { headers: { authorization: `Bearer ${text}` } })).status).toBe(404);
    const query = await fetch(new URL('/graphql', world.address), {
      method: 'POST',
      headers: { authorization: `Bearer ${text}`, 'content-type': 'application/json' },
      body: '{"query":"{ loads { id } }"}',
    });
    expect(await query.text()).toContain('NOT_FOUND');
    await leavesATrace(world, null, /^Query\.loads$/);
  });

  it('is nothing when it is revoked, over, cut or of another spelling', async () => {
    const [revoked, over, whole] = [
      await token('revoked', ['hris']),
      await token('over', ['hris']),
      await token('whole', ['hris']),
    ];
    await revokeServiceToken(world.installation.pool('owner'), 'revoked');
    await world.installation
      .pool('owner')
      .query(
        `update access.service_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where name = 'over'`,
      );
    for (const text of [revoked, over, whole.slice(0, -1), whole.toUpperCase(), `${whole} `.repeat(2), '', 'null'])
      expect((await send(text, 'file=people.csv&source=hris')).status).toBe(404);
    await leavesATrace(world, null, /^POST \/api\/uploads$/);
  });
});

describe('whoever holds a login of the web server', () => {
  const TAKEN = [
    'select * from microdata.people',
    'select * from microdata.sessions',
    'select * from microdata.session_rollup',
    'insert into microdata.people select',
    'select document from release.release',
    'update release.release set status = $$published$$',
    'delete from release.released_table',
    'select password_hash from access.account',
    'update access.account set role = $$auditor$$',
    'select token_hash from access.service_token',
    'insert into audit_trail.entry select',
    'update audit_trail.entry set actor = $$nobody$$',
    'delete from audit_trail.entry',
    'truncate audit_trail.entry',
    'delete from audit_trail.stretch',
    'alter table audit_trail.entry disable trigger all',
    'drop trigger append_only on audit_trail.entry',
    'create function audit_trail.mine() returns int language sql as $$select 1$$',
    'create table public.mine (x int)',
    'set role overstory_curator',
    'grant overstory_ingest to current_user',
    'alter role current_user superuser',
    'select pg_read_file($$/etc/passwd$$)',
    'copy (select 1) to program $$id$$',
    'create extension dblink',
    'select * from public.key_binding',
    'select jobs.add_job($$remove-sample-data$$, $${}$$)',
    `select jobs.ask($$remove-sample-data$$, $$installation$$, $$operator$$)`,
  ];

  /** What a login of this installation is called. */
  const userOf = (login: 'reader' | 'auditor'): string => new URL(world.installation.url(login)).username;

  /** Not allowed, not there for this login, or not to be had by anybody. */
  const REFUSALS = ['42501', '22023', '3F000', '42883', '0LP01', '42704', '58P01'];

  /** Where the server of the tests has its log. */
  const testHome = (): string => (JSON.parse(process.env.OVERSTORY_TEST_SERVER ?? '{}') as { home: string }).home;

  async function attempt(pool: pg.Pool, sql: string): Promise<string> {
    return pool.query(sql).then(
      () => 'let in',
      (error: unknown) => (error as { code?: string }).code ?? 'failed',
    );
  }

  it.each(['reader', 'auditor'] as const)('reads and changes nothing with the %s’s beyond its grants', async (login) => {
    const log = new ServerLog(testHome());
    const pool = world.installation.pool(login);
    const outcomes = await Promise.all(TAKEN.map(async (sql) => [sql, await attempt(pool, sql)] as const));
    expect(outcomes.filter(([, outcome]) => !REFUSALS.includes(outcome))).toEqual([]);
    // A temporary table of its own cannot stand in for one of ours.
    await attempt(pool, 'create temporary table entry (x int)');
    const broken = await world.installation.pool('auditor').query('select audit_trail.first_broken() as broken');
    expect(broken.rows).toEqual([{ broken: null }]);
    // A PostgreSQL of one's own keeps its log to itself.
    if (!fs.existsSync(path.join(testHome(), 'postgres/server.log'))) return;
    await noteRefusals(
      world.installation.pool('auditor'),
      log.refusals().filter((one) => one.login === userOf(login)),
    );
    const entries = await traces(world, `login:${userOf(login)}`);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.map(({ subject }) => subject)).toContain('permission denied for schema microdata');
    expect(JSON.stringify(entries)).not.toMatch(/select|passwd|\$\$/);
  });

  it('writes no entry in the name of the database’s other logins', async () => {
    await world.installation
      .pool('reader')
      .query(`select audit_trail.record('operator', null, 'release.publish', 'x', '{"login":"owner"}')`);
    const { rows } = await world.installation
      .pool('auditor')
      .query<{ login: string }>(`select login from audit_trail.entry where actor = 'operator' and action = 'release.publish'`);
    expect(rows).toEqual([{ login: userOf('reader') }]);
  });
});
