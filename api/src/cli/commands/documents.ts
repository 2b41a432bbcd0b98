import { Command } from 'commander';
import fs from 'node:fs';
import path from 'node:path';
import { answer } from '../answer.js';
import { VERSION } from '../version.js';
import { withPool } from '../with-installation.js';

interface Flags {
  readonly out: string;
  readonly json?: boolean;
}

/** `overstory documents`: record of processing, draft of an impact assessment and annex for the works council. */
export function documentsCommand(): Command {
  return new Command('documents')
    .description('write the record of processing, a draft of the impact assessment and the annex for the works council')
    .requiredOption('--out <folder>', 'folder for the files, each as HTML and as PDF')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ out, json }: Flags): Promise<void> {
  const { DOCUMENT_KEYS, documentAsHtml, readFacts, writeDocument } = await import('../../governance/index.js');
  const { collectedColumns } = await import('../../ingest/index.js');
  const { MEASURES } = await import('../../measures/index.js');
  const outside = { columns: collectedColumns(), measures: MEASURES, productVersion: VERSION };
  const facts = await withPool('owner', (pool) => readFacts(pool, outside));
  fs.mkdirSync(out, { recursive: true });
  const { documentAsPdf } = await import('../../reports/index.js');
  const files: string[] = [];
  const keep = (name: string, content: string | Buffer): void => {
    files.push(path.join(out, name));
    fs.writeFileSync(path.join(out, name), content);
  };
  for (const key of DOCUMENT_KEYS) {
    const document = writeDocument(key, facts);
    keep(`${key}.html`, documentAsHtml(document, facts));
    keep(`${key}.pdf`, await documentAsPdf(document, facts));
  }
  answer(
    json,
    { files },
    files.map((file) => `Wrote ${file}`),
  );
}
