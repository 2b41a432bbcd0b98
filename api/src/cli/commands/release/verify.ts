import { Command } from 'commander';
import fs from 'node:fs';
import { Refusal } from '../../../platform/index.js';
import { answer } from '../../answer.js';
import { type VerifyFlags, verifyReportFile } from '../report/verify.js';

/** `overstory release verify`: whether a file says what it said when it was frozen, and who froze it. Needs no installation. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check form, hash and signature of an exported release, offline (exit status 3 when one does not hold)')
    .argument('<file>', 'an exported release, or a report that was made of one')
    .option('--key <fingerprint or file>', 'the key that must have signed it: its fingerprint, or a PEM file')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(file: string, flags: VerifyFlags): Promise<void> {
  const { isReportFile } = await import('../../../reports/index.js');
  if (fs.existsSync(file) && isReportFile(fs.readFileSync(file))) return verifyReportFile(file, flags);
  const { verifyRelease } = await import('../../../releases/index.js');
  const { key, json } = flags;
  const found = verifyRelease(textOf(file), key === undefined ? undefined : keyOf(key));
  const { id, period, hash, signed, fingerprint, keyAsExpected } = found;
  answer(json, found, [
    `Release ${id} of ${period}`,
    `The hash holds: ${hash}`,
    signed ? `The signature holds, made by the key ${fingerprint}` : 'The file is not signed: it may come from anybody.',
    ...(keyAsExpected ? ['That is the key you asked for.'] : []),
    ...(signed && !keyAsExpected ? ['Compare this key with the one that your organisation names, or give it as --key.'] : []),
  ]);
}

function textOf(file: string): string {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
  throw new Refusal('no-such-file', `There is no file ${file}.`, 2);
}

/** A fingerprint as it is, or what the file of this name holds. */
const keyOf = (key: string): string => (fs.existsSync(key) ? fs.readFileSync(key, 'utf8') : key);
