import crypto from 'node:crypto';
import { Refusal } from '../refusal.js';

/**
 * A file that opens with a passphrase alone: one line that says how, then pieces of at most 64 KiB, each under AES-256-GCM
 * with a nonce that counts them and marks the last one. So no piece can be changed, moved, left out or cut off unnoticed, and
 * a file of any size is written and read in little memory.
 */
const MARK = 'overstory-sealed/1';
const PIECE = 65_536;
const TAG = 16;
/** Half a second and 128 MiB for each guess. */
const COST = { N: 131_072, r: 8, p: 1 };
const MOST_N = 1_048_576;

export const SHORTEST_PASSPHRASE = 12;

interface Opening {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  readonly prefix: string;
}

interface Lock {
  readonly key: Buffer;
  readonly prefix: Buffer;
  /** Binds every piece to the first line. */
  readonly bound: Buffer;
}

/** @throws Refusal `passphrase-short` (2). */
export async function* sealed(plain: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  if (passphrase.length < SHORTEST_PASSPHRASE)
    throw new Refusal('passphrase-short', `A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`, 2);
  const salt = crypto.randomBytes(32).toString('base64');
  const opening = { ...COST, salt, prefix: crypto.randomBytes(7).toString('base64') };
  const { key, proof } = await keysFrom(passphrase, opening);
  const line = `${MARK} ${encoded(opening)} ${proofOf(proof, opening)}\n`;
  yield Buffer.from(line);
  const lock = lockOf(key, opening);
  let [counter, held] = [0, Buffer.alloc(0)];
  for await (const chunk of plain) {
    held = Buffer.concat([held, chunk]);
    // The last piece is marked as such, so one is always held back.
    for (; held.length > PIECE; held = held.subarray(PIECE)) yield closed(held.subarray(0, PIECE), lock, counter++, false);
  }
  yield closed(held, lock, counter, true);
}

/** The contents, piece by piece as they prove whole. @throws Refusal `not-sealed` (2), `passphrase-wrong`, `damaged` (3). */
export async function* unsealed(file: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const bytes = new Bytes(file);
  const lock = await readLine(bytes, passphrase);
  for (let [counter, last] = [0, false]; !last; counter += 1) {
    const length = (await bytes.take(4)).readUInt32BE();
    if (length > PIECE) throw damaged();
    const piece = await bytes.take(length + TAG);
    last = await bytes.atEnd();
    yield opened(piece, lock, counter, last);
  }
}

async function readLine(bytes: Bytes, passphrase: string): Promise<Lock> {
  const [mark, text = '', given = ''] = (await bytes.line()).split(' ');
  const opening = mark === MARK ? decoded(text) : undefined;
  if (!opening) throw new Refusal('not-sealed', 'This file is not one that "overstory backup" wrote.', 2);
  const { key, proof } = await keysFrom(passphrase, opening);
  if (given !== proofOf(proof, opening)) throw new Refusal('passphrase-wrong', 'The passphrase does not open this file.');
  return lockOf(key, opening);
}

const encoded = (opening: Opening): string => Buffer.from(JSON.stringify(opening)).toString('base64url');

function decoded(text: string): Opening | undefined {
  try {
    const opening = JSON.parse(Buffer.from(text, 'base64url').toString()) as Opening;
    const sound = [opening.N, opening.r, opening.p].every((n) => Number.isInteger(n) && n > 0);
    return sound && opening.N <= MOST_N && opening.r <= 16 && opening.p <= 4 ? opening : undefined;
  } catch {
    return undefined;
  }
}

/** One half opens the pieces, the other proves that the passphrase is right. */
function keysFrom(passphrase: string, { N, r, p, salt }: Opening): Promise<{ key: Buffer; proof: Buffer }> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    crypto.scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 64, options, (error, made) =>
      error ? reject(error) : resolve({ key: made.subarray(0, 32), proof: made.subarray(32) }),
    );
  });
}

const proofOf = (proof: Buffer, opening: Opening): string =>
  crypto.createHmac('sha256', proof).update(encoded(opening)).digest('base64url');

const lockOf = (key: Buffer, opening: Opening): Lock => ({
  key,
  prefix: Buffer.from(opening.prefix, 'base64'),
  bound: crypto.createHash('sha256').update(encoded(opening)).digest(),
});

function nonce({ prefix }: Lock, counter: number, last: boolean): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt32BE(counter);
  tail[4] = last ? 1 : 0;
  return Buffer.concat([prefix, tail]);
}

function closed(piece: Buffer, lock: Lock, counter: number, last: boolean): Buffer {
  const cipher = crypto.createCipheriv('aes-256-gcm', lock.key, nonce(lock, counter, last)).setAAD(lock.bound);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
}

function opened(piece: Buffer, lock: Lock, counter: number, last: boolean): Buffer {
  const decipher = crypto.createDecipheriv('aes-256-gcm', lock.key, nonce(lock, counter, last)).setAAD(lock.bound);
  decipher.setAuthTag(piece.subarray(piece.length - TAG));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

export const damaged = (): Refusal =>
  new Refusal('damaged', 'The file is cut off or was changed after it was written. Nothing was restored.');

/** Reads so many bytes at a time from a stream of chunks. */
class Bytes {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(file: AsyncIterable<Buffer>) {
    this.chunks = file[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.held.length < length) if (!(await this.more())) throw damaged();
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }

  async atEnd(): Promise<boolean> {
    return this.held.length === 0 && !(await this.more());
  }

  /** Up to the first line's end; at most so long as such a line can be. */
  async line(): Promise<string> {
    while (!this.held.includes(0x0a) && this.held.length < 1000 && (await this.more()));
    const end = this.held.indexOf(0x0a);
    if (end < 0) return '';
    return (await this.take(end + 1)).subarray(0, end).toString();
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done) return false;
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
    return true;
  }
}
