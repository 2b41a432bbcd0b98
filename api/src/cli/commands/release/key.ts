import { Command } from 'commander';
import fs from 'node:fs';
import path from 'node:path';
import { answer } from '../../answer.js';
import { withInstallation } from '../../with-installation.js';

interface KeyFlags {
  readonly out?: string;
  readonly json?: boolean;
}

/** `overstory release key`: the public half of the key that signs releases here. */
export function keyCommand(): Command {
  return new Command('key')
    .description('print the public key that signs releases here, and its fingerprint')
    .option('--out <file>', 'also write the key as a PEM file, which openssl reads')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ out, json }: KeyFlags): Promise<void> {
  const { asPem, signingPublicKey } = await import('../../../releases/index.js');
  const key = await withInstallation(({ keys }) => Promise.resolve(signingPublicKey(keys)));
  const file = out === undefined ? undefined : path.resolve(out);
  if (file !== undefined) fs.writeFileSync(file, asPem(key.publicKey));
  answer(json, { ...key, ...(file === undefined ? {} : { file }) }, [
    ...(file === undefined ? [asPem(key.publicKey).trimEnd()] : [`Wrote ${file}`]),
    `Fingerprint: ${key.fingerprint}`,
  ]);
}
