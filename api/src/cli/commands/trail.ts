import { Command } from 'commander';
import { Refusal } from '../../platform/index.js';
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

async function run({ json }: { readonly json?: boolean }): Promise<void> {
  const { firstBroken } = await import('../../audit-trail/index.js');
  const broken = await withPool('auditor', (auditor) => firstBroken(auditor));
  answer(json, { whole: broken === null, firstBroken: broken }, broken === null ? ['The audit trail is whole.'] : []);
  if (broken !== null) throw new Refusal('trail-broken', `The audit trail does not hold from entry ${broken} on.`);
}
