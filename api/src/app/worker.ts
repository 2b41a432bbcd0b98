import fs from 'node:fs';
import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { expireStaged } from '../ingest/index.js';
import { announceReady, openPool, readWorkerProcess, type WorkerProcess } from '../platform/index.js';
import { logFault } from './schema/errors.js';
import { forgetErased } from './worker/directory.js';
import { heavyWorkInThreads } from './worker/heavy-threads.js';
import { type HeavyWork, heavyWorkHere } from './worker/heavy-work.js';
import { runJobs } from './worker/jobs.js';
import { keepRetention } from './worker/retention.js';
import { PATIENCE, type Patience } from './worker/patient.js';
import type { WorkerTools } from './worker/tools.js';
import { UPLOADS_AT_ONCE, uploadServer } from './worker/uploads.js';

/** A running worker. */
export interface RunningWorker {
  close(): Promise<void>;
}

const TEN_MINUTES = 600_000;

type MakeHeavy = (tools: Pick<WorkerTools, 'curator' | 'keys'>) => HeavyWork;

/**
 * Starts the process that ingests and builds, with the ingest and the curator logins and the keys.
 *
 * @param makeHeavy where heavy work is done; the served product does it in threads.
 * @param patience with whoever sends files slowly.
 */
export async function startWorker(
  worker: WorkerProcess,
  makeHeavy: MakeHeavy = heavyWorkHere,
  patience: Patience = PATIENCE,
): Promise<RunningWorker> {
  const [curator, { keys }] = [openPool(worker.url('curator'), 6), worker];
  const ingest = openPool(worker.url('ingest'), UPLOADS_AT_ONCE + 4);
  const tools: WorkerTools = { ingest, curator, keys, heavy: makeHeavy({ curator, keys }) };
  const runner = await runJobs(tools, worker.url('curator'));
  const server = uploadServer(tools, patience);
  await listen(server, worker.workerSocket);
  // What may take long waits until everybody is served.
  const expiry = setInterval(() => void expire(tools).then(() => retain(tools)), TEN_MINUTES);
  await expire(tools);
  const close = async (): Promise<void> => {
    clearInterval(expiry);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await tools.heavy.stop();
    await runner.stop();
    await Promise.all([tools.ingest.end(), tools.curator.end()]);
  };
  return { close };
}

/** Only whoever owns the installation's folder can reach the socket. */
async function listen(server: Server, socket: string): Promise<void> {
  const isPipe = socket.startsWith('\\\\');
  if (!isPipe) fs.rmSync(socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve);
  });
  if (!isPipe) fs.chmodSync(socket, 0o600);
}

/** Rows that nobody confirmed for a day are dropped, and so is what a directory said of people who were erased. */
async function expire({ ingest, curator, keys }: WorkerTools): Promise<void> {
  await forgetErased({ curator, keys }).catch((fault: unknown) => logFault('worker.fault', fault));
  await expireStaged(ingest).catch((fault: unknown) => logFault('worker.fault', fault));
}

async function retain(tools: WorkerTools): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await keepRetention(tools, today).catch((fault: unknown) => logFault('worker.fault', fault));
}

async function main(): Promise<void> {
  const running = await startWorker(readWorkerProcess(), heavyWorkInThreads);
  const stop = (): void => void running.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
  announceReady();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
