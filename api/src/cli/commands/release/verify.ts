import { Command } from 'commander';
import crypto from 'node:crypto';
import { canonicalJson } from '../../../kernel/index.js';
import { Refusal } from '../../../platform/index.js';
import { answer } from '../../answer.js';
import { readReleaseFile } from '../../read-release-file.js';

interface VerifyFlags {
  readonly key?: string;
  readonly json?: boolean;
}

/** `overstory release verify`: whether a file says what it said when it was frozen. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check the hash of an exported release (exit status 3 when it does not hold)')
    .argument('<file>', 'an exported release')
    .option('--key <fingerprint>', 'of the key that must have signed it')
    .option('--json', 'print one JSON object')
    .action(run);
}

function run(file: string, { key, json }: VerifyFlags): void {
  const { hash, signature: _signature, publicKey: _publicKey, ...content } = readReleaseFile(file);
  const found = `sha256:${crypto.createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
  if (found !== hash) throw new Refusal('hash-wrong', 'The file is not what was frozen: its hash does not hold.');
  if (key !== undefined) throw new Refusal('not-signed', 'This release carries no signature, so no key can be compared.');
  answer(json, { hash, holds: true }, [`The hash holds: ${String(hash)}`]);
}
