import { Command, Option } from 'commander';
import path from 'node:path';
import type { IngestReport } from '../../ingest/index.js';
import { type Installation, Refusal } from '../../platform/index.js';
import { answer, tableLines } from '../answer.js';
import { asOperator } from '../on-record.js';
import { progressOnStderr } from '../progress.js';
import { usingPool, withInstallation } from '../with-installation.js';

interface IngestFlags {
  readonly source?: string;
  readonly dryRun?: boolean;
  readonly onReject: 'abort' | 'quarantine';
  readonly errors?: string;
  readonly preset?: string;
  readonly dates?: string;
  readonly json?: boolean;
}

/** `overstory ingest`: files, or a folder of them, as one load that stands or does not. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .description('load files of the data dictionary, or every such file of a folder, as one load: all of it or nothing')
    .argument('<path...>', 'files or folders')
    .option('--source <name>', 'who sends these files')
    .option(
      '--preset <kind>',
      'read the files of a usual source, as "source presets" lists them; else what is remembered for the source',
    )
    .option('--dates <format>', 'how a preset’s dates are written: y-m-d, d.m.y, d/m/y or m/d/y')
    .option('--dry-run', 'say what would change, and change nothing')
    .addOption(new Option('--on-reject <what>', 'when a row breaks a rule').choices(['abort', 'quarantine']).default('abort'))
    .option('--errors <file>', 'write the rejected lines by file, line, column and rule as CSV')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(paths: readonly string[], { json, errors, ...flags }: IngestFlags): Promise<void> {
  const { ingestPaths, sayRemark } = await import('../../ingest/index.js');
  const { progress, end } = progressOnStderr();
  const report = await withInstallation(async (installation) => {
    const done = await ingestPaths(installation, paths, {
      ...flags,
      ...(errors === undefined ? {} : { errors }),
      progress: (file, bytes, size) => progress(path.basename(file), bytes, size),
    });
    if (!done.dryRun) await putOnRecord(installation, done);
    return done;
  }).finally(end);
  const remarks = report.files.flatMap((file) => file.remarks.map((one) => `${path.basename(file.path)}: ${sayRemark(one)}`));
  answer(json, report, linesOf(report, remarks));
  if (report.refused) throw new Refusal('load-refused', 'Rows or files were rejected, so nothing of this load stands.');
}

async function putOnRecord(installation: Installation, { load, state }: IngestReport): Promise<void> {
  const action = state === 'confirmed' ? 'confirm-load.done' : 'confirm-load.refused';
  await usingPool(installation, 'ingest', (pool) => asOperator(pool, { action, subject: load }));
}

function linesOf(report: IngestReport, remarks: readonly string[]): string[] {
  const rows = report.files.map((file) => [
    path.basename(file.path),
    file.state === 'refused' ? 'refused' : '',
    ...[file.accepted, file.rejected, file.waiting, file.added, file.changed, file.unchanged].map((count) =>
      count.toLocaleString('en'),
    ),
  ]);
  const headings = ['file', '', 'accepted', 'rejected', 'waiting', 'added', 'changed', 'unchanged'];
  const errors = report.errors
    .slice(0, 20)
    .map((one) => `  ${one.file} line ${one.line}${one.column ? `, ${one.column}` : ''}: ${one.message}`);
  const more = report.errors.length > errors.length ? ['  … more with --errors FILE'] : [];
  const ignored = report.ignored.length > 0 ? [`Ignored: ${report.ignored.map((file) => path.basename(file)).join(', ')}`] : [];
  return [...tableLines(headings, rows), ...remarks, ...ignored, ...errors, ...more, outcome(report)];
}

function outcome({ load, state, dryRun }: IngestReport): string {
  if (dryRun) return 'A dry run: nothing was changed.';
  return state === 'confirmed' ? `Load ${load} stands.` : `Load ${load} does not stand.`;
}
