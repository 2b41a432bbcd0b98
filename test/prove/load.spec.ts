import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../support/run-tool.js';

interface Borne {
  readonly requests: number;
  readonly errors: number;
  readonly rows: number;
  readonly refused: number;
  readonly lost: number;
  readonly unseen: number;
  readonly trailWhole: boolean;
}

/** Half a minute of what `npm run bench -- load` does for five; it ends with 1 when memory grows, too. */
describe('200 readers, 50 uploads at once, slow and broken clients beside them', () => {
  it('meet no error, lose no row, and every read is on the trail', () => {
    const bench = path.join(ROOT, 'test/bench/load.mjs');
    const { stdout, stderr, status } = spawnSync(process.execPath, [bench, '200', '30', '50'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const borne = JSON.parse(stdout) as Borne;
    expect(borne).toMatchObject({ errors: 0, refused: 0, lost: 0, unseen: 0, trailWhole: true });
    expect(borne.requests).toBeGreaterThan(1000);
    expect(borne.rows).toBe(100_000);
  });
});
