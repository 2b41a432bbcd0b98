import crypto from 'node:crypto';
import { type Keys, Refusal } from '../platform/index.js';
import type { IdentifierKind } from './files/index.js';

const BLOCK = 64;
const DIGEST = 32;
const longestMessage = 1024;
/** Identifiers remembered per generation; two generations are kept. */
const remembered = 50_000;

/** Kinds that come once each: remembering them would only push out those that repeat. */
const once = new Set<IdentifierKind>(['session', 'request', 'escalation']);

/**
 * Turns identifiers into keys: HMAC-SHA-256 of `kind:identifier` under the pseudonym key. A person becomes 64 bits (a
 * signed integer in decimal), every other kind 128 bits (32 hexadecimal digits). The identifiers themselves are kept in
 * memory only, the newest of those that repeat.
 *
 * HMAC is written out as two one-shot hashes, which take a third of the time of an Hmac object.
 */
export class Pseudonyms {
  private readonly outer: Buffer;
  private readonly inner = new Map<IdentifierKind, InnerMessage>();
  private readonly recent = new Map<IdentifierKind, Generations>();

  constructor(private readonly key: Buffer) {
    if (key.length > BLOCK) throw new RangeError('the pseudonym key is longer than a block');
    this.outer = Buffer.concat([padded(key, 0x5c), Buffer.alloc(DIGEST)]);
  }

  /** The key of an identifier given as ASCII bytes, `bytes[start..end)`. */
  keyOfAscii(kind: IdentifierKind, bytes: Buffer, start: number, end: number): string {
    if (!once.has(kind)) return this.keyOf(kind, bytes.toString('latin1', start, end));
    const message = this.messageOf(kind);
    let length = message.prefix;
    for (let i = start; i < end; i++) message.bytes[length++] = bytes[i] as number;
    return this.digest(kind, message.view(length));
  }

  /** The key of an identifier, which is normalised text of at most 200 characters. */
  keyOf(kind: IdentifierKind, identifier: string): string {
    if (once.has(kind)) return this.compute(kind, identifier);
    let generations = this.recent.get(kind);
    if (!generations) this.recent.set(kind, (generations = new Generations()));
    const known = generations.get(identifier);
    if (known !== undefined) return known;
    const made = this.compute(kind, identifier);
    generations.set(identifier, made);
    return made;
  }

  private compute(kind: IdentifierKind, identifier: string): string {
    const message = this.messageOf(kind);
    return this.digest(kind, message.view(message.prefix + message.bytes.write(identifier, message.prefix, 'utf8')));
  }

  private digest(kind: IdentifierKind, message: Buffer): string {
    const { outer } = this;
    // As “binary” every character is one byte of the inner digest.
    const inside = crypto.hash('sha256', message, 'binary');
    for (let i = 0; i < DIGEST; i++) outer[BLOCK + i] = inside.charCodeAt(i);
    const digest = crypto.hash('sha256', outer, 'hex');
    return kind === 'person' ? BigInt.asIntN(64, BigInt(`0x${digest.slice(0, 16)}`)).toString() : digest.slice(0, 32);
  }

  private messageOf(kind: IdentifierKind): InnerMessage {
    let message = this.inner.get(kind);
    if (!message) this.inner.set(kind, (message = new InnerMessage(this.key, `${kind}:`)));
    return message;
  }
}

/**
 * The key of a person named by the identifier of the files, for a request that the person made.
 *
 * @throws Refusal `no-identifier` (2) where the text cannot be one.
 */
export function personKeyOf(keys: Keys, identifier: string): string {
  const normal = identifier.trim().normalize('NFC');
  if (normal === '' || [...normal].length > 200 || /\p{Cc}/u.test(normal))
    throw new Refusal('no-identifier', 'The identifier is one line of at most 200 characters, as it stands in person_id.', 2);
  return new Pseudonyms(keys.read('pseudonym')).keyOf('person', normal);
}

/** The padded key and the name of the kind, followed by room for an identifier. Views of it are made once per length. */
class InnerMessage {
  readonly bytes: Buffer;
  readonly prefix: number;
  private readonly views: Buffer[] = [];

  constructor(key: Buffer, kind: string) {
    this.bytes = Buffer.concat([padded(key, 0x36), Buffer.from(kind), Buffer.alloc(longestMessage)]);
    this.prefix = BLOCK + kind.length;
  }

  view(length: number): Buffer {
    return (this.views[length] ??= this.bytes.subarray(0, length));
  }
}

function padded(key: Buffer, pad: number): Buffer {
  return Buffer.from(Array.from({ length: BLOCK }, (_, i) => (key[i] ?? 0) ^ pad));
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
