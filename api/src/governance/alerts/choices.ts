import type pg from 'pg';
import type { Viewer } from '../../access/index.js';
import { type Actor, record } from '../../audit-trail/index.js';
import { inTransaction, Refusal } from '../../platform/index.js';
import { type AlertKind, alertsFor } from './kinds.js';

/** What this account asked to be told of, as far as its role still offers it. */
export async function chosenAlerts(pool: pg.Pool, { accountId, role }: Viewer): Promise<AlertKind[]> {
  const { rows } = await pool.query<{ kind: string }>('select kind from governance.alerts_of($1) as kind', [accountId]);
  const chosen = new Set(rows.map(({ kind }) => kind));
  return alertsFor(role).filter((kind) => chosen.has(kind));
}

/**
 * Replaces what an account asks to be told of; nothing at all ends it.
 *
 * @throws Refusal `alert-unknown` (2) for what is not offered to its role.
 */
export async function chooseAlerts(pool: pg.Pool, viewer: Viewer, kinds: readonly string[], by: Actor): Promise<void> {
  const offered: readonly string[] = alertsFor(viewer.role);
  if (!kinds.every((kind) => offered.includes(kind)))
    throw new Refusal('alert-unknown', 'This is not offered to your role. Reload the page and choose again.', 2);
  await inTransaction(pool, async (tx) => {
    await tx.query('select governance.choose_alerts($1, $2)', [viewer.accountId, [...new Set(kinds)]]);
    await record(tx, by, { action: 'alerts.chosen', subject: [...new Set(kinds)].sort().join(' ') });
  });
}
