import crypto from 'node:crypto';
import type { IdentifierKind } from './files/index.js';

const BLOCK = 64;
const DIGEST = 32;
/** Identifiers remembered per generation; two generations are kept. */
const remembered = 50_000;

/**
 * Turns identifiers into keys: HMAC-SHA-256 of `kind:identifier` under the pseudonym key. A person becomes 64 bits (a
 * signed integer in decimal), every other kind 128 bits (32 hexadecimal digits). The identifiers themselves are kept in
 * memory only, for as long as the newest of them repeat.
 */
export class Pseudonyms {
  private readonly inner: Buffer;
  private readonly outer: Buffer;
  private readonly recent = new Map<IdentifierKind, Generations>();

  constructor(key: Buffer) {
    if (key.length > BLOCK) throw new RangeError('the pseudonym key is longer than a block');
    this.inner = Buffer.alloc(BLOCK + 2048, 0x36);
    this.outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);
    for (let i = 0; i < key.length; i++) {
      this.inner[i] = 0x36 ^ (key[i] as number);
      this.outer[i] = 0x5c ^ (key[i] as number);
    }
  }

  /** The key of an identifier, which is normalised text of at most 200 characters. */
  keyOf(kind: IdentifierKind, identifier: string): string {
    // Sessions and the like come once each: remembering them would only push out those that repeat.
    if (kind === 'session' || kind === 'request' || kind === 'escalation') return this.compute(kind, identifier);
    let generations = this.recent.get(kind);
    if (!generations) this.recent.set(kind, (generations = new Generations()));
    const known = generations.get(identifier);
    if (known !== undefined) return known;
    const made = this.compute(kind, identifier);
    generations.set(identifier, made);
    return made;
  }

  /** HMAC-SHA-256 of a short message, in hexadecimal. One-shot hashes are twice as fast as an Hmac object here. */
  private compute(kind: IdentifierKind, identifier: string): string {
    const length = BLOCK + this.inner.write(`${kind}:${identifier}`, BLOCK, 'utf8');
    this.outer.write(crypto.hash('sha256', this.inner.subarray(0, length), 'hex'), BLOCK, 'hex');
    const digest = crypto.hash('sha256', this.outer, 'hex');
    return kind === 'person' ? BigInt.asIntN(64, BigInt(`0x${digest.slice(0, 16)}`)).toString() : digest.slice(0, 32);
  }
}

/** The most recent identifiers: when the young generation is full it becomes the old one, and the old one is forgotten. */
class Generations {
  private young = new Map<string, string>();
  private old = new Map<string, string>();

  get(identifier: string): string | undefined {
    const known = this.young.get(identifier);
    if (known !== undefined) return known;
    const older = this.old.get(identifier);
    if (older !== undefined) this.set(identifier, older);
    return older;
  }

  set(identifier: string, key: string): void {
    if (this.young.size >= remembered) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(identifier, key);
  }
}
