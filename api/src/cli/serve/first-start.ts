import type pg from 'pg';
import fs from 'node:fs';
import path from 'node:path';
import type { Installation } from '../../platform/index.js';
import { usingPool } from '../with-installation.js';
import { loadAndPublish, type TwoPeople } from './load-sample.js';
import { makeSampleAccounts, OWNER, readSampleAccounts, type SampleAccount, STEWARD } from './sample-accounts.js';

export interface PreparedSample {
  readonly accounts: readonly SampleAccount[];
  /** Whether quarters are still to be built by the worker. */
  readonly earlierQuarters: boolean;
  /** Whether nobody has signed an audit or decided about a track yet. */
  readonly lifeless: boolean;
}

type Say = (line: string) => void;

/**
 * Gives an empty installation an invented organisation with one published quarter. Empty means: no load, no
 * release, no account. A sample whose making was interrupted is finished. Undefined where the data are real.
 */
export function prepareSample(installation: Installation, say: Say): Promise<PreparedSample | undefined> {
  return usingPool(installation, 'owner', async (owner) => {
    const { state, quarters, lifeless } = await stateOf(owner);
    if (state === 'real') return undefined;
    if (state !== 'sample') await makeSample(installation, owner, say);
    return { accounts: readSampleAccounts(installation.config.home), earlierQuarters: quarters < QUARTERS, lifeless };
  });
}

/** Asks the worker for the quarters that are missing, newest first; the pages show how far it is. */
export function queueEarlierQuarters(installation: Installation): Promise<void> {
  return usingPool(installation, 'owner', async (owner) => {
    await owner.query("select jobs.ask('build-sample-quarters', 'sample', 'operator')");
  });
}

type State = 'empty' | 'begun' | 'sample' | 'real';

/** Quarters of the sample; fewer stand published while the worker has not finished. */
export const QUARTERS = 8;

async function stateOf(owner: pg.Pool): Promise<{ state: State; quarters: number; lifeless: boolean }> {
  const { rows } = await owner.query<{ sample: boolean; quarters: number; used: boolean; lifeless: boolean }>(`
    select (select sample from governance.installation) as sample,
      (select count(distinct period)::int from release.release where status = 'published') as quarters,
      not exists (select from audits.record) or not exists (select from decisions.decision) as lifeless,
      exists (select from jobs.load) or exists (select from release.release) or exists (select from access.account) as used`);
  const { sample, quarters, used, lifeless } = rows[0] ?? { sample: false, quarters: 0, used: true, lifeless: false };
  if (sample) return { state: quarters > 0 ? 'sample' : 'begun', quarters, lifeless };
  return { state: used ? 'real' : 'empty', quarters, lifeless };
}

async function makeSample(installation: Installation, owner: pg.Pool, say: Say): Promise<void> {
  const { markAsSample, readInstallation } = await import('../../governance/index.js');
  say('An empty installation: making an invented organisation to look at');
  if (!(await readInstallation(owner)).sample) await markAsSample(owner);
  // In the installation's own folder, so that what a killed start left is found and goes.
  const folder = path.join(installation.config.home, 'sample');
  fs.rmSync(folder, { recursive: true, force: true });
  const people = makeSampleAccounts(owner, installation.config.home).then(() => twoPeople(owner));
  try {
    await loadAndPublish(installation, folder, people, say);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    await people;
  }
}

async function twoPeople(owner: pg.Pool): Promise<TwoPeople> {
  const { rows } = await owner.query<{ email: string; id: string }>(
    'select email, account_id as id from access.account where email = any($1)',
    [[STEWARD, OWNER]],
  );
  const id = (email: string): string => rows.find((row) => row.email === email)?.id ?? '';
  return { builds: id(STEWARD), publishes: id(OWNER) };
}
