import { Command } from 'commander';
import { asOperator } from '../on-record.js';
import { withPool } from '../with-installation.js';

interface AddFlags {
  readonly role: string;
  readonly scope?: string;
}

const ROLES = 'engineering-manager, programme-owner, executive, data-steward, auditor, administrator, employee';

/** `overstory account add`: the operator makes accounts; what they may see follows from the role. */
export function accountCommand(): Command {
  const add = new Command('add')
    .description(
      'make an account, or give an existing one a new role, scope and password; the password is the last line of stdout',
    )
    .argument('<email>', 'e-mail address of the person')
    .requiredOption('--role <role>', ROLES)
    .option('--scope <team>', 'path of the team tree that the account is narrowed to, like eng/platform')
    .action(run);
  return new Command('account').description('accounts of this installation').addCommand(add);
}

async function run(email: string, { role, scope }: AddFlags): Promise<void> {
  const { addAccount } = await import('../../access/index.js');
  const password = await withPool('owner', async (owner) => {
    const made = await addAccount(owner, email, role, scope ?? null);
    await asOperator(owner, { action: 'account.added', subject: email.trim().toLowerCase(), details: { role } });
    return made;
  });
  process.stderr.write('The password holds until its owner changes it:\n');
  process.stdout.write(`${password}\n`);
}
