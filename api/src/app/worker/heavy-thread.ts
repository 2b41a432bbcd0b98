import { parentPort, workerData } from 'node:worker_threads';
import { openPool, readWorkerProcess, Refusal } from '../../platform/index.js';
import { HEAVY, type HeavyKind } from './heavy-work.js';
import type { Progress, WorkAsked } from './tools.js';

/** What the thread says to the one that started it. */
export type HeavyMessage =
  | { readonly progress: Progress }
  | { readonly refusal: { readonly code: string; readonly message: string; readonly exitCode: 2 | 3 } }
  | { readonly done: true };

export interface HeavyOrder {
  readonly kind: HeavyKind;
  readonly asked: WorkAsked;
}

const say = (message: HeavyMessage): void => parentPort?.postMessage(message);

async function obey({ kind, asked }: HeavyOrder): Promise<void> {
  const worker = readWorkerProcess();
  const curator = openPool(worker.url('curator'), 2);
  try {
    await HEAVY[kind]({ curator, keys: worker.keys }, asked, (progress) => say({ progress }));
    say({ done: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, exitCode } = error;
    say({ refusal: { code, message, exitCode } });
  } finally {
    await curator.end();
  }
}

// Imported for its types elsewhere; it works only as a thread.
if (parentPort) await obey(workerData as HeavyOrder);
