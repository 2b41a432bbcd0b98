import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { keepRetention } from '../../api/src/app/worker/retention.js';
import { amountInWords, decidePolicy, proposePolicy, readRetention } from '../../api/src/governance/index.js';
import { removalsBetween } from '../../api/src/microdata/index.js';
import { entriesOf } from '../api/support/trail.js';
import { type Client, signedIn, webOn } from '../api/support/web.js';
import { send } from '../ingest/support/loading.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';

const PROGRESSIONS = [
  'person_id,occurred_on,kind,from_rank,to_rank',
  'p1,2021-10-31,promotion,1,2',
  'p1,2021-11-15,promotion,2,3',
];

let installation: TestInstallation;
let curator: pg.Pool;
let steward: Client;
let manager: Client;
beforeAll(async () => {
  installation = await freshInstallation();
  curator = installation.pool('curator');
  await send(installation, {
    'people.csv': 'person_id,effective_from,hired_on,team\np1,2015-01-01,2015-01-01,eng\n',
    'progressions.csv': `${PROGRESSIONS.join('\n')}\n`,
  });
  const address = await webOn(installation);
  steward = await signedIn(installation, address, 'data-steward');
  manager = await signedIn(installation, address, 'engineering-manager');
});

const steps = async (): Promise<number> => (await curator.query('select from microdata.progressions')).rowCount ?? 0;
const outcomes = async () => (await readRetention(curator)).outlook?.classes.find(({ fileClass }) => fileClass === 'outcomes');
const QUERY = '{ retention { lastRunAt dueOn countedOn classes { label before amount } } }';

describe('retention by itself', () => {
  it('says first what it will delete, and deletes nothing before that day', async () => {
    expect((await steward.ask(QUERY)).data!.retention).toEqual({ lastRunAt: null, dueOn: null, countedOn: null, classes: [] });
    await keepRetention({ curator }, '2026-11-20');
    const { data } = await steward.ask(QUERY);
    expect(data!.retention).toMatchObject({ lastRunAt: null, dueOn: '2026-12-01', countedOn: '2026-11-20' });
    expect(data!.retention.classes).toContainEqual({ label: 'Skills and steps', before: '2021-12-01', amount: 'fewer than 10' });
    await keepRetention({ curator }, '2026-11-30');
    expect((await readRetention(curator)).outlook).toMatchObject({ dueOn: '2026-12-01', countedOn: '2026-11-30' });
    expect([await steps(), await removalsBetween(curator, null, null)]).toEqual([2, []]);
  });

  it('is shown to stewards and auditors, and kept by the worker alone', async () => {
    expect((await manager.ask(QUERY)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    await expect(keepRetention({ curator: installation.pool('reader') }, '2026-12-05')).rejects.toMatchObject({ code: '42501' });
    expect(await steps()).toBe(2);
  });

  it('is done once when the day has come, also some days late, and leaves a trace', async () => {
    await keepRetention({ curator }, '2026-12-03');
    expect(await steps()).toBe(0);
    expect(await outcomes()).toEqual({ fileClass: 'outcomes', before: '2022-01-01', amount: 'none' });
    await keepRetention({ curator }, '2026-12-04');
    const [entry, ...more] = await entriesOf(installation, 'retention.done', 1);
    expect([entry, more]).toMatchObject([{ actor: 'worker', subject: 'standard/1' }, []]);
    expect(await removalsBetween(curator, null, null)).toMatchObject([{ kind: 'retention', classes: ['outcomes'] }]);
    const { data } = await steward.ask(QUERY);
    expect(data!.retention).toMatchObject({ lastRunAt: expect.stringContaining('T'), dueOn: '2027-01-01' });
  });

  it('goes by the policy that will be in force on the day', async () => {
    const document = { name: 'shorter', data: { retention: { outcomes: 12 } } };
    const by = { id: 'owner', role: 'programme-owner' };
    const version = await proposePolicy(curator, document, { by, why: 'Less is enough for us.' });
    const decision = { version, approve: true, today: '2026-12-04', why: 'Less is enough.' };
    await decidePolicy(curator, { ...decision, by: { id: 'auditor', role: 'auditor' } });
    await keepRetention({ curator }, '2026-12-05');
    expect(await outcomes()).toMatchObject({ before: '2026-01-01' });
  });

  it('tells no exact number of few rows', () => {
    expect([0, 1, 9, 10, 14, 1236].map(amountInWords)).toEqual([
      'none', 'fewer than 10', 'fewer than 10', 'about 10', 'about 10', 'about 1,240',
    ]); // prettier-ignore
  });
});
