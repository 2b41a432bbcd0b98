import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { setSettings } from '../../api/src/governance/index.js';
import { SAMPLE_SETTINGS, writeSample } from '../../api/src/sample-organisation/index.js';
import { freshHome, freshInstallation, type TestInstallation } from '../support/database.js';
import { type Client, signedIn, webOn } from './support/web.js';
import { upload, work, workerOn } from './support/worker.js';

const PERIOD = '2026-Q3';
let installation: TestInstallation;
let address: string;
let files: string;
let steward: Client;

beforeAll(async () => {
  installation = await freshInstallation();
  await setSettings(installation.pool('curator'), { document: SAMPLE_SETTINGS, by: 'operator' });
  address = await webOn(installation);
  await workerOn(installation);
  files = path.join(freshHome(), 'sample');
  writeSample(files, { people: 400, quarters: 1 });
  steward = await signedIn(installation, address, 'data-steward');
}, 120_000);

const csv = (name: string): string => fs.readFileSync(path.join(files, `${name}.csv`), 'utf8');
const csvFiles = (): string[] => fs.readdirSync(files).filter((file) => file.endsWith('.csv'));

async function uploadAll(client: Client): Promise<string> {
  let load: string | undefined;
  for (const file of csvFiles()) {
    const answer = await upload(client, file, fs.readFileSync(path.join(files, file)), { load });
    expect(answer).toMatchObject({ status: 200, file: { state: 'received' } });
    load = answer.load;
  }
  return load ?? '';
}

const LOAD = `query ($id: ID!) { load(id: $id) { id number state knownAt files { file state accepted rejected waiting added changed unchanged remarks }
  problems { file line column rule message } } }`;

