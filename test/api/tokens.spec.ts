import { beforeAll, describe, expect, it } from '@jest/globals';
import { addServiceToken, type NewToken, revokeServiceToken } from '../../api/src/access/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { SAMPLE_SETTINGS } from '../../api/src/sample-organisation/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { signedIn, webOn } from './support/web.js';
import { workerOn } from './support/worker.js';

let installation: TestInstallation;
let address: string;
beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: SAMPLE_SETTINGS, by: 'operator' });
  address = await webOn(installation);
  await workerOn(installation);
}, 120_000);

const LMS: NewToken = {
  name: 'lms',
  sources: ['lms'],
  files: ['skill_checks'],
  columns: null,
  specialReason: null,
  control: false,
  days: 90,
};
const token = (changes: Partial<NewToken>): Promise<string> =>
  addServiceToken(installation.pool('owner'), { ...LMS, name: Math.random().toString(36).slice(2), ...changes });

interface Sent {
  readonly status: number;
  readonly load?: string;
  readonly code?: string;
  readonly message?: string;
}

async function send(bearer: string, file: string, body: string, more: Record<string, string> = {}): Promise<Sent> {
  const query = new URLSearchParams({ file, source: 'lms', ...more });
  const response = await fetch(`${address}/api/uploads?${query.toString()}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'text/csv', 'x-overstory-request': '1' },
    body,
  });
  return { status: response.status, ...((await response.json()) as Omit<Sent, 'status'>) };
}

const PEOPLE = 'person_id,effective_from,team,level\np1,2026-01-01,eng,2\n';
const stateOf = async (load: string): Promise<string | undefined> =>
  (await installation.pool('owner').query<{ state: string }>('select state from jobs.load where load_id = $1', [load])).rows[0]
    ?.state;
const loads = async (): Promise<number> => (await installation.pool('owner').query('select from jobs.load')).rowCount ?? 0;
const waitingLoads = async (): Promise<number> =>
  (await installation.pool('owner').query(`select from jobs.load where state not in ('discarded', 'failed')`)).rowCount ?? 0;

describe('a service token', () => {
  it('lets a system send its files, and is on record', async () => {
    const text = await token({ files: ['people'] });
    const sent = await send(text, 'people.csv', PEOPLE);
    expect(sent).toMatchObject({ status: 200, file: { file: 'people', state: 'received', accepted: 1 } });
    expect(await send(text, 'people.csv', PEOPLE, { load: sent.load ?? '' })).toMatchObject({ status: 200, load: sent.load });
    const { rows } = await installation
      .pool('auditor')
      .query<{ actor: string }>(`select actor from audit_trail.entry where action = 'upload.begun'`);
    expect(rows[0]?.actor).toMatch(/^token:[0-9a-f-]{36}$/);
  });

  it('is kept as a hash alone', async () => {
    const text = await token({});
    const { rows } = await installation.pool('owner').query('select * from access.service_token');
    expect(JSON.stringify(rows)).not.toContain(text.slice(10));
    await expect(installation.pool('reader').query('select * from access.service_token')).rejects.toThrow('permission denied');
  });

  it.each<[string, Partial<NewToken>, [string, string], RegExp]>([
    ['a file that is not its own', {}, ['people.csv', PEOPLE], /may not write people\.csv/],
    ['a file that is not its own under another name', {}, ['skills-of-all.csv', PEOPLE], /may not write people\.csv/],
    [
      'a column that is not its own',
      { files: ['people'], columns: ['people.team'] },
      ['people.csv', PEOPLE],
      /people\.csv: level\./,
    ],
    [
      'a performance band',
      { files: ['people'] },
      ['people.csv', 'person_id,effective_from,performance_band\np1,2026-01-01,high\n'],
      /people\.csv: performance_band\./,
    ],
    [
      'a personal characteristic',
      { files: ['people'] },
      ['people.csv', 'person_id,effective_from,demo_gender\np1,2026-01-01,w\n'],
      /people\.csv: demo_gender\./,
    ],
  ])('cannot write %s: it is refused by name and nothing of the load stands', async (_name, rights, [file, body], words) => {
    const text = await token(rights);
    const before = await waitingLoads();
    const sent = await send(text, file, body);
    expect(sent.status).toBe(422);
    expect(sent.message).toMatch(words);
    expect(sent.message).not.toMatch(/p1|high/);
    expect(await waitingLoads()).toBe(before);
  });

  it('takes the files before it along when a later one is not allowed', async () => {
    const text = await token({ files: ['people'], columns: ['people.team', 'people.level'] });
    const { load = '' } = await send(text, 'people.csv', PEOPLE);
    expect(await stateOf(load)).toBe('receiving');
    expect(await send(text, 'people.csv', PEOPLE.replace('team', 'location'), { load })).toMatchObject({
      status: 422,
      code: 'columns-not-allowed',
    });
    expect(await stateOf(load)).toBe('discarded');
  });

  it('writes special columns with a reason, and control ones where it may', async () => {
    const body = 'person_id,effective_from,demo_gender,performance_band\np1,2026-01-01,w,high\n';
    const text = await token({ files: ['people'], specialReason: 'Equity by gender is reviewed each year', control: true });
    expect(await send(text, 'people.csv', body)).toMatchObject({ status: 200 });
    await expect(token({ specialReason: 'because' })).rejects.toMatchObject({ code: 'token-reason' });
  });

  it('speaks for its own source, in its own loads', async () => {
    const text = await token({ files: ['people'] });
    expect(await send(text, 'people.csv', PEOPLE, { source: 'hris' })).toMatchObject({ status: 422, code: 'source-not-allowed' });
    const { load = '' } = await send(await token({ files: ['people'] }), 'people.csv', PEOPLE);
    expect(await send(text, 'people.csv', PEOPLE, { load })).toMatchObject({ status: 400, code: 'load-unknown' });
    expect(await stateOf(load)).toBe('receiving');
  });

  it('is worth nothing when it was revoked, replaced, has expired or never was', async () => {
    const [revoked, replaced, expired] = [
      await token({ name: 'one' }),
      await token({ name: 'two' }),
      await token({ name: 'three' }),
    ];
    expect(await revokeServiceToken(installation.pool('owner'), 'one')).toBe(true);
    await token({ name: 'two' });
    await installation
      .pool('owner')
      .query(
        `update access.service_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where name = 'three'`,
      );
    const before = await loads();
    for (const text of [revoked, replaced, expired, 'overstory_x', 'x', `${replaced}x`])
      expect(await send(text, 'skill_checks.csv', PEOPLE)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await loads()).toBe(before);
  });

  it('is looked at even where somebody is signed in who may write everything, or nothing', async () => {
    const text = await token({ files: ['sessions'] });
    for (const role of ['data-steward', 'executive'] as const) {
      const client = await signedIn(installation, address, role);
      const sent = await client.fetch('/api/uploads?file=people.csv&source=lms', {
        method: 'POST',
        headers: { authorization: `Bearer ${text}`, 'x-overstory-request': '1' },
        body: PEOPLE,
      });
      expect(sent.status).toBe(422);
    }
    const { rows } = await installation
      .pool('auditor')
      .query<{ details: unknown }>(
        `select details from audit_trail.entry where action = 'upload.refused' order by entry_no desc limit 1`,
      );
    expect(rows[0]?.details).toEqual({ code: 'file-not-allowed' });
  });

  it('opens nothing else', async () => {
    const authorization = `Bearer ${await token({ files: ['people'] })}`;
    for (const place of ['/api/loads/1/errors.csv', '/api/releases/2026-Q3/export.json'])
      expect((await fetch(`${address}${place}`, { headers: { authorization } })).status).toBe(404);
    const asked = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { email } loads { id } }' }),
    });
    expect(await asked.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const without = await fetch(`${address}/api/uploads?file=people.csv&source=lms`, {
      method: 'POST',
      headers: { authorization },
      body: PEOPLE,
    });
    expect(without.status).toBe(404);
  });

  it('leaves people as they were: a steward sends every column, somebody else none', async () => {
    const steward = await signedIn(installation, address, 'data-steward');
    const sent = await steward.fetch('/api/uploads?file=people.csv&source=hris', {
      method: 'POST',
      headers: { 'x-overstory-request': '1' },
      body: PEOPLE,
    });
    expect(sent.status).toBe(200);
    const executive = await signedIn(installation, address, 'executive');
    const refused = await executive.fetch('/api/uploads?file=people.csv&source=hris', {
      method: 'POST',
      headers: { 'x-overstory-request': '1' },
      body: PEOPLE,
    });
    expect(refused.status).toBe(404);
  });
});
