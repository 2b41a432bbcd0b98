import type { Installation } from '../../platform/index.js';

/** Stub until ingest and releases have doors. */
export async function loadAndPublish(_installation: Installation, folder: string, say: (line: string) => void): Promise<void> {
  const { writeSample } = await import('../../sample-organisation/index.js');
  const sample = writeSample(folder);
  say(`Invented ${sample.periods.length} quarters`);
}
