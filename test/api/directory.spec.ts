import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDirectoryToken } from '../../api/src/access/index.js';
import { personKeyOf } from '../../api/src/ingest/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { SAMPLE_SETTINGS } from '../../api/src/sample-organisation/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { freePort, startProvider, type TestProvider, Wanderer } from '../support/identity-provider.js';
import { Client, signedIn, webOn } from './support/web.js';
import { work, workerOn } from './support/worker.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

let installation: TestInstallation;
let address: string;
let token: string;
let provider: TestProvider;

beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: SAMPLE_SETTINGS, by: 'operator' });
  const port = await freePort();
  provider = await startProvider({}, { product: `http://127.0.0.1:${port}` });
  const identity = JSON.stringify({
    address: `http://127.0.0.1:${port}`,
    provider: { issuer: provider.issuer, clientId: provider.clientId, scope: 'openid email groups' },
    roles: [
      { group: 'Works Council', role: 'auditor' },
      { group: 'Platform Leads', role: 'engineering-manager', team: 'eng/platform' },
    ],
  });
  address = await webOn(installation, { port, identity: { identity, clientSecret: provider.clientSecret } });
  await workerOn(installation);
  token = await directory('people', 'employeeNumber');
}, 120_000);

const directory = (name: string, persons: string | null): Promise<string> =>
  addDirectoryToken(installation.pool('owner'), { name, source: 'hr', persons, days: 30 });

