/** Why bytes are not a table of text. */
export type NotText = 'zip' | 'workbook' | 'json-lines' | 'packed' | 'not-text' | 'empty';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The first bytes decide; more are not needed. */
const looked = 4096;

export class UnreadableFile extends Error {
  constructor(readonly reason: NotText) {
    super(reason);
  }
}

/**
 * The same text as UTF-8 without a byte-order mark, chunk by chunk. Recognises UTF-8 and both UTF-16, with and without
 * a mark.
 *
 * @throws UnreadableFile when the bytes are an archive, a workbook, JSON Lines or no text at all.
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let done = false;
  while (head.length < looked && !done) {
    const next = await iterator.next();
    done = next.done === true;
    if (!done) head = Buffer.concat([head, next.value as Buffer]);
  }
  refuseWhatIsNoTable(head);
  const encoding = encodingOf(head);
  const rest = { [Symbol.asyncIterator]: () => iterator };
  if (encoding === 'utf-8') yield* withoutMark(head, rest);
  else yield* decoded(head, rest, encoding);
}

async function* withoutMark(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head.subarray(startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0);
  yield* rest;
}

async function* decoded(head: Buffer, rest: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  yield Buffer.from(decoder.decode(head, { stream: true }), 'utf8');
  for await (const chunk of rest) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

function encodingOf(head: Buffer): Encoding {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  const zeros = head.length < 4 ? '' : [...head.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  // Without a mark: a header is plain ASCII, so every other byte of UTF-16 is zero.
  if (zeros === 'x0x0') return 'utf-16le';
  if (zeros === '0x0x') return 'utf-16be';
  return 'utf-8';
}

function refuseWhatIsNoTable(head: Buffer): void {
  if (head.length === 0) throw new UnreadableFile('empty');
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04))
    throw new UnreadableFile(head.includes('[Content_Types].xml') ? 'workbook' : 'zip');
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile('workbook');
  if (startsWith(head, 0x1f, 0x8b)) throw new UnreadableFile('packed');
  if (encodingOf(head) !== 'utf-8') return;
  if (/^(?:\xef\xbb\xbf)?\s*[[{]/.test(head.toString('latin1'))) throw new UnreadableFile('json-lines');
  const firstLine = head.subarray(0, head.indexOf(0x0a) < 0 ? head.length : head.indexOf(0x0a));
  if (firstLine.includes(0)) throw new UnreadableFile('not-text');
}

function startsWith(head: Buffer, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
