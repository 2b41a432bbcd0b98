import { Command } from 'commander';
import fs from 'node:fs';
import path from 'node:path';
import { answer } from '../../answer.js';
import { asOperator } from '../../on-record.js';
import { usingPool, withInstallation } from '../../with-installation.js';

interface ExportFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** `overstory release export`: the file that anyone can check without the product. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write a published release as a file that anyone can check')
    .argument('<id>', 'of a published release')
    .requiredOption('--out <file>', 'file to write')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(id: string, { out, json }: ExportFlags): Promise<void> {
  const { exportRelease } = await import('../../../releases/index.js');
  const file = path.resolve(out);
  await withInstallation(async (installation) => {
    const document = await usingPool(installation, 'reader', (reader) => exportRelease(reader, id));
    await usingPool(installation, 'curator', (curator) => asOperator(curator, { action: 'release.exported', subject: id }));
    fs.writeFileSync(file, document);
  });
  answer(json, { id, file }, [`Wrote ${file}`]);
}
