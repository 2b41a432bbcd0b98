import { Worker } from 'node:worker_threads';
import { Refusal } from '../../platform/index.js';
import type { HeavyMessage, HeavyOrder } from './heavy-thread.js';
import type { HeavyWork } from './heavy-work.js';
import type { Tell } from './tools.js';

/**
 * The heap that heavy work may take. A release of 200,000 people holds 550 MB at once; without a limit what is let go stays
 * until three times as much has come together.
 */
export const MOST_MEGABYTES = 1200;

/** Heavy work in a thread of its own for each piece; its memory goes with it. */
export function heavyWorkInThreads(): HeavyWork {
  const threads = new Set<Worker>();
  return {
    run: async (kind, asked, tell, signal) => {
      const thread = new Worker(new URL('./heavy-thread.js', import.meta.url), {
        workerData: { kind, asked } satisfies HeavyOrder,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      });
      threads.add(thread);
      signal?.addEventListener('abort', () => void thread.terminate());
      await outcome(thread, tell).finally(() => threads.delete(thread));
    },
    stop: async () => void (await Promise.all([...threads].map((thread) => thread.terminate()))),
  };
}

/** How the work of a thread ends. @throws Refusal its own, or `too-little-memory` (3). */
export function outcome(thread: Worker, tell: Tell): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: HeavyMessage) => {
      if ('progress' in message) tell(message.progress);
      else if ('done' in message) resolve();
      else reject(new Refusal(message.refusal.code, message.refusal.message, message.refusal.exitCode));
    });
    thread.once('error', (error) => reject(isOutOfMemory(error) ? tooLarge() : error));
    thread.once('exit', () => reject(new Error('the thread ended before its work did')));
  });
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooLarge = (): Refusal =>
  new Refusal(
    'too-little-memory',
    'This needs more memory than one piece of work may take here, and was ended. Nothing of it was kept. In a terminal a release may take more: NODE_OPTIONS=--max-old-space-size=4000 npm run overstory -- release build',
  );
