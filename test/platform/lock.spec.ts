import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { whileLocked } from '../../api/src/platform/lock.js';
import { freshHome } from '../support/database.js';

const DAY = 86_400_000;

describe('a lock', () => {
  it.each([
    ['that was made and never written, since its maker was killed or the disk was full', -60_000],
    ['of that kind, from before the clock was set back', 2 * DAY],
  ])('%s holds nobody up', async (_name, age) => {
    const file = path.join(freshHome(), 'lock');
    fs.writeFileSync(file, '');
    const made = new Date(Date.now() + age);
    fs.utimesSync(file, made, made);
    expect(await whileLocked(file, () => Promise.resolve('done'))).toBe('done');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('of a process that is gone holds nobody up, and one that is held is waited for', async () => {
    const file = path.join(freshHome(), 'lock');
    fs.writeFileSync(file, '2147483646:1');
    const order: string[] = [];
    const first = whileLocked(file, async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push('first');
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = whileLocked(file, () => Promise.resolve(order.push('second')));
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });
});
