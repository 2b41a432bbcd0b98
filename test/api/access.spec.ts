import { beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { unzipSync } from 'fflate';
import {
  operatorMay,
  type Permission,
  POLICY,
  purposeOf,
  PURPOSES,
  reachOf,
  type Role,
  ROLES,
} from '../../api/src/access/index.js';
import { buildSchema } from '../../api/src/app/print-schema.js';
import { fieldsOf, permissionOf } from '../../api/src/app/schema/enforce-rules.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease, TEAMS } from './support/release.js';
import { argumentsOf, type Field, selectionOf } from './support/samples.js';
import { entriesOf } from './support/trail.js';
import { Client, everyRole, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
let clients: Map<Role | null, Client>;
let schema: GraphQLSchema;

beforeAll(async () => {
  installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  address = await webOn(installation);
  schema = await buildSchema();
  clients = new Map<Role | null, Client>([[null, new Client(address)], ...(await everyRole(installation, address))]);
});

const TABLE = `query ($by: [String!]!, $period: String!) {
  participation(period: $period, variant: "mentee", by: $by) {
    __typename
    ... on ParticipationTable { by suppressed cells { status group { dimension value label parent } values { rate { value text absent } upper { absent } } } }
    ... on TooNarrow { message alternatives { by label special } }
    ... on NotPublished { message } } }`;

async function tableFor(client: Client | undefined, by: string[], period = '2026-Q3') {
  const answer = await client!.ask(TABLE, { by, period });
  return { ...answer, table: answer.data?.participation };
}

async function groupsFor(client: Client, by: string[]): Promise<string[]> {
  const { table } = await tableFor(client, by);
  return ((table?.cells ?? []) as { group: { value: string }[] }[]).map(({ group }) =>
    group.map(({ value }) => value).join(' × '),
  );
}

const SAMPLE = { text: '2026-Q3', whole: 1 };

/** The root query or mutation, with made-up arguments and whatever selection its type needs. */
function operationOf(type: GraphQLObjectType, field: Field): string {
  return `${type.name.toLowerCase()} { ${field.name}${argumentsOf(field, SAMPLE)} ${selectionOf(field)} }`;
}

const isDenied = (answer: { errors: readonly { extensions: { code: string } }[] }): boolean =>
  answer.errors.some(({ extensions }) => extensions.code === 'NOT_FOUND');

describe('every role and every door of the schema', () => {
  it('agree with the policy, one by one', async () => {
    const doors = fieldsOf(schema).filter(({ type }) => type.name === 'Query' || type.name === 'Mutation');
    const disagreements: string[] = [];
    let asked = 0;
    for (const [role, client] of clients)
      for (const { type, field } of doors.filter(({ field }) => field.name !== 'signOut')) {
        const permission = permissionOf(field);
        if (!permission) throw new Error('a field without a rule');
        const answer = await client.ask(operationOf(type, field));
        const allowed = reachOf(role, permission) !== null;
        asked += 1;
        if (isDenied(answer) === allowed) disagreements.push(`${role ?? 'signed out'} ${type.name}.${field.name}`);
      }
    expect(asked).toBe((ROLES.length + 1) * (doors.length - 1));
    expect(disagreements).toEqual([]);
    // Hundreds of requests, on a machine that may have other things to do.
  }, 240_000);

  it('hear the same of what is forbidden and of what does not exist, without a reason', async () => {
    const steward = clients.get('data-steward');
    const forbidden = await tableFor(steward, []);
    const absent = await tableFor(steward, [], '1999-Q1');
    expect(forbidden.body).toBe(absent.body);
    expect(forbidden.errors[0]).toMatchObject({
      message: 'This page does not exist or you cannot see it.',
      extensions: { code: 'NOT_FOUND' },
    });
  });

  it('leave a trail entry when refused, before they hear it', async () => {
    const employee = await signedIn(installation, address, 'employee');
    await employee.ask('{ loads { id } jobs { id } }');
    await employee.fetch('/api/loads/1/errors.csv');
    const denied = (await entriesOf(installation, 'access.denied')).filter(({ role }) => role === 'employee');
    expect(denied.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['Query.jobs Query.loads', 'GET /api/loads/1/errors.csv']),
    );
  });

  it('leave a trail entry when signed out, too', async () => {
    const own = await freshInstallation();
    await new Client(await webOn(own)).ask('{ releases { id } }');
    expect(await entriesOf(own, 'access.denied')).toMatchObject([{ actor: 'anonymous', role: null, subject: 'Query.releases' }]);
  });

  it('cannot fill the trail by being refused', async () => {
    const own = await freshInstallation();
    const employee = await signedIn(own, await webOn(own), 'employee');
    const begun = Date.now();
    for (let times = 0; times < 40; times += 1) await employee.ask('{ loads { id } }');
    const total = async () =>
      (await entriesOf(own, 'access.denied')).reduce((sum, { details }) => sum + Number(details.times), 0);
    while ((await total()) < 40) await new Promise((resolve) => setTimeout(resolve, 50));
    // At most one as it begins and one with the count, for each second that it took.
    const seconds = Math.ceil((Date.now() - begun) / 1000);
    expect((await entriesOf(own, 'access.denied')).length).toBeLessThanOrEqual(2 * (seconds + 1));
  });
});

describe('a scope', () => {
  it('shows an engineering manager the own branch and the nodes above it', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
    expect(await groupsFor(manager, [])).toEqual(['']);
    expect(await groupsFor(manager, ['team'])).toEqual(['eng', 'eng/platform']);
    expect(await groupsFor(manager, ['level'])).toEqual(['1', '2']);
    expect(await groupsFor(manager, ['team', 'level'])).toEqual(['eng × 1', 'eng × 2', 'eng/platform × 1', 'eng/platform × 2']);
  });

  it('of a node covers what hangs below it, and no namesake', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng');
    expect(await groupsFor(manager, ['team'])).toEqual(['eng', 'eng/platform', 'eng/data', 'eng/(here)']);
    const namesake = await signedIn(installation, address, 'engineering-manager', 'en');
    expect(await groupsFor(namesake, ['team'])).toEqual([]);
  });

  it('that is absent shows an engineering manager and the auditor everything', async () => {
    for (const role of ['engineering-manager', 'auditor'] as const)
      expect(await groupsFor(clients.get(role)!, ['team'])).toEqual(TEAMS);
  });

  it('ends at the organisation for programme owners and executives', async () => {
    for (const role of ['programme-owner', 'executive'] as const) {
      expect(await groupsFor(clients.get(role)!, ['level'])).toEqual(['1', '2']);
      const { table } = await tableFor(clients.get(role), ['team']);
      expect(table).toMatchObject({ __typename: 'TooNarrow', alternatives: [{ by: [] }, { by: ['level'] }] });
    }
  });

  it('ends at the headline for employees', async () => {
    expect(await groupsFor(clients.get('employee')!, [])).toEqual(['']);
    expect((await tableFor(clients.get('employee'), ['level'])).table).toMatchObject({
      __typename: 'TooNarrow',
      alternatives: [{ by: [] }],
    });
  });

  it('answers a table that is not yours like one that does not exist', async () => {
    const owner = clients.get('programme-owner');
    expect((await tableFor(owner, ['team'])).body).toBe((await tableFor(owner, ['no', 'such', 'column'])).body);
  });

  it('narrows the names of teams with the results', async () => {
    const query = '{ dimensions(period: "2026-Q3") { key values { key } } }';
    const names = async (client: Client) => {
      const { data } = await client.ask(query);
      return (data?.dimensions as { key: string; values: { key: string }[] }[])
        .find(({ key }) => key === 'team')
        ?.values.map(({ key }) => key);
    };
    expect(await names(await signedIn(installation, address, 'engineering-manager', 'eng/data'))).toEqual(['eng', 'eng/data']);
    expect(await names(clients.get('executive')!)).toEqual([]);
    expect(await names(clients.get('auditor')!)).toEqual(TEAMS);
  });

  it('counts hidden places only among those that are seen', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
    expect((await tableFor(manager, ['team'])).table).toMatchObject({ suppressed: 0 });
    expect((await tableFor(clients.get('auditor'), ['team'])).table).toMatchObject({ suppressed: 1 });
  });
});

