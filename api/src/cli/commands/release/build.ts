import { Command } from 'commander';
import { answer } from '../../answer.js';
import { asOperator } from '../../on-record.js';
import { progressOnStderr } from '../../progress.js';
import { withPool } from '../../with-installation.js';

interface BuildFlags {
  readonly period: string;
  readonly knownAt?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

/** `overstory release build`: the first half of the two-person step; shows the certificate and no number. */
export function buildCommand(): Command {
  return new Command('build')
    .description('build the draft of a period, protect and attack it; prints its certificate')
    .requiredOption('--period <period>', 'like 2026-Q3')
    .option('--known-at <moment>', 'use only what was known then')
    .option('--policy <version>', 'an approved policy')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ json, period, knownAt, policy }: BuildFlags): Promise<void> {
  const { buildRelease, describeChange } = await import('../../../releases/index.js');
  const { progress, end } = progressOnStderr();
  const draft = await withPool('curator', async (curator, { keys }) => {
    const tell = ({ step, done, total }: { step: string; done: number; total: number }): void => progress(step, done, total);
    const built = await buildRelease(curator, keys, { period, knownAt, policy, builtBy: 'operator', progress: tell });
    await asOperator(curator, { action: 'build-release.done', subject: built.id });
    return built;
  }).finally(end);
  const shown = draft.certificate.tables.reduce((sum, table) => sum + table.shown, 0);
  const hidden = draft.certificate.tables.reduce((sum, table) => sum + table.hidden, 0);
  answer(json, draft, [
    `Draft ${draft.id} of ${draft.period}, as of ${draft.asOf}, noise level ${draft.noiseLevel}`,
    `${draft.certificate.tables.length} tables, ${shown} cells shown, ${hidden} not shown`,
    `Attack: ${draft.certificate.attack.findings} findings from ${draft.certificate.attack.checks.length} checks`,
    ...(draft.supersedes ? [`Restates ${draft.supersedes}`] : []),
    ...(draft.certificate.changed ?? []).map((change) => `  ${describeChange(change)}`),
    `Publish it with: overstory release publish ${draft.id} --as EMAIL`,
  ]);
}