interface Said {
  readonly status: number;
  readonly headers: Headers;
  // What comes back is looked at by matchers.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

async function scim(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Said> {
  const response = await fetch(`${address}/scim/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...more },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** RFC 7643, section 8.3, with another name for each test. */
const user = (name: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  schemas: [USER, ENTERPRISE],
  externalId: `ext-${name}`,
  userName: `${name}@example.com`,
  name: { formatted: 'Ms. Barbara J Jensen, III', familyName: 'Jensen', givenName: 'Barbara' },
  emails: [{ value: `${name}@example.com`, type: 'work', primary: true }],
  addresses: [{ type: 'work', locality: 'Hollywood', region: 'CA', country: 'USA', primary: true }],
  title: 'Tour Guide',
  timezone: 'America/Los_Angeles',
  active: true,
  password: 't1meMa$heen',
  [ENTERPRISE]: {
    employeeNumber: `701984-${name}`,
    costCenter: '4130',
    organization: 'Universal Studios',
    division: 'Theme Park',
    department: 'Tour Operations',
    manager: { value: '26118915-6090-4610-87e4-49d8ca9f808d', displayName: 'John Smith' },
  },
  ...more,
});

async function made(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await scim('POST', '/Users', user(name, more));
  expect(status).toBe(201);
  return (body as { id: string }).id;
}
const patch = (id: string, ...operations: object[]): Promise<Said> =>
  scim('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations: operations });

describe('a directory', () => {
  it('is told what is spoken here', async () => {
    const config = await scim('GET', '/ServiceProviderConfig');
    expect(config.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    expect(config.body).toMatchObject({ patch: { supported: true }, bulk: { supported: false }, sort: { supported: true } });
    const types = await scim('GET', '/ResourceTypes');
    expect(types.body.Resources.map((one: { endpoint: string }) => one.endpoint)).toEqual(['/Users', '/Groups']);
    const schemas = await scim('GET', '/Schemas');
    expect(schemas.body.Resources.map((one: { id: string }) => one.id)).toEqual([USER, GROUP, ENTERPRISE]);
    expect((await scim('GET', `/Schemas/${ENTERPRISE}`)).body.attributes[0]).toMatchObject({
      name: 'employeeNumber',
      mutability: 'writeOnly',
      returned: 'never',
    });
    expect((await scim('GET', '/ResourceTypes/User')).body).toMatchObject({ schema: USER });
    expect((await scim('GET', '/Schemas/urn:none')).status).toBe(404);
  });

  it('makes an account, of which nothing comes back but what signing in needs', async () => {
    const { status, headers, body } = await scim('POST', '/Users', user('bjensen'));
    expect(status).toBe(201);
    expect(body).toEqual({
      schemas: [USER],
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      externalId: 'ext-bjensen',
      userName: 'bjensen@example.com',
      active: true,
      meta: {
        resourceType: 'User',
        created: expect.any(String),
        lastModified: expect.any(String),
        version: headers.get('etag'),
        location: `${address}/scim/v2/Users/${body.id}`,
      },
    });
    expect(headers.get('location')).toBe(body.meta.location);
    expect((await scim('GET', `/Users/${body.id}`)).body).toEqual(body);
    expect((await scim('GET', `/Users/${body.id}`, undefined, { 'if-none-match': body.meta.version })).status).toBe(304);
  });

  it('finds by filter, page by page, as much as it asks for', async () => {
    for (const name of ['f1', 'f2', 'f3']) await made(name);
    const found = await scim('GET', `/Users?filter=${encodeURIComponent('userName eq "F2@example.com"')}`);
    expect(found.body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 });
    expect(found.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:ListResponse']);
    expect((await scim('GET', '/Users?filter=userName%20eq%20%22nobody%22')).body).toMatchObject({
      totalResults: 0,
      Resources: [],
    });
    const by = encodeURIComponent('externalId eq "ext-f3" and active eq true');
    expect((await scim('GET', `/Users?filter=${by}&attributes=userName`)).body.Resources).toEqual([
      { schemas: [USER], id: expect.any(String), userName: 'f3@example.com' },
    ]);
    const all = (await scim('GET', '/Users')).body;
    const page = (await scim('GET', '/Users?startIndex=2&count=2&excludedAttributes=meta')).body;
    expect(page).toMatchObject({ totalResults: all.totalResults, startIndex: 2, itemsPerPage: 2 });
    expect(page.Resources.map((one: { id: string }) => one.id)).toEqual(
      all.Resources.slice(1, 3).map((one: { id: string }) => one.id),
    );
    expect(page.Resources[0].meta).toBeUndefined();
    expect((await scim('GET', '/Users?count=0')).body).toMatchObject({ totalResults: all.totalResults, Resources: [] });
  });

  it('finds in the order that it asks for, also by a search that stands in no address', async () => {
    for (const name of ['zoe', 'Abe', 'mia']) await made(`sorted-${name}`, { externalId: 'same' });
    const asked = { filter: 'userName sw "sorted-"', sortBy: 'userName', attributes: ['userName'] };
    const names = ({ body }: Said): string[] =>
      (body.Resources as { userName: string }[]).map((one) => one.userName.slice(7, 10));
    const query = (more: object): string => new URLSearchParams({ ...asked, attributes: 'userName', ...more }).toString();
    expect(names(await scim('GET', `/Users?${query({})}`))).toEqual(['abe', 'mia', 'zoe']);
    expect(names(await scim('GET', `/Users?${query({ sortOrder: 'descending', count: '2' })}`))).toEqual(['zoe', 'mia']);
    const search = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], ...asked, startIndex: 2, count: 1 };
    const found = await scim('POST', '/Users/.search', search);
    expect(names(found)).toEqual(['mia']);
    expect(found.body).toMatchObject({ totalResults: 3, startIndex: 2, itemsPerPage: 1 });
    expect(found.body.Resources[0]).not.toHaveProperty('externalId');
  });

  it('is told what is not done here, instead of an answer to something else', async () => {
    const id = await made('whole');
    const group = await scim('POST', '/Groups', { schemas: [GROUP], displayName: 'Whole', members: [{ value: id }] });
    const members = { schemas: [PATCH], Operations: [{ op: 'add', path: 'members.value', value: id }] };
    const problems: [Promise<Said>, number, string | undefined][] = [
      [scim('GET', '/Me'), 501, undefined],
      [scim('PATCH', '/Me', { schemas: [PATCH] }), 501, undefined],
      [scim('DELETE', '/Me'), 501, undefined],
      [scim('POST', '/Bulk', {}), 501, undefined],
      [scim('POST', '/.search', {}), 501, undefined],
      [scim('DELETE', '/Users'), 405, undefined],
      [scim('GET', '/Schemas?filter=id%20pr'), 403, undefined],
      [scim('GET', '/ServiceProviderConfig?filter=id%20pr'), 403, undefined],
      [scim('GET', '/Users?sortBy=user%20name'), 400, 'invalidPath'],
      [scim('GET', '/Users?sortBy=userName&sortOrder=random'), 400, 'invalidValue'],
      [scim('POST', '/Users/.search', { filter: 'id pr' }), 400, 'invalidSyntax'],
      [patch(id, { op: 'replace', path: 'id', value: 'x' }), 400, 'mutability'],
      [patch(id, { op: 'add', path: 'groups', value: [{ value: id }] }), 400, 'mutability'],
      [patch(id, { op: 'remove', path: 'meta.version' }), 400, 'mutability'],
      [scim('PATCH', `/Groups/${group.body.id}`, members), 400, 'invalidPath'],
      [
        scim('POST', '/Groups', { schemas: [GROUP], displayName: 'Outer', members: [{ value: group.body.id, type: 'Group' }] }),
        400,
        'invalidValue',
      ],
    ];
    for (const [asked, status, scimType] of problems) {
      const { body, ...said } = await asked;
      expect(said.status).toBe(status);
      expect(body).toMatchObject({ schemas: [ERROR], status: String(status), ...(scimType ? { scimType } : {}) });
    }
    expect((await scim('GET', `/Groups/${group.body.id}`)).body.members).toHaveLength(1);
    expect((await patch(id, { op: 'replace', value: { id, externalId: 'told' } })).body).toMatchObject({ externalId: 'told' });
  });

  it('replaces, changes and removes an account', async () => {
    const id = await made('changed');
    expect((await scim('PUT', `/Users/${id}`, user('renamed'))).body).toMatchObject({ id, userName: 'renamed@example.com' });
    const closed = await patch(id, { op: 'Replace', path: 'active', value: 'False' });
    expect(closed).toMatchObject({ status: 200, body: { active: false } });
    expect((await patch(id, { op: 'replace', value: { active: true, externalId: 'x' } })).body).toMatchObject({
      active: true,
      externalId: 'x',
    });
    expect((await patch(id, { op: 'replace', path: 'emails[type eq "work"].value', value: 'b@example.com' })).status).toBe(200);
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(204);
    expect((await scim('GET', `/Users/${id}`)).status).toBe(404);
    expect((await scim('DELETE', `/Users/${id}`)).status).toBe(404);
    expect(await made('renamed')).toBe(id);
  });

  it('is told in the form of the standard what is wrong, and nothing of what it sent', async () => {
    const id = await made('wrong');
    const problems: [Promise<Said>, number, string | undefined][] = [
      [scim('POST', '/Users', user('wrong')), 409, 'uniqueness'],
      [scim('POST', '/Users', { ...user('x'), userName: 'secret-name' }), 400, 'invalidValue'],
      [scim('POST', '/Users', '{ secret-name'), 400, 'invalidSyntax'],
      [scim('POST', '/Users', { userName: 'no@schemas.example' }), 400, 'invalidSyntax'],
      [scim('GET', '/Users?filter=secret-name'), 400, 'invalidFilter'],
      [scim('GET', '/Users?count=secret-name'), 400, 'invalidValue'],
      [patch(id, { op: 'remove' }), 400, 'noTarget'],
      [scim('PATCH', `/Users/${id}`, { Operations: [] }), 400, 'invalidSyntax'],
      [scim('GET', '/Users/secret-name'), 404, undefined],
      [scim('GET', '/Machines'), 404, undefined],
      [scim('PUT', `/Users/${id}`, user('wrong'), { 'if-match': 'W/"old"' }), 412, undefined],
    ];
    for (const [asked, status, scimType] of problems) {
      const { body, ...said } = await asked;
      expect(said.status).toBe(status);
      expect(body).toMatchObject({ schemas: [ERROR], status: String(status), ...(scimType ? { scimType } : {}) });
      expect(JSON.stringify(body)).not.toContain('secret-name');
    }
  });

  it('changes only what it has read, where it says so', async () => {
    const id = await made('versions');
    const etag = (await scim('GET', `/Users/${id}`)).headers.get('etag') ?? '';
    const change = { schemas: [PATCH], Operations: [{ op: 'replace', path: 'externalId', value: 'second' }] };
    expect((await scim('PATCH', `/Users/${id}`, change, { 'if-match': etag })).status).toBe(200);
    expect((await scim('PATCH', `/Users/${id}`, change, { 'if-match': etag })).status).toBe(412);
  });

  it('keeps no account that has a password of its own', async () => {
    const own = await signedIn(installation, address, 'administrator');
    const { data } = await own.ask<{ viewer: { email: string } }>('{ viewer { email } }');
    const email = data?.viewer.email ?? '';
    expect((await scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`)).body.totalResults).toBe(0);
    expect((await scim('POST', '/Users', { ...user('x'), userName: email })).status).toBe(409);
    expect((await own.ask('{ viewer { role } }')).data?.viewer).toEqual({ role: 'administrator' });
  });
});

