import { Command } from 'commander';
import { Refusal } from '../../../platform/index.js';
import { answer } from '../../answer.js';
import { readReleaseFile } from '../../read-release-file.js';

/** `overstory release attack`: works on exported files alone, without an installation. */
export function attackCommand(): Command {
  return new Command('attack')
    .description('try to break an exported release, knowing nothing but the files (exit status 3 when it succeeds)')
    .argument('<file...>', 'exported releases, oldest first; the last one is judged, the others are its history')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(files: readonly string[], { json }: { readonly json?: boolean }): Promise<void> {
  const { attack, describeReport } = await import('../../../disclosure/index.js');
  const report = attack(files.map((file) => readReleaseFile(file)));
  answer(json, report, [describeReport(report)]);
  if (report.findings.length > 0) throw new Refusal('attack-succeeded', 'The release does not keep what it promises.');
}
