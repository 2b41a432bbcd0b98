import { Command } from 'commander';
import type pg from 'pg';
import { answer, tableLines } from '../answer.js';
import { asOperator } from '../on-record.js';
import { withPool } from '../with-installation.js';

interface RoleFlags {
  readonly role: string;
  readonly scope?: string;
}

const ROLES = 'engineering-manager, programme-owner, executive, data-steward, auditor, administrator, employee';
const EMAIL = 'e-mail address of the person';
const SCOPE = 'path of the team tree that the account is narrowed to, like eng/platform';

/** `overstory account`: the operator makes and keeps accounts; what they may see follows from the role. */
export function accountCommand(): Command {
  const account = new Command('account').description('accounts of this installation');
  account
    .command('add')
    .description(
      'make an account, or give an existing one a new role, scope and password; the password is the last line of stdout',
    )
    .argument('<email>', EMAIL)
    .requiredOption('--role <role>', ROLES)
    .option('--scope <team>', SCOPE)
    .option('--provider', 'it signs in at the identity provider: no password is made')
    .action(add);
  account.command('list').description('every account').option('--json', 'one object on stdout').action(list);
  account
    .command('role')
    .description('give an account another role and scope')
    .argument('<email>', EMAIL)
    .requiredOption('--role <role>', ROLES)
    .option('--scope <team>', SCOPE)
    .action(role);
  account.command('disable').description('shut an account, and end its sessions').argument('<email>', EMAIL).action(disable);
  account.command('enable').description('open an account again').argument('<email>', EMAIL).action(enable);
  account
    .command('recover')
    .description('take the password away; the code with which its owner chooses another is the last line of stdout')
    .argument('<email>', EMAIL)
    .action(recover);
  return account;
}

async function add(email: string, { role, scope, provider }: RoleFlags & { readonly provider?: true }): Promise<void> {
  const { addAccount, invite } = await import('../../access/index.js');
  const password = await withPool('owner', async (owner) => {
    if (provider) return invite(owner, null, { email, role, scope: scope ?? null, atProvider: true });
    const made = await addAccount(owner, email, role, scope ?? null);
    await asOperator(owner, { action: 'account.added', subject: email.trim().toLowerCase(), details: { role } });
    return made;
  });
  if (password === null) return say('The account opens when its owner signs in at the identity provider.');
  say('The password holds until its owner changes it:');
  process.stdout.write(`${password}\n`);
}

async function list({ json }: { readonly json?: boolean }): Promise<void> {
  const { listAccounts } = await import('../../access/index.js');
  const accounts = await withPool('owner', (owner) => listAccounts(owner, null));
  const rows = accounts.map((one) => [
    ...[one.email, one.role, one.scope ?? '', one.signIn, one.disabled ? 'disabled' : one.waitsForOwner ? 'waits' : 'open'],
  ]);
  answer(json, { accounts }, tableLines(['e-mail', 'role', 'scope', 'signs in by', 'state'], rows));
}

async function role(email: string, { role: next, scope = undefined }: RoleFlags): Promise<void> {
  const { assignRole } = await import('../../access/index.js');
  await onAccount(email, (owner, account) => assignRole(owner, null, { account, role: next, scope: scope ?? null }));
  say('The role holds from the next request on.');
}

async function disable(email: string): Promise<void> {
  const { setDisabled } = await import('../../access/index.js');
  await onAccount(email, (owner, account) => setDisabled(owner, null, account, true));
  say('The account is shut; whoever was signed in with it no longer is.');
}

async function enable(email: string): Promise<void> {
  const { setDisabled } = await import('../../access/index.js');
  await onAccount(email, (owner, account) => setDisabled(owner, null, account, false));
  say('The account is open.');
}

async function recover(email: string): Promise<void> {
  const { beginRecovery, RECOVERY_HOURS } = await import('../../access/index.js');
  const code = await onAccount(email, (owner, account) => beginRecovery(owner, null, account));
  say(`The password is gone. With this code, once and within ${RECOVERY_HOURS} hours, its owner chooses another:`);
  process.stdout.write(`${code}\n`);
}

async function onAccount<T>(email: string, work: (owner: pg.Pool, account: string) => Promise<T>): Promise<T> {
  const { accountByEmail } = await import('../../access/index.js');
  return withPool('owner', async (owner) => work(owner, await accountByEmail(owner, email)));
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
