import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDirectoryToken, addServiceToken, revokeServiceToken } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { signedIn, webOn } from './support/web.js';
import { workerOn } from './support/worker.js';

let installation: TestInstallation;
let address: string;

beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
  await workerOn(installation);
});

const directory = (name: string, persons: string | null): Promise<string> =>
  addDirectoryToken(installation.pool('owner'), { name, source: 'hr', persons, days: 30 });

describe('the door of directories', () => {
  const knock = async (bearer: string | null, method = 'GET'): Promise<{ status: number; text: string; asks: string | null }> => {
    const response = await fetch(`${address}/scim/v2/Users`, {
      method,
      headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
    });
    return { status: response.status, text: await response.text(), asks: response.headers.get('www-authenticate') };
  };

  it('is shut for nobody’s, ended, expired and other systems’ tokens, all alike, and for whoever is signed in', async () => {
    const ended = await directory('ended', null);
    await revokeServiceToken(installation.pool('owner'), 'ended');
    const rights = { sources: ['lms'], files: ['people'], columns: null, specialReason: null, control: false, days: 1 };
    const other = await addServiceToken(installation.pool('owner'), { name: 'no directory', ...rights });
    const answers = [];
    for (const bearer of [null, 'x', ended, other]) answers.push(await knock(bearer), await knock(bearer, 'POST'));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, asks: 'Bearer' });
    const client = await signedIn(installation, address, 'administrator');
    expect((await client.fetch('/scim/v2/Users')).status).toBe(401);
    const { rows } = await installation
      .pool('auditor')
      .query(`select actor from audit_trail.entry where action = 'access.denied' and subject = 'scim/v2'`);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('is the only one that its token opens', async () => {
    const bearer = { authorization: `Bearer ${await directory('elsewhere', null)}`, 'x-overstory-request': '1' };
    const upload = await fetch(`${address}/api/uploads?file=people.csv&source=hr`, {
      method: 'POST',
      headers: bearer,
      body: 'person_id,effective_from\np,2026-01-01\n',
    });
    expect(upload.status).toBe(422);
    const asked = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ accounts { email } }' }),
    });
    expect(await asked.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('is shut in the database too: other tokens keep no accounts, by the login of the web process', async () => {
    const reader = installation.pool('reader');
    for (const id of ['00000000-0000-4000-8000-000000000000', null]) {
      await expect(reader.query('select * from access.directory_users($1, null, null, null)', [id])).rejects.toThrow(
        /only a directory/,
      );
      await expect(
        reader.query(`select access.directory_save_user($1, null, 'a@example.com', null, true, 'auditor', null)`, [id]),
      ).rejects.toThrow(/only a directory/);
    }
  });
});
