import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type RunningWeb, startWeb } from '../../api/src/app/web.js';
import { canonicalJson } from '../../api/src/kernel/index.js';
import { readPackSettings } from '../../api/src/platform/index.js';
import { verifyReport } from '../../api/src/reports/index.js';
import { entriesOf } from '../api/support/trail.js';
import { type Client, signedIn, socketOf } from '../api/support/web.js';
import { workerOn } from '../api/support/worker.js';
import { type PostOffice, postOffice } from '../governance/support/post-office.js';
import { atEnd, freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory } from '../support/run-tool.js';
import { RELEASE } from './made-up.js';
import { signAudit } from './signed-audit.js';

let installation: TestInstallation;
let web: RunningWeb;
let office: PostOffice;
let folder: string;
let hook: { readonly address: string; readonly taken: unknown[]; status: number };
let owner: Client;
let auditor: Client;

beforeAll(async () => {
  installation = await freshInstallation();
  office = await postOffice();
  hook = await webhook();
  folder = path.join(installation.config.home, 'packs');
  fs.mkdirSync(folder);
  web = await startWeb({
    url: (login) => installation.url(login),
    keys: installation.keys,
    workerSocket: socketOf(installation),
    ...{ production: false, host: '127.0.0.1', port: 0, requestsPerMinute: 100_000 },
    mail: { server: office.server, from: 'overstory@example.org', address: 'https://overstory.example.org' },
    packs: readPackSettings({ OVERSTORY_PACK_FOLDER: folder, OVERSTORY_PACK_WEBHOOKS: hook.address }),
  });
  atEnd(() => web.close());
  await workerOn(installation);
  const address = `http://127.0.0.1:${web.port}`;
  owner = await signedIn(installation, address, 'programme-owner');
  auditor = await signedIn(installation, address, 'auditor');
  await signedIn(installation, address, 'executive');
});

