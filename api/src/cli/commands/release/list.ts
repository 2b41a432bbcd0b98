import { Command } from 'commander';
import { answer, tableLines } from '../../answer.js';
import { withEntities } from '../../with-installation.js';

/** `overstory release list`: published releases and waiting drafts. */
export function listCommand(): Command {
  return new Command('list')
    .description('list published releases and waiting drafts')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run({ json }: { readonly json?: boolean }): Promise<void> {
  const { listReleases, RELEASE_ENTITIES } = await import('../../../releases/index.js');
  const releases = await withEntities('reader', RELEASE_ENTITIES, (tx) => listReleases(tx, { drafts: true }));
  const rows = releases.map((one) => [
    one.id,
    one.period,
    one.superseded ? 'superseded' : one.status,
    (one.publishedAt ?? one.builtAt).toISOString(),
    one.sample ? 'sample' : '',
  ]);
  answer(json, { releases }, tableLines(['id', 'period', 'status', 'since', ''], rows));
}