describe('groups of a directory', () => {
  const signIn = async (login: string, email = `${login}@example.com`): Promise<Client> => {
    provider.people[login] = { email, email_verified: true };
    const client = new Client(address);
    const left = await client.fetch('/api/sign-in/provider');
    const callback = await new Wanderer(provider.issuer).signInAt(left.headers.get('location') ?? '', login);
    await client.fetch(callback);
    return client;
  };
  const viewerOf = async (client: Client): Promise<unknown> => (await client.ask('{ viewer { role scope } }')).data?.viewer;

  it('give roles, which act at once and end with them', async () => {
    const [ann, ben] = [await made('ann'), await made('ben')];
    const before = await signIn('ann');
    expect(await viewerOf(before)).toBeNull();
    const group = await scim('POST', '/Groups', { schemas: [GROUP], displayName: 'Works Council', members: [{ value: ann }] });
    expect(group).toMatchObject({ status: 201, body: { members: [{ value: ann, display: 'ann@example.com' }] } });
    const client = await signIn('ann');
    expect(await viewerOf(client)).toEqual({ role: 'auditor', scope: null });
    expect((await scim('GET', `/Users/${ann}`)).body.groups).toEqual([{ value: group.body.id, display: 'Works Council' }]);

    const leads = await scim('POST', '/Groups', { schemas: [GROUP], displayName: 'Platform Leads' });
    const changed = await scim('PATCH', `/Groups/${leads.body.id}`, {
      schemas: [PATCH],
      Operations: [{ op: 'add', path: 'members', value: [{ value: ben }, { value: ann }] }],
    });
    expect(changed.body.members).toHaveLength(2);
    expect(await viewerOf(await signIn('ben'))).toEqual({ role: 'engineering-manager', scope: 'eng/platform' });

    const left = { schemas: [PATCH], Operations: [{ op: 'remove', path: `members[value eq "${ann}"]` }] };
    await scim('PATCH', `/Groups/${group.body.id}`, left);
    expect(await viewerOf(client)).toEqual({ role: 'engineering-manager', scope: 'eng/platform' });
    expect((await scim('DELETE', `/Groups/${leads.body.id}`)).status).toBe(204);
    expect(await viewerOf(client)).toBeNull();
    expect(await viewerOf(await signIn('ben'))).toBeNull();
  });

  it('call an account as the directory does, whatever address the provider names later', async () => {
    const id = await made('gil');
    await scim('POST', '/Groups', { schemas: [GROUP], displayName: 'Platform Leads', members: [{ value: id }] });
    expect(await viewerOf(await signIn('gil'))).toMatchObject({ role: 'engineering-manager' });
    const again = await signIn('gil', 'gilbert@example.com');
    expect(await viewerOf(again)).toMatchObject({ role: 'engineering-manager' });
    expect((await scim('GET', `/Users/${id}`)).body).toMatchObject({ userName: 'gil@example.com' });
  });

  it('that change all at once leave everybody with the role that follows in the end', async () => {
    const ids = await Promise.all(['m1', 'm2', 'm3', 'm4'].map((name) => made(name)));
    const found = await scim('GET', `/Groups?filter=${encodeURIComponent('displayName eq "works council"')}`);
    const [{ id: group }] = found.body.Resources as [{ id: string }];
    const change = (op: string, id: string): Promise<Said> =>
      scim('PATCH', `/Groups/${group}`, { schemas: [PATCH], Operations: [{ op, path: `members[value eq "${id}"]` }] });
    const members = ids.map((value) => ({ value }));
    await scim('PATCH', `/Groups/${group}`, { schemas: [PATCH], Operations: [{ op: 'add', path: 'members', value: members }] });
    await Promise.all([
      ...ids.map((id) => change('remove', id)),
      scim('POST', '/Groups', { schemas: [GROUP], displayName: 'Others', members }),
    ]);
    const left = (await scim('GET', `/Groups/${group}`)).body.members as { value: string }[] | undefined;
    const { rows } = await installation
      .pool('owner')
      .query<{ id: string }>('select account_id as id from access.account where account_id = any($1) and not without_role', [
        ids,
      ]);
    expect(rows).toEqual([]);
    expect(left?.filter(({ value }) => ids.includes(value)) ?? []).toEqual([]);
  });

  it('end an open session with the account', async () => {
    const id = await made('cleo');
    const found = await scim('GET', `/Groups?filter=${encodeURIComponent('displayName eq "works council"')}`);
    const [{ id: group }] = found.body.Resources as [{ id: string }];
    await scim('PUT', `/Groups/${group}`, { schemas: [GROUP], displayName: 'Works Council', members: [{ value: id }] });
    const client = await signIn('cleo');
    expect(await viewerOf(client)).toMatchObject({ role: 'auditor' });
    await patch(id, { op: 'replace', path: 'active', value: false });
    expect(await viewerOf(client)).toBeNull();
    await patch(id, { op: 'replace', path: 'active', value: true });
    expect(await viewerOf(client)).toBeNull();
    expect(await viewerOf(await signIn('cleo'))).toMatchObject({ role: 'auditor' });
  });
});

