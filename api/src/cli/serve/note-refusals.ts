import type pg from 'pg';
import { record } from '../../audit-trail/index.js';
import type { DatabaseRefusal } from '../../platform/index.js';

/** Different refusals at a time; more are an attack that has been put on record by then. */
const MOST = 50;

/**
 * Puts on the trail what the database did not let its logins do: our own processes never try, so somebody else holds one of
 * their passwords.
 */
export async function noteRefusals(auditor: pg.Pool, refusals: readonly DatabaseRefusal[]): Promise<void> {
  const times = new Map<string, DatabaseRefusal & { times: number }>();
  for (const refusal of refusals) {
    const key = `${refusal.login} ${refusal.said}`;
    const known = times.get(key);
    if (known) known.times += 1;
    else times.set(key, { ...refusal, times: 1 });
  }
  for (const { login, said, times: many } of [...times.values()].slice(0, MOST))
    await record(
      auditor,
      { id: `login:${login}`.slice(0, 200), role: null },
      { action: 'database.denied', subject: said, details: { times: many } },
    );
}
