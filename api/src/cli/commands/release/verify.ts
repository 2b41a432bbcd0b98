import { Command } from 'commander';
import fs from 'node:fs';
import { Refusal } from '../../../platform/index.js';
import { answer } from '../../answer.js';

interface VerifyFlags {
  readonly key?: string;
  readonly json?: boolean;
}

/** `overstory release verify`: whether a file says what it said when it was frozen, and who froze it. Needs no installation. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check form, hash and signature of an exported release, offline (exit status 3 when one does not hold)')
    .argument('<file>', 'an exported release')
    .option('--key <fingerprint or file>', 'the key that must have signed it: its fingerprint, or a PEM file')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(file: string, { key, json }: VerifyFlags): Promise<void> {
  const { verifyRelease } = await import('../../../releases/index.js');
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
