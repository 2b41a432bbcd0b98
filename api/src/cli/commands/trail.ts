import { Command } from 'commander';
import type pg from 'pg';
import type { Checkpoint, Pruned, TrailFault } from '../../audit-trail/index.js';
import { type Installation, Refusal } from '../../platform/index.js';
import { answer } from '../answer.js';
import { asOperator } from '../on-record.js';
import { usingPool, withInstallation, withPool } from '../with-installation.js';

/** `overstory trail`: whether the audit trail is whole, and the end of what was kept long enough. */
export function trailCommand(): Command {
  const verify = new Command('verify')
    .description('check the chain of the audit trail (exit status 3 when it is broken)')
    .option('--json', 'print one JSON object')
    .action(runVerify);
  const prune = new Command('prune')
    .description('remove entries whose time is over; signed summaries keep the chain whole')
    .option('--dry-run', 'say what would be removed, and remove nothing')
    .option('--json', 'print one JSON object')
    .action(runPrune);
  return new Command('trail').description('the audit trail').addCommand(verify).addCommand(prune);
}

interface Flags {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

const SAID = { altered: 'was altered', removed: 'was removed', inserted: 'was inserted by somebody else' } as const;

async function runVerify({ json }: Flags): Promise<void> {
  const fault = await withPool('auditor', verify);
  answer(json, { whole: fault === null, fault }, fault ? [] : ['The audit trail is whole.']);
  refuseBroken(fault);
}

function refuseBroken(fault: TrailFault | null): void {
  if (fault) throw new Refusal('trail-broken', `The audit trail does not hold: entry ${fault.entry} ${SAID[fault.what]}.`);
}

async function verify(auditor: pg.Pool, { config, keys }: Installation): Promise<TrailFault | null> {
  const { keepCheckpoint, verifyTrail } = await import('../../audit-trail/index.js');
  const key = keys.read('signing');
  const fault = await verifyTrail(auditor, { key, checkpoints: await seenBefore(config.home, key) });
  // From here on nobody can cut the trail off before this entry, or write it anew, unnoticed.
  if (!fault) await keepCheckpoint(auditor, config.home, key);
  return fault;
}

async function seenBefore(home: string, key: Buffer): Promise<readonly Checkpoint[]> {
  const { readCheckpoints } = await import('../../audit-trail/index.js');
  const checkpoints = readCheckpoints(home, key);
  if (checkpoints) return checkpoints;
  throw new Refusal(
    'checkpoint-forged',
    `trail-checkpoint.json in ${home} was not written by this installation. The trail cannot be vouched for.`,
  );
}

async function runPrune({ json, dryRun = false }: Flags): Promise<void> {
  const pruned = await withInstallation((installation) => prune(installation, dryRun));
  const { ENTRY_KINDS } = await import('../../audit-trail/index.js');
  const kinds = Object.entries(pruned.counts).map(([kind, many]) => `${many} of kind "${kind}"`);
  const kept = Object.entries(ENTRY_KINDS).map(
    ([key, { months }]) => `${key} ${months === null ? 'for ever' : `${months} months`}`,
  );
  const said = kinds.length === 0 ? 'Nothing is old enough to go' : `${dryRun ? 'Would remove' : 'Removed'} ${kinds.join(', ')}`;
  answer(json, { ...pruned, dryRun }, [`${said}.`, `Kept: ${kept.join(', ')}.`]);
}

/** Only what is whole is shortened: otherwise a summary would vouch for what somebody altered. */
async function prune(installation: Installation, dry: boolean): Promise<Pruned> {
  const { pruneTrail } = await import('../../audit-trail/index.js');
  refuseBroken(await usingPool(installation, 'auditor', (auditor) => verify(auditor, installation)));
  return usingPool(installation, 'owner', async (owner) => {
    const pruned = await pruneTrail(owner, installation.keys.read('signing'), { now: new Date(), dry });
    if (!dry && pruned.stretches > 0) await asOperator(owner, { action: 'trail.pruned', details: { ...pruned.counts } });
    return pruned;
  });
}
