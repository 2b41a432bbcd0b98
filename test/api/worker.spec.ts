import { beforeAll, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import fs from 'node:fs';
import { addAccount, roleOfAccount } from '../../api/src/access/index.js';
import { markAsSample } from '../../api/src/governance/index.js';
import { Turns } from '../../api/src/app/worker/turns.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { signedIn, socketOf, webOn } from './support/web.js';
import { upload, work, workerOn } from './support/worker.js';

let installation: TestInstallation;
const STALE = 'interrupted';

async function ask(kind: string, subject: string, by = 'operator'): Promise<string> {
  const { rows } = await installation
    .pool('owner')
    .query<{ id: string }>('select jobs.ask($1, $2, $3) as id', [kind, subject, by]);
  return rows[0]?.id ?? '';
}

interface Progress {
  readonly state: string;
  readonly message: string;
}

async function ended(id: string): Promise<Progress> {
  for (;;) {
    const { rows } = await installation
      .pool('reader')
      .query<Progress>('select state, message from jobs.progress where progress_id = $1', [id]);
    if (rows[0] && !['waiting', 'running'].includes(rows[0].state)) return rows[0];
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

beforeAll(async () => {
  installation = await freshInstallation();
  const owner = installation.pool('owner');
  // What a worker leaves behind that was killed in the middle: a job marked as running, and its queue locked.
  await owner.query(
    `insert into jobs.progress (kind, subject, asked_by, state) values ('build-release', $1, 'operator', 'running')`,
    [STALE],
  );
  await ask('build-release', '2026-Q1');
  await owner.query(`update jobs._private_job_queues set locked_at = now(), locked_by = 'a worker that is gone'`);
  await workerOn(installation);
});

describe('a worker that starts', () => {
  it('says of work that was cut off that nothing of it stands', async () => {
    const { rows } = await installation
      .pool('reader')
      .query<Progress>('select state, message from jobs.progress where subject = $1', [STALE]);
    expect(rows[0]).toEqual({ state: 'failed', message: expect.stringContaining('Nothing of it stands') });
  });

  it('takes up the work that waited', async () => {
    const { rows } = await installation
      .pool('reader')
      .query<{ id: string }>(`select progress_id as id from jobs.progress where subject = '2026-Q1'`);
    expect(await ended(rows[0]?.id ?? '')).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Nothing had been loaded'),
    });
  });

  it('answers on a socket that only its owner can open', () => {
    expect(fs.statSync(socketOf(installation)).mode & 0o777).toBe(0o600);
  });
});

describe('work', () => {
  it('is asked once while it is under way', async () => {
    // In one transaction, before the worker can see and end it.
    const { rows } = await installation
      .pool('owner')
      .query<{ first: string; second: string }>(
        `select jobs.ask('build-release', '2025-Q4', 'operator') as first, jobs.ask('build-release', '2025-Q4', 'operator') as second`,
      );
    const { first, second } = rows[0] ?? { first: '', second: 'none' };
    expect(second).toBe(first);
    await ended(first);
    expect(await ask('build-release', '2025-Q4')).not.toBe(first);
  });

  it('is done for an account with the right only, and for none that is disabled', async () => {
    const owner = installation.pool('owner');
    for (const [role, message] of [
      ['auditor', 'may not do it'],
      ['data-steward', 'Nothing had been loaded'],
    ] as const) {
      await addAccount(owner, `${role}@example.org`, role);
      const { rows } = await owner.query<{ id: string }>('select account_id as id from access.account where email = $1', [
        `${role}@example.org`,
      ]);
      const account = rows[0]?.id ?? '';
      expect(await roleOfAccount(installation.pool('curator'), account)).toBe(role);
      expect(await ended(await ask('build-release', '2025-Q3', account))).toMatchObject({
        state: 'refused',
        message: expect.stringContaining(message),
      });
      await owner.query('update access.account set disabled_at = now() where account_id = $1', [account]);
      expect(await ended(await ask('build-release', '2025-Q2', account))).toMatchObject({
        message: expect.stringContaining('may not do it'),
      });
    }
  });

  it("cannot be asked by the web server in the operator's name, nor put into the queue past the list", async () => {
    const reader = installation.pool('reader');
    await expect(reader.query(`select jobs.ask('remove-sample-data', 'installation', 'operator')`)).rejects.toThrow(
      /only the owner/,
    );
    await expect(reader.query(`select jobs.add_job('remove-sample-data', '{}')`)).rejects.toThrow(/permission denied/);
    await expect(reader.query(`select jobs.ask('anything else', 'x', 'somebody')`)).rejects.toThrow();
  });

  it('refuses to remove a sample where there is none', async () => {
    expect(await ended(await ask('remove-sample-data', 'installation'))).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('Nothing was removed'),
    });
  });

  it('of a fault says no more than that', async () => {
    await installation.pool('owner').query('alter table governance.settings rename to elsewhere');
    try {
      const { state, message } = await ended(await ask('build-release', '2024-Q1'));
      expect({ state, message }).toEqual({
        state: 'failed',
        message: 'Something went wrong on our side. Nothing of this stands. Try again.',
      });
    } finally {
      await installation.pool('owner').query('alter table governance.elsewhere rename to settings');
    }
  });
});

describe('the line to the worker', () => {
  it('takes nothing but uploads', async () => {
    const status = await new Promise((resolve, reject) => {
      http
        .request({ socketPath: socketOf(installation), method: 'GET', path: '/anything' }, (response) =>
          resolve(response.resume().statusCode),
        )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });

  it('lets so many in at once, and the others in order', async () => {
    const turns = new Turns(2);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const enter = (place: number) =>
      turns.take(async () => {
        inside += 1;
        most = Math.max(most, inside);
        order.push(place);
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside -= 1;
        if (place === 3) throw new Error('a fault gives its place up too');
      });
    const all = await Promise.allSettled(Array.from({ length: 8 }, (_, place) => enter(place)));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

describe('removing the sample organisation', () => {
  it('empties the installation, which then counts as real', async () => {
    const own = await freshInstallation();
    await markAsSample(own.pool('curator'));
    const address = await webOn(own);
    await workerOn(own);
    const steward = await signedIn(own, address, 'data-steward');
    const { load } = await upload(steward, 'people.csv', 'person_id,effective_from,team\na,2026-01-01,eng\n');
    await work(steward, `checkLoad(id: "${load}")`);
    await work(steward, `confirmLoad(id: "${load}")`);
    const STATE = '{ installation { sample } loads { state sample } }';
    expect((await steward.ask(STATE)).data).toEqual({
      installation: { sample: true },
      loads: [{ state: 'confirmed', sample: true }],
    });
    expect(await work(steward, 'removeSampleData')).toMatchObject({ state: 'done', message: '' });
    expect((await steward.ask(STATE)).data).toEqual({ installation: { sample: false }, loads: [] });
    expect((await own.pool('owner').query('select 1 from microdata.people')).rowCount).toBe(0);
  });
});
