import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../platform/index.js';
import { NO_ENGINE, type Setting } from './setting.js';
import { NoEngine, typeset } from './typst.js';

const MOST_MEGABYTES = 256;
/** Two hundred times what a long report takes. */
const LONGEST = 300_000;

/**
 * Sets a document in a process of its own: nobody is kept waiting, and what the engine took of memory, which it keeps for the next
 * document, goes with it. Of this process's environment, which holds secrets, it is told where temporary files go and nothing else.
 *
 * @throws Refusal `pdf-unavailable` (3).
 */
export async function typesetAside(template: string, content: object): Promise<Buffer> {
  // Run from the sources, as tests are, there is no file that a process could start with.
  if (!import.meta.url.endsWith('.js')) return typeset(template, content).catch(refusedWithoutEngine);
  const program = fileURLToPath(new URL('./typst-process.js', import.meta.url));
  const how = [`--max-old-space-size=${MOST_MEGABYTES}`, program];
  const child = spawn(process.execPath, how, { env: environment(), timeout: LONGEST });
  const [out, said] = [textOf(child.stdout), textOf(child.stderr)];
  // A process that ended early says why by its end.
  child.stdin.on('error', () => undefined).end(JSON.stringify({ template, content } satisfies Setting));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status === NO_ENGINE) refusedWithoutEngine(new NoEngine());
  if (status !== 0) throw new Error(`the document could not be set: ${(await said).toString().slice(0, 2000)}`);
  return out;
}

function environment(): Record<string, string> {
  const { TMPDIR, SystemRoot } = process.env;
  return { ...(TMPDIR && { TMPDIR }), ...(SystemRoot && { SystemRoot }) };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of stream) all.push(part);
  return Buffer.concat(all);
}

function refusedWithoutEngine(fault: unknown): never {
  if (!(fault instanceof NoEngine)) throw fault;
  throw new Refusal(
    'pdf-unavailable',
    'PDF cannot be made on this kind of machine: its engine has no program for it. Make the workbook, or ask on Linux (x64).',
  );
}
