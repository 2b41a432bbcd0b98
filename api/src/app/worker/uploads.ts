import { type Language, spokenOf, t } from '#language';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import type pg from 'pg';
import {
  type Permission,
  purposeOf,
  type Role,
  rightsOfToken,
  roleMay,
  roleOfAccount,
  type WriteRights,
} from '../../access/index.js';
import { record, type TrailEntry } from '../../audit-trail/index.js';
import { readInstallation, readSettings } from '../../governance/index.js';
import {
  beginLoad,
  discardLoad,
  profileFor,
  readLoad,
  type ReceivedFile,
  receiveFile,
  saveProfile,
  sayRemark,
  type SourceProfile,
} from '../../ingest/index.js';
import { Refusal } from '../../platform/index.js';
import { MAPPING_HEADER } from '../rest/worker-line.js';
import { inLanguage } from '../../translation/index.js';
import { logFault } from '../schema/errors.js';
import { keepTold, type Told } from './directory.js';
import type { WorkerTools } from './tools.js';
import { PATIENCE, type Patience, patiently } from './patient.js';
import { Turns } from './turns.js';

/** Each upload holds a database connection while its bytes arrive; more than these wait, unread. */
export const UPLOADS_AT_ONCE = 12;

/** Of one sender: the others find a place, however much one sends at a time. */
const UPLOADS_OF_ONE = 8;

/** How the sender of a file is written that is a system and no person. */
const TOKEN = 'token:';

interface Asked {
  readonly file: string;
  readonly source: string;
  readonly by: string;
  readonly load: string | null;
  /** A kind of source, and how its dates are written; without them what is remembered for the source holds. */
  readonly preset?: string;
  readonly dates?: string;
  /** How this file is read, as percent-encoded JSON. */
  readonly mapping?: string;
}

/** The worker's end of the line: `POST /uploads?file=&source=&by=[&load=]`, the file as body. */
export function uploadServer(tools: WorkerTools, patience: Patience = PATIENCE): http.Server {
  const turns = new Turns(UPLOADS_AT_ONCE, UPLOADS_OF_ONE);
  const server = http.createServer((request, response) => {
    answer({ ...tools, patience }, turns, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => inLanguage(spoken(request), () => refuse(response, error)),
    );
  });
  // A large file over a slow line may take hours.
  server.requestTimeout = 0;
  return server;
}

interface UploadTools extends WorkerTools {
  readonly patience: Patience;
}

async function answer(tools: UploadTools, turns: Turns, request: http.IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://worker');
  if (request.method === 'POST' && pathname === '/directory') return keepTold(tools, (await json(request)) as Told);
  if (request.method !== 'POST' || pathname !== '/uploads')
    throw new Refusal('not-understood', 'The worker takes uploads only.', 2);
  const asked = { ...askedIn(searchParams), mapping: mappingIn(request) };
  // Whoever waited is looked up when the turn comes: a token may have been revoked meanwhile.
  return turns.take(async () => receive(tools, { ...asked, ...(await senderOf(tools, asked)) }, request), asked.by);
}

function askedIn(said: URLSearchParams): Asked {
  const of = (name: string): string => said.get(name) ?? '';
  return {
    file: of('file'),
    source: of('source'),
    by: of('by'),
    load: said.get('load'),
    preset: of('preset'),
    dates: of('dates'),
  };
}

/** Comes in a header, percent-encoded: what stands in an address may be written down on the way. */
function mappingIn({ headers }: http.IncomingMessage): string {
  const text = headers[MAPPING_HEADER];
  return typeof text === 'string' ? text : '';
}

/** What is asked, and by whom: a system with its rights, or an account in its role. */
interface Sent extends Asked {
  readonly role: Role | null;
  readonly rights?: WriteRights;
}

