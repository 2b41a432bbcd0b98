import crypto from 'node:crypto';
import { Refusal } from '../../platform/index.js';
import { fromBech32, toBech32 } from './bech32.js';

/**
 * Files in the format age-encryption.org/v1 for one X25519 recipient, so that whoever receives one opens it with a tool of
 * their own choice and this product is not needed. X25519, HKDF-SHA-256 and ChaCha20-Poly1305 are Node's.
 */
const VERSION = 'age-encryption.org/v1';
const CHUNK = 65_536;
const TAG = 16;

/** A key pair as age writes it. */
export interface KeyPair {
  readonly recipient: string;
  readonly identity: string;
}

/** A new key pair. The identity belongs to the person alone. */
export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('x25519');
  return {
    recipient: toBech32('age', rawOf(publicKey, 'x')),
    identity: toBech32('age-secret-key-', rawOf(privateKey, 'd')).toUpperCase(),
  };
}

const rawOf = (key: crypto.KeyObject, part: 'x' | 'd'): Buffer =>
  Buffer.from(key.export({ format: 'jwk' })[part] ?? '', 'base64url');

/** The 32 bytes of a recipient (`age1…`). @throws Refusal `recipient-invalid` (2) where it was mistyped or is none. */
export function readRecipient(text: string): Buffer {
  const bytes = fromBech32('age', text.trim());
  if (bytes?.length === 32) return bytes;
  throw new Refusal('recipient-invalid', 'This is no public key. It begins with age1, as age-keygen prints it.', 2);
}

/** Seals a text to a recipient: whoever has the matching identity can open it, and nobody else, we included. */
export function seal(plain: Buffer, recipient: string): Buffer {
  const theirs = readRecipient(recipient);
  const fileKey = crypto.randomBytes(16);
  const ephemeral = crypto.generateKeyPairSync('x25519');
  const share = rawOf(ephemeral.publicKey, 'x');
  const secret = crypto.diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKeyOf(theirs) });
  const wrapped = boxed(wrapKey(secret, share, theirs), Buffer.alloc(12), fileKey);
  const header = `${VERSION}\n-> X25519 ${base64(share)}\n${base64(wrapped)}\n---`;
  const nonce = crypto.randomBytes(16);
  return Buffer.concat([
    Buffer.from(`${header} ${base64(macOf(fileKey, header))}\n`),
    nonce,
    ...chunks(plain, payloadKey(fileKey, nonce)),
  ]);
}

/**
 * Opens what `seal` wrote, or any age file for this identity alone.
 *
 * @throws Refusal `not-for-this-key` (3) where the identity is another one, or a byte was changed.
 */
export function unseal(sealed: Buffer, identity: string): Buffer {
  try {
    return opened(sealed, identity);
  } catch {
    throw new Refusal('not-for-this-key', 'This file cannot be opened with this key: it is for another one, or was changed.');
  }
}

function opened(sealed: Buffer, identity: string): Buffer {
  const header = /^age-encryption\.org\/v1\n-> X25519 (\S+)\n(\S+)\n--- (\S+)\n/.exec(sealed.subarray(0, 400).toString('latin1'));
  const own = fromBech32('age-secret-key-', identity.trim());
  if (!header || own?.length !== 32) throw new Error('no age file');
  const [whole, share = '', wrapped = '', mac = ''] = header;
  const privateKey = privateKeyOf(own);
  const theirs = Buffer.from(share, 'base64');
  const mine = rawOf(crypto.createPublicKey(privateKey), 'x');
  const secret = crypto.diffieHellman({ privateKey, publicKey: publicKeyOf(theirs) });
  const fileKey = unboxed(wrapKey(secret, theirs, mine), Buffer.alloc(12), Buffer.from(wrapped, 'base64'));
  const due = macOf(fileKey, whole.slice(0, whole.lastIndexOf('---') + 3));
  if (!crypto.timingSafeEqual(due, Buffer.from(mac, 'base64'))) throw new Error('the header was changed');
  const body = sealed.subarray(whole.length);
  return unchunk(body.subarray(16), payloadKey(fileKey, body.subarray(0, 16)));
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
const derive = (key: Buffer, salt: Buffer, info: string): Buffer => Buffer.from(crypto.hkdfSync('sha256', key, salt, info, 32));
const wrapKey = (secret: Buffer, share: Buffer, recipient: Buffer): Buffer =>
  derive(secret, Buffer.concat([share, recipient]), `${VERSION}/X25519`);
const payloadKey = (fileKey: Buffer, nonce: Buffer): Buffer => derive(fileKey, nonce, 'payload');
const macOf = (fileKey: Buffer, header: string): Buffer =>
  crypto
    .createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(header)
    .digest();

// The fixed beginnings of a raw X25519 key in DER.
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicKeyOf = (raw: Buffer): crypto.KeyObject =>
  crypto.createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
const privateKeyOf = (raw: Buffer): crypto.KeyObject =>
  crypto.createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' });

function boxed(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = crypto.createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unboxed(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const cipher = crypto.createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  cipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()]);
}

/** Which chunk it is, and whether it is the last: a file that was cut off does not open. */
function nonceOf(nth: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(nth, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function chunks(plain: Buffer, key: Buffer): Buffer[] {
  const count = Math.max(1, Math.ceil(plain.length / CHUNK));
  return Array.from({ length: count }, (_, nth) =>
    boxed(key, nonceOf(nth, nth === count - 1), plain.subarray(nth * CHUNK, (nth + 1) * CHUNK)),
  );
}

function unchunk(sealed: Buffer, key: Buffer): Buffer {
  const size = CHUNK + TAG;
  const count = Math.max(1, Math.ceil(sealed.length / size));
  return Buffer.concat(
    Array.from({ length: count }, (_, nth) =>
      unboxed(key, nonceOf(nth, nth === count - 1), sealed.subarray(nth * size, (nth + 1) * size)),
    ),
  );
}
