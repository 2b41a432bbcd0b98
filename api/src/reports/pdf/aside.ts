import { Worker } from 'node:worker_threads';
import type { Setting } from './typst-thread.js';
import { typeset } from './typst.js';

const MOST_MEGABYTES = 256;

/** Sets a document without keeping anybody waiting: in a thread of its own, whose memory is limited and goes with it. */
export function typesetAside(template: string, content: object): Promise<Buffer> {
  // Run from the sources, as tests are, there is no file that a thread could start with.
  if (!import.meta.url.endsWith('.js')) return typeset(template, content);
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./typst-thread.js', import.meta.url), {
      workerData: { template, content } satisfies Setting,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread ended before its document was set')));
  });
}
