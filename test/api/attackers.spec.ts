import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '../../api/src/access/index.js';
import { EVERYBODY, leavesATrace, makeWorld, OF_LEVELS, OF_TEAMS, type World } from './support/attackers.js';
import { everyForbidden, isReached } from './support/forms.js';
import { Client } from './support/web.js';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);

describe('every role, by GraphQL', () => {
  it('is refused every field that the table forbids, in whatever form, and hears nothing of it', async () => {
    const reached: string[] = [];
    const used = new Map<Role | null, Set<number>>(EVERYBODY.map((role) => [role, new Set()]));
    // Each field to each role in one form, in turns; `npm run prove` asks in all of them.
    for (const [place, { role, field, forms }] of (await everyForbidden()).entries()) {
      const turn = (place + field.length) % forms.length;
      used.get(role)?.add(turn);
      if (await isReached(world, role, forms[turn] ?? '')) reached.push(`${role ?? 'nobody'}: ${forms[turn]}`);
    }
    for (const turns of used.values()) expect(turns.size).toBeGreaterThanOrEqual(5);
    expect(used.get(null)?.size).toBe(6);
    expect(reached).toEqual([]);
    for (const role of EVERYBODY) await leavesATrace(world, role, /^(Query|Mutation)\./);
  }, 120_000);

  it.each<[Role, string, number]>([
    ['engineering-manager', '"team"', OF_TEAMS],
    ['engineering-manager', '"team", "level"', OF_TEAMS],
    ['engineering-manager', '"level", "team"', OF_TEAMS],
    ['programme-owner', '"team"', OF_TEAMS],
    ['executive', '"team", "level"', OF_TEAMS],
    ['employee', '"level"', OF_LEVELS],
    ['employee', '"team"', OF_TEAMS],
    ['data-steward', '', 40],
    ['administrator', '', 40],
  ])('%s sees no number out of reach in the table by [%s]', async (role, by, number) => {
    const client = world.attackers.get(role)!;
    const inner = `{ __typename ... on ParticipationTable { cells { group { value } values { eligible { value } } } }
      ... on TooNarrow { alternatives { by } } }`;
    const queries = [
      `{ participation(period: "2026-Q3", variant: "mentee", by: [${by}]) ${inner} }`,
      `{ a: participation(period: "2026-Q3", variant: "mentee", by: []) ${inner} b: participation(period: "2026-Q3", variant: "mentee", by: [${by}]) ${inner} }`,
      `query ($p: String = "2026-Q3") { participation(period: $p, variant: "mentee", by: [${by}, ${by}]) ${inner} }`,
      `{ ...f } fragment f on Query { participation(period: "2026-Q3", variant: "mentee", by: [${by}]) ${inner} }`,
    ].filter((query) => !query.includes('[, ]'));
    for (const query of queries) {
      const { body } = await client.ask(query);
      if (role === 'data-steward' || role === 'administrator') expect(body).toContain('NOT_FOUND');
      else expect(body).not.toContain(String(number));
    }
    if (role !== 'engineering-manager') await leavesATrace(world, role, /2026-Q3\/participation\/mentee|^Query\.participation/);
  });

  it('asks in vain for a group elsewhere over the quarters', async () => {
    const query = `query ($group: [GroupPart!]!) { series(measure: "participation", variant: "mentee", group: $group) {
      period values { released { value } } } }`;
    for (const role of ['engineering-manager', 'programme-owner', 'executive', 'employee'] as const) {
      const { data, body } = await world.attackers.get(role)!.ask(query, { group: [{ dimension: 'team', value: 'ops' }] });
      expect(data?.series).toEqual([]);
      expect(body).not.toContain(String(OF_TEAMS));
      await leavesATrace(world, role, /^series participation/);
    }
  });

  it('finds no draft, load or work by its id', async () => {
    const ids = [
      world.draft,
      world.load,
      '1',
      '-1',
      '1e9',
      "1' or '1'='1",
      '1; select 1',
      '\u0000',
      '../1',
      '9'.repeat(30),
      '{"$ne":null}',
    ];
    for (const role of EVERYBODY.filter((one) => one !== 'data-steward' && one !== 'auditor' && one !== 'programme-owner'))
      for (const id of ids) {
        const client = world.attackers.get(role)!;
        const { data, body } = await client.ask(`query ($id: ID!) { release(id: $id) { id period } }`, { id });
        expect(data?.release ?? null).toBeNull();
        const work = await client.ask(`query ($id: ID!) { load(id: $id) { id } job(id: $id) { id } }`, { id });
        expect(Object.values(work.data ?? {}).filter((value) => value !== null)).toEqual([]);
        expect(body + work.body).not.toMatch(/DRAFT-CONTENT|2026-Q4-|syntax|invalid input/);
      }
    for (const role of [null, 'administrator', 'employee'] as const) await leavesATrace(world, role, /Query\.load/);
  });

  it('cannot ask much at once, in a batch, in a form, or in a language of its own', async () => {
    const bodies: [string, string, RegExp][] = [
      ['application/json', '[{"query":"{ trust { retention } }"},{"query":"{ loads { id } }"}]', /a batch/],
      ['application/x-www-form-urlencoded', 'query=mutation{signOut}', /no JSON/],
      ['text/plain', '{"query":"mutation { signOut }"}', /no JSON/],
      ['application/json', `{"query":"{ ${'a '.repeat(4000)} }"}`, /cannot be read/],
      [
        'application/json',
        `{"query":"{ ${Array.from({ length: 30 }, (_, i) => `a${i}: installation { sample }`).join(' ')} }"}`,
        /does not allow/,
      ],
      ['application/json', '{"query":"{ person(id: 1) { name } }"}', /schema does not allow|about a person/],
      [
        'application/json',
        '{"query":"{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }"}',
        /does not allow/,
      ],
    ];
    for (const role of ROLES)
      for (const [type, body, subject] of bodies) {
        const client = world.attackers.get(role)!;
        const response = await client.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
        expect([body, response.status]).toEqual([body, 400]);
        expect(await response.text()).not.toMatch(/"data":\{/);
        await leavesATrace(world, role, subject);
      }
    // Nobody was signed out on the way.
    for (const role of ROLES)
      expect((await world.attackers.get(role)!.ask('{ viewer { role } }')).data?.viewer).toEqual({ role });
  });
});

describe('every role, by REST', () => {
  const places = (): readonly [string, readonly (Role | null)[]][] => [
    [`/api/releases/${world.release}/export.json`, ['auditor']],
    [`/api/releases/${world.draft}/export.json`, []],
    [`/api/loads/${world.load}/errors.csv`, ['data-steward']],
    ['/api/releases/2026-Q3/tables/participation/mentee/team.csv', ['auditor', 'engineering-manager']],
    ['/api/releases/2026-Q3/tables/participation/mentee/team.xlsx', ['auditor', 'engineering-manager']],
    ['/api/releases/series/participation/mentee.csv?team=ops', ['auditor']],
    [
      '/api/releases/2026-Q3/tables/participation/mentee/level.csv',
      ['auditor', 'engineering-manager', 'programme-owner', 'executive'],
    ],
  ];
  const TRICKS: readonly [string, (path: string) => string, Record<string, string>][] = [
    ['as it is', (path) => path, {}],
    ['with a query', (path) => `${path}?role=auditor&scope=&preview=auditor&_method=GET`, {}],
    ['with another method in a header', (path) => path, { 'x-http-method-override': 'GET', 'x-method-override': 'GET' }],
    [
      'with a path in a header',
      () => '/api/releases/none/export.json',
      { 'x-original-url': '/api/releases', 'x-rewrite-url': '/api' },
    ],
    [
      'as another one',
      (path) => path,
      { 'x-forwarded-user': 'auditor', 'x-overstory-role': 'auditor', 'x-remote-user': 'operator' },
    ],
    ['from within', (path) => path, { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' }],
    ['with a token', (path) => path, { authorization: 'Bearer overstory_x', 'x-overstory-preview': 'auditor' }],
    ['with slashes', (path) => path.replace('/api/', '/api//'), {}],
    ['in capitals', (path) => path.toUpperCase(), {}],
    ['with dots', (path) => path.replace('/api/', '/assets/../api/'), {}],
    ['folded', (path) => path.replace('releases', '%72eleases').replace('loads', 'l%6Fads'), {}],
  ];

  it('is answered alike for what is not theirs and what is not there, whatever headers and addresses say', async () => {
    const absent = await (await new Client(world.address).fetch('/api/releases/nothing/export.json')).text();
    for (const [path, allowed] of places())
      for (const role of EVERYBODY.filter((one) => !allowed.includes(one)))
        for (const [, spelled, headers] of TRICKS) {
          const response = await world.attackers.get(role)!.fetch(spelled(path), { headers });
          const text = await response.text();
          expect([path, role, response.status]).toEqual([path, role, 404]);
          expect(text).not.toMatch(new RegExp(`${OF_TEAMS}|${OF_LEVELS}|DRAFT-CONTENT|made.*up`));
          if (text.startsWith('{')) expect(text).toBe(absent);
        }
    for (const role of EVERYBODY) await leavesATrace(world, role, /^GET \/api/);
  }, 120_000);

  it('is no directory: it finds no accounts, with whatever cookie or token', async () => {
    for (const role of EVERYBODY)
      for (const place of ['/scim/v2/Users', '/scim/v2/Groups', `/scim/v2/Users/${world.accounts.get('auditor')}`])
        for (const headers of [{}, { authorization: 'Bearer overstory_x' }, { authorization: 'Basic YTpi' }]) {
          const response = await world.attackers.get(role)!.fetch(place, { headers });
          expect([place, response.status]).toEqual([place, 401]);
          expect(await response.text()).not.toContain('@example.org');
        }
    await leavesATrace(world, null, /^GET \/scim\/v2/);
  });

  it('finds in a file no cell beyond the own reach', async () => {
    for (const role of ['engineering-manager', 'programme-owner', 'executive', 'employee'] as const)
      for (const by of ['team', 'team+level', 'level+team', 'team+team', 'organisation+team', 'TEAM', 'team%00', 'team,level']) {
        const response = await world.attackers.get(role)!.fetch(`/api/releases/2026-Q3/tables/participation/mentee/${by}.csv`);
        expect(await response.text()).not.toContain(String(OF_TEAMS));
      }
  });

  it('cannot send, confirm or remove what is not theirs to change', async () => {
    const loads = async (): Promise<unknown> =>
      (await world.installation.pool('owner').query('select load_id, state from jobs.load order by 1')).rows;
    const before = await loads();
    for (const role of EVERYBODY.filter((one) => one !== 'data-steward')) {
      const client = world.attackers.get(role)!;
      for (const query of [
        `file=people.csv&source=hris`,
        `file=people.csv&source=hris&load=${world.load}`,
        'file=people.csv&source=hris&by=operator',
      ]) {
        const init = {
          method: 'POST',
          headers: { 'x-overstory-request': '1', 'x-overstory-by': 'operator' },
          body: 'person_id\na\n',
        };
        expect((await client.fetch(`/api/uploads?${query}`, init)).status).toBe(404);
      }
      for (const method of ['PUT', 'DELETE', 'PATCH'])
        expect((await client.fetch(`/api/loads/${world.load}/errors.csv`, { method })).status).toBe(404);
      await leavesATrace(world, role, /^POST \/api\/uploads/);
    }
    expect(await loads()).toEqual(before);
  });
});
