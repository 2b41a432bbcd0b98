import { Command } from 'commander';
import { Refusal } from '../../platform/index.js';
import { answer, tableLines } from '../answer.js';
import { asOperator } from '../on-record.js';
import { progressOnStderr } from '../progress.js';
import { usingPool, withEntities, withInstallation, withPool } from '../with-installation.js';

const AFTER = `
A pack is saved on the page Reports. It is made whenever a release is published or, where it is about an audit, when two people
have signed that. "pack make" makes it now; a running server delivers it where the pack goes, within a minute.
`;

interface MakeFlags {
  readonly release?: string;
  readonly json?: boolean;
}

/** `overstory pack`: saved definitions of reports. */
export function packCommand(): Command {
  const pack = new Command('pack').description('reports that are made by themselves').addHelpText('after', AFTER);
  pack.command('list').description('list the packs').option('--json', 'print one JSON object').action(list);
  pack
    .command('make')
    .description('make the report of a pack now')
    .argument('<id>', 'as "pack list" names it')
    .option('--release <id>', 'of this published release instead of the newest')
    .option('--json', 'print one JSON object')
    .action(make);
  return pack;
}

async function list({ json }: { readonly json?: boolean }): Promise<void> {
  const { listPacks } = await import('../../reports/index.js');
  const packs = await withPool('reader', (reader) => listPacks(reader));
  const rows = packs.map(({ id, name, format, definition, channels }) => [
    ...[id, name, definition.subject.kind, definition.audience, format],
    channels.join(', '),
  ]);
  answer(json, { packs }, tableLines(['id', 'name', 'about', 'audience', 'format', 'goes to'], rows));
}

async function make(pack: string, { release, json }: MakeFlags): Promise<void> {
  const { askForPack, makeReport } = await import('../../reports/index.js');
  const { MEASURES } = await import('../../measures/index.js');
  const { progress, end } = progressOnStderr();
  const releaseId = release ?? (await newestRelease());
  const code = await withInstallation((installation) =>
    usingPool(installation, 'curator', async (curator) => {
      const wish = /^\d{1,15}$/.test(pack) ? await askForPack(curator, { pack, releaseId }, 'operator') : null;
      if (wish === null) throw new Refusal('pack-unknown', 'There is no pack of this number. "pack list" names them.', 2);
      const tools = { curator, keys: installation.keys, measures: MEASURES };
      const made = await makeReport(tools, wish, ({ step, done, total }) => progress(step, done, total)).finally(end);
      await asOperator(curator, { action: 'pack.made', subject: `${made.code} ${made.format} of ${releaseId}` });
      return made.code;
    }),
  );
  answer(json, { code, pack, release: releaseId }, [`Report code ${code}`]);
}

async function newestRelease(): Promise<string> {
  const { listReleases, RELEASE_ENTITIES } = await import('../../releases/index.js');
  const all = await withEntities('reader', RELEASE_ENTITIES, (tx) => listReleases(tx, { drafts: false }));
  const [newest] = all.filter(({ current }) => current).sort((a, b) => b.asOf.localeCompare(a.asOf));
  if (!newest) throw new Refusal('nothing-published', 'No release is published of which it could be made.');
  return newest.id;
}
