import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { claim } from '../../api/src/platform/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { buildRelease, publishRelease } from '../../api/src/releases/index.js';
import { GENERATED_SETTINGS, generatedOrganisation } from '../releases/generated-organisation.js';
import { plant } from '../releases/plant.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory, ROOT } from '../support/run-tool.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-backup-cli-'));
const [data, keys, secret] = ['data', 'keys', 'secret'].map((name) => path.join(folder, name)) as [string, string, string];
let installation: TestInstallation;

beforeAll(async () => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs'), '--api']);
  fs.writeFileSync(secret, 'a passphrase of some length\n');
  installation = await freshInstallation();
  const curator = installation.pool('curator');
  await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), generatedOrganisation(60, 2));
  const { id } = await buildRelease(curator, installation.keys, { period: '2025-Q3', builtBy: 'steward' });
  await publishRelease(curator, { id, by: 'owner' });
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const inTo = ({ environment: env }: TestInstallation, args: readonly string[], more = {}) =>
  overstory(args, { env: { ...env, ...more } });
const restoring = ['restore', '--from', data, '--keys', keys];
const releases = async (one: TestInstallation): Promise<unknown> =>
  JSON.parse((await inTo(one, ['release', 'list', '--json'])).stdout);

describe('backup and restore on the command line', () => {
  it('bring an installation from one machine to another, where its releases verify', async () => {
    const made = await inTo(installation, ['backup', '--out', data, '--keys-out', keys, '--passphrase-file', secret, '--json']);
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(JSON.parse(made.stdout)).toMatchObject({ out: data, keysOut: keys });
    const empty = await freshInstallation();
    const done = await inTo(empty, restoring, { OVERSTORY_PASSPHRASE: 'a passphrase of some length' });
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(await releases(empty)).toEqual(await releases(installation));
    const { fingerprint } = JSON.parse((await inTo(installation, ['release', 'key', '--json'])).stdout) as {
      fingerprint: string;
    };
    const [{ id }] = ((await releases(empty)) as { releases: [{ id: string }] }).releases;
    const file = path.join(folder, 'release.json');
    expect((await inTo(empty, ['release', 'export', id, '--out', file])).status).toBe(0);
    expect((await inTo(empty, ['release', 'verify', file, '--key', fingerprint])).status).toBe(0);
    expect((await inTo(empty, ['trail', 'verify'])).status).toBe(0);
  }, 120_000);

  it('say what is wrong, and restore nothing', async () => {
    const empty = await freshInstallation();
    const wrong = await inTo(empty, restoring, { OVERSTORY_PASSPHRASE: 'another passphrase' });
    expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([3, '', 'The passphrase does not open this file.\n']);
    const missing = await inTo(empty, restoring);
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('--passphrase-file')]);
    const one = await inTo(empty, ['backup', '--out', data, '--keys-out', data, '--passphrase-file', secret]);
    expect([one.status, one.stderr]).toEqual([2, expect.stringContaining('two files')]);
    const serving = await claim(empty.config.home, 'serving');
    const served = await inTo(empty, [...restoring, '--passphrase-file', secret]);
    expect([served.status, served.stderr]).toEqual([3, expect.stringContaining('Stop the server')]);
    serving.release();
    expect(await releases(empty)).toEqual({ releases: [] });
    const full = await inTo(installation, [...restoring, '--passphrase-file', secret]);
    expect([full.status, full.stderr]).toEqual([3, expect.stringContaining('never overwrites')]);
  }, 120_000);
});
