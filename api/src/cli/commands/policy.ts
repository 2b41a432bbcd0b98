import { Command } from 'commander';
import type { PolicyVersion } from '../../governance/index.js';
import { asAccount } from '../as-account.js';
import { answer, tableLines } from '../answer.js';
import { readJson } from '../read-json.js';
import { usingPool, withInstallation, withPool } from '../with-installation.js';

interface Flags {
  readonly json?: boolean;
}

const AS = ['--as <email>', 'account that acts; its password is read from OVERSTORY_PASSWORD or asked for'] as const;
const WHY = ['--why <text>', 'the reason, for everybody to read'] as const;
const JSON_FLAG = ['--json', 'print one JSON object'] as const;

/** `overstory policy`: what may be published and how long data are kept, by version; two people decide. */
export function policyCommand(): Command {
  const policy = new Command('policy').description('policies of disclosure and of the data, by version');
  for (const add of [
    listCommand,
    showCommand,
    checkCommand,
    proposeCommand,
    () => decideCommand('approve'),
    () => decideCommand('reject'),
  ])
    policy.addCommand(add());
  return policy;
}

const listCommand = (): Command =>
  new Command('list')
    .description('list the versions and the packs to start from')
    .option(...JSON_FLAG)
    .action(runList);

const showCommand = (): Command =>
  new Command('show')
    .description('say what a version means, in words; the one in force if absent')
    .argument('[version]', 'like standard/1')
    .option(...JSON_FLAG)
    .action(runShow);

const checkCommand = (): Command =>
  new Command('check')
    .description('whether a version is approved, or whether a file could be proposed (exit status 3 when not)')
    .argument('[what]', 'a version like standard/1, or a JSON file; the one in force if absent')
    .option(...JSON_FLAG)
    .action(runCheck);

const proposeCommand = (): Command =>
  new Command('propose')
    .description('propose a pack (standard, strict, small) or a JSON file as described in docs/policies.md')
    .argument('<what>', 'a pack, or a JSON file')
    .requiredOption(...WHY)
    .option(...AS)
    .option(...JSON_FLAG)
    .action(runPropose);

const decideCommand = (verb: 'approve' | 'reject'): Command =>
  new Command(verb)
    .description(
      verb === 'approve'
        ? 'approve a proposed policy as a second person; it holds from the next period on'
        : 'reject a proposed policy as a second person',
    )
    .argument('<version>', 'as "policy list" names it')
    .requiredOption(...WHY)
    .requiredOption(...AS)
    .option(...JSON_FLAG)
    .action((version: string, flags: DecideFlags) => runDecide(version, verb === 'approve', flags));

async function runList({ json }: Flags): Promise<void> {
  const { listPolicies, policyInForce, POLICY_PACKS } = await import('../../governance/index.js');
  const { policies, inForce } = await withPool('owner', async (pool) => ({
    policies: await listPolicies(pool),
    inForce: (await policyInForce(pool, today())).disclosure.version,
  }));
  const rows = policies.map((one) => [
    one.version,
    one.version === inForce ? 'in force' : one.state,
    one.effectiveFrom ?? '',
    `${one.disclosure.thresholds.dimension} / ${one.disclosure.thresholds.special}`,
    String(one.disclosure.noiseLevel),
  ]);
  const packs = POLICY_PACKS.map(({ key, label, forWhom }) => ({ key, label, forWhom }));
  answer(json, { inForce, policies, packs }, [
    ...tableLines(['version', 'state', 'from', 'smallest groups', 'noise level'], rows),
    '',
    'Packs to propose:',
    ...packs.map(({ key, forWhom }) => `  ${key.padEnd(9)} ${forWhom}`),
  ]);
}

async function runShow(version: string | undefined, { json }: Flags): Promise<void> {
  const { explainPolicy, findPolicy, policyInForce } = await import('../../governance/index.js');
  const policy = await withPool('owner', async (pool) =>
    findPolicy(pool, version ?? (await policyInForce(pool, today())).disclosure.version),
  );
  const explained = explainPolicy(policy);
  answer(json, { ...policy, explained }, [
    `${policy.version}: ${stateOf(policy)}. ${policy.why}`,
    ...lines('How people are protected', explained.protection),
    ...lines('What is split by what', explained.breakdowns),
    ...lines('What the data are used for', explained.purposes),
    ...lines(
      'How long they are kept',
      explained.retention.map(({ sentence }) => sentence),
    ),
  ]);
}

const lines = (title: string, sentences: readonly string[]): string[] => ['', title, ...sentences.map((one) => `- ${one}`)];

function stateOf({ state, effectiveFrom }: PolicyVersion): string {
  return state === 'approved' && effectiveFrom ? `approved, holds from ${effectiveFrom} on` : state;
}

async function runCheck(what: string | undefined, { json }: Flags): Promise<void> {
  const { parsePolicy, policyInForce, readPolicy } = await import('../../governance/index.js');
  if (what !== undefined && /\.json$/i.test(what)) {
    const { name, content } = parsePolicy(readJson(what));
    return answer(json, { name, content, valid: true }, [`${name} can be proposed.`]);
  }
  const { disclosure, plan } = await withPool('owner', (pool) => (what ? readPolicy(pool, what) : policyInForce(pool, today())));
  const { version, thresholds, noiseLevel } = disclosure;
  answer(json, { version, approved: true, thresholds, noiseLevel, plan }, [
    `${version} is approved.`,
    `At least ${thresholds.dimension} people in an open group and ${thresholds.special} in a special one; noise level ${noiseLevel}.`,
  ]);
}

interface ProposeFlags extends Flags {
  readonly as?: string;
  readonly why: string;
}

async function runPropose(what: string, { json, as: email, why }: ProposeFlags): Promise<void> {
  const { packOf, proposePolicy } = await import('../../governance/index.js');
  const document = packOf(what) ? { name: what, from: what } : readJson(what);
  const version = await withInstallation(async (installation) => {
    const by = email ? await asAccount(installation, email, { verb: 'write', resource: 'policies' }) : OPERATOR;
    return usingPool(installation, 'curator', (curator) => proposePolicy(curator, document, { by, why }));
  });
  answer(json, { version, state: 'proposed' }, [
    `${version} is proposed. A second person decides: overstory policy approve ${version} --as EMAIL --why TEXT`,
  ]);
}

const OPERATOR = { id: 'operator', role: null };

interface DecideFlags extends Flags {
  readonly as: string;
  readonly why: string;
}

async function runDecide(version: string, approve: boolean, { json, as: email, why }: DecideFlags): Promise<void> {
  const { decidePolicy } = await import('../../governance/index.js');
  const effectiveFrom = await withInstallation(async (installation) => {
    const by = await asAccount(installation, email, { verb: 'write', resource: 'policy-approval' });
    return usingPool(installation, 'curator', (curator) => decidePolicy(curator, { version, approve, by, why }));
  });
  answer(json, { version, state: approve ? 'approved' : 'rejected', effectiveFrom }, [
    approve ? `${version} is approved and holds from ${effectiveFrom ?? ''} on.` : `${version} is rejected.`,
  ]);
}

const today = (): string => new Date().toISOString().slice(0, 10);
