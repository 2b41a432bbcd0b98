import { Command } from 'commander';
import { answer, tableLines } from '../answer.js';
import { withPool } from '../with-installation.js';

interface Flags {
  readonly json?: boolean;
}

/** `overstory policy`: what may be published, by approved version. */
export function policyCommand(): Command {
  const show = new Command('show')
    .description('list the versions, or print one with its plan of tables')
    .argument('[version]', 'like standard/1')
    .option('--json', 'print one JSON object')
    .action(runShow);
  const check = new Command('check')
    .description('whether a version is approved and may be used for a release (exit status 3 when not)')
    .argument('[version]', 'like standard/1; the one in force if absent')
    .option('--json', 'print one JSON object')
    .action(runCheck);
  return new Command('policy').description('disclosure policies').addCommand(show).addCommand(check);
}

async function runShow(version: string | undefined, { json }: Flags): Promise<void> {
  const { listPolicies, readPolicy } = await import('../../governance/index.js');
  if (version) {
    const policy = await withPool('owner', (pool) => readPolicy(pool, version));
    return answer(json, policy, [JSON.stringify(policy, null, 2)]);
  }
  const policies = await withPool('owner', (pool) => listPolicies(pool));
  const rows = policies.map((one) => [one.version, one.approved ? 'approved' : 'proposed', String(one.disclosure.noiseLevel)]);
  answer(json, { policies }, tableLines(['version', 'state', 'noise level'], rows));
}

async function runCheck(version: string | undefined, { json }: Flags): Promise<void> {
  const { readPolicy } = await import('../../governance/index.js');
  const { disclosure, plan } = await withPool('owner', (pool) => (version ? readPolicy(pool, version) : readPolicy(pool)));
  const facts = {
    version: disclosure.version,
    approved: true,
    thresholds: disclosure.thresholds,
    noiseLevel: disclosure.noiseLevel,
  };
  const { dimension, special } = disclosure.thresholds;
  answer(json, { ...facts, plan }, [
    `${disclosure.version} is approved.`,
    `At least ${dimension} people in an open group and ${special} in a special one; noise level ${disclosure.noiseLevel}.`,
  ]);
}
