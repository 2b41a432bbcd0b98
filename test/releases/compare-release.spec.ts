import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setSettings } from '../../api/src/governance/index.js';
import { buildRelease, exportRelease, publishRelease } from '../../api/src/releases/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { freshInstallation } from '../support/database.js';
import { asCsv, GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { plant } from './plant.js';

const shared = process.env.OVERSTORY_SHARED ?? path.resolve('../shared');
const tool = path.join(shared, 'tools/compare-release.mjs');

(fs.existsSync(tool) ? describe : describe.skip)('releases of a generated organisation, checked from outside', () => {
  it.each([
    [1400, 3, ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']],
    [1700, 2.5, ['2025-Q4']],
  ])(
    'of %i people hold exact bases, unbiased draws with noise of %d, and values that follow from them',
    async (size, noise, periods) => {
      const installation = await freshInstallation();
      const organisation = generatedOrganisation(size, 41);
      await plant(installation.pool('owner'), organisation);
      const curator = installation.pool('curator');
      await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'compare-'));
      for (const [file, text] of Object.entries(asCsv(organisation))) fs.writeFileSync(path.join(folder, file), text);
      for (const period of periods) {
        const { id, noiseLevel } = await buildRelease(curator, keys, { period, builtBy: 'operator' });
        expect(noiseLevel).toBe(noise);
        await publishRelease(curator, { id, by: 'somebody else' });
        const file = path.join(folder, `${period}.json`);
        fs.writeFileSync(file, await exportRelease(installation.pool('reader'), id));
        const { stdout } = spawnSync('node', [tool, file, folder, period], { encoding: 'utf8' });
        expect(faultsIn(stdout)).toEqual([]);
        expect(Number(/^(\d+) shown/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(100);
      }
      fs.rmSync(folder, { recursive: true });
    },
  );
});

/** A key of the test's own, so that the same noise is drawn in every run. */
const keys: Keys = { read: () => Buffer.alloc(32, 7) };

/**
 * What the tool complains of. A draw so far below zero that no proportion agrees with it has the interval of a zero; the
 * tool solves its equation all the same and prints limits that have changed places.
 */
const faultsIn = (stdout: string): string[] =>
  stdout
    .trim()
    .split('\n')
    .slice(0, -1)
    .filter((line) => !/^interval 0\.\..* from the draw 0\.000\.\.-/.test(line));
