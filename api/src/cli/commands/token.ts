import { Command } from 'commander';
import { Refusal } from '../../platform/index.js';
import { answer, tableLines } from '../answer.js';
import { withPool } from '../with-installation.js';

interface AddFlags {
  readonly source: string[];
  readonly file: string[];
  readonly column?: string[];
  readonly special?: string;
  readonly control?: true;
  readonly days: string;
}

/** `overstory token`: systems that send files by themselves, each with what it may write. */
export function tokenCommand(): Command {
  const add = new Command('add')
    .description('make a token for a system, or give one new rights and a new text; the token is the last line of stdout')
    .argument('<name>', 'what people call it')
    .requiredOption('--source <source...>', 'the senders for which it may speak')
    .requiredOption('--file <file...>', 'the files that it may send, like sessions')
    .option('--column <column...>', 'the columns that it may write, like sessions.minutes; all but protected ones if not given')
    .option('--special <reason>', 'also columns of class special, and why')
    .option('--control', 'also columns of class control')
    .option('--days <days>', 'how long it holds', '90')
    .action(run);
  const directory = new Command('directory')
    .description('make a token with which a directory keeps accounts and groups (SCIM); it is the last line of stdout')
    .argument('<name>', 'what people call it')
    .requiredOption('--source <source>', 'the sender as which it speaks about people')
    .option('--people <attribute>', 'also who the people are, told apart by employeeNumber, externalId or userName')
    .option('--days <days>', 'how long it holds', '366')
    .action(runDirectory);
  const revoke = new Command('revoke').description('end a token at once').argument('<name>', 'of the token').action(end);
  const list = new Command('list')
    .description('every token, what it may do and until when; never the token itself')
    .option('--json', 'one object on stdout')
    .action(show);
  const token = new Command('token').description('tokens of systems that send files');
  return token.addCommand(add).addCommand(directory).addCommand(revoke).addCommand(list);
}

async function run(name: string, flags: AddFlags): Promise<void> {
  const { addServiceToken } = await import('../../access/index.js');
  const { source: sources, file: files, column: columns = null, special: specialReason = null, control = false, days } = flags;
  await checkNames(files, columns ?? []);
  const token = await withPool('owner', (owner) =>
    addServiceToken(owner, { name, sources, files, columns, specialReason, control, days: Number(days) }),
  );
  process.stderr.write(`The token holds for ${days} days and is not shown again:\n`);
  process.stdout.write(`${token}\n`);
}

async function runDirectory(name: string, flags: { source: string; people?: string; days: string }): Promise<void> {
  const { addDirectoryToken } = await import('../../access/index.js');
  const { source, people: persons = null, days } = flags;
  const token = await withPool('owner', (owner) => addDirectoryToken(owner, { name, source, persons, days: Number(days) }));
  process.stderr.write(`The token holds for ${days} days and is not shown again:\n`);
  process.stdout.write(`${token}\n`);
}

async function checkNames(files: readonly string[], columns: readonly string[]): Promise<void> {
  const { fileDescriptions } = await import('../../ingest/index.js');
  const known = new Set(
    fileDescriptions.flatMap((file) => [file.name, ...file.columns.map((one) => `${file.name}.${one.name}`)]),
  );
  const unknown = [...files, ...columns].filter((name) => !known.has(name) && !name.startsWith('people.demo_'));
  if (unknown.length > 0)
    throw new Refusal(
      'not-in-dictionary',
      `Not in the data dictionary: ${unknown.join(', ')}. Write sessions, or sessions.minutes.`,
      2,
    );
}

async function end(name: string): Promise<void> {
  const { revokeServiceToken } = await import('../../access/index.js');
  const ended = await withPool('owner', (owner) => revokeServiceToken(owner, name));
  if (!ended) throw new Refusal('token-unknown', 'There is no token of this name that holds.', 2);
  process.stderr.write('The token is worth nothing any more.\n');
}

async function show({ json }: { readonly json?: boolean }): Promise<void> {
  const { listServiceTokens } = await import('../../access/index.js');
  const tokens = await withPool('owner', (owner) => listServiceTokens(owner, null));
  const day = (moment: Date): string => moment.toISOString().slice(0, 10);
  const rows = tokens.map(({ name, sources, files, expiresAt, revokedAt }) => [
    ...[name, sources.join(' '), files.join(' '), revokedAt ? `revoked ${day(revokedAt)}` : `until ${day(expiresAt)}`],
  ]);
  answer(json, { tokens }, tableLines(['name', 'sources', 'files', 'holds'], rows));
}