async function webhook(): Promise<typeof hook> {
  const taken: unknown[] = [];
  const found = { address: '', taken, status: 204 };
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (found.status === 204) taken.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
      response.writeHead(found.status).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atEnd(() => new Promise<void>((closed) => server.close(() => closed())));
  found.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/reports`;
  return found;
}

const VIEW = 'packs { id name about channels } channels { key }';
async function save(client: Client, input: string) {
  const { data } = await client.ask(
    `mutation { done: savePack(input: { ${input} }) { ... on Packs { ${VIEW} } ... on Refused { code } } }`,
  );
  return data?.done as { packs?: { id: string; name: string; channels: string[] }[]; code?: string };
}

const BOARD = 'name: "For the board", audience: "board", format: "csv", extent: "brief", chapters: []';
const COUNCIL = 'name: "For the council", audience: "works-council", format: "csv", extent: "full", chapters: []';

describe('a pack', () => {
  it('is saved by whoever may see all of its reports, and goes only where this server can put it', async () => {
    expect(await save(owner, `${BOARD}, channels: ["webhook:https://elsewhere.example.org"]`)).toEqual({
      code: 'NO_SUCH_CHANNEL',
    });
    expect(await save(owner, `${COUNCIL}, channels: []`)).toEqual({ code: 'NOT_FOR_YOU' });
    expect(await save(owner, `${BOARD.replace('For the board', 'x')}, channels: []`)).toEqual({ code: 'NAME_UNCLEAR' });
    const channels = `["folder", "mail:executive", "webhook:${hook.address}"]`;
    const { packs } = await save(owner, `${BOARD}, channels: ${channels}`);
    expect(packs).toMatchObject([
      { name: 'For the board', channels: [expect.any(String), 'E-mail link: Executive', expect.any(String)] },
    ]);
    await save(auditor, `${COUNCIL}, channels: ["folder", "mail:executive", "mail:auditor"]`);
    expect((await owner.ask(`{ packs { ${VIEW} } }`)).data?.packs?.packs).toHaveLength(1);
    expect((await entriesOf(installation, 'pack.saved', 2)).length).toBe(2);
  });

  it('is made when a release is published, and reaches whoever may see all of it, without a result in letters and calls', async () => {
    await publishRelease();
    await bothMade();
    // The board's report to the folder, the executive and the webhook; the council's to the auditor alone.
    expect(await web.deliver()).toBe(4);
    const [file = '', ...others] = fs.readdirSync(folder);
    expect([file, others]).toEqual([expect.stringMatching(/^mentoring-2026-q3-board-.*\.zip$/), []]);
    expect(verifyReport(fs.readFileSync(path.join(folder, file)))).toMatchObject({ release: RELEASE.release.id });
    expect(office.letters.map(({ to }) => to.split(/[.@]/)[0]).sort()).toEqual(['auditor', 'executive']);
    const said = office.letters.map(({ text }) => text).join('\n') + canonicalJson(hook.taken);
    expect(said).toContain('https://overstory.example.org/reports');
    expect(said).not.toMatch(/137|411|33 ?%|Engineering/);
    expect(hook.taken).toMatchObject([{ event: 'report.made', period: '2026-Q3', format: 'csv' }]);
    expect((await entriesOf(installation, 'pack.withheld', 2)).length).toBe(2);
  });

  it('is delivered once, and after a fault again', async () => {
    expect(await web.deliver()).toBe(0);
    await installation.pool('owner').query(`delete from reports.delivery where channel like 'webhook:%'`);
    hook.status = 500;
    expect(await web.deliver()).toBe(0);
    hook.status = 204;
    expect(await web.deliver()).toBe(1);
  });

  it('is made at once when somebody asks, on the page or on the command line, and goes where it goes', async () => {
    const { data } = await owner.ask(`{ packs { ${VIEW} } }`);
    const id = data?.packs?.packs?.[0]?.id as string;
    const make = (client: Client, which: string) =>
      client.ask(`mutation { work: makePack(id: "${which}") { ... on JobAccepted { job { kind } } ... on Refused { code } } }`);
    expect((await make(owner, id)).data?.work).toEqual({ job: { kind: 'make-report' } });
    // The council's pack holds more than a programme owner may see: to them there is none.
    expect((await make(owner, String(Number(id) + 1))).data?.work).toEqual({ code: 'NO_SUCH_PACK' });
    const told = await overstory(['pack', 'make', id, '--json'], { env: installation.environment });
    expect([told.status, JSON.parse(told.stdout)]).toMatchObject([0, { pack: id, release: RELEASE.release.id }]);
    expect((await overstory(['pack', 'make', '404'], { env: installation.environment })).status).toBe(2);
    await bothMade();
    expect(await web.deliver()).toBe(6);
    expect((await entriesOf(installation, 'pack.asked', 1)).length).toBe(1);
    expect((await entriesOf(installation, 'pack.made', 1)).length).toBe(1);
  });

  it('about an audit is made when two people have signed it, for those who may read it', async () => {
    const about = (branch: string) =>
      `${BOARD.replace('For the board', 'Signed audits')}, audit: "${branch}", channels: ["folder"]`;
    expect(await save(owner, about('eng'))).toEqual({ code: 'NOT_FOR_THEM' });
    expect((await save(owner, about(''))).packs?.map(({ name }) => name)).toEqual(['For the board', 'Signed audits']);
    expect(await web.deliver()).toBe(0);
    await signAudit(installation);
    await bothMade();
    expect(await web.deliver()).toBe(1);
    expect(fs.readdirSync(folder).filter((name) => name.includes('-audit-'))).toHaveLength(1);
  });

  it('is made no more once it was ended', async () => {
    const { data } = await owner.ask(`{ packs { ${VIEW} } }`);
    const id = data?.packs?.packs?.[0]?.id as string;
    const end = (client: Client) =>
      client.ask(`mutation { done: endPack(id: "${id}") { ... on Packs { packs { id } } ... on Refused { code } } }`);
    expect((await end(owner)).data?.done).toEqual({ packs: [expect.anything()] });
    expect((await end(owner)).data?.done).toEqual({ code: 'NO_SUCH_PACK' });
  });
});

describe('where packs may go', () => {
  it('is named by whoever runs the server, and encrypted beyond this machine', () => {
    for (const address of ['http://example.org/x', 'https://user:secret@example.org', 'nothing'])
      expect(() => readPackSettings({ OVERSTORY_PACK_WEBHOOKS: address })).toThrow('https://');
    expect(readPackSettings({})).toEqual({ folder: null, webhooks: [] });
  });
});

async function bothMade(): Promise<void> {
  for (;;) {
    const { rows } = await installation
      .pool('owner')
      .query<{ open: number }>('select count(*)::int as open from reports.wish where code is null');
    if (rows[0]?.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function publishRelease(): Promise<void> {
  const curator = installation.pool('curator');
  await curator.query(
    `insert into release.release (release_id, period, starts_on, as_of, known_at, noise_level, sample, header, policy, dimensions,
       certificate, hash, document, built_by)
     values ($1, $2, '2026-07-01', $3, now(), 3, false, $4, $5, $6, $7, $8, $9, 'operator')`,
    [
      ...[RELEASE.release.id, RELEASE.release.period, RELEASE.release.asOf],
      ...[RELEASE.release, RELEASE.policy, RELEASE.dimensions, RELEASE.certificate].map((part) => JSON.stringify(part)),
      ...[RELEASE.hash, canonicalJson(RELEASE)],
    ],
  );
  await curator.query(`update release.release set status = 'published', published_by = 'another', published_at = now()`);
}
