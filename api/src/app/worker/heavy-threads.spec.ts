import { describe, expect, it } from '@jest/globals';
import { Worker } from 'node:worker_threads';
import { outcome } from './heavy-threads.js';

const thread = (text: string): Worker => new Worker(text, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });

describe('heavy work in a thread', () => {
  it('that takes more memory than it may is refused in words, and everything else goes on', async () => {
    const endless = thread('const kept = []; for (;;) kept.push(new Array(10_000).fill(kept.length));');
    await expect(outcome(endless, () => undefined)).rejects.toMatchObject({ code: 'too-little-memory', exitCode: 3 });
  });

  it('that fails is no refusal', async () => {
    await expect(outcome(thread('throw new Error("a fault")'), () => undefined)).rejects.toThrow('a fault');
  });
});
