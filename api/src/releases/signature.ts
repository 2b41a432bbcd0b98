import crypto from 'node:crypto';
import { canonicalJson, type ReleaseFile } from '../kernel/index.js';
import type { Keys } from '../platform/index.js';

/** A release with what proves which installation froze it. */
export type SignedReleaseFile = ReleaseFile & { readonly signature: string; readonly publicKey: string };

/** The public half of the installation's key, and the name by which people compare it. */
export interface PublicKey {
  /** SubjectPublicKeyInfo, DER, base64: the lines of a PEM file without its frame. */
  readonly publicKey: string;
  readonly fingerprint: string;
}

const PREFIX = 'ed25519:';
/** PKCS #8 of an Ed25519 key up to its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same secret also seals checkpoints of the trail, so each use takes a key of its own from it. */
function privateKeyOf(keys: Keys): crypto.KeyObject {
  const seed = crypto.hkdfSync('sha256', keys.read('signing'), '', 'overstory release signature/1', 32);
  return crypto.createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(seed)]), format: 'der', type: 'pkcs8' });
}

/** What everybody may know of the key that signs releases here. */
export function signingPublicKey(keys: Keys): PublicKey {
  const der = crypto.createPublicKey(privateKeyOf(keys)).export({ format: 'der', type: 'spki' });
  return { publicKey: der.toString('base64'), fingerprint: fingerprintOf(der) };
}

/** Adds signature and public key. What is signed is the text of `hash`, which speaks for everything else. */
export function signRelease(file: ReleaseFile, keys: Keys): SignedReleaseFile {
  const signature = crypto.sign(null, Buffer.from(file.hash, 'utf8'), privateKeyOf(keys)).toString('base64');
  return { ...file, signature: `${PREFIX}${signature}`, publicKey: signingPublicKey(keys).publicKey };
}

/** A statement about a file that was made from a release, signed with the same key, so that one fingerprint checks both. */
export function signStatement(statement: object, keys: Keys): { readonly signature: string; readonly publicKey: string } {
  const signature = crypto.sign(null, Buffer.from(canonicalJson(statement), 'utf8'), privateKeyOf(keys)).toString('base64');
  return { signature: `${PREFIX}${signature}`, publicKey: signingPublicKey(keys).publicKey };
}

/** The fingerprint of the key that signed this statement; null where the signature does not hold. */
export function statementSignedBy(statement: object, signature: string, publicKey: string): string | null {
  const key = readPublicKey(publicKey);
  return key && signatureHolds(canonicalJson(statement), signature, key) ? fingerprintOf(key) : null;
}

/** Whether the signature of this hash was made with the private half of this key. */
export function signatureHolds(hash: string, signature: string, key: crypto.KeyObject): boolean {
  if (!signature.startsWith(PREFIX)) return false;
  return crypto.verify(null, Buffer.from(hash, 'utf8'), key, Buffer.from(signature.slice(PREFIX.length), 'base64'));
}

/** An Ed25519 public key as a file carries it; undefined where it is none. */
export function readPublicKey(base64: string): crypto.KeyObject | undefined {
  try {
    const key = crypto.createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** `sha256:` and the hex digest of the DER form, as `openssl dgst` prints it too. */
export function fingerprintOf(key: crypto.KeyObject | Buffer): string {
  const der = Buffer.isBuffer(key) ? key : key.export({ format: 'der', type: 'spki' });
  return `sha256:${crypto.createHash('sha256').update(der).digest('hex')}`;
}

/** The key as a PEM file, which openssl reads. */
export function asPem(publicKey: string): string {
  const lines = publicKey.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
