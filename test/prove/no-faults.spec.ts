import { describe, expect, it } from '@jest/globals';
import { doors, isFaultOf, NONSENSE } from '../api/support/nonsense.js';
import { publishMadeUpRelease } from '../api/support/release.js';
import { everyRole, webOn } from '../api/support/web.js';
import { freshInstallation } from '../support/database.js';

/** Every door, every text, every role: of this `npm test` asks a line. */
describe('a question that makes no sense', () => {
  it.each(NONSENSE)('with %j and %d is no fault of any door, whoever asks', async (...nonsense) => {
    const installation = await freshInstallation();
    await publishMadeUpRelease(installation.pool('curator'));
    const clients = await everyRole(installation, await webOn(installation));
    const faults: string[] = [];
    for (const door of await doors())
      for (const [role, client] of clients) if (await isFaultOf(door, client, nonsense)) faults.push(`${role}: ${door.name}`);
    expect(faults).toEqual([]);
  });
});
