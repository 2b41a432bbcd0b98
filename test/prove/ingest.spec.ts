import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { freshInstallation } from '../support/database.js';
import { run } from '../support/run-tool.js';
import { killLoad, leftOver, runAgain, totals, writeProgramme } from '../ingest/support/kills.js';

describe('loading', () => {
  it('survives thirty kills at any moment', async () => {
    const installation = await freshInstallation();
    const folder = path.join(installation.config.home, 'files');
    writeProgramme(folder, 60_000, 0);
    const whole = await runAgain(installation, folder);
    let stood = 0;
    for (let kill = 1; kill <= 30; kill++) {
      writeProgramme(folder, 60_000, kill);
      if (await killLoad(installation, folder, whole * (0.2 + (0.9 * kill) / 30))) stood++;
    }
    writeProgramme(folder, 60_000, 100);
    await runAgain(installation, folder);
    expect(await totals(installation)).toMatchObject({
      sessions: 60_000,
      minutes: 60_000 * 30 + 15_000 * 100,
      rolled_up: 60_000 * 30 + 15_000 * 100,
    });
    expect(stood).toBeLessThan(30);
    // Loads of the last ten seconds may be somebody's who is just beginning; the rest is swept up.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    await runAgain(installation, folder);
    expect(await leftOver(installation)).toBe(0);
  }, 900_000);

  it('holds its laws over many more histories and files', async () => {
    const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--config', 'jest.config.mjs'];
    const result = await run(process.execPath, [...flags, 'test/ingest/laws.spec.ts', 'test/ingest/fuzz.spec.ts'], {
      env: { OVERSTORY_RUNS: '60', NODE_OPTIONS: '' },
    });
    expect(result.status === 0 ? '' : result.stderr.slice(-3000)).toBe('');
  }, 900_000);
});
