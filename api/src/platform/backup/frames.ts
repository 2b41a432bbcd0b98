import fs from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../refusal.js';
import { damaged, unsealed } from './sealed.js';

/**
 * What a backup is made of, in this order: one manifest; for every table its name and columns, then its rows as PostgreSQL's
 * COPY writes them; the sequences; the end.
 */
export type FrameKind = 'manifest' | 'table' | 'rows' | 'sequences' | 'end';

export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

const CODES: Readonly<Record<FrameKind, number>> = { manifest: 1, table: 2, rows: 3, sequences: 4, end: 5 };
const KINDS = new Map(Object.entries(CODES).map(([kind, code]) => [code, kind as FrameKind]));
const HEAD = 5;

export function frame(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(CODES[kind]);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** The frames of a sealed, compressed file. @throws Refusal as `unsealed` does. */
export async function* framesOf(file: string, passphrase: string): AsyncGenerator<Frame> {
  const inflated = createGunzip();
  const source = Readable.from(unsealed(fs.createReadStream(file), passphrase));
  // A fault on the way reaches whoever reads from the end.
  pipeline(source, inflated, () => undefined);
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of explained(inflated)) {
    held = Buffer.concat([held, chunk]);
    for (let whole = first(held); whole; whole = first(held)) {
      yield whole.frame;
      held = held.subarray(whole.length);
    }
  }
  if (held.length > 0) throw damaged();
}

/** What opens with the passphrase and is not compressed is the other file. */
async function* explained(inflated: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* inflated;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? notABackup() : error;
  }
}

export const notABackup = (): Refusal =>
  new Refusal('not-a-backup', 'This is not the file that "overstory backup" wrote with --out.', 2);

function first(held: Buffer): { frame: Frame; length: number } | undefined {
  if (held.length < HEAD) return undefined;
  const length = HEAD + held.readUInt32BE(1);
  if (held.length < length) return undefined;
  const kind = KINDS.get(held.readUInt8());
  if (!kind) throw damaged();
  return { frame: { kind, content: held.subarray(HEAD, length) }, length };
}

export const parsed = <T>({ content }: Frame): T => JSON.parse(content.toString()) as T;
