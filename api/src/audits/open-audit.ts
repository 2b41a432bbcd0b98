import type pg from 'pg';
import { type Actor, record } from '../audit-trail/index.js';
import { inTransaction } from '../platform/index.js';
import { openAuditRow } from './store.js';
import { subjectOf } from './work.js';

/** A release that is to be judged, and for which branch; an empty branch is the programme. */
export interface ToOpen {
  readonly releaseId: string;
  readonly period: string;
  readonly scope: string;
}

/** Opens the audit of a published release, unless it is open already. */
export async function openAudit(pool: pg.Pool, by: Actor, { releaseId, period, scope }: ToOpen): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const made = await openAuditRow(tx, releaseId, scope, by.id);
    if (made !== null) await record(tx, by, { action: 'audit.opened', subject: subjectOf({ period, scope }) });
  });
}
