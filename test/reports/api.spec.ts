import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import crypto from 'node:crypto';
import { canonicalJson } from '../../api/src/kernel/index.js';
import { verifyReport } from '../../api/src/reports/index.js';
import { entriesOf } from '../api/support/trail.js';
import { Client, signedIn, webOn } from '../api/support/web.js';
import { workerOn } from '../api/support/worker.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { RELEASE } from './made-up.js';
import { signAudit } from './signed-audit.js';

let installation: TestInstallation;
let address: string;
let owner: Client;
let auditor: Client;
let executive: Client;
const DOCUMENT = canonicalJson(RELEASE);

beforeAll(async () => {
  installation = await freshInstallation();
  await publishRelease();
  address = await webOn(installation);
  await workerOn(installation);
  owner = await signedIn(installation, address, 'programme-owner');
  auditor = await signedIn(installation, address, 'auditor');
  executive = await signedIn(installation, address, 'executive');
});

async function publishRelease(): Promise<void> {
  const curator = installation.pool('curator');
  await curator.query(
    `insert into release.release (release_id, period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions,
       certificate, hash, document, built_by)
     values ($1, $2, '2026-07-01', $3, now(), 3, false, $4, $5, $6, $7, $8, $9, 'operator')`,
    [
      ...[RELEASE.release.id, RELEASE.release.period, RELEASE.release.asOf],
      ...[RELEASE.release, RELEASE.policy, RELEASE.dimensions, RELEASE.certificate].map((part) => JSON.stringify(part)),
      ...[RELEASE.hash, DOCUMENT],
    ],
  );
  await curator.query(`update release.release set status = 'published', published_by = 'another', published_at = now()`);
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly message: string;
}

async function asked(client: Client, input: string): Promise<{ job?: Job; code?: string; message?: string }> {
  const { data } = await client.ask(
    `mutation { work: makeReport(input: { period: "2026-Q3", chapters: [], ${input} }) {
       ... on JobAccepted { job { id state message } } ... on Refused { code message } } }`,
  );
  return data?.work as { job?: Job; code?: string };
}

