import { parsePeriod, shiftPeriod } from '../../kernel/index.js';
import { readSettings } from '../../governance/index.js';
import { Refusal } from '../../platform/index.js';
import { buildRelease, publishRelease } from '../../releases/index.js';
import type { Tell, WorkerTools } from './tools.js';

/** The sample covers two years. */
const EARLIER_QUARTERS = 7;

interface Newest {
  readonly period: string;
  readonly builtBy: string;
  readonly publishedBy: string;
}

/**
 * Builds and publishes the quarters before the newest one of a sample installation, backwards, by the same two
 * accounts as the newest. Asked again, it goes on where it stopped.
 */
export async function buildSampleQuarters({ curator, keys }: Pick<WorkerTools, 'curator' | 'keys'>, tell: Tell): Promise<void> {
  const { rows } = await curator.query<Newest>(
    `select period, built_by as "builtBy", published_by as "publishedBy" from release.release
     where sample and status = 'published' order by as_of desc`,
  );
  const [newest] = rows;
  if (!newest) throw new Refusal('no-sample', 'There is no sample organisation with a published quarter.');
  const { settings } = await readSettings(curator);
  const there = new Set(rows.map(({ period }) => period));
  const latest = parsePeriod(newest.period, settings.fiscalYearStart);
  for (let back = 1; back <= EARLIER_QUARTERS; back += 1) {
    const period = shiftPeriod(latest, -back, settings.fiscalYearStart).key;
    tell({ step: `Building ${period}`, done: back - 1, total: EARLIER_QUARTERS });
    if (there.has(period)) continue;
    const { id } = await buildRelease(curator, keys, { period, builtBy: newest.builtBy });
    await publishRelease(curator, { id, by: newest.publishedBy });
  }
  tell({ step: '', done: EARLIER_QUARTERS, total: EARLIER_QUARTERS });
}
