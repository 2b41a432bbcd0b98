import { Refusal } from '../../platform/index.js';

/** How slow a file may be, and how large. */
export interface Patience {
  /** How long its sender may be silent, in milliseconds; every byte buys one back. */
  readonly silence: number;
  /** Most bytes of one file. */
  readonly bytes: number;
}

/** A minute of silence, a thousand bytes a second after that, eight gigabytes. */
export const PATIENCE: Patience = { silence: 60_000, bytes: 8 * 1024 ** 3 };

/**
 * The bytes as they come, for as long as they come fast enough: whoever sends half a file, or a byte now and then, gives the
 * place up to others. Only the time counts in which we wait for the sender, not that in which the sender waits for us.
 *
 * @throws Refusal `too-slow`, `file-too-large`.
 */
export async function* patiently(bytes: AsyncIterable<Buffer>, { silence, bytes: most }: Patience): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  let [credit, total] = [silence, 0];
  for (;;) {
    const begun = performance.now();
    const next: IteratorResult<Buffer, unknown> = await within(credit, source.next());
    if (next.done) return;
    const { value } = next;
    total += value.length;
    if (total > most) throw new Refusal('file-too-large', 'This file is too large. Send it in parts, each with its header line.');
    credit = Math.min(silence, credit - (performance.now() - begun) + value.length);
    yield value;
  }
}

async function within<Result>(time: number, wanted: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const slow = new Refusal('too-slow', 'The file stopped arriving. Nothing of it was saved. Send it again.');
    timer = setTimeout(() => reject(slow), Math.max(time, 0));
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
    // Whoever is too late breaks off after that, and nobody listens any more.
    wanted.catch(() => undefined);
  }
}