describe('from files to a finding', () => {
  let draft: string;

  it('a steward uploads, checks and confirms', async () => {
    const load = await uploadAll(steward);
    expect(await work(steward, `checkLoad(id: "${load}")`)).toMatchObject({ state: 'done', message: '' });
    const staged = (await steward.ask(LOAD, { id: load })).data?.load;
    expect(staged).toMatchObject({ state: 'staged', number: null, knownAt: null });
    expect(staged.files).toHaveLength(csvFiles().length);
    expect(await work(steward, `confirmLoad(id: "${load}", withoutRejected: true)`)).toMatchObject({
      state: 'done',
      message: '',
    });
    expect((await steward.ask(LOAD, { id: load })).data?.load).toMatchObject({ state: 'confirmed', number: 1 });
  }, 120_000);

  it('a steward builds a draft, which shows its certificate and no number', async () => {
    expect(await work(steward, `buildRelease(period: "${PERIOD}")`)).toMatchObject({ state: 'done', message: '' });
    const { data } = await steward.ask(
      '{ releases { id period status hash publishedAt certificate { noiseLevel attackFindings tables { table shown hidden } } } periods { key } }',
    );
    expect(data?.periods).toEqual([]);
    expect(data?.releases).toHaveLength(1);
    expect(data?.releases[0]).toMatchObject({ period: PERIOD, status: 'draft', hash: null, certificate: { attackFindings: 0 } });
    draft = data?.releases[0].id;
  }, 120_000);

  it('nobody without the right sees the draft', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager');
    expect((await manager.ask('{ releases { id } }')).data).toEqual({ releases: [] });
    expect((await manager.ask(`{ release(id: "${draft}") { id } }`)).data).toEqual({ release: null });
  });

  it('a steward cannot publish, nor can the one who built', async () => {
    const { errors } = await steward.ask(`mutation { publishRelease(id: "${draft}") { __typename } }`);
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    // Even with the queue at hand: the worker asks for the role again, and the release for a second person.
    const reader = installation.pool('reader');
    const { rows } = await installation
      .pool('owner')
      .query<{ id: string }>(`select account_id as id from access.account where role = 'data-steward'`);
    const job = (await reader.query<{ id: string }>(`select jobs.ask('publish-release', $1, $2) as id`, [draft, rows[0]?.id]))
      .rows[0]?.id;
    for (;;) {
      const { rows: found } = await reader.query<{ state: string; message: string }>(
        'select state, message from jobs.progress where progress_id = $1',
        [job],
      );
      if (found[0]?.state === 'refused') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, 60_000);

  it('the programme owner publishes, and a manager reads the finding', async () => {
    const owner = await signedIn(installation, address, 'programme-owner');
    expect(await work(owner, `publishRelease(id: "${draft}")`)).toMatchObject({ state: 'done', message: '' });
    const manager = await signedIn(installation, address, 'engineering-manager');
    const { data } = await manager.ask(`{ periods { key label }
      breakdowns(period: "${PERIOD}", measure: "parity", variant: "mentee") { by label special }
      parity(period: "${PERIOD}", variant: "mentee", by: ["level"]) { __typename ... on ParityTable {
        unit subject sample suppressed derived { key label formula of }
        cells { status reason group { dimension dimensionLabel label } values { rate { value absent } rateRatio { value } rateRatioLower { value } rateRatioUpper { value } verdict { text absent } } } } }
      participation(period: "${PERIOD}", variant: "mentee", by: []) { ... on ParticipationTable { cells { status values { eligible { value } rate { value } } } } }
      dose(period: "${PERIOD}", variant: "mentee", by: []) { __typename ... on DoseTable { cells { status } } } }`);
    expect(data?.periods).toEqual([{ key: PERIOD, label: 'Q3 2026 (July to September)' }]);
    expect(data?.parity.__typename).toBe('ParityTable');
    expect(data?.breakdowns).toContainEqual({ by: ['level'], label: 'By level', special: false });
    const shown = data?.parity.cells.filter(({ status }: { status: string }) => status === 'SHOWN');
    expect(shown.length).toBeGreaterThan(1);
    expect(shown[0].values.verdict.text ?? shown[0].values.verdict.absent).toEqual(expect.any(String));
    expect(data?.participation.cells[0]).toMatchObject({ status: 'SHOWN', values: { eligible: { value: expect.any(Number) } } });
    expect(data?.dose.__typename).toBe('DoseTable');
  }, 60_000);

  it('the trail tells the story: who loaded, built, published', async () => {
    const { rows } = await installation
      .pool('auditor')
      .query<{ action: string; role: string }>('select action, role from audit_trail.entry order by entry_no');
    const story = rows
      .filter(({ action }) => /^(check|confirm|build|publish)/.test(action))
      .map(({ action, role }) => `${role}: ${action}`);
    expect(story).toEqual([
      'data-steward: check-load.done',
      'data-steward: confirm-accepted-rows.done',
      'data-steward: build-release.done',
      'data-steward: publish-release.refused',
      'programme-owner: publish-release.done',
    ]);
  });

  it('the newest load can be withdrawn', async () => {
    const { load } = await upload(steward, 'people.csv', csv('people').split('\n').slice(0, 3).join('\n'), {
      source: 'second source',
    });
    await work(steward, `checkLoad(id: "${load}")`);
    await work(steward, `confirmLoad(id: "${load}")`);
    expect(await work(steward, `withdrawLoad(id: "${load}")`)).toMatchObject({ state: 'done', message: '' });
    expect((await steward.ask(LOAD, { id: load })).data?.load).toMatchObject({ state: 'withdrawn' });
    const { data } = await steward.ask('{ loads { id state withdraws } }');
    expect(data?.loads[0]).toMatchObject({ state: 'confirmed', withdraws: load });
  });
});

describe('a file that breaks rules', () => {
  const bad = 'person_id,effective_from,team\nCANARY-1,2026-13-45,eng\nCANARY-2,2026-01-01,eng\n,2026-01-01,eng\n';

  it('is explained by line, column and rule, never by content', async () => {
    const { load, file } = await upload(steward, 'people.csv', bad);
    expect(file).toMatchObject({ file: 'people', state: 'received', accepted: 1, rejected: 2 });
    await work(steward, `checkLoad(id: "${load}")`);
    const { data, body } = await steward.ask(LOAD, { id: load });
    expect(data?.load.problems).toEqual([
      expect.objectContaining({ line: 2, column: 'effective_from' }),
      expect.objectContaining({ line: 4, column: 'person_id' }),
    ]);
    const errors = await (await steward.fetch(`/api/loads/${load}/errors.csv`)).text();
    expect(errors.split('\r\n').filter(Boolean)).toHaveLength(3);
    expect(body + errors).not.toMatch(/CANARY|2026-13-45/);
  });

  it('does not stand unless the steward wants the rest of it', async () => {
    const { load } = await upload(steward, 'people.csv', bad);
    await work(steward, `checkLoad(id: "${load}")`);
    expect(await work(steward, `confirmLoad(id: "${load}")`)).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('broke a rule'),
    });
    expect(await work(steward, `confirmLoad(id: "${load}", withoutRejected: true)`)).toMatchObject({ state: 'done' });
    expect((await steward.ask(LOAD, { id: load })).data?.load).toMatchObject({ state: 'confirmed' });
    await work(steward, `withdrawLoad(id: "${load}")`);
  });

  it('can be discarded, and then nothing can be done with it', async () => {
    const { load } = await upload(steward, 'people.csv', bad);
    expect(await work(steward, `discardLoad(id: "${load}")`)).toMatchObject({ state: 'done' });
    const { data } = await steward.ask(`mutation { confirmLoad(id: "${load}") { __typename ... on Refused { code } } }`);
    expect(data?.confirmLoad).toEqual({ __typename: 'Refused', code: 'NOT_IN_THIS_STATE' });
  });

  it.each([
    ['archive.csv', Buffer.from('504b0304140000000800', 'hex'), /zip archive/],
    ['nothing.csv', 'a,b,c\n1,2,3\n', /No file of the data dictionary/],
  ])('is refused whole when it is none: %s', async (name, body, reason) => {
    const { status, file } = await upload(steward, name, body);
    expect(status).toBe(200);
    expect(file).toMatchObject({ state: 'refused', accepted: 0, remarks: [expect.stringMatching(reason)] });
  });

  it('needs a source with a name', async () => {
    expect(await upload(steward, 'people.csv', bad, { source: '=cmd()' })).toMatchObject({ status: 400, code: 'source-name' });
  });

  it('leaves nothing when it stops on the way', async () => {
    const before = (await steward.ask('{ loads { id } }')).data?.loads.length;
    const stop = new AbortController();
    const half = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('person_id,effective_from,team\nCANARY-3,2026-01-01,eng\n'));
        await new Promise((resolve) => setTimeout(resolve, 200));
        stop.abort();
      },
    });
    await expect(
      steward.fetch('/api/uploads?file=people.csv&source=hris', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'x-overstory-request': '1' },
        body: half,
        signal: stop.signal,
        ...({ duplex: 'half' } as object),
      }),
    ).rejects.toThrow();
    for (let wait = 0; wait < 100; wait += 1) {
      const [latest] = (await steward.ask('{ loads { id state } }')).data?.loads as { state: string }[];
      if (latest?.state === 'discarded') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const after = (await steward.ask('{ loads { id state } }')).data?.loads as { state: string }[];
    expect(after.slice(0, after.length - before).every(({ state }) => state === 'discarded')).toBe(true);
    const { rows } = await installation.pool('owner').query('select count(*)::int as n from microdata.people where load_no > 90');
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('fifty uploads at once', () => {
  it('lose no row and make nobody fail', async () => {
    const rows = Array.from({ length: 200 }, (_, place) => `many-${place},2026-01-01,eng`).join('\n');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, place) =>
        upload(steward, 'people.csv', `person_id,effective_from,team\n${rows}\n`, { source: `source ${place}` }),
      ),
    );
    expect(answers.every(({ status, file }) => status === 200 && file.accepted === 200)).toBe(true);
    expect(new Set(answers.map(({ load }) => load)).size).toBe(50);
  }, 60_000);
});
