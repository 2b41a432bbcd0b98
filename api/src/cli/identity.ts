import fs from 'node:fs';
import readline from 'node:readline/promises';
import { Writable } from 'node:stream';
import { readConfiguration, Refusal } from '../platform/index.js';

/** The password of the person named by `--as`: from OVERSTORY_PASSWORD, else asked for on a terminal. */
export async function passwordFor(email: string): Promise<string> {
  const { SignInWays } = await import('../access/index.js');
  if (!SignInWays.of(readConfiguration()).localAccounts)
    throw new Refusal(
      'local-accounts-off',
      'Passwords are not taken here. Do this on the pages, signed in at your organisation.',
    );
  const given = process.env.OVERSTORY_PASSWORD;
  if (given) return given;
  if (process.stdin.isTTY) return askUnseen(`Password of ${email}: `);
  throw new Refusal(
    'password-missing',
    'The second half of a two-person step needs a password: set OVERSTORY_PASSWORD or use a terminal.',
    2,
  );
}

/** The passphrase of a backup: from a file's first line, from OVERSTORY_PASSPHRASE, else asked for on a terminal. */
export async function passphraseFrom(file: string | undefined): Promise<string> {
  if (file !== undefined) return firstLineOf(file);
  const given = process.env.OVERSTORY_PASSPHRASE;
  if (given) return given;
  if (process.stdin.isTTY) return askUnseen('Passphrase of the backup: ');
  throw new Refusal(
    'passphrase-missing',
    'A backup needs a passphrase: name a file by --passphrase-file, set OVERSTORY_PASSPHRASE, or use a terminal.',
    2,
  );
}

function firstLineOf(file: string): string {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
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
