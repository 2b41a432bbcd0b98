import readline from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Refusal } from '../platform/index.js';

/** The password of the person named by `--as`: from OVERSTORY_PASSWORD, else asked for on a terminal. */
export async function passwordFor(email: string): Promise<string> {
  const given = process.env.OVERSTORY_PASSWORD;
  if (given) return given;
  if (process.stdin.isTTY) return askUnseen(`Password of ${email}: `);
  throw new Refusal(
    'password-missing',
    'The second half of a two-person step needs a password: set OVERSTORY_PASSWORD or use a terminal.',
    2,
  );
}

async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  // The terminal echoes through the output it is given, and this one swallows everything.
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = readline.createInterface({ input: process.stdin, output: mute, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
