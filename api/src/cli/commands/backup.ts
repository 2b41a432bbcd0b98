import { Command } from 'commander';
import fs from 'node:fs';
import path from 'node:path';
import { claim, readConfiguration, Refusal, type RestoreRequest } from '../../platform/index.js';
import { answer } from '../answer.js';
import { passphraseFrom } from '../identity.js';
import { asOperator } from '../on-record.js';
import { progressOnStderr } from '../progress.js';
import { usingPool, withInstallation } from '../with-installation.js';

interface Flags {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** `overstory backup`: everything, encrypted, and the keys in a file of their own. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('write everything of this installation into an encrypted file, and its keys into a second one')
    .requiredOption('--out <file>', 'file of the data')
    .requiredOption('--keys-out <file>', 'file of the keys; keep it in another place')
    .option('--passphrase-file <file>', 'its first line is the passphrase; otherwise OVERSTORY_PASSPHRASE, or asked for')
    .option('--json', 'print one JSON object')
    .action(runBackup);
}

async function runBackup({ out, keysOut, passphraseFile, json }: Flags & { out: string; keysOut: string }): Promise<void> {
  const { backUp } = await import('../../platform/index.js');
  const passphrase = await passphraseFrom(passphraseFile);
  const files = { out: path.resolve(out), keysOut: path.resolve(keysOut) };
  if (files.out === files.keysOut)
    throw new Refusal('one-file', 'Data and keys go into two files: whoever finds one must not have both.', 2);
  const { progress, end } = progressOnStderr();
  const report = await withInstallation(async (installation) => {
    await usingPool(installation, 'curator', (curator) =>
      asOperator(curator, { action: 'backup.begun', subject: 'installation' }),
    );
    return backUp(installation, { ...files, passphrase, progress });
  }).finally(end);
  answer(json, report, [
    `Wrote ${report.out}: ${report.tables} tables, ${report.bytes.toLocaleString('en')} bytes`,
    `Wrote ${report.keysOut}: the keys. Keep it in another place, and the passphrase in a third.`,
  ]);
}

/** `overstory restore`: fills an empty installation from a backup. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('fill an empty installation from the two files of a backup; it never overwrites')
    .requiredOption('--from <file>', 'file of the data')
    .requiredOption('--keys <file>', 'file of the keys')
    .option('--passphrase-file <file>', 'its first line is the passphrase; otherwise OVERSTORY_PASSPHRASE, or asked for')
    .option('--json', 'print one JSON object')
    .action(runRestore);
}

async function runRestore({ from, keys, passphraseFile, json }: Flags & { from: string; keys: string }): Promise<void> {
  const passphrase = await passphraseFrom(passphraseFile);
  const files = { file: path.resolve(from), keys: path.resolve(keys) };
  for (const file of Object.values(files))
    if (!fs.existsSync(file)) throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
  const { progress, end } = progressOnStderr();
  const report = await whileNotServed(() => fillFrom({ ...files, passphrase, progress })).finally(end);
  answer(json, report, [
    `Restored ${report.tables} tables. "overstory release list" names the releases; everybody signs in again.`,
  ]);
}

async function fillFrom(request: RestoreRequest) {
  const { restore } = await import('../../platform/index.js');
  return withInstallation(async (installation) => {
    const report = await restore(installation, request);
    await usingPool(installation, 'curator', (curator) =>
      asOperator(curator, { action: 'restore.done', subject: 'installation' }),
    );
    return report;
  });
}

/** A running server holds keys of its own and would fill the installation meanwhile. */
async function whileNotServed<T>(work: () => Promise<T>): Promise<T> {
  const serving = await claim(readConfiguration().home, 'serving');
  if (!serving.held) throw new Refusal('is-served', 'This installation is being served. Stop the server, then restore.');
  try {
    return await work();
  } finally {
    serving.release();
  }
}
