import { Command } from 'commander';
import type pg from 'pg';
import type { QualityGate, ReleaseChange } from '../../../kernel/index.js';
import type { Keys } from '../../../platform/index.js';
import type { Draft } from '../../../releases/index.js';
import { answer } from '../../answer.js';
import { asOperator } from '../../on-record.js';
import { type Progress, progressOnStderr } from '../../progress.js';
import { endWith } from '../../signals.js';
import { withPool } from '../../with-installation.js';

interface BuildFlags {
  readonly period: readonly string[];
  readonly knownAt?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

/** `overstory release build`: the first half of the two-person step; shows the certificate and no number. */
export function buildCommand(): Command {
  return new Command('build')
    .description('build the draft of a period, protect and attack it; prints its certificate')
    .requiredOption('--period <period...>', 'like 2026-Q3; several are built one after the other')
    .option('--known-at <moment>', 'use only what was known then')
    .option('--policy <version>', 'an approved policy')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ json, period: periods, ...options }: BuildFlags): Promise<void> {
  const { describeChange, describeExposure, describeQuality } = await import('../../../releases/index.js');
  const { progress, end } = progressOnStderr();
  const drafts = await withPool('curator', async (curator, { keys }) => {
    const built: Draft[] = [];
    for (const period of periods) built.push(await buildOne(curator, keys, { ...options, period }, progress));
    return built;
  }).finally(end);
  const [first] = drafts;
  answer(
    json,
    drafts.length === 1 && first ? first : { drafts },
    drafts.flatMap((draft) => linesOf(draft, { describeChange, describeExposure, describeQuality })),
  );
}

async function buildOne(
  curator: pg.Pool,
  keys: Keys,
  { period, knownAt, policy }: Omit<BuildFlags, 'period'> & { readonly period: string },
  progress: Progress,
): Promise<Draft> {
  const { buildRelease } = await import('../../../releases/index.js');
  endWith(() => stopped('Stopped. Nothing of this draft was kept.'));
  const tell = ({ step, done, total }: { step: string; done: number; total: number }): void =>
    progress(`${period}: ${step}`, done, total);
  const built = await buildRelease(curator, keys, { period, knownAt, policy, builtBy: 'operator', progress: tell });
  endWith(() => stopped('Stopped.'));
  await asOperator(curator, { action: 'build-release.done', subject: built.id });
  return built;
}

function stopped(words: string): Promise<number> {
  process.stderr.write(`\n${words}\n`);
  return Promise.resolve(130);
}

interface InWords {
  describeChange(change: ReleaseChange): string;
  describeExposure(certified: unknown): string[];
  describeQuality(gate: QualityGate): string[];
}

function linesOf(draft: Draft, { describeChange, describeExposure, describeQuality }: InWords): string[] {
  const shown = draft.certificate.tables.reduce((sum, table) => sum + table.shown, 0);
  const hidden = draft.certificate.tables.reduce((sum, table) => sum + table.hidden, 0);
  return [
    `Draft ${draft.id} of ${draft.period}, as of ${draft.asOf}, noise level ${draft.noiseLevel}`,
    `${draft.certificate.tables.length} tables, ${shown} cells shown, ${hidden} not shown`,
    `Attack: ${draft.certificate.attack.findings} findings from ${draft.certificate.attack.checks.length} checks`,
    ...describeExposure(draft.certificate.exposure),
    ...(draft.certificate.quality ? describeQuality(draft.certificate.quality) : []),
    ...(draft.supersedes ? [`Restates ${draft.supersedes}`] : []),
    ...(draft.certificate.changed ?? []).map((change) => `  ${describeChange(change)}`),
    `Publish it with: overstory release publish ${draft.id} --as EMAIL`,
  ];
}
