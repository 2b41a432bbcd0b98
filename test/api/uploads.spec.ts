import { beforeAll, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import { addAccount, type Role, ROLES } from '../../api/src/access/index.js';
import { patiently } from '../../api/src/app/worker/patient.js';
import { Turns } from '../../api/src/app/worker/turns.js';
import { startWorker } from '../../api/src/app/worker.js';
import { atEnd, freshInstallation, type TestInstallation } from '../support/database.js';
import { entriesOf } from './support/trail.js';
import { type Client, signedIn, socketOf, webOn } from './support/web.js';
import { upload } from './support/worker.js';

const PEOPLE = 'person_id,effective_from,team\np1,2026-01-01,eng\n';
/** Long enough for another file to come through meanwhile, on a slow machine too. */
const SILENCE = 4000;

let installation: TestInstallation;
let address: string;
beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
  const worker = await startWorker(
    { url: (login) => installation.url(login), keys: installation.keys, workerSocket: socketOf(installation), production: false },
    undefined,
    { silence: SILENCE, bytes: 100_000 },
  );
  atEnd(() => worker.close());
});

interface Told {
  readonly status: number;
  readonly code: string;
}

/** Asks the worker past the web process, as whoever took that process over would. */
function asWebProcess(by: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const path = `/uploads?${new URLSearchParams({ file: 'people.csv', source: 'hris', by }).toString()}`;
    const request = http.request({ socketPath: socketOf(installation), method: 'POST', path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, code: (JSON.parse(body) as { code: string }).code }));
    });
    request.on('error', reject).end(PEOPLE);
  });
}

async function accountOf(role: Role): Promise<string> {
  const email = `${role}.sends@example.org`;
  await addAccount(installation.pool('owner'), email, role);
  const { rows } = await installation
    .pool('owner')
    .query<{ id: string }>('select account_id as id from access.account where email = $1', [email]);
  return rows[0]?.id ?? '';
}

const loads = async (): Promise<number> => (await installation.pool('owner').query('select from jobs.load')).rowCount ?? 0;

describe('the worker', () => {
  it('takes files in the name of accounts that may send them, whatever the web process says', async () => {
    const before = await loads();
    for (const role of ROLES.filter((one) => one !== 'data-steward')) {
      const account = await accountOf(role);
      expect(await asWebProcess(account)).toEqual({ status: 422, code: 'not-allowed' });
      const denied = await entriesOf(installation, 'access.denied');
      expect(denied.at(-1)).toMatchObject({ actor: account, role, subject: 'upload', login: expect.stringContaining('ingest') });
    }
    for (const by of ['', 'operator', 'worker', '00000000-0000-0000-0000-000000000000', "' or 1=1 --", 'token:', 'token:x'])
      expect((await asWebProcess(by)).status).toBe(422);
    expect(await loads()).toBe(before);
  });

  it('puts on the trail what it took, from whom and for what, and what it refused', async () => {
    const steward = await signedIn(installation, address, 'data-steward');
    const { load } = await upload(steward, 'people.csv', PEOPLE);
    expect((await entriesOf(installation, 'upload.taken')).at(-1)).toMatchObject({
      role: 'data-steward',
      subject: load,
      details: { file: 'people', source: 'hris', state: 'received', purpose: 'data-care' },
    });
    const sent = await upload(steward, 'people.csv', `${PEOPLE}${'p,2026-01-01,eng\n'.repeat(10_000)}`);
    expect(sent).toMatchObject({ status: 422, code: 'file-too-large' });
    expect((await entriesOf(installation, 'upload.refused')).at(-1)).toMatchObject({ details: { code: 'file-too-large' } });
  });
});

describe('what a steward says of the columns of a file', () => {
  const HR = 'Nummer;Ab;Grad\np7;01.02.2026;Chefin\n';
  const mapping = {
    file: 'people',
    dates: 'd.m.y',
    columns: { person_id: ['Nummer'], effective_from: ['Ab'], level: ['Grad'] },
    values: { level: { chefin: '6' } },
  };
  const remembered = async (client: Client, source: string): Promise<unknown> => {
    const query = `{ sourceMapping(source: "${source}") { file dates columns { name known role words { said means } } } }`;
    return (await client.ask(query)).data?.['sourceMapping'];
  };

  it('holds for the file and for the next ones of its source, beside what is known of others', async () => {
    const steward = await signedIn(installation, address, 'data-steward');
    expect((await upload(steward, 'hr.csv', HR, { source: 'suite' })).file).toMatchObject({ state: 'refused' });
    expect(await remembered(steward, 'suite')).toEqual([]);
    const sent = await upload(steward, 'hr.csv', HR, { source: 'suite', mapping });
    expect(sent.file).toMatchObject({ file: 'people', accepted: 1, rejected: 0 });
    expect((await upload(steward, 'next.csv', HR, { source: 'suite' })).file).toMatchObject({ file: 'people', accepted: 1 });
    const sprints = { file: 'delivery', columns: { team: ['abteilung'], sprint: ['sprint'] } };
    await upload(steward, 'units.csv', 'Abteilung;Sprint\nEng;12\n', { source: 'suite', mapping: sprints });
    const [people, units] = (await remembered(steward, 'suite')) as { file: string; dates: string; columns: object[] }[];
    expect(people).toMatchObject({ file: 'people', dates: 'd.m.y' });
    expect(people?.columns).toContainEqual({
      name: 'level',
      known: ['grad'],
      role: null,
      words: [{ said: 'chefin', means: '6' }],
    });
    expect(units).toMatchObject({ file: 'delivery' });
  });

  it('is refused by its place where it names what is not there, and then not remembered', async () => {
    const steward = await signedIn(installation, address, 'data-steward');
    const wrong = { ...mapping, columns: { ...mapping.columns, salary: ['canary'] } };
    const refused = await upload(steward, 'hr.csv', HR, { source: 'wrong', mapping: wrong });
    expect(refused).toMatchObject({ status: 400, code: 'profile-invalid' });
    expect(refused.message).not.toContain('canary');
    expect(await remembered(steward, 'wrong')).toEqual([]);
  });
});