async function ended(client: Client, id: string): Promise<Job> {
  for (;;) {
    const job = (await client.ask(`{ job(id: "${id}") { id state message } }`)).data?.job as Job;
    if (!['waiting', 'running'].includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Listed {
  readonly id: string;
  readonly code: string;
  readonly format: string;
  readonly audience: string;
}
const listed = async (client: Client): Promise<Listed[]> =>
  (await client.ask('{ reports { id code format audience } }')).data?.reports as Listed[];

const fetched = (client: Client, id: string): Promise<Response> => client.fetch(`/api/reports/${id}/file`);

describe('a report that is asked for', () => {
  it('is made by the worker, stands in the list, and can be fetched, verified and found on the trail', async () => {
    const { job } = await asked(owner, 'audience: "board", format: "xlsx", extent: "brief"');
    expect(await ended(owner, job?.id ?? '')).toMatchObject({ state: 'done' });
    const [made] = await listed(owner);
    expect(made).toMatchObject({ format: 'xlsx', audience: 'Board: the whole organisation, no teams' });
    const response = await fetched(owner, made?.id ?? '');
    expect(response.headers.get('content-disposition')).toContain(`mentoring-2026-q3-board-${made?.code ?? ''}.xlsx`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(verifyReport(bytes)).toMatchObject({ code: made?.code, release: RELEASE.release.id });
    expect(await verification(`hash: "sha256:${sha(bytes)}"`)).toMatchObject({ kind: 'report', code: made?.code });
    for (const action of ['make-report.done', 'report.exported'])
      expect((await entriesOf(installation, action, 1)).map((entry) => entry.action)).toEqual([action]);
  });

  it('is the same file when it is asked for again', async () => {
    const before = (await listed(owner)).length;
    const { job } = await asked(owner, 'audience: "board", format: "xlsx", extent: "brief"');
    expect(await ended(owner, job?.id ?? '')).toMatchObject({ state: 'done' });
    expect(await listed(owner)).toHaveLength(before);
  });

  it('waits for its turn where three are asked for at once, and pages are answered meanwhile', async () => {
    const before = (await listed(owner)).length;
    const formats = ['csv', 'html', 'pptx'];
    const wanted = formats.map((format) => asked(owner, `audience: "board", format: "${format}", extent: "full"`));
    const jobs = (await Promise.all(wanted)).map(({ job }) => job?.id ?? '');
    expect(new Set(jobs).size).toBe(3);
    expect((await owner.ask('{ viewer { role } }')).data?.viewer).toMatchObject({ role: 'programme-owner' });
    expect((await Promise.all(jobs.map((id) => ended(owner, id)))).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(await listed(owner)).toHaveLength(before + 3);
  });

  it('goes to whoever may see all of it, and for everybody else there is none', async () => {
    expect(await asked(owner, 'audience: "works-council", format: "csv", extent: "full"')).toMatchObject({ code: 'NOT_FOR_YOU' });
    const { job } = await asked(auditor, 'audience: "works-council", format: "csv", extent: "full"');
    expect(await ended(auditor, job?.id ?? '')).toMatchObject({ state: 'done' });
    const [all] = await listed(auditor);
    expect((await fetched(auditor, all?.id ?? '')).status).toBe(200);
    for (const client of [owner, executive]) {
      expect(new Set((await listed(client)).map(({ audience }) => audience))).toEqual(
        new Set(['Board: the whole organisation, no teams']),
      );
      expect((await fetched(client, all?.id ?? '')).status).toBe(404);
    }
    expect((await fetched(new Client(address), all?.id ?? '')).status).toBe(404);
    expect(
      (
        await executive.ask(
          'mutation { makeReport(input: { period: "2026-Q3", chapters: [], audience: "board", format: "csv", extent: "full" }) { __typename } }',
        )
      ).errors,
    ).toBeDefined();
  });

  it('is refused in words where it makes no sense', async () => {
    expect(await asked(owner, 'audience: "press", format: "csv", extent: "full"')).toMatchObject({ code: 'AUDIENCE_UNKNOWN' });
    expect(await asked(owner, 'audience: "board", format: "doc", extent: "full"')).toMatchObject({ code: 'NO_SUCH_FORMAT' });
    expect(await asked(owner, 'audience: "board", format: "csv", extent: "half"')).toMatchObject({ code: 'EXTENT_UNKNOWN' });
  });
});

describe('a report of an audit', () => {
  const wanted = 'audience: "board", format: "csv", extent: "full", audit: ""';

  it('is made once two people have signed, of what they signed', async () => {
    const early = await asked(owner, wanted);
    expect(await ended(owner, early.job?.id ?? '')).toMatchObject({ state: 'refused' });
    expect(await subjects(owner)).toEqual([]);
    await signAudit(installation);
    expect(await subjects(owner)).toEqual([{ kind: 'audit', key: '', period: '2026-Q3' }]);
    const { job } = await asked(owner, wanted);
    expect(await ended(owner, job?.id ?? '')).toMatchObject({ state: 'done' });
    const { data } = await owner.ask('{ reports { id about } }');
    const [made] = data?.reports as { id: string; about: string }[];
    expect(made?.about).toBe('Equity audit');
    const parts = Object.entries(unzipSync(Buffer.from(await (await fetched(owner, made?.id ?? '')).arrayBuffer())));
    const [, record] = parts.find(([name]) => name.startsWith('RECORD-1')) ?? [];
    const text = Buffer.from(record ?? '').toString('utf8');
    expect(text).toContain('Level 1 engineers take part at a clearly lower rate');
    expect(text).not.toContain('Operations');
  });

  it('is refused where the release knows no such track', async () => {
    const { job } = await asked(owner, 'audience: "board", format: "csv", extent: "full", track: "nothing"');
    expect(await ended(owner, job?.id ?? '')).toMatchObject({ state: 'refused', message: expect.stringContaining('no track') });
  });
});

const subjects = async (client: Client): Promise<unknown> =>
  (await client.ask('{ reportChoices { subjects { kind key period } } }')).data?.reportChoices?.subjects;

const sha = (bytes: Buffer | string): string => crypto.createHash('sha256').update(bytes).digest('hex');

async function verification(by: string): Promise<unknown> {
  return (
    await new Client(address).ask(
      `{ verification${by === '' ? '' : `(${by})`} { kind code period releaseId superseded files { format hash } } }`,
    )
  ).data?.verification;
}

describe('verifying, without an account', () => {
  it('knows a printed code however it is typed, and no other', async () => {
    const code = (await listed(owner)).at(-1)?.code ?? '';
    expect(await verification(`code: "${code.toLowerCase().replaceAll('-', ' ')}"`)).toMatchObject({
      kind: 'report',
      code,
      releaseId: RELEASE.release.id,
      files: [{ format: 'xlsx' }],
    });
    expect(await verification('code: "0000-0000-0000-0000"')).toBeNull();
    expect(await verification('code: "nonsense"')).toBeNull();
    expect(await verification(`hash: "sha256:${'0'.repeat(64)}"`)).toBeNull();
    expect(await verification('')).toBeNull();
  });

  it('knows an exported release by its bytes', async () => {
    expect(await verification(`hash: "sha256:${sha(DOCUMENT)}"`)).toMatchObject({
      kind: 'release',
      releaseId: RELEASE.release.id,
    });
    expect(await verification(`hash: "sha256:${sha(`${DOCUMENT} `)}"`)).toBeNull();
  });
});
