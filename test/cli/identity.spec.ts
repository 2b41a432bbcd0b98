import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { redeemCode, verifyIdentity } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { overstory, type Ran, ROOT } from '../support/run-tool.js';

let installation: TestInstallation;
const call = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  overstory(args, { env: { ...installation.environment, ...env } });
const lastLine = ({ stdout }: Ran): string => stdout.trim().split('\n').at(-1) ?? '';

beforeAll(async () => {
  spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/build.mjs'), '--api']);
  installation = await freshInstallation();
}, 60_000);

interface Listed {
  readonly email: string;
  readonly [field: string]: unknown;
}
const accounts = async (): Promise<Listed[]> =>
  (JSON.parse((await call(['account', 'list', '--json'])).stdout) as { accounts: Listed[] }).accounts;

describe('accounts on the command line', () => {
  it('are made, given another role, recovered, shut and opened', async () => {
    await call(['account', 'add', 'ann@example.org', '--role', 'executive']);
    expect((await call(['account', 'role', 'ann@example.org', '--role', 'engineering-manager', '--scope', 'eng'])).status).toBe(
      0,
    );
    const code = lastLine(await call(['account', 'recover', 'ann@example.org']));
    const next = 'a phrase of one’s own';
    const redeemed = await redeemCode(installation.pool('reader'), { email: 'ann@example.org', code, next });
    expect(redeemed).toMatchObject({ viewer: { role: 'engineering-manager', scope: 'eng' } });
    await call(['account', 'disable', 'ann@example.org']);
    await expect(verifyIdentity(installation.pool('reader'), 'ann@example.org', next)).rejects.toThrow(/not right/);
    await call(['account', 'enable', 'ann@example.org']);
    await expect(verifyIdentity(installation.pool('reader'), 'ann@example.org', next)).resolves.toMatchObject({ scope: 'eng' });
    expect((await call(['account', 'recover', 'nobody@example.org'])).status).toBe(2);
  });

  it('that sign in at the provider get no password', async () => {
    const { status, stdout } = await call(['account', 'add', 'pat@example.org', '--role', 'auditor', '--provider']);
    expect([status, stdout]).toEqual([0, '']);
    expect((await accounts()).find(({ email }) => email === 'pat@example.org')).toMatchObject({
      signIn: 'provider',
      role: 'auditor',
    });
    expect((await call(['account', 'recover', 'pat@example.org'])).status).toBe(3);
  });

  it('stand in a list that opens nothing, and so do tokens', async () => {
    const token = lastLine(await call(['token', 'directory', 'entra', '--source', 'hr', '--people', 'employeeNumber']));
    expect(token).toMatch(/^overstory_/);
    const tokens = await call(['token', 'list', '--json']);
    expect(JSON.parse(tokens.stdout)).toMatchObject({ tokens: [{ name: 'entra', directory: true, files: ['people'] }] });
    expect(tokens.stdout).not.toContain(token.slice(10));
    expect(JSON.stringify(await accounts())).not.toMatch(/argon2|hash/);
    expect((await call(['token', 'directory', 'x', '--source', 'hr', '--people', 'name'])).status).toBe(2);
  });
});

describe('signing in, as the environment says it', () => {
  const IDENTITY = { address: 'https://overstory.example.org' };
  const PROVIDER = { issuer: 'https://id.example.org', clientId: 'overstory' };
  const withFile = (settings: unknown): Record<string, string> => {
    const file = path.join(installation.config.home, 'identity.json');
    fs.writeFileSync(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
    return { OVERSTORY_IDENTITY: file };
  };

  it('in production needs a provider, or that passwords are asked for', async () => {
    const { status, stderr } = await call(['serve'], { NODE_ENV: 'production' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('OVERSTORY_LOCAL_ACCOUNTS=allowed')]);
  });

  it('in production is not done with a password on the command line either', async () => {
    const env = { NODE_ENV: 'production', OVERSTORY_PASSWORD: 'x', ...withFile({ ...IDENTITY, provider: PROVIDER }) };
    const { status, stderr } = await call(['release', 'publish', 'x', '--as', 'ann@example.org'], env);
    expect([status, stderr]).toEqual([3, expect.stringContaining('Passwords are not taken here')]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{ "clientSecret": "secret-1', /is not JSON/],
    ['no address', { provider: PROVIDER }, /address is missing/],
    ['an address without https', { address: 'http://overstory.example.org' }, /address is not an address that begins with https/],
    ['an issuer without https', { ...IDENTITY, provider: { ...PROVIDER, issuer: 'http://id.example.org' } }, /provider\.issuer/],
    ['a setting nobody knows', { ...IDENTITY, everyone: true }, /everyone is not a setting that is known/],
    ['a role that is none', { ...IDENTITY, roles: [{ group: 'a', role: 'king' }] }, /roles\[0\]\.role is none of the roles/],
    [
      'a manager of who knows what',
      { ...IDENTITY, roles: [{ group: 'a', role: 'engineering-manager' }] },
      /roles\[0\]\.team is missing/,
    ],
    [
      'a team that is none',
      { ...IDENTITY, roles: [{ group: 'a', role: 'auditor', team: '/a/' }] },
      /roles\[0\]\.team is no path/,
    ],
    ['a clock that is far off', { ...IDENTITY, provider: { ...PROVIDER, clockToleranceSeconds: 4000 } }, /from 0 to 300/],
  ])('is refused with %s, by name, and without a secret', async (_name, settings, words) => {
    const { status, stdout, stderr } = await call(['serve'], { ...withFile(settings), OVERSTORY_OIDC_CLIENT_SECRET: 'secret-2' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/secret-/);
  });

  it.each([
    [{ OVERSTORY_LOCAL_ACCOUNTS: 'maybe' }, /neither "allowed" nor "refused"/],
    [{ OVERSTORY_IDENTITY: '/nowhere.json' }, /cannot be read/],
  ])('is refused with %j', async (env, words) => {
    const { status, stderr } = await call(['serve'], env);
    expect([status, stderr]).toEqual([2, expect.stringMatching(words)]);
  });
});
