import crypto from 'node:crypto';
import type pg from 'pg';
import type { KeyName, Keys } from './keys.js';
import { Refusal } from './refusal.js';
import { clientOf } from './client.js';

/** Loads under another pseudonym key would split every person in two; releases under another disclosure key would draw new noise. */
export const BOUND: readonly KeyName[] = ['pseudonym', 'disclosure'];

/** Remembers in the database which keys it was filled under; refuses a folder that holds others. */
export async function bindKeys(ownerUrl: string, keys: Keys): Promise<void> {
  const owner = clientOf(ownerUrl);
  await owner.connect();
  try {
    for (const name of BOUND) await bind(owner, name, fingerprint(keys.read(name)));
  } finally {
    await owner.end();
  }
}

async function bind(owner: pg.Client, name: KeyName, mark: string): Promise<void> {
  await owner.query('insert into public.key_binding (name, fingerprint) values ($1, $2) on conflict do nothing', [name, mark]);
  const { rows } = await owner.query<{ fingerprint: string }>('select fingerprint from public.key_binding where name = $1', [
    name,
  ]);
  if (rows[0]?.fingerprint === mark) return;
  throw new Refusal(
    'keys-of-another-installation',
    `The database was filled under another ${name} key than the one in this OVERSTORY_HOME. Use the folder it was made with, or an empty database.`,
  );
}

/** Names a key without telling it. */
export function fingerprint(key: Buffer): string {
  return crypto.createHmac('sha256', key).update('overstory key binding').digest('hex');
}
