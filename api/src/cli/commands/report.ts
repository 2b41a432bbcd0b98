import { Command } from 'commander';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../platform/index.js';
import { answer } from '../answer.js';
import { asOperator } from '../on-record.js';
import { usingPool, withInstallation } from '../with-installation.js';
import { verifyReportCommand } from './report/verify.js';

interface ReportFlags {
  readonly format?: string;
  readonly out?: string;
  readonly audience: string;
  readonly branch?: string;
  readonly chapters?: readonly string[];
  readonly extent?: string;
  readonly audit?: string | true;
  readonly track?: string;
  readonly recordsUntil?: string;
  readonly language?: string;
  readonly json?: boolean;
}

const AFTER = `
Formats: pdf (A4), letter (the same on US Letter), pptx (slides), html (a page that prints like the PDF), xlsx (a workbook), csv (one file for each table, in an archive).
Audiences: board (the whole organisation, no teams), managers (with teams; --branch narrows it), works-council (everything
that is released), everyone (headlines). Chapters: participation, experience, outcomes, teams, foundation; all if none is named.
The same report of the same release and the same records is the same bytes, whenever it is made. "overstory report verify FILE" checks a file.
`;

/** `overstory report`: a published release as a file for people. */
export function reportCommand(): Command {
  return new Command('report')
    .description('write a published release as a report that can be read, printed and checked')
    .argument('<id>', 'of a published release, as "release list" names it')
    .option('--format <format>', 'kind of file, see below')
    .option('--out <file>', 'file to write')
    .option('--audience <audience>', 'whom it is written for: what they may see is in it', 'board')
    .option('--branch <team>', 'for managers: this branch of the team tree and what is above it')
    .option('--chapters <chapter...>', 'parts of it; all if not given')
    .option('--extent <extent>', 'brief: leading questions on pages, the others in a line each; full. Brief for a board')
    .option('--language <language>', 'en or de: what it says; numbers stay', 'en')
    .option('--audit [branch]', 'of the signed equity audit of this branch, or of the programme, instead of everything')
    .option('--track <track>', 'of this track instead of everything')
    .option(
      '--records-until <moment>',
      'decisions and actions up to this moment, like 2026-10-05T12:00:00Z; up to now if not given',
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', AFTER)
    .addCommand(verifyReportCommand())
    .action(run);
}

async function run(releaseId: string, { format, out, json, audit, ...wish }: ReportFlags): Promise<void> {
  const { definitionOf, FORMAT_KEYS, isFormat, keepReport, readReport, writeReport } = await import('../../reports/index.js');
  const { MEASURES } = await import('../../measures/index.js');
  // Asked for here and not by the parser, which would ask for them of "report verify" too.
  if (out === undefined) throw new Refusal('out-missing', 'Name the file to write by --out.', 2);
  if (format === undefined || !isFormat(format))
    throw new Refusal('format-unknown', `A report is one of: ${FORMAT_KEYS.join(', ')}.`, 2);
  const definition = definitionOf({ releaseId, ...wish, audit: audit === true ? '' : audit });
  const file = path.resolve(out);
  const made = await withInstallation(async (installation) => {
    const model = await usingPool(installation, 'reader', (reader) => readReport(reader, definition, MEASURES));
    const written = await writeReport(model, format, installation.keys);
    await usingPool(installation, 'curator', async (curator) => {
      await keepReport(curator, written, { definition, by: 'operator' });
      await asOperator(curator, { action: 'report.exported', subject: `${written.code} ${format} of ${releaseId}` });
    });
    return written;
  });
  fs.writeFileSync(file, made.bytes);
  answer(json, { code: made.code, release: releaseId, format, file }, [`Wrote ${file}`, `Report code ${made.code}`]);
}
