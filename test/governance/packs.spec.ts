import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReleaseFile } from '../../api/src/kernel/index.js';
import { decidePolicy, proposePolicy, setSettings } from '../../api/src/governance/index.js';
import type { Keys } from '../../api/src/platform/index.js';
import { buildRelease, type Draft, exportRelease, publishRelease } from '../../api/src/releases/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant } from '../releases/plant.js';

const keys: Keys = { read: () => Buffer.alloc(32, 3) };
const why = 'Agreed with the works council.';
const period = '2025-Q3';

let installation: TestInstallation;

const build = (policy?: string): Promise<Draft> =>
  buildRelease(installation.pool('curator'), keys, { period, builtBy: 'steward', policy });

beforeAll(async () => {
  installation = await freshInstallation();
  const curator = installation.pool('curator');
  await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), generatedOrganisation(200, 5));
  for (const name of ['strict', 'small']) {
    const by = { id: 'owner-account', role: 'programme-owner' };
    const version = await proposePolicy(curator, { name, from: name }, { by, why });
    await decidePolicy(curator, { version, approve: true, by: { id: 'auditor-account', role: 'auditor' }, why });
  }
});

const shown = ({ certificate }: Draft): number => certificate.tables.reduce((sum, table) => sum + table.shown, 0);

describe('a release', () => {
  it('of the strict pack stands against the attack, shows less and no group below its thresholds', async () => {
    const standard = await build();
    const strict = await build('strict/1');
    expect(strict.noiseLevel).toBeGreaterThanOrEqual(4);
    expect(strict.certificate.versions).toMatchObject({ policy: 'strict/1' });
    expect(shown(strict)).toBeLessThan(shown(standard));
    await publishRelease(installation.pool('curator'), { id: strict.id, by: 'owner' });
    const file = JSON.parse(await exportRelease(installation.pool('reader'), strict.id)) as ReleaseFile;
    expect(file.policy.thresholds).toEqual({ dimension: 10, special: 20 });
    const bases = file.tables
      .filter(({ special }) => !special)
      .flatMap(({ cells }) => cells)
      .flatMap((cell) => (cell.status === 'shown' && 'eligible' in cell.drawn ? [cell.drawn.eligible.value] : []));
    expect(bases.length).toBeGreaterThan(5);
    expect(Math.min(...bases)).toBeGreaterThanOrEqual(10);
  });

  it('is not restated under a looser policy, and not built under one that nobody approved', async () => {
    await expect(build()).rejects.toMatchObject({ code: 'policy-looser', exitCode: 3 });
    await expect(build('small/1')).rejects.toMatchObject({ code: 'policy-looser' });
    await expect(build('strict/2')).rejects.toMatchObject({ code: 'policy-unknown' });
    expect(await build('strict/1')).toMatchObject({ status: 'draft' });
  });

  it('of the small pack has fewer tables', async () => {
    const of = (policy?: string): Promise<Draft> =>
      buildRelease(installation.pool('curator'), keys, { period: '2025-Q4', builtBy: 'steward', policy });
    const names = async (policy?: string): Promise<string[]> => (await of(policy)).certificate.tables.map(({ table }) => table);
    const [standard, small] = [await names(), await names('small/1')];
    expect(small.length).toBeLessThan(standard.length);
    expect(standard).toEqual(expect.arrayContaining(small));
  });
});
