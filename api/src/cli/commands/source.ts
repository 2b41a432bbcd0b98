import { Command } from 'commander';
import { answer, tableLines } from '../answer.js';
import { asOperator } from '../on-record.js';
import { readJson } from '../read-json.js';
import { withPool } from '../with-installation.js';

interface Flags {
  readonly json?: boolean;
}

/** `overstory source`: how the columns of each source are called. */
export function sourceCommand(): Command {
  const presets = new Command('presets')
    .description('list the usual kinds of sources, and which files of the data dictionary they give')
    .option('--json', 'print one JSON object')
    .action(runPresets);
  const list = new Command('list')
    .description('list the sources whose columns are mapped')
    .option('--json', 'print one JSON object')
    .action(runList);
  const set = new Command('set')
    .description('remember how the files of a source are read, from a preset or a JSON file as described in docs/mapping.md')
    .argument('<source>', 'its name, as loads name it')
    .argument('<what>', 'a preset, or a JSON file')
    .option('--dates <format>', 'how a preset’s dates are written: y-m-d, d.m.y, d/m/y or m/d/y')
    .action(runSet);
  return new Command('source')
    .description('sources of files, and how their columns are called')
    .addCommand(presets)
    .addCommand(list)
    .addCommand(set);
}

async function runPresets({ json }: Flags): Promise<void> {
  const { SOURCE_PRESETS } = await import('../../ingest/index.js');
  const rows = SOURCE_PRESETS.map(({ key, label, profile }) => [key, label, profile.files.map(({ file }) => file).join(', ')]);
  answer(json, { presets: SOURCE_PRESETS }, tableLines(['preset', 'source', 'files'], rows));
}

async function runList({ json }: Flags): Promise<void> {
  const { listProfiles } = await import('../../ingest/index.js');
  const sources = await withPool('ingest', (pool) => listProfiles(pool));
  answer(
    json,
    { sources },
    tableLines(
      ['source', 'files'],
      sources.map(({ source, files }) => [source, files.join(', ')]),
    ),
  );
}

async function runSet(source: string, what: string, { dates }: { readonly dates?: string }): Promise<void> {
  const { parseProfile, presetOf, profileFor, saveProfile } = await import('../../ingest/index.js');
  await withPool('ingest', async (pool) => {
    const known = presetOf(what) ? await profileFor(pool, source, { preset: what, dates }) : null;
    await saveProfile(pool, source, known ?? parseProfile(readJson(what)), 'operator');
    await asOperator(pool, { action: 'source.mapped', subject: source });
  });
  process.stderr.write(`The files of ${source} are read by this from now on.\n`);
}