/** Receives one file into its load, or into a new one, which goes again when the file does not arrive. */
async function receive(tools: UploadTools, sent: Sent, request: http.IncomingMessage): Promise<unknown> {
  const { ingest, keys, patience } = tools;
  const { sample } = await readInstallation(ingest);
  const { settings } = await readSettings(ingest);
  const { by, source, rights, file: name } = sent;
  const profile = await profileFor(ingest, source, sent);
  const context = { keys, settings, profile, ...(rights ? { rights } : {}) };
  const load = sent.load ?? (await beginLoad(ingest, { source, createdBy: by, sample }));
  try {
    const received = await receiveFile(ingest, context, load, { name, bytes: patiently(request, patience) });
    const { file, state } = received;
    if (profile && state === 'received') await remember(ingest, sent, profile);
    await noted(ingest, sent, { action: 'upload.taken', subject: load, details: { source, file, state } });
    return { load, file: inLanguage(spoken(request), () => inWords(received)) };
  } catch (error) {
    if (error instanceof Refusal)
      await noted(ingest, sent, { action: 'upload.refused', subject: source, details: { code: error.code } });
    // Of what a system sends, a file that it may not send takes the whole load with it.
    if (sent.load === null || (rights && error instanceof Refusal))
      await discardLoad(ingest, load).catch((fault: unknown) => logFault('upload.fault', fault));
    throw error;
  }
}

/** What one chose for a source holds for its next files; a system chooses nothing. */
async function remember(ingest: pg.Pool, { preset, mapping, rights, source, by }: Sent, profile: SourceProfile): Promise<void> {
  if ((preset || mapping) && !rights) await saveProfile(ingest, source, profile, by);
}

const SENDING: Permission = { verb: 'write', resource: 'loads' };

/** On the trail before it is answered. */
async function noted(ingest: pg.Pool, { by, role }: Pick<Sent, 'by' | 'role'>, entry: TrailEntry): Promise<void> {
  const purpose = role && purposeOf(role, SENDING);
  await record(ingest, { id: by, role }, { ...entry, details: { ...entry.details, ...(purpose ? { purpose } : {}) } });
}

/** Who sends: what the web process says is not enough, so the rights of a token and the role of an account are looked up. */
async function senderOf(tools: WorkerTools, asked: Asked): Promise<Pick<Sent, 'role' | 'rights'>> {
  if (asked.by.startsWith(TOKEN)) return { role: null, rights: await rightsOf(tools, asked) };
  const role = await roleOfAccount(tools.curator, asked.by);
  if (roleMay(role, 'write', 'loads')) return { role };
  const by = role === null ? 'anonymous' : asked.by;
  await noted(tools.ingest, { by, role }, { action: 'access.denied', subject: 'upload' });
  throw new Refusal('not-allowed', 'This account may not send files.');
}

/** What the token may write that sends this file. */
async function rightsOf({ curator, ingest }: WorkerTools, { by, source, load }: Asked): Promise<WriteRights> {
  const rights = await rightsOfToken(curator, by.slice(TOKEN.length));
  const problem = await problemOf(rights, { by, source, load }, ingest);
  if (rights && !problem) return rights;
  const refusal = problem ?? new Refusal('token-over', 'This token does not hold any more.');
  await noted(ingest, { by, role: null }, { action: 'access.denied', subject: 'upload', details: { code: refusal.code } });
  throw refusal;
}

async function problemOf(
  rights: WriteRights | null,
  { by, source, load }: Omit<Asked, 'file'>,
  ingest: pg.Pool,
): Promise<Refusal | null> {
  if (rights && !rights.sources.includes(source))
    return new Refusal('source-not-allowed', 'This token may not speak for this source.');
  if (!rights || load === null) return null;
  const begun = await readLoad(ingest, load).catch(() => null);
  return begun?.createdBy === by && begun.source === source ? null : new Refusal('load-unknown', 'There is no such load.', 2);
}

/** What is kept of a file is English; whoever sent it is answered in their language. */
const spoken = ({ headers }: http.IncomingMessage): Language => spokenOf(headers['accept-language'] ?? '');

const inWords = ({ remarks, ...file }: ReceivedFile) => ({ ...file, remarks: remarks.map(sayRemark) });

function refuse(response: http.ServerResponse, error: unknown): void {
  if (error instanceof Refusal)
    return send(response, error.exitCode === 2 ? 400 : 422, { code: error.code, message: t(error.message) });
  logFault('upload.fault', error);
  send(response, 500, { code: 'upload-stopped', message: t('The upload stopped. Nothing was saved. Try again.') });
}

function send(response: http.ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  const unread = !response.req.readableEnded;
  response.writeHead(status, { 'content-type': 'application/json', ...(unread ? { connection: 'close' } : {}) });
  response.end(JSON.stringify(body));
}
