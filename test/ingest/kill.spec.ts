import { expect, it } from '@jest/globals';
import path from 'node:path';
import { freshInstallation } from '../support/database.js';
import { killLoad, runAgain, totals, writeProgramme } from './support/kills.js';

it('a load that is killed leaves nothing half done, and can simply be run again', async () => {
  const installation = await freshInstallation();
  const folder = path.join(installation.config.home, 'files');
  writeProgramme(folder, 20_000, 0);
  await killLoad(installation, folder, 900);
  const whole = await runAgain(installation, folder);
  const expected = { people: 200, tracks: 1, participations: 200, sessions: 20_000, minutes: 600_000, rolled_up: 600_000 };
  expect(await totals(installation)).toMatchObject(expected);
  for (const share of [0.5, 0.75, 0.9]) {
    writeProgramme(folder, 20_000, 1);
    await killLoad(installation, folder, whole * share);
  }
  await runAgain(installation, folder);
  expect(await totals(installation)).toMatchObject({ ...expected, minutes: 605_000, rolled_up: 605_000 });
}, 240_000);