/** Begins a file and never ends it. */
function beginOnly(client: Client): { readonly answered: Promise<number>; readonly end: () => void } {
  const { port } = new URL(address);
  const request = http.request({
    port,
    method: 'POST',
    path: '/api/uploads?file=people.csv&source=hris',
    headers: { cookie: client.cookie, 'x-overstory-request': '1', 'content-type': 'text/csv', 'content-length': 100_000 },
  });
  const answered = new Promise<number>((resolve) => {
    request.once('response', (response) => resolve(response.resume().statusCode ?? 0)).once('error', () => resolve(0));
  });
  request.write(PEOPLE);
  return { answered, end: () => request.destroy() };
}

describe('whoever sends half a file', () => {
  it('holds nobody else up, and is let go', async () => {
    const [slow, other] = [
      await signedIn(installation, address, 'data-steward'),
      await signedIn(installation, address, 'data-steward'),
    ];
    const before = await loads();
    const halves = Array.from({ length: 30 }, () => beginOnly(slow));
    // Not one of them has been let go when another steward's file is through.
    const answered = halves.map(({ answered: of }) => of.then(() => 'over' as const));
    expect((await upload(other, 'people.csv', PEOPLE)).status).toBe(200);
    expect(await Promise.race([...answered, Promise.resolve('under way' as const)])).toBe('under way');
    const statuses = await Promise.all(halves.slice(0, 8).map(({ answered: of }) => of));
    expect(statuses).toEqual(Array.from({ length: 8 }, () => 422));
    for (const { end } of halves) end();
    const standing = async (): Promise<number> =>
      (await installation.pool('owner').query(`select from jobs.load where state not in ('discarded', 'failed')`)).rowCount ?? 0;
    expect(await standing()).toBeGreaterThan(0);
    expect(await loads()).toBeGreaterThan(before);
  });
});

describe('patience', () => {
  async function* slowly(times: readonly number[], size: number): AsyncGenerator<Buffer> {
    for (const time of times) {
      await new Promise((resolve) => setTimeout(resolve, time));
      yield Buffer.alloc(size);
    }
  }
  const taken = async (bytes: AsyncIterable<Buffer>, silence: number): Promise<number> => {
    let sum = 0;
    for await (const chunk of patiently(bytes, { silence, bytes: 1000 })) sum += chunk.length;
    return sum;
  };

  it('ends with silence, and with a trickle that lasts', async () => {
    await expect(taken(slowly([200], 1), 50)).rejects.toMatchObject({ code: 'too-slow' });
    await expect(
      taken(
        slowly(
          Array.from({ length: 100 }, () => 20),
          1,
        ),
        100,
      ),
    ).rejects.toMatchObject({ code: 'too-slow' });
  });

  it('lasts as long as bytes come, and no longer than a file may be large', async () => {
    expect(await taken(slowly([0, 0, 0], 300), 10_000)).toBe(900);
    await expect(taken(slowly([0, 0, 0, 0], 300), 10_000)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('is not tried by those who wait for us', async () => {
    const chunks: number[] = [];
    for await (const chunk of patiently(slowly([0, 0, 0], 1), { silence: 100, bytes: 1000 })) {
      chunks.push(chunk.length);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(chunks).toEqual([1, 1, 1]);
  });
});

describe('turns', () => {
  it('leave places to others, however much one sends', async () => {
    const turns = new Turns(3, 2);
    const done: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const busy = Array.from({ length: 5 }, () => turns.take(() => gate.then(() => void done.push('busy')), 'busy'));
    await turns.take(() => Promise.resolve(done.push('other')), 'other');
    expect(done).toEqual(['other']);
    open();
    await Promise.all(busy);
    expect(done).toHaveLength(6);
  });
});
