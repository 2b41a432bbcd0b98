import fs from 'node:fs';
import path from 'node:path';
import { type Installation, Refusal } from '../../platform/index.js';
import { usingPool } from '../with-installation.js';
import { lockSampleCharters } from './sample-charters.js';

export interface TwoPeople {
  /** Account that builds. */
  readonly builds: string;
  /** Account that publishes. */
  readonly publishes: string;
}

type Say = (line: string) => void;

/** Invents an organisation, loads it, and builds and publishes its newest quarter by two accounts. */
export async function loadAndPublish(
  installation: Installation,
  folder: string,
  people: Promise<TwoPeople>,
  say: Say,
): Promise<void> {
  const periods = await load(installation, folder);
  const period = periods.at(-1) ?? '';
  say(`Loaded; building ${period}`);
  const { buildRelease, publishRelease } = await import('../../releases/index.js');
  const { record } = await import('../../audit-trail/index.js');
  const { builds, publishes } = await people;
  await lockSampleCharters(installation, periods, publishes);
  await usingPool(installation, 'curator', async (curator) => {
    const { id } = await buildRelease(curator, installation.keys, { period, builtBy: builds });
    await record(curator, { id: builds, role: 'data-steward' }, { action: 'build-release.done', subject: period });
    await publishRelease(curator, { id, by: publishes });
    await record(curator, { id: publishes, role: 'programme-owner' }, { action: 'publish-release.done', subject: id });
  });
}

/** Answers the quarters, oldest first. The same files a second time change nothing. */
async function load(installation: Installation, folder: string): Promise<readonly string[]> {
  const { writeSample } = await import('../../sample-organisation/index.js');
  const { setSettings } = await import('../../governance/index.js');
  const { ingestPaths } = await import('../../ingest/index.js');
  const { periods } = writeSample(folder);
  const document: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'settings.json'), 'utf8'));
  await usingPool(installation, 'curator', (curator) => setSettings(curator, { document, by: 'operator' }));
  const report = await ingestPaths(installation, [folder], { source: 'sample' });
  if (report.refused || periods.length === 0)
    throw new Refusal('sample-refused', 'The invented organisation was refused by the rules of ingest.');
  return periods;
}