describe('people of a directory', () => {
  const people = async (): Promise<Record<string, unknown>[]> =>
    (
      await installation.pool('owner').query<Record<string, unknown>>(
        `select distinct on (person_key, effective_from) person_key::text as person, team, location, time_zone, gone,
             left_on is not null as left from microdata.people order by person_key, effective_from, load_no desc`,
      )
    ).rows;
  const takenIn = async (): Promise<string> => {
    const steward = await signedIn(installation, address, 'data-steward');
    expect(await work(steward, 'takeDirectory')).toMatchObject({ state: 'done' });
    const { rows } = await installation
      .pool('owner')
      .query<{ id: string }>(`select load_id::text as id from jobs.load where state = 'staged' order by load_id desc limit 1`);
    const id = rows[0]?.id ?? '';
    expect(await work(steward, `confirmLoad(id: "${id}")`)).toMatchObject({ state: 'done' });
    return id;
  };

  it('go on to the people file by an ordinary load, and follow what it says', async () => {
    await installation.pool('owner').query('delete from access.directory_person');
    const id = await made('dora');
    expect(await people()).toEqual([]);
    await takenIn();
    const [row] = await people();
    expect(row).toMatchObject({
      team: 'Theme Park/Tour Operations',
      location: 'Hollywood',
      time_zone: 'America/Los_Angeles',
      left: false,
      gone: false,
    });
    await patch(id, { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Research' });
    await patch(id, { op: 'replace', path: 'addresses[type eq "work"].locality', value: 'Zürich, "Altstadt"' });
    await takenIn();
    expect(await people()).toEqual([{ ...row, team: 'Theme Park/Research', location: 'Zürich, "Altstadt"' }]);
    await patch(id, { op: 'replace', path: 'active', value: false });
    await takenIn();
    expect(await people()).toMatchObject([{ left: true }]);
    await patch(id, { op: 'replace', path: 'active', value: true });
    const last = await takenIn();
    expect(await people()).toMatchObject([{ left: false, team: 'Theme Park/Research' }]);

    const steward = await signedIn(installation, address, 'data-steward');
    expect(await work(steward, `withdrawLoad(id: "${last}")`)).toMatchObject({ state: 'done' });
    expect(await people()).toMatchObject([{ left: true }]);
    await scim('DELETE', `/Users/${id}`);
    await takenIn();
    expect(await people()).toMatchObject([{ left: true }]);
  });

  it('are kept sealed: the web process cannot read them, and nothing of them is in the database in clear', async () => {
    await made('emma');
    const { rows } = await installation.pool('owner').query<{ sealed: Buffer }>('select sealed from access.directory_person');
    expect(rows.length).toBeGreaterThan(0);
    const accounts = await installation.pool('owner').query('select row_to_json(a) as all from access.account a');
    const text = [...rows.map(({ sealed }) => sealed.toString('latin1')), JSON.stringify(accounts.rows)].join('\n');
    for (const said of ['701984', 'Theme Park', 'Hollywood', 'Jensen', '26118915', 't1meMa$heen'])
      expect(text).not.toContain(said);
    await expect(installation.pool('reader').query('select * from access.directory_person')).rejects.toThrow('permission denied');
  });

  it('are forgotten when they are erased, and not kept when they are told again', async () => {
    const id = await made('gone');
    const kept = async (): Promise<number> =>
      (await installation.pool('owner').query('select from access.directory_person where account_id = $1', [id])).rowCount ?? 0;
    expect(await kept()).toBe(1);
    const key = personKeyOf(installation.keys, '701984-gone');
    await installation.pool('owner').query('insert into microdata.tombstone (person_key) values ($1)', [key]);
    const steward = await signedIn(installation, address, 'data-steward');
    expect(await work(steward, 'takeDirectory')).toMatchObject({ state: 'done' });
    expect(await kept()).toBe(0);
    expect((await scim('PUT', `/Users/${id}`, user('gone'))).status).toBe(200);
    expect(await kept()).toBe(0);
  });

  it('are not heard from a directory that only keeps accounts', async () => {
    const before = await installation.pool('owner').query('select from access.directory_person');
    const both = token;
    token = await directory('accounts only', null);
    await made('finn');
    token = both;
    expect((await installation.pool('owner').query('select from access.directory_person')).rowCount).toBe(before.rowCount);
  });
});
