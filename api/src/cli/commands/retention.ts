import { Command } from 'commander';
import { answer, tableLines } from '../answer.js';
import { OPERATOR } from '../take-request.js';
import { asAccount } from '../as-account.js';
import { usingPool, withInstallation } from '../with-installation.js';

interface Flags {
  readonly dryRun?: boolean;
  readonly as?: string;
  readonly json?: boolean;
}

/** `overstory retention`: deletes what is older than the policy in force says. */
export function retentionCommand(): Command {
  return new Command('retention')
    .description('delete what is older than the policy in force says, class by class')
    .option('--dry-run', 'say what would go, and change nothing')
    .option('--as <email>', 'account that acts; its password is read from OVERSTORY_PASSWORD or asked for')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ dryRun = false, as: email, json }: Flags): Promise<void> {
  const { amountInWords, FILE_CLASSES, noteRetentionRun, policyInForce } = await import('../../governance/index.js');
  const { runRetention } = await import('../../microdata/index.js');
  const { record } = await import('../../audit-trail/index.js');
  const today = new Date().toISOString().slice(0, 10);
  const found = await withInstallation(async (installation) => {
    const by = email ? await asAccount(installation, email, { verb: 'write', resource: 'retention' }) : OPERATOR;
    return usingPool(installation, 'curator', async (curator) => {
      const { data, disclosure } = await policyInForce(curator, today);
      const retired = await runRetention(curator, { months: data.retention, today, carryOut: !dryRun });
      if (!dryRun) {
        await noteRetentionRun(curator, { by: by.id, policy: disclosure.version });
        await record(curator, by, { action: 'retention.done', subject: disclosure.version });
      }
      return retired;
    });
  });
  const classes = found.map(({ fileClass, before, rows }) => ({ fileClass, before, rows: amountInWords(rows) }));
  const labelOf = (key: string): string => (FILE_CLASSES as Record<string, { label: string }>)[key]?.label ?? key;
  answer(json, { dryRun, classes }, [
    ...tableLines(
      ['files', 'older than', dryRun ? 'rows that would go' : 'rows deleted'],
      classes.map(({ fileClass, before, rows }) => [labelOf(fileClass), before, rows]),
    ),
    dryRun ? 'A dry run: nothing was changed.' : 'Done. A release that is built again is a restatement.',
  ]);
}
