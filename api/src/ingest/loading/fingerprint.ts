import crypto from 'node:crypto';
import type { Keys } from '../../platform/index.js';
import type { CopyBuffer } from '../cells/copy-buffer.js';

/** Keyed hash of the rows of a file as they were taken; a release names it as its input. Without the key nobody can test a guess. */
export class Fingerprint {
  private readonly main: crypto.Hmac;
  private readonly side: crypto.Hmac;

  constructor(keys: Keys, file: string) {
    const hash = (what: string): crypto.Hmac =>
      crypto.createHmac('sha256', keys.read('pseudonym')).update(`${what} of ${file}\n`);
    this.main = hash('rows');
    this.side = hash('side rows');
  }

  /** Takes in what has gathered for the file's own table, and passes it on. */
  ofMain(buffer: CopyBuffer): CopyBuffer {
    this.main.update(buffer.bytesSoFar());
    return buffer;
  }

  /** The same for its side table. The two arrive interleaved by chance, so each has a hash of its own. */
  ofSide(buffer: CopyBuffer): CopyBuffer {
    this.side.update(buffer.bytesSoFar());
    return buffer;
  }

  digest(): Buffer {
    return this.main.update(this.side.digest()).digest();
  }
}
