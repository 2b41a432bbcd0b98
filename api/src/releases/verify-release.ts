import crypto from 'node:crypto';
import { canonicalJson } from '../kernel/index.js';
import { Refusal } from '../platform/index.js';
import { contentHash } from './fingerprints.js';
import { fingerprintOf, readPublicKey, signatureHolds } from './signature.js';

/** What was found out about a file without any database. */
export interface VerifiedRelease {
  readonly id: string;
  readonly period: string;
  readonly hash: string;
  readonly holds: true;
  readonly signed: boolean;
  /** Of the key that signed; null where nothing is signed. */
  readonly fingerprint: string | null;
  /** Whether that is the key that was asked for; null where none was named. */
  readonly keyAsExpected: true | null;
}

/**
 * Checks an exported file by itself: that its bytes are the canonical ones, that the hash is that of its contents, and
 * that the signature was made with the key in it and, where one is named, with that one.
 *
 * @param text the file as it stands on the disk, not parsed and written again.
 * @param expected a fingerprint (`sha256:…`) or the text of a PEM file.
 * @throws Refusal `not-a-release`, `key-unreadable` (2), `not-canonical`, `hash-wrong`, `not-signed`, `signature-wrong`,
 *   `another-key` (3).
 */
export function verifyRelease(text: string, expected?: string): VerifiedRelease {
  const wanted = expected === undefined ? null : wantedFingerprint(expected);
  const file = parsed(text);
  const { hash, signature, publicKey, ...content } = file;
  if (text !== canonicalJson(file))
    throw new Refusal(
      'not-canonical',
      'These are not the bytes that were frozen: the file was written again by another program. Export it anew.',
    );
  if (typeof hash !== 'string' || hash !== contentHash(content))
    throw new Refusal('hash-wrong', 'The file is not what was frozen: its hash does not hold.');
  const fingerprint = signedBy(hash, signature, publicKey, wanted);
  const { id, period } = content.release as { id: string; period: string };
  return {
    id,
    period,
    hash,
    holds: true,
    signed: fingerprint !== null,
    fingerprint,
    keyAsExpected: wanted === null ? null : true,
  };
}

type Parsed = Readonly<Record<string, unknown>>;

function parsed(text: string): Parsed {
  const file = json(text);
  if (isObject(file) && file.format === 'overstory-release/1' && isObject(file.release)) return file;
  throw new Refusal('not-a-release', 'This is not an exported release.', 2);
}

const isObject = (value: unknown): value is Parsed => typeof value === 'object' && value !== null && !Array.isArray(value);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fingerprint of the key that signed this hash; null where nothing is signed and no key was asked for. */
function signedBy(hash: string, signature: unknown, publicKey: unknown, wanted: string | null): string | null {
  if (signature === undefined && publicKey === undefined) {
    if (wanted === null) return null;
    throw new Refusal('not-signed', 'This release carries no signature, so no key can be compared.');
  }
  const key = typeof publicKey === 'string' ? readPublicKey(publicKey) : undefined;
  if (key === undefined || typeof signature !== 'string' || !signatureHolds(hash, signature, key))
    throw new Refusal('signature-wrong', 'The signature does not hold: this file was not signed by the key that it names.');
  const fingerprint = fingerprintOf(key);
  if (wanted === null || wanted === fingerprint) return fingerprint;
  throw new Refusal(
    'another-key',
    `The file was signed by another key (${fingerprint}) than the one asked for (${wanted}). It comes from another installation.`,
  );
}

/** A fingerprint may be written in capitals, with colons, without `sha256:`; a PEM file is the key itself. */
function wantedFingerprint(expected: string): string {
  if (expected.includes('BEGIN PUBLIC KEY')) return fingerprintOf(keyInPem(expected));
  const digits = expected
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '')
    .replaceAll(':', '');
  if (/^[0-9a-f]{64}$/.test(digits)) return `sha256:${digits}`;
  throw new Refusal('key-unreadable', '--key is a fingerprint (sha256: and 64 digits) or a file with a public key in PEM.', 2);
}

function keyInPem(pem: string): crypto.KeyObject {
  try {
    return crypto.createPublicKey(pem);
  } catch {
    throw new Refusal('key-unreadable', 'The file given as --key holds no public key that can be read.', 2);
  }
}
