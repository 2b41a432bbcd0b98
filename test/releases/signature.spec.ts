import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { attack } from '../../api/src/disclosure/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { canonicalJson, type ReleaseFile } from '../../api/src/kernel/index.js';
import { type Keys, keysOf, type Refusal } from '../../api/src/platform/index.js';
import {
  asPem,
  buildRelease,
  exportRelease,
  listReleases,
  publishRelease,
  RELEASE_ENTITIES,
  signingPublicKey,
  verifyRelease,
} from '../../api/src/releases/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { entitiesOn } from '../support/entities.js';
import { ROOT } from '../support/run-tool.js';
import { GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';
import { plant } from './plant.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-signature-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const keys: Keys = { read: () => Buffer.alloc(32, 3) };
const others: Keys = { read: () => Buffer.alloc(32, 4) };
const { publicKey, fingerprint } = signingPublicKey(keys);

let installation: TestInstallation;
let document: string;

beforeAll(async () => {
  installation = await freshInstallation();
  const curator = installation.pool('curator');
  await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
  await plant(installation.pool('owner'), generatedOrganisation(120, 9));
  const { id } = await buildRelease(curator, keys, { period: '2025-Q3', builtBy: 'steward' });
  await publishRelease(curator, { id, by: 'owner' });
  document = await exportRelease(curator, id);
}, 120_000);

const file = (): ReleaseFile => JSON.parse(document) as ReleaseFile;

/** The code of the refusal that a text meets. */
function refused(text: string, key?: string): string {
  try {
    verifyRelease(text, key);
    return 'passed';
  } catch (error) {
    return (error as Refusal).code;
  }
}

describe('a signed release', () => {
  it('proves by itself that nobody changed it, and by its fingerprint who froze it', () => {
    expect(verifyRelease(document)).toMatchObject({ signed: true, fingerprint, keyAsExpected: null, hash: file().hash });
    for (const named of [fingerprint, fingerprint.slice(7).toUpperCase(), asPem(publicKey)])
      expect(verifyRelease(document, named)).toMatchObject({ keyAsExpected: true });
    expect(attack([file()]).findings).toEqual([]);
  });

  it('names its key on the list, also where another one signs by now', async () => {
    const [listed] = await listReleases(await entitiesOn(installation.pool('reader'), RELEASE_ENTITIES), { drafts: true });
    expect(listed?.signedBy).toBe(fingerprint);
  });

  it('is refused when a number, the hash, the signature or the key was changed, or when it was written again', () => {
    const { release, hash, signature = '', ...rest } = file();
    const changed = { ...rest, hash, signature, release: { ...release, noiseLevel: 4 } };
    expect(refused(canonicalJson(changed))).toBe('hash-wrong');
    expect(refused(JSON.stringify(file(), null, 2))).toBe('not-canonical');
    expect(refused(`${document}\n`)).toBe('not-canonical');
    const flipped = `${signature.slice(0, 20)}${signature[20] === 'A' ? 'B' : 'A'}${signature.slice(21)}`;
    expect(refused(canonicalJson({ ...file(), signature: flipped }))).toBe('signature-wrong');
    expect(refused(canonicalJson({ ...file(), publicKey: signingPublicKey(others).publicKey }))).toBe('signature-wrong');
    expect(refused(canonicalJson({ ...file(), publicKey: 'bm8ga2V5' }))).toBe('signature-wrong');
    const { signature: _signature, ...half } = file();
    expect(refused(canonicalJson(half))).toBe('signature-wrong');
    expect(refused('{}')).toBe('not-a-release');
  });

  it('of another installation is told from ours, and one without a signature cannot be compared', () => {
    expect(refused(document, signingPublicKey(others).fingerprint)).toBe('another-key');
    expect(refused(document, asPem(signingPublicKey(others).publicKey))).toBe('another-key');
    const { signature: _signature, publicKey: _publicKey, ...unsigned } = file();
    expect(verifyRelease(canonicalJson(unsigned))).toMatchObject({ signed: false, fingerprint: null });
    expect(refused(canonicalJson(unsigned), fingerprint)).toBe('not-signed');
    expect(refused(document, 'sha256:12')).toBe('key-unreadable');
  });

  const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  const installed = openssl.status === 0 && /^OpenSSL [3-9]/.test(openssl.stdout);

  (installed ? it : it.skip)('passes the commands of docs/release-file.md, and not once it was changed (needs OpenSSL 3)', () => {
    const [, script = ''] = /```sh\n([\s\S]*?)```/.exec(fs.readFileSync(path.join(ROOT, 'docs/release-file.md'), 'utf8')) ?? [];
    const check = (text: string) => {
      fs.writeFileSync(path.join(folder, 'release.json'), text);
      const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
      return `${stdout}${stderr}`;
    };
    const digits = file().hash.slice(7);
    const sound = check(document);
    expect(sound.match(new RegExp(digits, 'g'))).toHaveLength(2);
    expect(sound).toContain('Signature Verified Successfully');
    expect(sound).toContain(fingerprint.slice(7));
    expect(check(document.replace('"noiseLevel":3', '"noiseLevel":4')).match(new RegExp(digits, 'g'))).toHaveLength(1);
    const other = digits.replace(/^./, digits.startsWith('0') ? '1' : '0');
    expect(check(document.replace(digits, other))).not.toContain('Verified Successfully');
  });
});

describe('the key that signs', () => {
  it('is made with the installation, readable by its owner alone, and may lie elsewhere', () => {
    const kept = path.join(installation.config.home, 'keys', 'signing.key');
    expect([fs.statSync(kept).size, fs.statSync(kept).mode & 0o777]).toEqual([32, 0o600]);
    const elsewhere = path.join(folder, 'vault', 'ours.key');
    const moved = keysOf({ home: folder, signingKeyFile: elsewhere });
    expect(moved.read('signing')).toEqual(fs.readFileSync(elsewhere));
    expect(moved.read('notes')).toEqual(fs.readFileSync(path.join(folder, 'keys', 'notes.key')));
    expect(fs.existsSync(path.join(folder, 'keys', 'signing.key'))).toBe(false);
  });
});
