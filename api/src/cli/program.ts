import { Command } from 'commander';
import { accountCommand } from './commands/account.js';
import { consentCommand } from './commands/consent.js';
import { documentsCommand } from './commands/documents.js';
import { eraseCommand } from './commands/erase.js';
import { backupCommand, restoreCommand } from './commands/backup.js';
import { ingestCommand } from './commands/ingest.js';
import { packCommand } from './commands/pack.js';
import { policyCommand } from './commands/policy.js';
import { releaseCommand } from './commands/release.js';
import { reportCommand } from './commands/report.js';
import { retentionCommand } from './commands/retention.js';
import { sampleCommand } from './commands/sample.js';
import { serveCommand } from './commands/serve.js';
import { settingsCommand } from './commands/settings.js';
import { sourceCommand } from './commands/source.js';
import { subjectAccessCommand } from './commands/subject-access.js';
import { tokenCommand } from './commands/token.js';
import { trailCommand } from './commands/trail.js';
import { Refusal } from '../platform/index.js';
import { VERSION } from './version.js';

const AFTER = `
Exit status: 0 done, 1 a fault, 2 bad usage, 3 refused.
Environment: OVERSTORY_HOME (folder of the installation, ./.overstory), DATABASE_URL (a Postgres 15 or newer of
your own instead of the embedded one), PORT, HOST, OVERSTORY_PASSWORD.
`;

/** The whole command line. Rooms are loaded by the command that needs them, so that help comes at once. */
export function buildProgram(): Command {
  const program = new Command('overstory')
    .description('Mentoring-programme analytics that never shows a person or a relationship.')
    .version(VERSION)
    .showHelpAfterError('(see --help)')
    .addHelpText('after', AFTER)
    .exitOverride();
  const commands = [
    ...[serveCommand, sampleCommand, ingestCommand, releaseCommand, reportCommand, packCommand, backupCommand, restoreCommand],
    ...[accountCommand, policyCommand, settingsCommand, tokenCommand, trailCommand],
    ...[eraseCommand, subjectAccessCommand, consentCommand, retentionCommand, documentsCommand, sourceCommand],
  ];
  for (const add of commands) program.addCommand(add());
  program.hook('preAction', async (_program, command) => ruled(command));
  return strict(program);
}

/** The policy table decides commands too: without a row, or with one that needs an account and none given, nothing is run. */
async function ruled(command: Command): Promise<void> {
  const { commandRule, operatorMay } = await import('../access/index.js');
  const words = wordsOf(command);
  const rule = commandRule(words);
  if (!rule) throw new Refusal('no-rule', `"${words}" has no row in the access policy, so nobody may run it.`);
  if (operatorMay(rule) || typeof command.opts().as === 'string') return;
  throw new Refusal('needs-account', `"${words}" is done by an account: name it by --as.`, 2);
}

function wordsOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${wordsOf(parent)} ${command.name()}` : command.name();
}

/** Subcommands made apart do not take over how the program ends and how it helps. */
function strict(command: Command): Command {
  for (const child of command.commands) strict(child.exitOverride().showHelpAfterError('(see --help)'));
  return command;
}
