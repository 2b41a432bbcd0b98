import { Command } from 'commander';
import fs from 'node:fs';
import { Refusal } from '../../../platform/index.js';
import { answer } from '../../answer.js';

export interface VerifyFlags {
  readonly key?: string;
  readonly json?: boolean;
}

/** `overstory report verify`: whether the file of a report is as it was made, and who made it. Needs no installation. */
export function verifyReportCommand(): Command {
  return (
    new Command('verify')
      .description('check the seal of the file of a report, offline (exit status 3 when it does not hold)')
      .argument('<file>', 'a PDF, HTML, PowerPoint or Excel file or an archive of CSV, as it was made')
      .option('--key <fingerprint>', 'fingerprint of the key that must have sealed it')
      .option('--json', 'print one JSON object')
      // `--json` is an option of "report" as well, which takes it for its own.
      .action((file: string, _flags: VerifyFlags, command: Command) => verifyReportFile(file, command.optsWithGlobals()))
  );
}

export async function verifyReportFile(file: string, { key, json }: VerifyFlags): Promise<void> {
  const { verifyReport } = await import('../../../reports/index.js');
  if (!fs.existsSync(file)) throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
  const found = verifyReport(fs.readFileSync(file), key);
  answer(json, found, [
    `Report ${found.code}, ${found.kind}, of release ${found.release}`,
    'The seal holds: nothing in the file was changed since it was made.',
    `Sealed by the key ${found.fingerprint}`,
    ...(key === undefined ? ['Compare this key with the one that your organisation names, or give it as --key.'] : []),
  ]);
}
