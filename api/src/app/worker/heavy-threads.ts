import { Worker } from 'node:worker_threads';
import { Refusal } from '../../platform/index.js';
import type { HeavyMessage, HeavyOrder } from './heavy-thread.js';
import type { HeavyWork } from './heavy-work.js';
import type { Tell } from './tools.js';

/** Heavy work in a thread of its own for each piece; its memory goes with it. */
export function heavyWorkInThreads(): HeavyWork {
  const threads = new Set<Worker>();
  return {
    run: async (kind, asked, tell, signal) => {
      const thread = new Worker(new URL('./heavy-thread.js', import.meta.url), {
        workerData: { kind, asked } satisfies HeavyOrder,
      });
      threads.add(thread);
      signal?.addEventListener('abort', () => void thread.terminate());
      await outcome(thread, tell).finally(() => threads.delete(thread));
    },
    stop: async () => void (await Promise.all([...threads].map((thread) => thread.terminate()))),
  };
}

function outcome(thread: Worker, tell: Tell): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: HeavyMessage) => {
      if ('progress' in message) tell(message.progress);
      else if ('done' in message) resolve();
      else reject(new Refusal(message.refusal.code, message.refusal.message, message.refusal.exitCode));
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread ended before its work did')));
  });
}
