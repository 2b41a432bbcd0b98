import { Command } from 'commander';
import fs from 'node:fs';
import { Refusal } from '../../platform/index.js';
import { answer } from '../answer.js';
import { asOperator } from '../on-record.js';
import { withPool } from '../with-installation.js';

interface Flags {
  readonly json?: boolean;
}

/** `overstory settings`: levels, declared demographic columns, fiscal year, caps, themes; every change is a version. */
export function settingsCommand(): Command {
  const show = new Command('show')
    .description('print the settings in force')
    .option('--json', 'with their version')
    .action(runShow);
  const set = new Command('set')
    .description('take new settings from a JSON file; the same settings again change nothing')
    .argument('<file>', 'JSON, as described in docs/')
    .option('--json', 'print one JSON object')
    .action(runSet);
  return new Command('settings').description('settings of this installation, by version').addCommand(show).addCommand(set);
}

async function runShow({ json }: Flags): Promise<void> {
  const { readSettings } = await import('../../governance/index.js');
  const found = await withPool('owner', (pool) => readSettings(pool));
  answer(json, found, [JSON.stringify(found.settings, null, 2)]);
}

async function runSet(file: string, { json }: Flags): Promise<void> {
  const { setSettings } = await import('../../governance/index.js');
  const document = readDocument(file);
  const version = await withPool('owner', async (pool) => {
    const inForce = await setSettings(pool, { document, by: 'operator' });
    await asOperator(pool, { action: 'settings.set', subject: String(inForce.version) });
    return inForce.version;
  });
  answer(json, { version }, [`Settings version ${version} is in force.`]);
}

function readDocument(file: string): unknown {
  if (!fs.existsSync(file)) throw new Refusal('no-such-file', 'There is no such settings file.', 2);
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new Refusal('not-json', 'The settings file is not JSON.', 2);
  }
}
