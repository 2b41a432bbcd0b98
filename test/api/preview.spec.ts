import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { entriesOf } from './support/trail.js';
import { Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
beforeAll(async () => {
  installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  address = await webOn(installation);
});

const BEGIN = `mutation ($role: String!, $scope: String) { beginPreview(role: $role, scope: $scope) {
  __typename ... on Previewing { viewer { role scope previewedBy } } ... on Refused { code message } } }`;
const begin = (client: Client, role: string, scope: string | null = null) => client.ask(BEGIN, { role, scope });

/** An auditor who looks with this role's eyes. */
async function lookingAs(role: Role, scope: string | null = null): Promise<Client> {
  const auditor = await signedIn(installation, address, 'auditor');
  const { data } = await begin(auditor, role, scope);
  expect(data?.beginPreview).toMatchObject({ __typename: 'Previewing', viewer: { role, scope } });
  return auditor;
}

const table = (by: string): string =>
  `{ participation(period: "2026-Q3", variant: "mentee", by: [${by}]) { __typename
     ... on ParticipationTable { suppressed cells { status group { value } values { rate { value } } } }
     ... on TooNarrow { message alternatives { by } } } }`;
const READS = [
  ...['', '"team"', '"level"', '"team", "level"', '"nonsense"'].map(table),
  '{ dimensions(period: "2026-Q3") { key values { key } } }',
  '{ breakdowns(period: "2026-Q3", measure: "participation", variant: "mentee") { by } }',
  '{ releases { id status } }',
  '{ periods { key } measures { key } }',
];
const FILES = ['team', 'level', 'organisation'].map((by) => `/api/releases/2026-Q3/tables/participation/mentee/${by}.csv`);

describe('an auditor who looks as a role', () => {
  it.each<[Role, string | null]>([
    ['engineering-manager', 'eng/platform'],
    ['engineering-manager', 'ops'],
    ['programme-owner', null],
    ['executive', null],
    ['employee', null],
    ['data-steward', null],
    ['administrator', null],
  ])('hears exactly what %s of %s hears, in pages and files', async (role, scope) => {
    const [itself, looking] = [await signedIn(installation, address, role, scope), await lookingAs(role, scope)];
    for (const query of READS) expect((await looking.ask(query)).body).toBe((await itself.ask(query)).body);
    for (const file of FILES) {
      const [one, other] = [await looking.fetch(file), await itself.fetch(file)];
      expect([one.status, await one.text()]).toEqual([other.status, await other.text()]);
    }
  });

  it('sees nothing that the own role does not see', async () => {
    const looking = await lookingAs('data-steward');
    const { errors } = await looking.ask('{ loads { id } }');
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await looking.fetch('/api/loads/1/errors.csv')).status).toBe(404);
  });

  it('sees no longer what only the own role sees', async () => {
    const looking = await lookingAs('employee');
    expect((await looking.fetch('/api/releases/2026-Q3-0123456789ab/export.json')).status).toBe(404);
  });

  it('changes nothing', async () => {
    const looking = await lookingAs('data-steward');
    for (const mutation of ['buildRelease(period: "2026-Q3")', 'publishRelease(id: "1")', 'confirmLoad(id: "1")']) {
      const { errors } = await looking.ask(`mutation { ${mutation} { __typename } }`);
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const change = await looking.ask(`mutation { changePassword(current: "a", next: "b") { __typename } }`);
    expect(change.errors[0]?.extensions.code).toBe('NOT_FOUND');
    const upload = { method: 'POST', headers: { 'x-overstory-request': '1' }, body: 'a' };
    expect((await looking.fetch('/api/uploads?file=people.csv&source=hris', upload)).status).toBe(404);
  });

  it('is told so, with what the role may do and no more', async () => {
    const looking = await lookingAs('employee');
    const { data } = await looking.ask('{ viewer { role previewedBy permissions { verb resource reach } } }');
    expect(data?.viewer).toMatchObject({ role: 'employee', previewedBy: 'Auditor (works council, privacy)' });
    const { permissions } = data?.viewer as { permissions: { verb: string; resource: string; reach: string }[] };
    expect(permissions).toContainEqual({ verb: 'read', resource: 'cells', reach: 'headline' });
    expect(
      permissions
        .filter(({ verb }) => verb === 'write')
        .map(({ resource }) => resource)
        .sort(),
    ).toEqual(['preview', 'sign-in']);
  });

  it('looks on as another role, and comes back to the own one', async () => {
    const looking = await lookingAs('employee');
    expect((await begin(looking, 'executive')).data?.beginPreview.viewer).toMatchObject({ role: 'executive' });
    expect((await looking.ask('mutation { endPreview }')).data).toEqual({ endPreview: true });
    expect((await looking.ask('{ viewer { role previewedBy } }')).data?.viewer).toEqual({ role: 'auditor', previewedBy: null });
    expect((await looking.fetch('/api/releases/2026-Q3-0123456789ab/export.json')).status).toBe(200);
  });

  it('is on the trail, by the own role, and so is every table that was looked at', async () => {
    const own = await freshInstallation();
    await publishMadeUpRelease(own.pool('curator'));
    const auditor = await signedIn(own, await webOn(own), 'auditor');
    await begin(auditor, 'engineering-manager', 'eng');
    await auditor.ask(table('"team"'));
    const details = { purpose: 'preview', previewOf: 'engineering-manager eng' };
    expect(await entriesOf(own, 'preview.begun')).toMatchObject([{ role: 'auditor', details }]);
    expect(await entriesOf(own, 'table.read', 1)).toMatchObject([{ role: 'auditor', details: { ...details, times: 1 } }]);
  });

  it.each(['nobody', '__proto__', ''])('is told that %p is no role', async (role) => {
    const auditor = await signedIn(installation, address, 'auditor');
    expect((await begin(auditor, role)).data?.beginPreview).toMatchObject({ __typename: 'Refused', code: 'NO_SUCH_PREVIEW' });
  });
});

describe('nobody else', () => {
  it('looks as another role', async () => {
    for (const role of ROLES.filter((one) => one !== 'auditor')) {
      const client = await signedIn(installation, address, role);
      expect((await begin(client, 'auditor')).errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await client.ask('{ viewer { role } }')).data?.viewer).toEqual({ role });
    }
    expect((await begin(new Client(address), 'auditor')).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('goes on looking when the account is an auditor no more', async () => {
    const looking = await lookingAs('engineering-manager');
    const { data } = await looking.ask('{ viewer { email } }');
    await installation.pool('owner').query(`update access.account set role = 'employee' where email = $1`, [data?.viewer.email]);
    expect((await looking.ask('{ viewer { role } }')).data).toEqual({ viewer: null });
    expect((await looking.ask(table('"team"'))).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
