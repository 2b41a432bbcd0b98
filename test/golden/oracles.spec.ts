import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { disagreements, toleranceOf, type Case } from './agreement.js';

/** Reference files kept outside the product, where there are any: the same cases, or newer ones. */
const folder = path.join(process.env.OVERSTORY_SHARED ?? path.resolve('../shared'), 'oracles');
const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

describe('reference files outside the product', () => {
  if (files.length === 0) it.skip('are checked where OVERSTORY_SHARED names their folder', () => undefined);
  for (const file of files) {
    const name = file.slice(0, -'.json'.length);
    const cases = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Case[];
    it.each(cases)(`${name}: $name`, (reference) => {
      expect(disagreements(name, reference, toleranceOf(name))).toEqual([]);
    });
  }
});
