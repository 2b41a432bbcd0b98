import http from 'node:http';
import type pg from 'pg';
import { rightsOfToken, type WriteRights } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { readInstallation, readSettings } from '../../governance/index.js';
import { beginLoad, discardLoad, readLoad, type ReceivedFile, receiveFile, sayRemark } from '../../ingest/index.js';
import { Refusal } from '../../platform/index.js';
import { logFault } from '../schema/errors.js';
import type { WorkerTools } from './tools.js';
import { Turns } from './turns.js';

/** Each upload holds a database connection while its bytes arrive; more than these wait, unread. */
export const UPLOADS_AT_ONCE = 12;

/** How the sender of a file is written that is a system and no person. */
const TOKEN = 'token:';

interface Asked {
  readonly file: string;
  readonly source: string;
  readonly by: string;
  readonly load: string | null;
}

/** The worker's end of the line: `POST /uploads?file=&source=&by=[&load=]`, the file as body. */
export function uploadServer(tools: WorkerTools): http.Server {
  const turns = new Turns(UPLOADS_AT_ONCE);
  const server = http.createServer((request, response) => {
    answer(tools, turns, request).then(
      (body) => send(response, 200, body),
      (error: unknown) => refuse(response, error),
    );
  });
  // A large file over a slow line may take hours.
  server.requestTimeout = 0;
  return server;
}

async function answer(tools: WorkerTools, turns: Turns, request: http.IncomingMessage): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://worker');
  if (request.method !== 'POST' || pathname !== '/uploads')
    throw new Refusal('not-understood', 'The worker takes uploads only.', 2);
  const asked: Asked = {
    file: searchParams.get('file') ?? '',
    source: searchParams.get('source') ?? '',
    by: searchParams.get('by') ?? '',
    load: searchParams.get('load'),
  };
  return turns.take(() => receive(tools, asked, request));
}

/** Receives one file into its load, or into a new one, which goes again when the file does not arrive. */
async function receive(tools: WorkerTools, asked: Asked, request: http.IncomingMessage): Promise<unknown> {
  const { ingest, keys } = tools;
  const rights = await rightsOf(tools, asked);
  const { sample } = await readInstallation(ingest);
  const { settings } = await readSettings(ingest);
  const load = asked.load ?? (await beginLoad(ingest, { source: asked.source, createdBy: asked.by, sample }));
  try {
    const received = await receiveFile(ingest, { keys, settings, ...rights }, load, { name: asked.file, bytes: request });
    return { load, file: inWords(received) };
  } catch (error) {
    // Of what a system sends, a file that it may not send takes the whole load with it.
    const forbidden = rights && error instanceof Refusal;
    if (forbidden) await refused(ingest, asked, error);
    if (asked.load === null || forbidden)
      await discardLoad(ingest, load).catch((fault: unknown) => logFault('upload.fault', fault));
    throw error;
  }
}

async function refused(ingest: pg.Pool, { by, source }: Asked, { code }: Refusal): Promise<void> {
  await record(ingest, { id: by, role: null }, { action: 'upload.refused', subject: source, details: { code } });
}

/** What the token may write that sends this file; undefined for a person. */
async function rightsOf(
  { curator, ingest }: WorkerTools,
  { by, source, load }: Asked,
): Promise<{ rights: WriteRights } | undefined> {
  if (!by.startsWith(TOKEN)) return undefined;
  const rights = await rightsOfToken(curator, by.slice(TOKEN.length));
  if (!rights) throw new Refusal('token-over', 'This token does not hold any more.');
  if (!rights.sources.includes(source)) throw new Refusal('source-not-allowed', 'This token may not speak for this source.');
  if (load === null) return { rights };
  const begun = await readLoad(ingest, load);
  if (begun.createdBy !== by || begun.source !== source) throw new Refusal('load-unknown', 'There is no such load.', 2);
  return { rights };
}

const inWords = ({ remarks, ...file }: ReceivedFile) => ({ ...file, remarks: remarks.map(sayRemark) });

function refuse(response: http.ServerResponse, error: unknown): void {
  if (error instanceof Refusal)
    return send(response, error.exitCode === 2 ? 400 : 422, { code: error.code, message: error.message });
  logFault('upload.fault', error);
  send(response, 500, { code: 'upload-stopped', message: 'The upload stopped. Nothing was saved. Try again.' });
}

function send(response: http.ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  const unread = !response.req.readableEnded;
  response.writeHead(status, { 'content-type': 'application/json', ...(unread ? { connection: 'close' } : {}) });
  response.end(JSON.stringify(body));
}
