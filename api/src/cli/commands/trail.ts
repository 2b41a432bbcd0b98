import { Command } from 'commander';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Checkpoint, TrailFault } from '../../audit-trail/index.js';
import { type Installation, Refusal } from '../../platform/index.js';
import { answer } from '../answer.js';
import { withPool } from '../with-installation.js';

/** `overstory trail verify`: whether the audit trail is whole. */
export function trailCommand(): Command {
  const verify = new Command('verify')
    .description('check the chain of the audit trail (exit status 3 when it is broken)')
    .option('--json', 'print one JSON object')
    .action(run);
  return new Command('trail').description('the audit trail').addCommand(verify);
}

const SAID = { altered: 'was altered', removed: 'was removed', inserted: 'was inserted by somebody else' } as const;

async function run({ json }: { readonly json?: boolean }): Promise<void> {
  const fault = await withPool('auditor', verify);
  answer(json, { whole: fault === null, fault }, fault ? [] : ['The audit trail is whole.']);
  if (fault) throw new Refusal('trail-broken', `The audit trail does not hold: entry ${fault.entry} ${SAID[fault.what]}.`);
}

async function verify(auditor: pg.Pool, { config, keys }: Installation): Promise<TrailFault | null> {
  const { lastEntry, signCheckpoint, verifyTrail } = await import('../../audit-trail/index.js');
  const file = path.join(config.home, 'trail-checkpoint.json');
  const key = keys.read('signing');
  const last = await lastEntry(auditor);
  const fault = await verifyTrail(auditor, await seenBefore(file, key));
  // From here on nobody can cut the trail off before this entry, or write it anew, unnoticed.
  if (!fault && last) fs.writeFileSync(file, signCheckpoint(key, last), { mode: 0o600 });
  return fault;
}

async function seenBefore(file: string, key: Buffer): Promise<Checkpoint | null> {
  if (!fs.existsSync(file)) return null;
  const { readCheckpoint } = await import('../../audit-trail/index.js');
  const checkpoint = readCheckpoint(key, fs.readFileSync(file, 'utf8'));
  if (checkpoint) return checkpoint;
  throw new Refusal('checkpoint-forged', `${file} was not written by this installation. The trail cannot be vouched for.`);
}
