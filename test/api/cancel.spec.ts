import { beforeAll, describe, expect, it } from '@jest/globals';
import { setSettings } from '../../api/src/governance/index.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant } from '../releases/plant.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { entriesOf } from './support/trail.js';
import { type Client, signedIn, webOn } from './support/web.js';
import { workerOn } from './support/worker.js';

let installation: TestInstallation;
let steward: Client;

interface Job {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly step: string;
  readonly message: string;
}

const JOB = '__typename ... on JobAccepted { job { id subject state } } ... on Refused { code }';

beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), generatedOrganisation(80, 4));
  const address = await webOn(installation);
  await workerOn(installation);
  steward = await signedIn(installation, address, 'data-steward');
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(client: Client, mutation: string): Promise<{ __typename: string; job?: Job; code?: string } | undefined> {
  const { data } = await client.ask(`mutation { answer: ${mutation} { ${JOB} } }`);
  return data?.answer as { __typename: string; job?: Job; code?: string } | undefined;
}

const build = async (period: string): Promise<Job> => (await ask(steward, `buildRelease(period: "${period}")`))?.job as Job;
const jobOf = async (id: string): Promise<Job> =>
  (await steward.ask(`{ job(id: "${id}") { id subject state step message } }`)).data?.job as Job;

async function until(id: string, states: readonly string[]): Promise<Job> {
  for (;;) {
    const job = await jobOf(id);
    if (states.includes(job.state)) return job;
    await pause(30);
  }
}

/** While `work` runs nobody may read releases, so that a build waits at its first step. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  const owner = await installation.pool('owner').connect();
  try {
    await owner.query('begin');
    await owner.query('lock table governance.settings in access exclusive mode');
    await work();
  } finally {
    await owner.query('rollback');
    owner.release();
  }
}

const drafts = async (): Promise<string[]> =>
  (await installation.pool('curator').query<{ period: string }>('select period from release.release order by 1')).rows.map(
    ({ period }) => period,
  );

describe('builds in a row', () => {
  it('are done one after the other; one that waits can be cancelled, one that runs too, and of neither anything is kept', async () => {
    const jobs: Job[] = [];
    await whileHeld(async () => {
      for (const period of ['2025-Q1', '2025-Q2', '2025-Q3']) jobs.push(await build(period));
      const [running, waiting] = jobs as [Job, Job, Job];
      await until(running.id, ['running']);
      expect((await jobOf(waiting.id)).state).toBe('waiting');
      for (const { id } of [running, waiting])
        expect((await ask(steward, `cancelBuild(id: "${id}")`))?.__typename).toBe('JobAccepted');
      expect(await jobOf(waiting.id)).toMatchObject({ state: 'cancelled', message: 'It was cancelled before it began.' });
      await pause(1500);
    });
    const [running, waiting, last] = jobs as [Job, Job, Job];
    expect(await until(running.id, ['cancelled', 'done'])).toMatchObject({
      state: 'cancelled',
      message: expect.stringContaining('Nothing of it was kept'),
    });
    expect((await until(last.id, ['done', 'refused', 'failed'])).state).toBe('done');
    expect((await jobOf(waiting.id)).state).toBe('cancelled');
    expect(await drafts()).toEqual(['2025-Q3']);
    const subjects = async (action: string) => (await entriesOf(installation, action)).map(({ subject }) => subject);
    expect(await subjects('build-release.cancel')).toEqual(['2025-Q1', '2025-Q2']);
    expect(await subjects('build-release.cancelled')).toEqual(['2025-Q1']);
    expect(await subjects('build-release.done')).toEqual(['2025-Q3']);
  }, 60_000);

  it('that are over cannot be cancelled, nor can anything else, nor by somebody who may not build', async () => {
    const { id } = await build('2025-Q2');
    await until(id, ['done']);
    expect(await ask(steward, `cancelBuild(id: "${id}")`)).toEqual({ __typename: 'Refused', code: 'NO_SUCH_BUILD' });
    expect(await ask(steward, 'cancelBuild(id: "12345")')).toEqual({ __typename: 'Refused', code: 'NO_SUCH_BUILD' });
    const owner = installation.pool('owner');
    const { rows } = await owner.query<{ found: boolean }>(
      `with asked as (insert into jobs.progress (kind, subject, asked_by) values ('check-load', '1', 'operator') returning progress_id)
       select progress_id as id from asked`,
    );
    expect((await owner.query('select jobs.cancel($1, $2) as found', [Object.values(rows[0] ?? {})[0], 'x'])).rows).toEqual([
      { found: false },
    ]);
    const auditor = await signedIn(installation, await webOn(installation), 'auditor');
    expect(await ask(auditor, `cancelBuild(id: "${id}")`)).toBeUndefined();
  }, 60_000);
});
