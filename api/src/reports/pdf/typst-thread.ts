import { parentPort, workerData } from 'node:worker_threads';
import { typeset } from './typst.js';

/** What the thread is given. */
export interface Setting {
  readonly template: string;
  readonly content: object;
}

// Imported for its types elsewhere; it works only as a thread.
if (parentPort) {
  const { template, content } = workerData as Setting;
  parentPort.postMessage(await typeset(template, content));
}
