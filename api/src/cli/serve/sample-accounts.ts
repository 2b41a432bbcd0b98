import type pg from 'pg';
import fs from 'node:fs';
import path from 'node:path';

export interface SampleAccount {
  readonly email: string;
  readonly role: string;
  readonly label: string;
  /** The password it began with. */
  readonly password: string;
}

const WANTED = [
  { email: 'manager@sample.example', role: 'engineering-manager', label: 'reads the dashboard' },
  { email: 'steward@sample.example', role: 'data-steward', label: 'loads data, builds releases' },
  { email: 'owner@sample.example', role: 'programme-owner', label: 'publishes releases' },
  { email: 'auditor@sample.example', role: 'auditor', label: 'sees what was published and by whom' },
  { email: 'admin@sample.example', role: 'administrator', label: 'keeps accounts and tokens, sees no data' },
] as const;

export const STEWARD = 'steward@sample.example';
export const OWNER = 'owner@sample.example';

const fileIn = (home: string): string => path.join(home, 'sample-accounts.json');

/** Makes the accounts of an invented organisation; the passwords stay readable in the folder, for it is invented. */
export async function makeSampleAccounts(owner: pg.Pool, home: string): Promise<SampleAccount[]> {
  const { addAccount } = await import('../../access/index.js');
  const made = await Promise.all(WANTED.map(async (one) => ({ ...one, password: await addAccount(owner, one.email, one.role) })));
  fs.writeFileSync(fileIn(home), JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

/** Those of an earlier start; empty when there are none. */
export function readSampleAccounts(home: string): SampleAccount[] {
  const file = fileIn(home);
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as SampleAccount[]) : [];
}
