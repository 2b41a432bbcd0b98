import { Sha256 } from './sha256.js';

const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) under one key, whose two key blocks are hashed once. */
export class Hmac {
  private readonly inner: Sha256;
  private readonly outer: Sha256;
  private readonly innerScratch = new Sha256();
  private readonly outerScratch = new Sha256();

  constructor(key: Uint8Array) {
    const short = key.length > BLOCK ? hashOf(key) : key;
    this.inner = keyed(short, 0x36);
    this.outer = keyed(short, 0x5c);
  }

  /** The beginning that many messages share, hashed once. */
  begin(beginning: string): Sha256 {
    const begun = new Sha256();
    begun.become(this.inner);
    begun.text(beginning);
    return begun;
  }

  /** The code of the message that begins so and ends so, as eight signed words that hold until the next call. */
  end(begun: Sha256, rest: string): Int32Array {
    this.innerScratch.become(begun);
    this.innerScratch.text(rest);
    this.outerScratch.become(this.outer);
    this.outerScratch.eightWords(this.innerScratch.digest());
    return this.outerScratch.digest();
  }
}

function keyed(key: Uint8Array, pad: number): Sha256 {
  const hash = new Sha256();
  for (let i = 0; i < BLOCK; i += 1) hash.byte((key[i] ?? 0) ^ pad);
  return hash;
}

function hashOf(bytes: Uint8Array): Uint8Array {
  const hash = new Sha256();
  for (const byte of bytes) hash.byte(byte);
  return Uint8Array.from(
    [...hash.digest()].flatMap((word) => [word >>> 24, word >>> 16, word >>> 8, word]),
    (byte) => byte & 255,
  );
}
