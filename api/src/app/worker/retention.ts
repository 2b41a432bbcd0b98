import { record } from '../../audit-trail/index.js';
import { amountInWords, keepOutlook, noteRetentionRun, policyInForce, readRetention } from '../../governance/index.js';
import type { CalendarDate } from '../../kernel/index.js';
import { runRetention } from '../../microdata/index.js';
import { inTransaction } from '../../platform/index.js';
import type { WorkerTools } from './tools.js';

const WORKER = { id: 'worker', role: null } as const;

/**
 * Deletes what is older than the policy in force says, once a month, and counts each day what the next run will delete. Nothing
 * goes before it stood in such an outlook: a new installation, or one that was away for long, says first what it will do.
 */
export async function keepRetention({ curator }: Pick<WorkerTools, 'curator'>, today: CalendarDate): Promise<void> {
  const { outlook } = await readRetention(curator);
  if (outlook?.countedOn === today) return;
  const isDue = outlook !== null && outlook.dueOn <= today;
  if (isDue) await carryOut(curator, today);
  await lookAhead(curator, { today, dueOn: outlook && !isDue ? outlook.dueOn : firstOfNextMonth(today) });
}

type Curator = WorkerTools['curator'];

async function carryOut(curator: Curator, today: CalendarDate): Promise<void> {
  const { data, disclosure } = await policyInForce(curator, today);
  await inTransaction(curator, async (tx) => {
    await runRetention(tx, { months: data.retention, today, carryOut: true });
    await noteRetentionRun(tx, { by: WORKER.id, policy: disclosure.version });
    await record(tx, WORKER, { action: 'retention.done', subject: disclosure.version });
  });
}

/** A dry run as of the day on which it will be due. */
async function lookAhead(
  curator: Curator,
  { today, dueOn }: { readonly today: CalendarDate; readonly dueOn: CalendarDate },
): Promise<void> {
  const { data, disclosure } = await policyInForce(curator, dueOn);
  const found = await runRetention(curator, { months: data.retention, today: dueOn, carryOut: false });
  const classes = found.map(({ fileClass, before, rows }) => ({ fileClass, before, amount: amountInWords(rows) }));
  await keepOutlook(curator, { dueOn, countedOn: today, policy: disclosure.version, classes });
}

function firstOfNextMonth(today: CalendarDate): CalendarDate {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
