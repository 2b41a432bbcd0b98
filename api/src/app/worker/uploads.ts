import http from 'node:http';
import { readInstallation, readSettings } from '../../governance/index.js';
import { beginLoad, discardLoad, type ReceivedFile, receiveFile, sayRemark } from '../../ingest/index.js';
import { Refusal } from '../../platform/index.js';
import { logFault } from '../schema/errors.js';
import type { WorkerTools } from './tools.js';
import { Turns } from './turns.js';

/** Each upload holds a database connection while its bytes arrive; more than these wait, unread. */
export const UPLOADS_AT_ONCE = 12;

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
async function receive({ ingest, keys }: WorkerTools, asked: Asked, request: http.IncomingMessage): Promise<unknown> {
  const { sample } = await readInstallation(ingest);
  const { settings } = await readSettings(ingest);
  const load = asked.load ?? (await beginLoad(ingest, { source: asked.source, createdBy: asked.by, sample }));
  try {
    const received = await receiveFile(ingest, { keys, settings }, load, { name: asked.file, bytes: request });
    return { load, file: inWords(received) };
  } catch (error) {
    if (asked.load === null) await discardLoad(ingest, load).catch((fault: unknown) => logFault('upload.fault', fault));
    throw error;
  }
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