describe('a table', () => {
  it('is found whatever the order of its dimensions', async () => {
    expect((await tableFor(clients.get('auditor'), ['level', 'team'])).table).toMatchObject({ by: ['team', 'level'] });
  });

  it('names absences and sets exactly one of number, verdict and absence', async () => {
    const { table } = await tableFor(clients.get('auditor'), ['team']);
    const [eng] = table.cells;
    expect(eng.values).toEqual({ rate: { value: 0.25, text: null, absent: null }, upper: { absent: 'protection' } });
    expect(eng.group).toEqual([{ dimension: 'team', value: 'eng', label: 'ENG', parent: null }]);
    expect(table.cells.at(-1)).toMatchObject({ status: 'SUPPRESSED', values: null });
  });

  it('of an unpublished quarter says so', async () => {
    expect((await tableFor(clients.get('auditor'), [], '2031-Q1')).table).toMatchObject({ __typename: 'NotPublished' });
  });
});

describe('REST', () => {
  it.each([
    ['/api/loads/1/errors.csv', 'data-steward'],
    ['/api/releases/2026-Q3-0123456789ab/export.json', 'auditor'],
  ])('opens %s to the %s alone', async (path, allowed) => {
    for (const [role, client] of clients) {
      const response = await client.fetch(path);
      if (role !== allowed) {
        expect(response.status).toBe(404);
        expect(await response.json()).toEqual({ code: 'NOT_FOUND', message: 'This page does not exist or you cannot see it.' });
      } else if (path.includes('export')) expect(await response.text()).toBe('{"made":"up"}');
    }
  });

  it('refuses what changes something without its own header', async () => {
    const steward = clients.get('data-steward')!;
    const response = await steward.fetch('/api/uploads?file=people.csv&source=hr', {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(404);
  });

  it("gives the page's table as CSV and as a workbook, with the cells that its reader sees", async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
    const response = await manager.fetch('/api/releases/2026-Q3/tables/participation/mentee/team.csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="participation-mentee-team-2026-q3.csv"');
    const text = await response.text();
    expect(text).toContain('eng/platform');
    expect(text).not.toContain('eng/data');
    const workbook = await manager.fetch('/api/releases/2026-Q3/tables/participation/mentee/team.xlsx');
    expect(workbook.headers.get('content-disposition')).toMatch(/participation-mentee-team-2026-q3\.xlsx/);
    const sheets = Object.values(unzipSync(new Uint8Array(await workbook.arrayBuffer()))).map((part) =>
      Buffer.from(part).toString(),
    );
    expect(sheets.join('')).toContain('eng/platform');
    expect(sheets.join('')).not.toContain('eng/data');
    for (const extension of ['csv', 'xlsx']) {
      const address = `/api/releases/2026-Q3/tables/participation/mentee/team.${extension}`;
      expect((await clients.get('programme-owner')!.fetch(address)).status).toBe(404);
    }
  });

  it('answers health to everybody', async () => {
    expect(await (await new Client(address).fetch('/healthz')).json()).toEqual({ status: 'ok' });
  });
});

describe('the page "Who can see what"', () => {
  it('prints the table that is enforced, also signed out', async () => {
    const { data } = await new Client(address).ask(
      `{ trust { access { verb resource operator doors roles { role reach purpose } }
         collected { column class why } retention } }`,
    );
    const rows = data?.trust.access as Row[];
    expect(rows).toHaveLength(POLICY.length);
    for (const { verb, resource, operator, roles } of rows) {
      const asked = { verb, resource } as Permission;
      expect(operator).toBe(operatorMay(asked));
      for (const { role, reach, purpose } of roles) {
        expect(reach).toBe(reachOf(role, asked) ?? 'none');
        const due = purposeOf(role, asked);
        expect(purpose).toBe(due && PURPOSES[due]);
      }
    }
    expect(data?.trust.collected.length).toBeGreaterThan(80);
  });

  it('names under each row the fields, routes and commands that it decides, and none twice', async () => {
    const { data } = await new Client(address).ask('{ trust { access { verb resource doors } } }');
    const rows = data?.trust.access as Row[];
    const doorsOf = (verb: string, resource: string) => rows.find((row) => row.verb === verb && row.resource === resource)?.doors;
    expect(doorsOf('read', 'loads')).toEqual(expect.arrayContaining(['Query.loads', 'Load.*', 'GET /api/loads/:id/errors.csv']));
    expect(doorsOf('write', 'loads')).toEqual(expect.arrayContaining(['POST /api/uploads', 'overstory ingest']));
    const all = rows.flatMap(({ doors }) => doors);
    expect(new Set(all).size).toBe(all.length);
  });
});

interface Row {
  verb: string;
  resource: string;
  operator: boolean;
  doors: string[];
  roles: { role: Role; reach: string; purpose: string | null }[];
}
